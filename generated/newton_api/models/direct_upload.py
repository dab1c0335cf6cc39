from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.integrity_algorithm import IntegrityAlgorithm, check_integrity_algorithm
from ..types import UNSET, FileUid, Unset

if TYPE_CHECKING:
    from ..models.upload_part import UploadPart


T = TypeVar("T", bound="DirectUpload")


@_attrs_define
class DirectUpload:
    """An upload and the parts to send.

    Attributes:
        upload_id (str): Names the upload in the calls that follow.
        file_uid (str): The `file_uid` that the finished file will have.
        num_parts (int): Parts of the whole file, also where fewer are listed.
        parts (list[UploadPart]): The parts to send; those left over, where an upload goes on.
        file_name (str | Unset): The `file_id` that the finished file will have.
        total_bytes (int | Unset): Size of the whole file.
        strategy (str | Unset): `simple` is one part; the server chooses by size.
        part_size (int | Unset): Bytes in every part but the last.
        integrity_algorithm (IntegrityAlgorithm | Unset): The checksum that storage can verify over the whole file.
        is_resume (bool | Unset): Whether an unfinished upload goes on.
        expires_at (datetime.datetime | Unset): When the URLs expire.
    """

    upload_id: str
    file_uid: FileUid
    num_parts: int
    parts: list[UploadPart]
    file_name: str | Unset = UNSET
    total_bytes: int | Unset = UNSET
    strategy: str | Unset = UNSET
    part_size: int | Unset = UNSET
    integrity_algorithm: IntegrityAlgorithm | Unset = UNSET
    is_resume: bool | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        upload_id = self.upload_id

        file_uid = self.file_uid

        num_parts = self.num_parts

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        file_name = self.file_name

        total_bytes = self.total_bytes

        strategy = self.strategy

        part_size = self.part_size

        integrity_algorithm: str | Unset = UNSET
        if not isinstance(self.integrity_algorithm, Unset):
            integrity_algorithm = self.integrity_algorithm

        is_resume = self.is_resume

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "upload_id": upload_id,
                "file_uid": file_uid,
                "num_parts": num_parts,
                "parts": parts,
            }
        )
        if file_name is not UNSET:
            field_dict["file_name"] = file_name
        if total_bytes is not UNSET:
            field_dict["total_bytes"] = total_bytes
        if strategy is not UNSET:
            field_dict["strategy"] = strategy
        if part_size is not UNSET:
            field_dict["part_size"] = part_size
        if integrity_algorithm is not UNSET:
            field_dict["integrity_algorithm"] = integrity_algorithm
        if is_resume is not UNSET:
            field_dict["is_resume"] = is_resume
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_part import UploadPart  # noqa: PLC0415

        d = dict(src_dict)
        upload_id = d.pop("upload_id")

        file_uid = d.pop("file_uid")

        num_parts = d.pop("num_parts")

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = UploadPart.from_dict(parts_item_data)

            parts.append(parts_item)

        file_name = d.pop("file_name", UNSET)

        total_bytes = d.pop("total_bytes", UNSET)

        strategy = d.pop("strategy", UNSET)

        part_size = d.pop("part_size", UNSET)

        _integrity_algorithm = d.pop("integrity_algorithm", UNSET)
        integrity_algorithm: IntegrityAlgorithm | Unset
        if _integrity_algorithm is None or isinstance(_integrity_algorithm, Unset):
            integrity_algorithm = UNSET
        else:
            integrity_algorithm = check_integrity_algorithm(_integrity_algorithm)

        is_resume = d.pop("is_resume", UNSET)

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if _expires_at is None or isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        direct_upload = cls(
            upload_id=upload_id,
            file_uid=file_uid,
            num_parts=num_parts,
            parts=parts,
            file_name=file_name,
            total_bytes=total_bytes,
            strategy=strategy,
            part_size=part_size,
            integrity_algorithm=integrity_algorithm,
            is_resume=is_resume,
            expires_at=expires_at,
        )

        direct_upload.additional_properties = d
        return direct_upload

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
