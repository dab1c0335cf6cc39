from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.trace_point import TracePoint


T = TypeVar("T", bound="ProgressTraces")


@_attrs_define
class ProgressTraces:
    """A job's progress over time.

    Attributes:
        bucket_seconds (float): The length of a bucket in seconds.
        points (list[TracePoint]): One per bucket, oldest first.
        job_id (str | Unset): The job.
        latest_event_at (datetime.datetime | None | Unset): When progress was last made; null before the first.
    """

    bucket_seconds: float
    points: list[TracePoint]
    job_id: str | Unset = UNSET
    latest_event_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bucket_seconds = self.bucket_seconds

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        job_id = self.job_id

        latest_event_at: None | str | Unset
        if isinstance(self.latest_event_at, Unset):
            latest_event_at = UNSET
        elif isinstance(self.latest_event_at, datetime.datetime):
            latest_event_at = self.latest_event_at.isoformat()
        else:
            latest_event_at = self.latest_event_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bucket_seconds": bucket_seconds,
                "points": points,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if latest_event_at is not UNSET:
            field_dict["latest_event_at"] = latest_event_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trace_point import TracePoint  # noqa: PLC0415

        d = dict(src_dict)
        bucket_seconds = d.pop("bucket_seconds")

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = TracePoint.from_dict(points_item_data)

            points.append(points_item)

        job_id = d.pop("job_id", UNSET)

        def _parse_latest_event_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                latest_event_at_type_0 = datetime.datetime.fromisoformat(data)

                return latest_event_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        latest_event_at = _parse_latest_event_at(d.pop("latest_event_at", UNSET))

        progress_traces = cls(
            bucket_seconds=bucket_seconds,
            points=points,
            job_id=job_id,
            latest_event_at=latest_event_at,
        )

        progress_traces.additional_properties = d
        return progress_traces

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
