from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_status import FileStatus, check_file_status
from ..types import UNSET, FileUid, Unset

if TYPE_CHECKING:
    from ..models.file_attributes import FileAttributes
    from ..models.file_metadata_file_tags import FileMetadataFileTags


T = TypeVar("T", bound="FileMetadata")


@_attrs_define
class FileMetadata:
    """What is known of one file. Times are not.

    Attributes:
        file_id (str): The file's name, to use in other calls.
        file_uid (str): Names this stored object. Not accepted as a `file_id`.
        file_type (str): MIME type, as declared with the upload.
        num_bytes (int): Size in bytes.
        file_status (FileStatus): State of a file in metadata. The answer to a finished direct upload has other names.
        is_valid (bool | Unset): Whether the file can be used.
        file_attributes (FileAttributes | Unset): Read from the content. Images: size and channels; CSV: rows and
            columns; else empty.
        ingested (bool | Unset): Whether ingestion is finished.
        file_index (int | Unset): Place in the organization's list.
        file_tags (FileMetadataFileTags | Unset): Tags by name.
    """

    file_id: str
    file_uid: FileUid
    file_type: str
    num_bytes: int
    file_status: FileStatus
    is_valid: bool | Unset = UNSET
    file_attributes: FileAttributes | Unset = UNSET
    ingested: bool | Unset = UNSET
    file_index: int | Unset = UNSET
    file_tags: FileMetadataFileTags | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file_id = self.file_id

        file_uid = self.file_uid

        file_type = self.file_type

        num_bytes = self.num_bytes

        file_status: str = self.file_status

        is_valid = self.is_valid

        file_attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.file_attributes, Unset):
            file_attributes = self.file_attributes.to_dict()

        ingested = self.ingested

        file_index = self.file_index

        file_tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.file_tags, Unset):
            file_tags = self.file_tags.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file_id": file_id,
                "file_uid": file_uid,
                "file_type": file_type,
                "num_bytes": num_bytes,
                "file_status": file_status,
            }
        )
        if is_valid is not UNSET:
            field_dict["is_valid"] = is_valid
        if file_attributes is not UNSET:
            field_dict["file_attributes"] = file_attributes
        if ingested is not UNSET:
            field_dict["ingested"] = ingested
        if file_index is not UNSET:
            field_dict["file_index"] = file_index
        if file_tags is not UNSET:
            field_dict["file_tags"] = file_tags

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_attributes import FileAttributes  # noqa: PLC0415
        from ..models.file_metadata_file_tags import FileMetadataFileTags  # noqa: PLC0415

        d = dict(src_dict)
        file_id = d.pop("file_id")

        file_uid = d.pop("file_uid")

        file_type = d.pop("file_type")

        num_bytes = d.pop("num_bytes")

        file_status = check_file_status(d.pop("file_status"))

        is_valid = d.pop("is_valid", UNSET)

        _file_attributes = d.pop("file_attributes", UNSET)
        file_attributes: FileAttributes | Unset
        if _file_attributes is None or isinstance(_file_attributes, Unset):
            file_attributes = UNSET
        else:
            file_attributes = FileAttributes.from_dict(_file_attributes)

        ingested = d.pop("ingested", UNSET)

        file_index = d.pop("file_index", UNSET)

        _file_tags = d.pop("file_tags", UNSET)
        file_tags: FileMetadataFileTags | Unset
        if _file_tags is None or isinstance(_file_tags, Unset):
            file_tags = UNSET
        else:
            file_tags = FileMetadataFileTags.from_dict(_file_tags)

        file_metadata = cls(
            file_id=file_id,
            file_uid=file_uid,
            file_type=file_type,
            num_bytes=num_bytes,
            file_status=file_status,
            is_valid=is_valid,
            file_attributes=file_attributes,
            ingested=ingested,
            file_index=file_index,
            file_tags=file_tags,
        )

        file_metadata.additional_properties = d
        return file_metadata

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
