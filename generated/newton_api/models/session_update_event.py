from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.any_event import AnyEvent
    from ..models.image_array_event import ImageArrayEvent
    from ..models.image_event import ImageEvent
    from ..models.numeric_array_event import NumericArrayEvent
    from ..models.session_data_event import SessionDataEvent
    from ..models.text_event import TextEvent


T = TypeVar("T", bound="SessionUpdateEvent")


@_attrs_define
class SessionUpdateEvent:
    """Pushes data into the session, which may start an inference.

    Attributes:
        type_ (Literal['session.update']):
        event_data (AnyEvent | ImageArrayEvent | ImageEvent | NumericArrayEvent | SessionDataEvent | TextEvent): The
            data event that `session.update` carries; only `data.json` has been seen.
    """

    type_: Literal["session.update"]
    event_data: AnyEvent | ImageArrayEvent | ImageEvent | NumericArrayEvent | SessionDataEvent | TextEvent
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.numeric_array_event import NumericArrayEvent  # noqa: PLC0415
        from ..models.session_data_event import SessionDataEvent  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        type_ = self.type_

        event_data: dict[str, Any]
        if isinstance(self.event_data, SessionDataEvent):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, TextEvent):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, ImageEvent):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, ImageArrayEvent):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, NumericArrayEvent):
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
        from ..models.any_event import AnyEvent  # noqa: PLC0415
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.numeric_array_event import NumericArrayEvent  # noqa: PLC0415
        from ..models.session_data_event import SessionDataEvent  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['session.update']", d.pop("type"))
        if type_ != "session.update":
            raise ValueError(f"type must match const 'session.update', got '{type_}'")

        def _parse_event_data(
            data: object,
        ) -> AnyEvent | ImageArrayEvent | ImageEvent | NumericArrayEvent | SessionDataEvent | TextEvent:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_update_data_type_0 = SessionDataEvent.from_dict(data)

                return componentsschemas_session_update_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_update_data_type_1 = TextEvent.from_dict(data)

                return componentsschemas_session_update_data_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_update_data_type_2 = ImageEvent.from_dict(data)

                return componentsschemas_session_update_data_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_update_data_type_3 = ImageArrayEvent.from_dict(data)

                return componentsschemas_session_update_data_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_update_data_type_4 = NumericArrayEvent.from_dict(data)

                return componentsschemas_session_update_data_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_update_data_type_5 = AnyEvent.from_dict(data)

            return componentsschemas_session_update_data_type_5

        event_data = _parse_event_data(d.pop("event_data"))

        session_update_event = cls(
            type_=type_,
            event_data=event_data,
        )

        session_update_event.additional_properties = d
        return session_update_event

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
