from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.csv_configs import CsvConfigs
    from ..models.knn_configs import KnnConfigs
    from ..models.n_shot_files import NShotFiles


T = TypeVar("T", bound="ModelParameters")


@_attrs_define
class ModelParameters:
    """Parameters of a lens's model. Which of them count depends on the processors. Defaults named here
    are the server's.

        Attributes:
            model_name (str | Unset): The model family.
            model_version (str | Unset): The exact model. It is not checked until inference.
            instruction (str | Unset): The task of the model.
            focus (str | Unset): The question, or what to watch for.
            temporal_focus (int | Unset): Camera: seconds of video to look at. Default 5.
            max_new_tokens (int | Unset): Longest answer in tokens; 512 in built-in lenses.
            template_name (str | Unset): A prompt template on the server.
            camera_buffer_size (int | Unset): Frames per inference. Default 5.
            camera_buffer_step_size (int | Unset): Frames between inferences. Default 5.
            memory_prompt_buffer_size (int | Unset): Earlier prompts kept. Default 0.
            sensor_buffer_size (int | Unset): Logs: rows per inference.
            input_buffer_step_size (int | Unset): Logs: rows between inferences.
            normalize_input (bool | Unset): Omega: z-score each window before encoding, which hides changes of amplitude.
                True in the
                built-in lenses.
            buffer_size (int | Unset): Omega: samples per inference. Default 1024.
            csv_configs (CsvConfigs | Unset): How CSV files, and pushed windows with them, are read.
            knn_configs (KnnConfigs | Unset): How Machine State compares a window with the labelled ones. Some combinations
                have been seen to
                give no results, without an error.
            input_n_shot (NShotFiles | Unset): Labelled examples: for each class the `file_id` of its CSV file, or a list of
                them. The keys
                become the labels of the results.
            window_size (int | Unset): Samples per window. Default 1024.
            step_size (int | Unset): Samples between windows. Default 1024.
            min_replicas (int | Unset): Fewest workers. Default 1.
            max_replicas (int | Unset): Most workers. Default 1.
    """

    model_name: str | Unset = UNSET
    model_version: str | Unset = UNSET
    instruction: str | Unset = UNSET
    focus: str | Unset = UNSET
    temporal_focus: int | Unset = UNSET
    max_new_tokens: int | Unset = UNSET
    template_name: str | Unset = UNSET
    camera_buffer_size: int | Unset = UNSET
    camera_buffer_step_size: int | Unset = UNSET
    memory_prompt_buffer_size: int | Unset = UNSET
    sensor_buffer_size: int | Unset = UNSET
    input_buffer_step_size: int | Unset = UNSET
    normalize_input: bool | Unset = UNSET
    buffer_size: int | Unset = UNSET
    csv_configs: CsvConfigs | Unset = UNSET
    knn_configs: KnnConfigs | Unset = UNSET
    input_n_shot: NShotFiles | Unset = UNSET
    window_size: int | Unset = UNSET
    step_size: int | Unset = UNSET
    min_replicas: int | Unset = UNSET
    max_replicas: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_name = self.model_name

        model_version = self.model_version

        instruction = self.instruction

        focus = self.focus

        temporal_focus = self.temporal_focus

        max_new_tokens = self.max_new_tokens

        template_name = self.template_name

        camera_buffer_size = self.camera_buffer_size

        camera_buffer_step_size = self.camera_buffer_step_size

        memory_prompt_buffer_size = self.memory_prompt_buffer_size

        sensor_buffer_size = self.sensor_buffer_size

        input_buffer_step_size = self.input_buffer_step_size

        normalize_input = self.normalize_input

        buffer_size = self.buffer_size

        csv_configs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.csv_configs, Unset):
            csv_configs = self.csv_configs.to_dict()

        knn_configs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.knn_configs, Unset):
            knn_configs = self.knn_configs.to_dict()

        input_n_shot: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_n_shot, Unset):
            input_n_shot = self.input_n_shot.to_dict()

        window_size = self.window_size

        step_size = self.step_size

        min_replicas = self.min_replicas

        max_replicas = self.max_replicas

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if model_name is not UNSET:
            field_dict["model_name"] = model_name
        if model_version is not UNSET:
            field_dict["model_version"] = model_version
        if instruction is not UNSET:
            field_dict["instruction"] = instruction
        if focus is not UNSET:
            field_dict["focus"] = focus
        if temporal_focus is not UNSET:
            field_dict["temporal_focus"] = temporal_focus
        if max_new_tokens is not UNSET:
            field_dict["max_new_tokens"] = max_new_tokens
        if template_name is not UNSET:
            field_dict["template_name"] = template_name
        if camera_buffer_size is not UNSET:
            field_dict["camera_buffer_size"] = camera_buffer_size
        if camera_buffer_step_size is not UNSET:
            field_dict["camera_buffer_step_size"] = camera_buffer_step_size
        if memory_prompt_buffer_size is not UNSET:
            field_dict["memory_prompt_buffer_size"] = memory_prompt_buffer_size
        if sensor_buffer_size is not UNSET:
            field_dict["sensor_buffer_size"] = sensor_buffer_size
        if input_buffer_step_size is not UNSET:
            field_dict["input_buffer_step_size"] = input_buffer_step_size
        if normalize_input is not UNSET:
            field_dict["normalize_input"] = normalize_input
        if buffer_size is not UNSET:
            field_dict["buffer_size"] = buffer_size
        if csv_configs is not UNSET:
            field_dict["csv_configs"] = csv_configs
        if knn_configs is not UNSET:
            field_dict["knn_configs"] = knn_configs
        if input_n_shot is not UNSET:
            field_dict["input_n_shot"] = input_n_shot
        if window_size is not UNSET:
            field_dict["window_size"] = window_size
        if step_size is not UNSET:
            field_dict["step_size"] = step_size
        if min_replicas is not UNSET:
            field_dict["min_replicas"] = min_replicas
        if max_replicas is not UNSET:
            field_dict["max_replicas"] = max_replicas

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.csv_configs import CsvConfigs  # noqa: PLC0415
        from ..models.knn_configs import KnnConfigs  # noqa: PLC0415
        from ..models.n_shot_files import NShotFiles  # noqa: PLC0415

        d = dict(src_dict)
        model_name = d.pop("model_name", UNSET)

        model_version = d.pop("model_version", UNSET)

        instruction = d.pop("instruction", UNSET)

        focus = d.pop("focus", UNSET)

        temporal_focus = d.pop("temporal_focus", UNSET)

        max_new_tokens = d.pop("max_new_tokens", UNSET)

        template_name = d.pop("template_name", UNSET)

        camera_buffer_size = d.pop("camera_buffer_size", UNSET)

        camera_buffer_step_size = d.pop("camera_buffer_step_size", UNSET)

        memory_prompt_buffer_size = d.pop("memory_prompt_buffer_size", UNSET)

        sensor_buffer_size = d.pop("sensor_buffer_size", UNSET)

        input_buffer_step_size = d.pop("input_buffer_step_size", UNSET)

        normalize_input = d.pop("normalize_input", UNSET)

        buffer_size = d.pop("buffer_size", UNSET)

        _csv_configs = d.pop("csv_configs", UNSET)
        csv_configs: CsvConfigs | Unset
        if _csv_configs is None or isinstance(_csv_configs, Unset):
            csv_configs = UNSET
        else:
            csv_configs = CsvConfigs.from_dict(_csv_configs)

        _knn_configs = d.pop("knn_configs", UNSET)
        knn_configs: KnnConfigs | Unset
        if _knn_configs is None or isinstance(_knn_configs, Unset):
            knn_configs = UNSET
        else:
            knn_configs = KnnConfigs.from_dict(_knn_configs)

        _input_n_shot = d.pop("input_n_shot", UNSET)
        input_n_shot: NShotFiles | Unset
        if _input_n_shot is None or isinstance(_input_n_shot, Unset):
            input_n_shot = UNSET
        else:
            input_n_shot = NShotFiles.from_dict(_input_n_shot)

        window_size = d.pop("window_size", UNSET)

        step_size = d.pop("step_size", UNSET)

        min_replicas = d.pop("min_replicas", UNSET)

        max_replicas = d.pop("max_replicas", UNSET)

        model_parameters = cls(
            model_name=model_name,
            model_version=model_version,
            instruction=instruction,
            focus=focus,
            temporal_focus=temporal_focus,
            max_new_tokens=max_new_tokens,
            template_name=template_name,
            camera_buffer_size=camera_buffer_size,
            camera_buffer_step_size=camera_buffer_step_size,
            memory_prompt_buffer_size=memory_prompt_buffer_size,
            sensor_buffer_size=sensor_buffer_size,
            input_buffer_step_size=input_buffer_step_size,
            normalize_input=normalize_input,
            buffer_size=buffer_size,
            csv_configs=csv_configs,
            knn_configs=knn_configs,
            input_n_shot=input_n_shot,
            window_size=window_size,
            step_size=step_size,
            min_replicas=min_replicas,
            max_replicas=max_replicas,
        )

        model_parameters.additional_properties = d
        return model_parameters

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
