from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UploadInitiateRequest")


@_attrs_define
class UploadInitiateRequest:
    """
    Attributes:
        filename (str): Becomes the `file_id`, so keep the extension.
        file_type (str): MIME type; kept with the file, and what later jobs go by.
        num_bytes (int): Size of the whole file in bytes, up to 250 GB.
        resume_if_started (bool | Unset): Whether to go on with an unfinished upload of this name, type and size, if
            there is one; only the
            parts that are not checkpointed come back then. The server's default is false.
    """

    filename: str
    file_type: str
    num_bytes: int
    resume_if_started: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        filename = self.filename

        file_type = self.file_type

        num_bytes = self.num_bytes

        resume_if_started = self.resume_if_started

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "filename": filename,
                "file_type": file_type,
                "num_bytes": num_bytes,
            }
        )
        if resume_if_started is not UNSET:
            field_dict["resume_if_started"] = resume_if_started

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        filename = d.pop("filename")

        file_type = d.pop("file_type")

        num_bytes = d.pop("num_bytes")

        resume_if_started = d.pop("resume_if_started", UNSET)

        upload_initiate_request = cls(
            filename=filename,
            file_type=file_type,
            num_bytes=num_bytes,
            resume_if_started=resume_if_started,
        )

        upload_initiate_request.additional_properties = d
        return upload_initiate_request

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
