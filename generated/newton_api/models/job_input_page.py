from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_input import JobInput


T = TypeVar("T", bound="JobInputPage")


@_attrs_define
class JobInputPage:
    """A page of a job's inputs.

    Attributes:
        total (int): How many there are on all pages.
        inputs (list[JobInput]): The inputs.
        job_id (str | Unset): The job.
        offset (int | Unset): How many were skipped.
        limit (int | Unset): How many were asked for.
    """

    total: int
    inputs: list[JobInput]
    job_id: str | Unset = UNSET
    offset: int | Unset = UNSET
    limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        inputs = []
        for inputs_item_data in self.inputs:
            inputs_item = inputs_item_data.to_dict()
            inputs.append(inputs_item)

        job_id = self.job_id

        offset = self.offset

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "inputs": inputs,
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
        from ..models.job_input import JobInput  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        inputs = []
        _inputs = d.pop("inputs")
        for inputs_item_data in _inputs:
            inputs_item = JobInput.from_dict(inputs_item_data)

            inputs.append(inputs_item)

        job_id = d.pop("job_id", UNSET)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        job_input_page = cls(
            total=total,
            inputs=inputs,
            job_id=job_id,
            offset=offset,
            limit=limit,
        )

        job_input_page.additional_properties = d
        return job_input_page

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
