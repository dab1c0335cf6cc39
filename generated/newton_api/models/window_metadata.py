from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="WindowMetadata")


@_attrs_define
class WindowMetadata:
    """Files: which rows the window covers, from `read_index` on.

    Attributes:
        read_index (int | Unset): The window's first row, from 0.
        window_size (int | Unset): Rows in the window.
        total_rows (int | Unset): Rows in the file.
        file_id (str | Unset): The file.
    """

    read_index: int | Unset = UNSET
    window_size: int | Unset = UNSET
    total_rows: int | Unset = UNSET
    file_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        read_index = self.read_index

        window_size = self.window_size

        total_rows = self.total_rows

        file_id = self.file_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if read_index is not UNSET:
            field_dict["read_index"] = read_index
        if window_size is not UNSET:
            field_dict["window_size"] = window_size
        if total_rows is not UNSET:
            field_dict["total_rows"] = total_rows
        if file_id is not UNSET:
            field_dict["file_id"] = file_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        read_index = d.pop("read_index", UNSET)

        window_size = d.pop("window_size", UNSET)

        total_rows = d.pop("total_rows", UNSET)

        file_id = d.pop("file_id", UNSET)

        window_metadata = cls(
            read_index=read_index,
            window_size=window_size,
            total_rows=total_rows,
            file_id=file_id,
        )

        window_metadata.additional_properties = d
        return window_metadata

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
