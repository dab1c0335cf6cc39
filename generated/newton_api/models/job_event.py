from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_level import EventLevel, check_event_level
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_event_payload import JobEventPayload


T = TypeVar("T", bound="JobEvent")


@_attrs_define
class JobEvent:
    """Something that happened in a job.

    Attributes:
        id (int): The event's number.
        event_type (str): What kind of event; an open set.
        level (EventLevel): How serious an event is, or how the step it reports ended.
        message (str): What happened, for people.
        created_at (datetime.datetime): When it happened.
        payload (JobEventPayload | Unset): Details; what they are depends on `event_type`.
        input_id (None | str | Unset): The input it is about, if one.
        index (int | None | Unset): The parallel worker it comes from, if one (INFERRED).
    """

    id: int
    event_type: str
    level: EventLevel
    message: str
    created_at: datetime.datetime
    payload: JobEventPayload | Unset = UNSET
    input_id: None | str | Unset = UNSET
    index: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event_type = self.event_type

        level: str = self.level

        message = self.message

        created_at = self.created_at.isoformat()

        payload: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payload, Unset):
            payload = self.payload.to_dict()

        input_id: None | str | Unset
        if isinstance(self.input_id, Unset):
            input_id = UNSET
        else:
            input_id = self.input_id

        index: int | None | Unset
        if isinstance(self.index, Unset):
            index = UNSET
        else:
            index = self.index

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "event_type": event_type,
                "level": level,
                "message": message,
                "created_at": created_at,
            }
        )
        if payload is not UNSET:
            field_dict["payload"] = payload
        if input_id is not UNSET:
            field_dict["input_id"] = input_id
        if index is not UNSET:
            field_dict["index"] = index

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_event_payload import JobEventPayload  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        event_type = d.pop("event_type")

        level = check_event_level(d.pop("level"))

        message = d.pop("message")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        _payload = d.pop("payload", UNSET)
        payload: JobEventPayload | Unset
        if _payload is None or isinstance(_payload, Unset):
            payload = UNSET
        else:
            payload = JobEventPayload.from_dict(_payload)

        def _parse_input_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        input_id = _parse_input_id(d.pop("input_id", UNSET))

        def _parse_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        index = _parse_index(d.pop("index", UNSET))

        job_event = cls(
            id=id,
            event_type=event_type,
            level=level,
            message=message,
            created_at=created_at,
            payload=payload,
            input_id=input_id,
            index=index,
        )

        job_event.additional_properties = d
        return job_event

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
