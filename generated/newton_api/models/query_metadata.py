from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="QueryMetadata")


@_attrs_define
class QueryMetadata:
    """Kept with the query. Frames of a video need all three fields; other keys are your own.

    Attributes:
        raw_fps (float | Unset): Frames per second of the video.
        frames_indices (list[int] | Unset): Which frame of the video each image is, from 0.
        total_num_frames (int | Unset): Frames in the whole video.
    """

    raw_fps: float | Unset = UNSET
    frames_indices: list[int] | Unset = UNSET
    total_num_frames: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        raw_fps = self.raw_fps

        frames_indices: list[int] | Unset = UNSET
        if not isinstance(self.frames_indices, Unset):
            frames_indices = self.frames_indices

        total_num_frames = self.total_num_frames

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if raw_fps is not UNSET:
            field_dict["raw_fps"] = raw_fps
        if frames_indices is not UNSET:
            field_dict["frames_indices"] = frames_indices
        if total_num_frames is not UNSET:
            field_dict["total_num_frames"] = total_num_frames

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        raw_fps = d.pop("raw_fps", UNSET)

        frames_indices = cast("list[int]", d.pop("frames_indices", UNSET))

        total_num_frames = d.pop("total_num_frames", UNSET)

        query_metadata = cls(
            raw_fps=raw_fps,
            frames_indices=frames_indices,
            total_num_frames=total_num_frames,
        )

        query_metadata.additional_properties = d
        return query_metadata

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
