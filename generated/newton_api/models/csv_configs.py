from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CsvConfigs")


@_attrs_define
class CsvConfigs:
    """How CSV files, and pushed windows with them, are read.

    Attributes:
        timestamp_column (str | Unset): Name of the time column: ISO 8601, or Unix seconds.
        data_columns (list[str] | Unset): The columns to use, one channel each. Documented as four at most, though more
            have worked.
            Without it, the first four beside the timestamp.
        window_size (int | Unset): Rows per window. Default 1024.
        step_size (int | Unset): Rows between windows. Default 1024.
    """

    timestamp_column: str | Unset = UNSET
    data_columns: list[str] | Unset = UNSET
    window_size: int | Unset = UNSET
    step_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        timestamp_column = self.timestamp_column

        data_columns: list[str] | Unset = UNSET
        if not isinstance(self.data_columns, Unset):
            data_columns = self.data_columns

        window_size = self.window_size

        step_size = self.step_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if timestamp_column is not UNSET:
            field_dict["timestamp_column"] = timestamp_column
        if data_columns is not UNSET:
            field_dict["data_columns"] = data_columns
        if window_size is not UNSET:
            field_dict["window_size"] = window_size
        if step_size is not UNSET:
            field_dict["step_size"] = step_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        timestamp_column = d.pop("timestamp_column", UNSET)

        data_columns = cast("list[str]", d.pop("data_columns", UNSET))

        window_size = d.pop("window_size", UNSET)

        step_size = d.pop("step_size", UNSET)

        csv_configs = cls(
            timestamp_column=timestamp_column,
            data_columns=data_columns,
            window_size=window_size,
            step_size=step_size,
        )

        csv_configs.additional_properties = d
        return csv_configs

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
