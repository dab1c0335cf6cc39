from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.progress_entry import ProgressEntry


T = TypeVar("T", bound="ProgressPage")


@_attrs_define
class ProgressPage:
    """A page of a job's progress.

    Attributes:
        total (int): How many there are on all pages.
        entries (list[ProgressEntry]): The rows.
        job_id (str | Unset): The job.
        offset (int | Unset): How many were skipped.
        limit (int | Unset): How many were asked for.
    """

    total: int
    entries: list[ProgressEntry]
    job_id: str | Unset = UNSET
    offset: int | Unset = UNSET
    limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        entries = []
        for entries_item_data in self.entries:
            entries_item = entries_item_data.to_dict()
            entries.append(entries_item)

        job_id = self.job_id

        offset = self.offset

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "entries": entries,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if offset is not UNSET:
            field_dict["offset"] = offset
        if limit is not UNSET:
            field_dict["limit"] = limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.progress_entry import ProgressEntry  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        entries = []
        _entries = d.pop("entries")
        for entries_item_data in _entries:
            entries_item = ProgressEntry.from_dict(entries_item_data)

            entries.append(entries_item)

        job_id = d.pop("job_id", UNSET)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        progress_page = cls(
            total=total,
            entries=entries,
            job_id=job_id,
            offset=offset,
            limit=limit,
        )

        progress_page.additional_properties = d
        return progress_page

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
