from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.any_stream import AnyStream
    from ..models.csv_file_reader import CsvFileReader
    from ..models.jsonl_file_reader import JsonlFileReader
    from ..models.kafka_reader import KafkaReader
    from ..models.rtsp_video_reader import RtspVideoReader
    from ..models.rtsp_video_streamer import RtspVideoStreamer
    from ..models.sensor_streamer import SensorStreamer
    from ..models.video_file_reader import VideoFileReader


T = TypeVar("T", bound="InputStreamSetEvent")


@_attrs_define
class InputStreamSetEvent:
    """Connects what the session reads. A file reader starts at once.

    Attributes:
        type_ (Literal['input_stream.set']):
        event_data (AnyStream | CsvFileReader | JsonlFileReader | KafkaReader | RtspVideoReader | RtspVideoStreamer |
            SensorStreamer | VideoFileReader): What a lens reads. Other `stream_type`s may exist.
    """

    type_: Literal["input_stream.set"]
    event_data: (
        AnyStream
        | CsvFileReader
        | JsonlFileReader
        | KafkaReader
        | RtspVideoReader
        | RtspVideoStreamer
        | SensorStreamer
        | VideoFileReader
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.csv_file_reader import CsvFileReader  # noqa: PLC0415
        from ..models.jsonl_file_reader import JsonlFileReader  # noqa: PLC0415
        from ..models.kafka_reader import KafkaReader  # noqa: PLC0415
        from ..models.rtsp_video_reader import RtspVideoReader  # noqa: PLC0415
        from ..models.rtsp_video_streamer import RtspVideoStreamer  # noqa: PLC0415
        from ..models.sensor_streamer import SensorStreamer  # noqa: PLC0415
        from ..models.video_file_reader import VideoFileReader  # noqa: PLC0415

        type_ = self.type_

        event_data: dict[str, Any]
        if isinstance(self.event_data, VideoFileReader):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, CsvFileReader):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, JsonlFileReader):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, RtspVideoReader):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, RtspVideoStreamer):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, SensorStreamer):
            event_data = self.event_data.to_dict()
        elif isinstance(self.event_data, KafkaReader):
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
        from ..models.csv_file_reader import CsvFileReader  # noqa: PLC0415
        from ..models.jsonl_file_reader import JsonlFileReader  # noqa: PLC0415
        from ..models.kafka_reader import KafkaReader  # noqa: PLC0415
        from ..models.rtsp_video_reader import RtspVideoReader  # noqa: PLC0415
        from ..models.rtsp_video_streamer import RtspVideoStreamer  # noqa: PLC0415
        from ..models.sensor_streamer import SensorStreamer  # noqa: PLC0415
        from ..models.video_file_reader import VideoFileReader  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['input_stream.set']", d.pop("type"))
        if type_ != "input_stream.set":
            raise ValueError(f"type must match const 'input_stream.set', got '{type_}'")

        def _parse_event_data(
            data: object,
        ) -> (
            AnyStream
            | CsvFileReader
            | JsonlFileReader
            | KafkaReader
            | RtspVideoReader
            | RtspVideoStreamer
            | SensorStreamer
            | VideoFileReader
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_0 = VideoFileReader.from_dict(data)

                return componentsschemas_input_stream_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_1 = CsvFileReader.from_dict(data)

                return componentsschemas_input_stream_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_2 = JsonlFileReader.from_dict(data)

                return componentsschemas_input_stream_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_3 = RtspVideoReader.from_dict(data)

                return componentsschemas_input_stream_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_4 = RtspVideoStreamer.from_dict(data)

                return componentsschemas_input_stream_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_5 = SensorStreamer.from_dict(data)

                return componentsschemas_input_stream_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_input_stream_type_6 = KafkaReader.from_dict(data)

                return componentsschemas_input_stream_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_input_stream_type_7 = AnyStream.from_dict(data)

            return componentsschemas_input_stream_type_7

        event_data = _parse_event_data(d.pop("event_data"))

        input_stream_set_event = cls(
            type_=type_,
            event_data=event_data,
        )

        input_stream_set_event.additional_properties = d
        return input_stream_set_event

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
