from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.input_progress import InputProgress


T = TypeVar("T", bound="InputProgressPage")


@_attrs_define
class InputProgressPage:
    """A page of inputs with their progress.

    Attributes:
        total (int): How many there are on all pages.
        items (list[InputProgress]): The inputs.
        job_id (str | Unset): The job.
        offset (int | Unset): How many were skipped.
        limit (int | Unset): How many were asked for.
    """

    total: int
    items: list[InputProgress]
    job_id: str | Unset = UNSET
    offset: int | Unset = UNSET
    limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        job_id = self.job_id

        offset = self.offset

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "items": items,
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
        from ..models.input_progress import InputProgress  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = InputProgress.from_dict(items_item_data)

            items.append(items_item)

        job_id = d.pop("job_id", UNSET)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        input_progress_page = cls(
            total=total,
            items=items,
            job_id=job_id,
            offset=offset,
            limit=limit,
        )

        input_progress_page.additional_properties = d
        return input_progress_page

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
