from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.any_event import AnyEvent
    from ..models.image_array_event import ImageArrayEvent
    from ..models.image_event import ImageEvent
    from ..models.input_stream_set_event import InputStreamSetEvent
    from ..models.model_query_event import ModelQueryEvent
    from ..models.numeric_array_event import NumericArrayEvent
    from ..models.output_stream_set_event import OutputStreamSetEvent
    from ..models.session_data_event import SessionDataEvent
    from ..models.session_destroy_event import SessionDestroyEvent
    from ..models.session_get_event import SessionGetEvent
    from ..models.session_heartbeat_event import SessionHeartbeatEvent
    from ..models.session_modify_event import SessionModifyEvent
    from ..models.session_read_event import SessionReadEvent
    from ..models.session_status_event import SessionStatusEvent
    from ..models.session_update_event import SessionUpdateEvent
    from ..models.session_validate_event import SessionValidateEvent
    from ..models.text_event import TextEvent


T = TypeVar("T", bound="SessionProcessEventRequest")


@_attrs_define
class SessionProcessEventRequest:
    """
    Attributes:
        session_id (str): An active session.
        event (AnyEvent | ImageArrayEvent | ImageEvent | InputStreamSetEvent | ModelQueryEvent | NumericArrayEvent |
            OutputStreamSetEvent | SessionDataEvent | SessionDestroyEvent | SessionGetEvent | SessionHeartbeatEvent |
            SessionModifyEvent | SessionReadEvent | SessionStatusEvent | SessionUpdateEvent | SessionValidateEvent |
            TextEvent): One event for a session. `type` says what it asks for.
    """

    session_id: str
    event: (
        AnyEvent
        | ImageArrayEvent
        | ImageEvent
        | InputStreamSetEvent
        | ModelQueryEvent
        | NumericArrayEvent
        | OutputStreamSetEvent
        | SessionDataEvent
        | SessionDestroyEvent
        | SessionGetEvent
        | SessionHeartbeatEvent
        | SessionModifyEvent
        | SessionReadEvent
        | SessionStatusEvent
        | SessionUpdateEvent
        | SessionValidateEvent
        | TextEvent
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.input_stream_set_event import InputStreamSetEvent  # noqa: PLC0415
        from ..models.model_query_event import ModelQueryEvent  # noqa: PLC0415
        from ..models.numeric_array_event import NumericArrayEvent  # noqa: PLC0415
        from ..models.output_stream_set_event import OutputStreamSetEvent  # noqa: PLC0415
        from ..models.session_data_event import SessionDataEvent  # noqa: PLC0415
        from ..models.session_destroy_event import SessionDestroyEvent  # noqa: PLC0415
        from ..models.session_get_event import SessionGetEvent  # noqa: PLC0415
        from ..models.session_heartbeat_event import SessionHeartbeatEvent  # noqa: PLC0415
        from ..models.session_modify_event import SessionModifyEvent  # noqa: PLC0415
        from ..models.session_read_event import SessionReadEvent  # noqa: PLC0415
        from ..models.session_status_event import SessionStatusEvent  # noqa: PLC0415
        from ..models.session_update_event import SessionUpdateEvent  # noqa: PLC0415
        from ..models.session_validate_event import SessionValidateEvent  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        session_id = self.session_id

        event: dict[str, Any]
        if isinstance(self.event, SessionStatusEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionValidateEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionGetEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionModifyEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionUpdateEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionReadEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionDestroyEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionHeartbeatEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, ModelQueryEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, InputStreamSetEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, OutputStreamSetEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, TextEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, ImageEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, ImageArrayEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, NumericArrayEvent):
            event = self.event.to_dict()
        elif isinstance(self.event, SessionDataEvent):
            event = self.event.to_dict()
        else:
            event = self.event.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "event": event,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.any_event import AnyEvent  # noqa: PLC0415
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.input_stream_set_event import InputStreamSetEvent  # noqa: PLC0415
        from ..models.model_query_event import ModelQueryEvent  # noqa: PLC0415
        from ..models.numeric_array_event import NumericArrayEvent  # noqa: PLC0415
        from ..models.output_stream_set_event import OutputStreamSetEvent  # noqa: PLC0415
        from ..models.session_data_event import SessionDataEvent  # noqa: PLC0415
        from ..models.session_destroy_event import SessionDestroyEvent  # noqa: PLC0415
        from ..models.session_get_event import SessionGetEvent  # noqa: PLC0415
        from ..models.session_heartbeat_event import SessionHeartbeatEvent  # noqa: PLC0415
        from ..models.session_modify_event import SessionModifyEvent  # noqa: PLC0415
        from ..models.session_read_event import SessionReadEvent  # noqa: PLC0415
        from ..models.session_status_event import SessionStatusEvent  # noqa: PLC0415
        from ..models.session_update_event import SessionUpdateEvent  # noqa: PLC0415
        from ..models.session_validate_event import SessionValidateEvent  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        d = dict(src_dict)
        session_id = d.pop("session_id")

        def _parse_event(
            data: object,
        ) -> (
            AnyEvent
            | ImageArrayEvent
            | ImageEvent
            | InputStreamSetEvent
            | ModelQueryEvent
            | NumericArrayEvent
            | OutputStreamSetEvent
            | SessionDataEvent
            | SessionDestroyEvent
            | SessionGetEvent
            | SessionHeartbeatEvent
            | SessionModifyEvent
            | SessionReadEvent
            | SessionStatusEvent
            | SessionUpdateEvent
            | SessionValidateEvent
            | TextEvent
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_0 = SessionStatusEvent.from_dict(data)

                return componentsschemas_session_event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_1 = SessionValidateEvent.from_dict(data)

                return componentsschemas_session_event_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_2 = SessionGetEvent.from_dict(data)

                return componentsschemas_session_event_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_3 = SessionModifyEvent.from_dict(data)

                return componentsschemas_session_event_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_4 = SessionUpdateEvent.from_dict(data)

                return componentsschemas_session_event_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_5 = SessionReadEvent.from_dict(data)

                return componentsschemas_session_event_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_6 = SessionDestroyEvent.from_dict(data)

                return componentsschemas_session_event_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_7 = SessionHeartbeatEvent.from_dict(data)

                return componentsschemas_session_event_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_8 = ModelQueryEvent.from_dict(data)

                return componentsschemas_session_event_type_8
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_9 = InputStreamSetEvent.from_dict(data)

                return componentsschemas_session_event_type_9
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_10 = OutputStreamSetEvent.from_dict(data)

                return componentsschemas_session_event_type_10
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_11 = TextEvent.from_dict(data)

                return componentsschemas_session_event_type_11
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_12 = ImageEvent.from_dict(data)

                return componentsschemas_session_event_type_12
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_13 = ImageArrayEvent.from_dict(data)

                return componentsschemas_session_event_type_13
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_14 = NumericArrayEvent.from_dict(data)

                return componentsschemas_session_event_type_14
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_session_event_type_15 = SessionDataEvent.from_dict(data)

                return componentsschemas_session_event_type_15
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_event_type_16 = AnyEvent.from_dict(data)

            return componentsschemas_session_event_type_16

        event = _parse_event(d.pop("event"))

        session_process_event_request = cls(
            session_id=session_id,
            event=event,
        )

        session_process_event_request.additional_properties = d
        return session_process_event_request

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
