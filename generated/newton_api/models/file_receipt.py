from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import FileUid

T = TypeVar("T", bound="FileReceipt")


@_attrs_define
class FileReceipt:
    """What an upload or a deletion answers.

    Attributes:
        is_valid (bool): Whether it succeeded; false is a failure inside a 200.
        file_id (str): The file's name, to use in other calls.
        file_uid (str): Names this stored object; new with every upload. Not accepted as a `file_id`.
    """

    is_valid: bool
    file_id: str
    file_uid: FileUid
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_valid = self.is_valid

        file_id = self.file_id

        file_uid = self.file_uid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_valid": is_valid,
                "file_id": file_id,
                "file_uid": file_uid,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_valid = d.pop("is_valid")

        file_id = d.pop("file_id")

        file_uid = d.pop("file_uid")

        file_receipt = cls(
            is_valid=is_valid,
            file_id=file_id,
            file_uid=file_uid,
        )

        file_receipt.additional_properties = d
        return file_receipt

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
