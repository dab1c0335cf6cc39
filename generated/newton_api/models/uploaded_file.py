from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.upload_status import UploadStatus, check_upload_status
from ..types import UNSET, FileUid, Unset

if TYPE_CHECKING:
    from ..models.file_attributes import FileAttributes


T = TypeVar("T", bound="UploadedFile")


@_attrs_define
class UploadedFile:
    """The file that a direct upload made.

    Attributes:
        file_uid (str): Names this stored object. Not accepted as a `file_id`.
        file_name (str): The `file_id` of later calls.
        num_bytes (int): Size in bytes.
        file_status (UploadStatus): State of a file after a direct upload; `Registered` is success. Metadata has other
            names.
        file_attributes (FileAttributes | Unset): Read from the content. Images: size and channels; CSV: rows and
            columns; else empty.
    """

    file_uid: FileUid
    file_name: str
    num_bytes: int
    file_status: UploadStatus
    file_attributes: FileAttributes | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file_uid = self.file_uid

        file_name = self.file_name

        num_bytes = self.num_bytes

        file_status: str = self.file_status

        file_attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.file_attributes, Unset):
            file_attributes = self.file_attributes.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file_uid": file_uid,
                "file_name": file_name,
                "num_bytes": num_bytes,
                "file_status": file_status,
            }
        )
        if file_attributes is not UNSET:
            field_dict["file_attributes"] = file_attributes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_attributes import FileAttributes  # noqa: PLC0415

        d = dict(src_dict)
        file_uid = d.pop("file_uid")

        file_name = d.pop("file_name")

        num_bytes = d.pop("num_bytes")

        file_status = check_upload_status(d.pop("file_status"))

        _file_attributes = d.pop("file_attributes", UNSET)
        file_attributes: FileAttributes | Unset
        if _file_attributes is None or isinstance(_file_attributes, Unset):
            file_attributes = UNSET
        else:
            file_attributes = FileAttributes.from_dict(_file_attributes)

        uploaded_file = cls(
            file_uid=file_uid,
            file_name=file_name,
            num_bytes=num_bytes,
            file_status=file_status,
            file_attributes=file_attributes,
        )

        uploaded_file.additional_properties = d
        return uploaded_file

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
