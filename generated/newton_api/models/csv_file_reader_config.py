from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CsvFileReaderConfig")


@_attrs_define
class CsvFileReaderConfig:
    """
    Attributes:
        file_id (str): The uploaded CSV file.
        window_size (int | Unset): Rows per window.
        step_size (int | Unset): Rows between windows.
        loop_recording (bool | int | Unset): Start again at the end of the file.
        output_format (str | Unset): How rows are handed on.
    """

    file_id: str
    window_size: int | Unset = UNSET
    step_size: int | Unset = UNSET
    loop_recording: bool | int | Unset = UNSET
    output_format: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file_id = self.file_id

        window_size = self.window_size

        step_size = self.step_size

        loop_recording: bool | int | Unset
        if isinstance(self.loop_recording, Unset):
            loop_recording = UNSET
        else:
            loop_recording = self.loop_recording

        output_format = self.output_format

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
        if loop_recording is not UNSET:
            field_dict["loop_recording"] = loop_recording
        if output_format is not UNSET:
            field_dict["output_format"] = output_format

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_id = d.pop("file_id")

        window_size = d.pop("window_size", UNSET)

        step_size = d.pop("step_size", UNSET)

        def _parse_loop_recording(data: object) -> bool | int | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("bool | int | Unset", data)

        loop_recording = _parse_loop_recording(d.pop("loop_recording", UNSET))

        output_format = d.pop("output_format", UNSET)

        csv_file_reader_config = cls(
            file_id=file_id,
            window_size=window_size,
            step_size=step_size,
            loop_recording=loop_recording,
            output_format=output_format,
        )

        csv_file_reader_config.additional_properties = d
        return csv_file_reader_config

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
