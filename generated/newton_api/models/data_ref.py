from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.data_ref_metadata import DataRefMetadata


T = TypeVar("T", bound="DataRef")


@_attrs_define
class DataRef:
    """A stored file and where to fetch it.

    Attributes:
        ref (str): Where to fetch it: a URL (presigned: no API key), or, newer, a path that starts with `/`, to be
            fetched under the base URL with the key.
        filename (str): Its name.
        file_type (str | Unset): Its media type.
        file_extension (str | Unset): Its extension, dot included.
        num_bytes (int | Unset): Its size in bytes.
        metadata (DataRefMetadata | Unset): What was given with it at creation, such as `class`.
        file_tags (Any | Unset): Tags of the uploaded file; null if none.
        file_attributes (Any | Unset): Attributes of the uploaded file; null if none.
    """

    ref: str
    filename: str
    file_type: str | Unset = UNSET
    file_extension: str | Unset = UNSET
    num_bytes: int | Unset = UNSET
    metadata: DataRefMetadata | Unset = UNSET
    file_tags: Any | Unset = UNSET
    file_attributes: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ref = self.ref

        filename = self.filename

        file_type = self.file_type

        file_extension = self.file_extension

        num_bytes = self.num_bytes

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        file_tags = self.file_tags

        file_attributes = self.file_attributes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ref": ref,
                "filename": filename,
            }
        )
        if file_type is not UNSET:
            field_dict["file_type"] = file_type
        if file_extension is not UNSET:
            field_dict["file_extension"] = file_extension
        if num_bytes is not UNSET:
            field_dict["num_bytes"] = num_bytes
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if file_tags is not UNSET:
            field_dict["file_tags"] = file_tags
        if file_attributes is not UNSET:
            field_dict["file_attributes"] = file_attributes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_ref_metadata import DataRefMetadata  # noqa: PLC0415

        d = dict(src_dict)
        ref = d.pop("ref")

        filename = d.pop("filename")

        file_type = d.pop("file_type", UNSET)

        file_extension = d.pop("file_extension", UNSET)

        num_bytes = d.pop("num_bytes", UNSET)

        _metadata = d.pop("metadata", UNSET)
        metadata: DataRefMetadata | Unset
        if _metadata is None or isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = DataRefMetadata.from_dict(_metadata)

        file_tags = d.pop("file_tags", UNSET)

        file_attributes = d.pop("file_attributes", UNSET)

        data_ref = cls(
            ref=ref,
            filename=filename,
            file_type=file_type,
            file_extension=file_extension,
            num_bytes=num_bytes,
            metadata=metadata,
            file_tags=file_tags,
            file_attributes=file_attributes,
        )

        data_ref.additional_properties = d
        return data_ref

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
