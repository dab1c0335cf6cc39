from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="VideoFileReaderConfig")


@_attrs_define
class VideoFileReaderConfig:
    """
    Attributes:
        file_id (str): The uploaded video.
        window_size (int | Unset): Frames per window.
        step_size (int | Unset): Frames between windows.
    """

    file_id: str
    window_size: int | Unset = UNSET
    step_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file_id = self.file_id

        window_size = self.window_size

        step_size = self.step_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file_id": file_id,
            }
        )
        if window_size is not UNSET:
            field_dict["window_size"] = window_size
        if step_size is not UNSET:
            field_dict["step_size"] = step_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_id = d.pop("file_id")

        window_size = d.pop("window_size", UNSET)

        step_size = d.pop("step_size", UNSET)

        video_file_reader_config = cls(
            file_id=file_id,
            window_size=window_size,
            step_size=step_size,
        )

        video_file_reader_config.additional_properties = d
        return video_file_reader_config

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
