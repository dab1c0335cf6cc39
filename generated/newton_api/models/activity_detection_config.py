from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generation_config import GenerationConfig


T = TypeVar("T", bound="ActivityDetectionConfig")


@_attrs_define
class ActivityDetectionConfig:
    """Configuration of `activity-detection`. A configuration without `generation` is a `PipelineConfig`.

    Attributes:
        generation (GenerationConfig): How the text is generated. The defaults are not documented.
        model_variant (str | Unset): The model; `newton/c:2.5.1-8b-base` when left out.
        max_video_frames (int | Unset): Frames sampled from a video; 32 when left out.
        batch_size (int | Unset): Lines per batch; chosen by the server when left out (16 to 24 seen). Use 1 for media.
    """

    generation: GenerationConfig
    model_variant: str | Unset = UNSET
    max_video_frames: int | Unset = UNSET
    batch_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        generation = self.generation.to_dict()

        model_variant = self.model_variant

        max_video_frames = self.max_video_frames

        batch_size = self.batch_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "generation": generation,
            }
        )
        if model_variant is not UNSET:
            field_dict["model_variant"] = model_variant
        if max_video_frames is not UNSET:
            field_dict["max_video_frames"] = max_video_frames
        if batch_size is not UNSET:
            field_dict["batch_size"] = batch_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.generation_config import GenerationConfig  # noqa: PLC0415

        d = dict(src_dict)
        generation = GenerationConfig.from_dict(d.pop("generation"))

        model_variant = d.pop("model_variant", UNSET)

        max_video_frames = d.pop("max_video_frames", UNSET)

        batch_size = d.pop("batch_size", UNSET)

        activity_detection_config = cls(
            generation=generation,
            model_variant=model_variant,
            max_video_frames=max_video_frames,
            batch_size=batch_size,
        )

        activity_detection_config.additional_properties = d
        return activity_detection_config

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
