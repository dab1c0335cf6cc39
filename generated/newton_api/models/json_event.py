from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.json_event_data import JsonEventData


T = TypeVar("T", bound="JsonEvent")


@_attrs_define
class JsonEvent:
    """A JSON document, serialized.

    Attributes:
        type_ (Literal['data.json']):
        event_data (JsonEventData):
    """

    type_: Literal["data.json"]
    event_data: JsonEventData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        event_data = self.event_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "event_data": event_data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.json_event_data import JsonEventData  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['data.json']", d.pop("type"))
        if type_ != "data.json":
            raise ValueError(f"type must match const 'data.json', got '{type_}'")

        event_data = JsonEventData.from_dict(d.pop("event_data"))

        json_event = cls(
            type_=type_,
            event_data=event_data,
        )

        json_event.additional_properties = d
        return json_event

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
