from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.any_stream import AnyStream
    from ..models.kafka_writer import KafkaWriter
    from ..models.server_sent_events_writer import ServerSentEventsWriter
    from ..models.server_side_events_writer import ServerSideEventsWriter
    from ..models.sse_writer import SseWriter


T = TypeVar("T", bound="OutputStreamSetEvent")


@_attrs_define
class OutputStreamSetEvent:
    """Connects what the session writes to.

    Attributes:
        type_ (Literal['output_stream.set']):
        event_data (AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter): Where a lens
            writes its results. Other `stream_type`s may exist.
    """

    type_: Literal["output_stream.set"]
    event_data: AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.kafka_writer import KafkaWriter  # noqa: PLC0415
        from ..models.server_sent_events_writer import ServerSentEventsWriter  # noqa: PLC0415
        from ..models.server_side_events_writer import ServerSideEventsWriter  # noqa: PLC0415
        from ..models.sse_writer import SseWriter  # noqa: PLC0415

        type_ = self.type_

        event_data: dict[str, Any]
        if isinstance(self.event_data, ServerSentEventsWriter):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, ServerSideEventsWriter):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, SseWriter):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, KafkaWriter):
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
        from ..models.any_stream import AnyStream  # noqa: PLC0415
        from ..models.kafka_writer import KafkaWriter  # noqa: PLC0415
        from ..models.server_sent_events_writer import ServerSentEventsWriter  # noqa: PLC0415
        from ..models.server_side_events_writer import ServerSideEventsWriter  # noqa: PLC0415
        from ..models.sse_writer import SseWriter  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['output_stream.set']", d.pop("type"))
        if type_ != "output_stream.set":
            raise ValueError(f"type must match const 'output_stream.set', got '{type_}'")

        def _parse_event_data(
            data: object,
        ) -> AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_stream_type_0 = ServerSentEventsWriter.from_dict(data)

                return componentsschemas_output_stream_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_stream_type_1 = ServerSideEventsWriter.from_dict(data)

                return componentsschemas_output_stream_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_stream_type_2 = SseWriter.from_dict(data)

                return componentsschemas_output_stream_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_output_stream_type_3 = KafkaWriter.from_dict(data)

                return componentsschemas_output_stream_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_output_stream_type_4 = AnyStream.from_dict(data)

            return componentsschemas_output_stream_type_4

        event_data = _parse_event_data(d.pop("event_data"))

        output_stream_set_event = cls(
            type_=type_,
            event_data=event_data,
        )

        output_stream_set_event.additional_properties = d
        return output_stream_set_event

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
