from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_query_image import ModelQueryImage
    from ..models.model_query_metadata import ModelQueryMetadata


T = TypeVar("T", bound="ModelQueryEventData")


@_attrs_define
class ModelQueryEventData:
    """
    Attributes:
        focus (str | Unset): The question.
        instruction (str | Unset): The task; best the same as in the lens.
        data (list[ModelQueryImage] | Unset): The images to look at.
        model_version (str | Unset): The exact model.
        template_name (str | Unset): A prompt template on the server.
        max_new_tokens (int | Unset): Longest answer in tokens.
        sensor_metadata (ModelQueryMetadata | Unset): About the images; always seen empty.
    """

    focus: str | Unset = UNSET
    instruction: str | Unset = UNSET
    data: list[ModelQueryImage] | Unset = UNSET
    model_version: str | Unset = UNSET
    template_name: str | Unset = UNSET
    max_new_tokens: int | Unset = UNSET
    sensor_metadata: ModelQueryMetadata | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        focus = self.focus

        instruction = self.instruction

        data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = []
            for data_item_data in self.data:
                data_item = data_item_data.to_dict()
                data.append(data_item)

        model_version = self.model_version

        template_name = self.template_name

        max_new_tokens = self.max_new_tokens

        sensor_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sensor_metadata, Unset):
            sensor_metadata = self.sensor_metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if focus is not UNSET:
            field_dict["focus"] = focus
        if instruction is not UNSET:
            field_dict["instruction"] = instruction
        if data is not UNSET:
            field_dict["data"] = data
        if model_version is not UNSET:
            field_dict["model_version"] = model_version
        if template_name is not UNSET:
            field_dict["template_name"] = template_name
        if max_new_tokens is not UNSET:
            field_dict["max_new_tokens"] = max_new_tokens
        if sensor_metadata is not UNSET:
            field_dict["sensor_metadata"] = sensor_metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_query_image import ModelQueryImage  # noqa: PLC0415
        from ..models.model_query_metadata import ModelQueryMetadata  # noqa: PLC0415

        d = dict(src_dict)
        focus = d.pop("focus", UNSET)

        instruction = d.pop("instruction", UNSET)

        _data = d.pop("data", UNSET)
        data: list[ModelQueryImage] | Unset = UNSET
        if _data is not UNSET and _data is not None:
            data = []
            for data_item_data in _data:
                data_item = ModelQueryImage.from_dict(data_item_data)

                data.append(data_item)

        model_version = d.pop("model_version", UNSET)

        template_name = d.pop("template_name", UNSET)

        max_new_tokens = d.pop("max_new_tokens", UNSET)

        _sensor_metadata = d.pop("sensor_metadata", UNSET)
        sensor_metadata: ModelQueryMetadata | Unset
        if _sensor_metadata is None or isinstance(_sensor_metadata, Unset):
            sensor_metadata = UNSET
        else:
            sensor_metadata = ModelQueryMetadata.from_dict(_sensor_metadata)

        model_query_event_data = cls(
            focus=focus,
            instruction=instruction,
            data=data,
            model_version=model_version,
            template_name=template_name,
            max_new_tokens=max_new_tokens,
            sensor_metadata=sensor_metadata,
        )

        model_query_event_data.additional_properties = d
        return model_query_event_data

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
