from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FileAttributes")


@_attrs_define
class FileAttributes:
    """Read from the content. Images: size and channels; CSV: rows and columns; else empty.

    Attributes:
        width (int | Unset): Image: width in pixels.
        height (int | Unset): Image: height in pixels.
        num_channels (int | Unset): Image: number of channels.
        channel_bands (list[str] | Unset): Image: names of the channels.
        num_rows (int | Unset): CSV: number of rows.
        num_columns (int | Unset): CSV: number of columns.
        column_headers (list[str] | Unset): CSV: names of the columns.
        metadata_status (str | Unset): Direct uploads: whether the content was looked at.
    """

    width: int | Unset = UNSET
    height: int | Unset = UNSET
    num_channels: int | Unset = UNSET
    channel_bands: list[str] | Unset = UNSET
    num_rows: int | Unset = UNSET
    num_columns: int | Unset = UNSET
    column_headers: list[str] | Unset = UNSET
    metadata_status: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        width = self.width

        height = self.height

        num_channels = self.num_channels

        channel_bands: list[str] | Unset = UNSET
        if not isinstance(self.channel_bands, Unset):
            channel_bands = self.channel_bands

        num_rows = self.num_rows

        num_columns = self.num_columns

        column_headers: list[str] | Unset = UNSET
        if not isinstance(self.column_headers, Unset):
            column_headers = self.column_headers

        metadata_status = self.metadata_status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if num_channels is not UNSET:
            field_dict["num_channels"] = num_channels
        if channel_bands is not UNSET:
            field_dict["channel_bands"] = channel_bands
        if num_rows is not UNSET:
            field_dict["num_rows"] = num_rows
        if num_columns is not UNSET:
            field_dict["num_columns"] = num_columns
        if column_headers is not UNSET:
            field_dict["column_headers"] = column_headers
        if metadata_status is not UNSET:
            field_dict["metadata_status"] = metadata_status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        num_channels = d.pop("num_channels", UNSET)

        channel_bands = cast("list[str]", d.pop("channel_bands", UNSET))

        num_rows = d.pop("num_rows", UNSET)

        num_columns = d.pop("num_columns", UNSET)

        column_headers = cast("list[str]", d.pop("column_headers", UNSET))

        metadata_status = d.pop("metadata_status", UNSET)

        file_attributes = cls(
            width=width,
            height=height,
            num_channels=num_channels,
            channel_bands=channel_bands,
            num_rows=num_rows,
            num_columns=num_columns,
            column_headers=column_headers,
            metadata_status=metadata_status,
        )

        file_attributes.additional_properties = d
        return file_attributes

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
