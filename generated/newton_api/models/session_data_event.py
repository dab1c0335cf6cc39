from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.sensor_log_row import SensorLogRow
    from ..models.sensor_window import SensorWindow


T = TypeVar("T", bound="SessionDataEvent")


@_attrs_define
class SessionDataEvent:
    """A sensor window, or one row of a sensor log.

    Attributes:
        type_ (Literal['data.json']):
        event_data (SensorLogRow | SensorWindow):
    """

    type_: Literal["data.json"]
    event_data: SensorLogRow | SensorWindow
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sensor_window import SensorWindow  # noqa: PLC0415

        type_ = self.type_

        event_data: dict[str, Any]
        if isinstance(self.event_data, SensorWindow):
            event_data = self.event_data.to_dict()
        else:
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
        from ..models.sensor_log_row import SensorLogRow  # noqa: PLC0415
        from ..models.sensor_window import SensorWindow  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['data.json']", d.pop("type"))
        if type_ != "data.json":
            raise ValueError(f"type must match const 'data.json', got '{type_}'")

        def _parse_event_data(data: object) -> SensorLogRow | SensorWindow:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                event_data_type_0 = SensorWindow.from_dict(data)

                return event_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            event_data_type_1 = SensorLogRow.from_dict(data)

            return event_data_type_1

        event_data = _parse_event_data(d.pop("event_data"))

        session_data_event = cls(
            type_=type_,
            event_data=event_data,
        )

        session_data_event.additional_properties = d
        return session_data_event

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
