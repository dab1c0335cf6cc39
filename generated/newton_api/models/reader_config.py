from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReaderConfig")


@_attrs_define
class ReaderConfig:
    """How the CSV files are read and cut into windows.

    Attributes:
        data_columns (list[str] | Unset): The sensor columns, one channel each; all must be numeric.
        timestamp_column (str | Unset): The column that tells the time; copied to the output.
        window_size (int | Unset): Rows per window; 16, 32, 64 and 128 are usual, 1 fails.
        step_size (int | Unset): Rows from one window's start to the next.
    """

    data_columns: list[str] | Unset = UNSET
    timestamp_column: str | Unset = UNSET
    window_size: int | Unset = UNSET
    step_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data_columns: list[str] | Unset = UNSET
        if not isinstance(self.data_columns, Unset):
            data_columns = self.data_columns

        timestamp_column = self.timestamp_column

        window_size = self.window_size

        step_size = self.step_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if data_columns is not UNSET:
            field_dict["data_columns"] = data_columns
        if timestamp_column is not UNSET:
            field_dict["timestamp_column"] = timestamp_column
        if window_size is not UNSET:
            field_dict["window_size"] = window_size
        if step_size is not UNSET:
            field_dict["step_size"] = step_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        data_columns = cast("list[str]", d.pop("data_columns", UNSET))

        timestamp_column = d.pop("timestamp_column", UNSET)

        window_size = d.pop("window_size", UNSET)

        step_size = d.pop("step_size", UNSET)

        reader_config = cls(
            data_columns=data_columns,
            timestamp_column=timestamp_column,
            window_size=window_size,
            step_size=step_size,
        )

        reader_config.additional_properties = d
        return reader_config

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
