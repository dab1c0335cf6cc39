from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.any_stream import AnyStream
    from ..models.csv_file_reader import CsvFileReader
    from ..models.jsonl_file_reader import JsonlFileReader
    from ..models.kafka_reader import KafkaReader
    from ..models.kafka_writer import KafkaWriter
    from ..models.lens_parameters import LensParameters
    from ..models.model_parameters import ModelParameters
    from ..models.processor import Processor
    from ..models.rtsp_video_reader import RtspVideoReader
    from ..models.rtsp_video_streamer import RtspVideoStreamer
    from ..models.sensor_streamer import SensorStreamer
    from ..models.server_sent_events_writer import ServerSentEventsWriter
    from ..models.server_side_events_writer import ServerSideEventsWriter
    from ..models.sse_writer import SseWriter
    from ..models.video_file_reader import VideoFileReader


T = TypeVar("T", bound="LensConfig")


@_attrs_define
class LensConfig:
    """The settings of a lens.

    Attributes:
        model_pipeline (list[Processor] | Unset): The processors that the input runs through. Without it,
            `lens_noop_processor`.
        model_parameters (ModelParameters | Unset): Parameters of a lens's model. Which of them count depends on the
            processors. Defaults named here
            are the server's.
        lens_parameters (LensParameters | Unset): The older place of the prompt; newer code puts these into
            `ModelParameters`.
        input_streams (list[AnyStream | CsvFileReader | JsonlFileReader | KafkaReader | RtspVideoReader |
            RtspVideoStreamer | SensorStreamer | VideoFileReader] | Unset): What the lens reads. May be set later, by
            `input_stream.set`.
        output_streams (list[AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter] |
            Unset): Where its results go. May be set later, by `output_stream.set`.
        lens_name (str | Unset): In answers, sometimes: the lens's name again.
        origin_lens_id (str | Unset): In answers: what a clone was made from; seen as a UUID.
    """

    model_pipeline: list[Processor] | Unset = UNSET
    model_parameters: ModelParameters | Unset = UNSET
    lens_parameters: LensParameters | Unset = UNSET
    input_streams: (
        list[
            AnyStream
            | CsvFileReader
            | JsonlFileReader
            | KafkaReader
            | RtspVideoReader
            | RtspVideoStreamer
            | SensorStreamer
            | VideoFileReader
        ]
        | Unset
    ) = UNSET
    output_streams: (
        list[AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter] | Unset
    ) = UNSET
    lens_name: str | Unset = UNSET
    origin_lens_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.csv_file_reader import CsvFileReader  # noqa: PLC0415
        from ..models.jsonl_file_reader import JsonlFileReader  # noqa: PLC0415
        from ..models.kafka_reader import KafkaReader  # noqa: PLC0415
        from ..models.kafka_writer import KafkaWriter  # noqa: PLC0415
        from ..models.rtsp_video_reader import RtspVideoReader  # noqa: PLC0415
        from ..models.rtsp_video_streamer import RtspVideoStreamer  # noqa: PLC0415
        from ..models.sensor_streamer import SensorStreamer  # noqa: PLC0415
        from ..models.server_sent_events_writer import ServerSentEventsWriter  # noqa: PLC0415
        from ..models.server_side_events_writer import ServerSideEventsWriter  # noqa: PLC0415
        from ..models.sse_writer import SseWriter  # noqa: PLC0415
        from ..models.video_file_reader import VideoFileReader  # noqa: PLC0415

        model_pipeline: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.model_pipeline, Unset):
            model_pipeline = []
            for model_pipeline_item_data in self.model_pipeline:
                model_pipeline_item = model_pipeline_item_data.to_dict()
                model_pipeline.append(model_pipeline_item)

        model_parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.model_parameters, Unset):
            model_parameters = self.model_parameters.to_dict()

        lens_parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.lens_parameters, Unset):
            lens_parameters = self.lens_parameters.to_dict()

        input_streams: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.input_streams, Unset):
            input_streams = []
            for input_streams_item_data in self.input_streams:
                input_streams_item: dict[str, Any]
                if isinstance(input_streams_item_data, VideoFileReader):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, CsvFileReader):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, JsonlFileReader):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, RtspVideoReader):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, RtspVideoStreamer):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, SensorStreamer):
                    input_streams_item = input_streams_item_data.to_dict()
                elif isinstance(input_streams_item_data, KafkaReader):
                    input_streams_item = input_streams_item_data.to_dict()
                else:
                    input_streams_item = input_streams_item_data.to_dict()

                input_streams.append(input_streams_item)

        output_streams: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.output_streams, Unset):
            output_streams = []
            for output_streams_item_data in self.output_streams:
                output_streams_item: dict[str, Any]
                if isinstance(output_streams_item_data, ServerSentEventsWriter):
                    output_streams_item = output_streams_item_data.to_dict()
                elif isinstance(output_streams_item_data, ServerSideEventsWriter):
                    output_streams_item = output_streams_item_data.to_dict()
                elif isinstance(output_streams_item_data, SseWriter):
                    output_streams_item = output_streams_item_data.to_dict()
                elif isinstance(output_streams_item_data, KafkaWriter):
                    output_streams_item = output_streams_item_data.to_dict()
                else:
                    output_streams_item = output_streams_item_data.to_dict()

                output_streams.append(output_streams_item)

        lens_name = self.lens_name

        origin_lens_id = self.origin_lens_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if model_pipeline is not UNSET:
            field_dict["model_pipeline"] = model_pipeline
        if model_parameters is not UNSET:
            field_dict["model_parameters"] = model_parameters
        if lens_parameters is not UNSET:
            field_dict["lens_parameters"] = lens_parameters
        if input_streams is not UNSET:
            field_dict["input_streams"] = input_streams
        if output_streams is not UNSET:
            field_dict["output_streams"] = output_streams
        if lens_name is not UNSET:
            field_dict["lens_name"] = lens_name
        if origin_lens_id is not UNSET:
            field_dict["origin_lens_id"] = origin_lens_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.any_stream import AnyStream  # noqa: PLC0415
        from ..models.csv_file_reader import CsvFileReader  # noqa: PLC0415
        from ..models.jsonl_file_reader import JsonlFileReader  # noqa: PLC0415
        from ..models.kafka_reader import KafkaReader  # noqa: PLC0415
        from ..models.kafka_writer import KafkaWriter  # noqa: PLC0415
        from ..models.lens_parameters import LensParameters  # noqa: PLC0415
        from ..models.model_parameters import ModelParameters  # noqa: PLC0415
        from ..models.processor import Processor  # noqa: PLC0415
        from ..models.rtsp_video_reader import RtspVideoReader  # noqa: PLC0415
        from ..models.rtsp_video_streamer import RtspVideoStreamer  # noqa: PLC0415
        from ..models.sensor_streamer import SensorStreamer  # noqa: PLC0415
        from ..models.server_sent_events_writer import ServerSentEventsWriter  # noqa: PLC0415
        from ..models.server_side_events_writer import ServerSideEventsWriter  # noqa: PLC0415
        from ..models.sse_writer import SseWriter  # noqa: PLC0415
        from ..models.video_file_reader import VideoFileReader  # noqa: PLC0415

        d = dict(src_dict)
        _model_pipeline = d.pop("model_pipeline", UNSET)
        model_pipeline: list[Processor] | Unset = UNSET
        if _model_pipeline is not UNSET and _model_pipeline is not None:
            model_pipeline = []
            for model_pipeline_item_data in _model_pipeline:
                model_pipeline_item = Processor.from_dict(model_pipeline_item_data)

                model_pipeline.append(model_pipeline_item)

        _model_parameters = d.pop("model_parameters", UNSET)
        model_parameters: ModelParameters | Unset
        if _model_parameters is None or isinstance(_model_parameters, Unset):
            model_parameters = UNSET
        else:
            model_parameters = ModelParameters.from_dict(_model_parameters)

        _lens_parameters = d.pop("lens_parameters", UNSET)
        lens_parameters: LensParameters | Unset
        if _lens_parameters is None or isinstance(_lens_parameters, Unset):
            lens_parameters = UNSET
        else:
            lens_parameters = LensParameters.from_dict(_lens_parameters)

        _input_streams = d.pop("input_streams", UNSET)
        input_streams: (
            list[
                AnyStream
                | CsvFileReader
                | JsonlFileReader
                | KafkaReader
                | RtspVideoReader
                | RtspVideoStreamer
                | SensorStreamer
                | VideoFileReader
            ]
            | Unset
        ) = UNSET
        if _input_streams is not UNSET and _input_streams is not None:
            input_streams = []
            for input_streams_item_data in _input_streams:

                def _parse_input_streams_item(
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

                input_streams_item = _parse_input_streams_item(input_streams_item_data)

                input_streams.append(input_streams_item)

        _output_streams = d.pop("output_streams", UNSET)
        output_streams: (
            list[AnyStream | KafkaWriter | ServerSentEventsWriter | ServerSideEventsWriter | SseWriter]
            | Unset
        ) = UNSET
        if _output_streams is not UNSET and _output_streams is not None:
            output_streams = []
            for output_streams_item_data in _output_streams:

                def _parse_output_streams_item(
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

                output_streams_item = _parse_output_streams_item(output_streams_item_data)

                output_streams.append(output_streams_item)

        lens_name = d.pop("lens_name", UNSET)

        origin_lens_id = d.pop("origin_lens_id", UNSET)

        lens_config = cls(
            model_pipeline=model_pipeline,
            model_parameters=model_parameters,
            lens_parameters=lens_parameters,
            input_streams=input_streams,
            output_streams=output_streams,
            lens_name=lens_name,
            origin_lens_id=origin_lens_id,
        )

        lens_config.additional_properties = d
        return lens_config

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
