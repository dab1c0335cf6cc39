from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="InputProgressCounts")


@_attrs_define
class InputProgressCounts:
    """How many tracked inputs of a job have each status.

    Attributes:
        pending (int): Not begun.
        processing (int): Being worked on.
        completed (int): Done.
        failed (int): Failed.
        job_id (str | Unset): The job.
    """

    pending: int
    processing: int
    completed: int
    failed: int
    job_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pending = self.pending

        processing = self.processing

        completed = self.completed

        failed = self.failed

        job_id = self.job_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pending": pending,
                "processing": processing,
                "completed": completed,
                "failed": failed,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pending = d.pop("pending")

        processing = d.pop("processing")

        completed = d.pop("completed")

        failed = d.pop("failed")

        job_id = d.pop("job_id", UNSET)

        input_progress_counts = cls(
            pending=pending,
            processing=processing,
            completed=completed,
            failed=failed,
            job_id=job_id,
        )

        input_progress_counts.additional_properties = d
        return input_progress_counts

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
