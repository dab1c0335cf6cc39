from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.trace_file_counts import TraceFileCounts
    from ..models.trace_point_items import TracePointItems


T = TypeVar("T", bound="TracePoint")


@_attrs_define
class TracePoint:
    """How far a job was at one time. All numbers count from its start.

    Attributes:
        t (datetime.datetime): The end of the bucket; of the last one, the job's end or now.
        step (int): Inputs finished by then, completed and failed.
        files (TraceFileCounts | Unset): Inputs finished.
        items (TracePointItems | Unset): Items within the inputs, by kind of progress; empty before the first.
    """

    t: datetime.datetime
    step: int
    files: TraceFileCounts | Unset = UNSET
    items: TracePointItems | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        t = self.t.isoformat()

        step = self.step

        files: dict[str, Any] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files.to_dict()

        items: dict[str, Any] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = self.items.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "t": t,
                "step": step,
            }
        )
        if files is not UNSET:
            field_dict["files"] = files
        if items is not UNSET:
            field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trace_file_counts import TraceFileCounts  # noqa: PLC0415
        from ..models.trace_point_items import TracePointItems  # noqa: PLC0415

        d = dict(src_dict)
        t = datetime.datetime.fromisoformat(d.pop("t"))

        step = d.pop("step")

        _files = d.pop("files", UNSET)
        files: TraceFileCounts | Unset
        if _files is None or isinstance(_files, Unset):
            files = UNSET
        else:
            files = TraceFileCounts.from_dict(_files)

        _items = d.pop("items", UNSET)
        items: TracePointItems | Unset
        if _items is None or isinstance(_items, Unset):
            items = UNSET
        else:
            items = TracePointItems.from_dict(_items)

        trace_point = cls(
            t=t,
            step=step,
            files=files,
            items=items,
        )

        trace_point.additional_properties = d
        return trace_point

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
