from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus, check_job_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="JobRetryResult")


@_attrs_define
class JobRetryResult:
    """A job that was queued again.

    Attributes:
        id (str): The job, with the same id as before.
        status (JobStatus): Where a job stands: `COMPLETED`, `FAILED` and `CANCELLED` are ends, of which the last two
            can be
            retried. `ADMITTED` lies between queue and run (INFERRED).
        retry_count (int | Unset): How often it was retried, this time included.
    """

    id: str
    status: JobStatus
    retry_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        status: str = self.status

        retry_count = self.retry_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
            }
        )
        if retry_count is not UNSET:
            field_dict["retry_count"] = retry_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        status = check_job_status(d.pop("status"))

        retry_count = d.pop("retry_count", UNSET)

        job_retry_result = cls(
            id=id,
            status=status,
            retry_count=retry_count,
        )

        job_retry_result.additional_properties = d
        return job_retry_result

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
