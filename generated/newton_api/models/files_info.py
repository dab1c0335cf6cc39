from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FilesInfo")


@_attrs_define
class FilesInfo:
    """Totals over the organization's files.

    Attributes:
        num_files (int): How many files there are.
        num_bytes (int): Their size in bytes.
        num_ingested (int): How many of them are ingested.
        last_updated (float | Unset): Unix seconds of the last change.
    """

    num_files: int
    num_bytes: int
    num_ingested: int
    last_updated: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        num_files = self.num_files

        num_bytes = self.num_bytes

        num_ingested = self.num_ingested

        last_updated = self.last_updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "num_files": num_files,
                "num_bytes": num_bytes,
                "num_ingested": num_ingested,
            }
        )
        if last_updated is not UNSET:
            field_dict["last_updated"] = last_updated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        num_files = d.pop("num_files")

        num_bytes = d.pop("num_bytes")

        num_ingested = d.pop("num_ingested")

        last_updated = d.pop("last_updated", UNSET)

        files_info = cls(
            num_files=num_files,
            num_bytes=num_bytes,
            num_ingested=num_ingested,
            last_updated=last_updated,
        )

        files_info.additional_properties = d
        return files_info

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
