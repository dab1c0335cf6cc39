from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.event_data import EventData


T = TypeVar("T", bound="AnyStreamEvent")


@_attrs_define
class AnyStreamEvent:
    """An event of a type that is not listed here.

    Attributes:
        type_ (str): What the event is.
        event_data (EventData | None | Unset):
        message (str | Unset): Text of an error.
        timestamp (float | Unset): Unix seconds.
        data (EventData | Unset): What an event carries, where it is not documented or is empty.
    """

    type_: str
    event_data: EventData | None | Unset = UNSET
    message: str | Unset = UNSET
    timestamp: float | Unset = UNSET
    data: EventData | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.event_data import EventData  # noqa: PLC0415

        type_ = self.type_

        event_data: dict[str, Any] | None | Unset
        if isinstance(self.event_data, Unset):
            event_data = UNSET
        elif isinstance(self.event_data, EventData):
            event_data = self.event_data.to_dict()
        else:
            event_data = self.event_data

        message = self.message

        timestamp = self.timestamp

        data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if event_data is not UNSET:
            field_dict["event_data"] = event_data
        if message is not UNSET:
            field_dict["message"] = message
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp
        if data is not UNSET:
            field_dict["data"] = data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_data import EventData  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        def _parse_event_data(data: object) -> EventData | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                event_data_type_0 = EventData.from_dict(data)

                return event_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("EventData | None | Unset", data)

        event_data = _parse_event_data(d.pop("event_data", UNSET))

        message = d.pop("message", UNSET)

        timestamp = d.pop("timestamp", UNSET)

        _data = d.pop("data", UNSET)
        data: EventData | Unset
        if _data is None or isinstance(_data, Unset):
            data = UNSET
        else:
            data = EventData.from_dict(_data)

        any_stream_event = cls(
            type_=type_,
            event_data=event_data,
            message=message,
            timestamp=timestamp,
            data=data,
        )

        any_stream_event.additional_properties = d
        return any_stream_event

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
