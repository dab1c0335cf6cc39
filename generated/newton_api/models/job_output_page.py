from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_output import JobOutput


T = TypeVar("T", bound="JobOutputPage")


@_attrs_define
class JobOutputPage:
    """A page of a job's outputs.

    Attributes:
        total (int): How many there are on all pages.
        outputs (list[JobOutput]): The outputs.
        job_id (str | Unset): The job.
        offset (int | Unset): How many were skipped.
        limit (int | Unset): How many were asked for.
    """

    total: int
    outputs: list[JobOutput]
    job_id: str | Unset = UNSET
    offset: int | Unset = UNSET
    limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        outputs = []
        for outputs_item_data in self.outputs:
            outputs_item = outputs_item_data.to_dict()
            outputs.append(outputs_item)

        job_id = self.job_id

        offset = self.offset

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "outputs": outputs,
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
        from ..models.job_output import JobOutput  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        outputs = []
        _outputs = d.pop("outputs")
        for outputs_item_data in _outputs:
            outputs_item = JobOutput.from_dict(outputs_item_data)

            outputs.append(outputs_item)

        job_id = d.pop("job_id", UNSET)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        job_output_page = cls(
            total=total,
            outputs=outputs,
            job_id=job_id,
            offset=offset,
            limit=limit,
        )

        job_output_page.additional_properties = d
        return job_output_page

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
