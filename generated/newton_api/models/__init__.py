"""The data models of requests and answers."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .activity_detection_config import ActivityDetectionConfig
    from .any_event import AnyEvent
    from .any_stream import AnyStream
    from .any_stream_event import AnyStreamEvent
    from .class_votes import ClassVotes
    from .classifier_config import ClassifierConfig
    from .component_parameters import ComponentParameters
    from .csv_configs import CsvConfigs
    from .csv_file_reader import CsvFileReader
    from .csv_file_reader_config import CsvFileReaderConfig
    from .data_ref import DataRef
    from .data_ref_metadata import DataRefMetadata
    from .data_source_config import DataSourceConfig
    from .dataset_split import DatasetSplit
    from .deleted_lens import DeletedLens
    from .destroyed_session import DestroyedSession
    from .direct_upload import DirectUpload
    from .documented_inference_result import DocumentedInferenceResult
    from .documented_inference_result_event import DocumentedInferenceResultEvent
    from .error_detail import ErrorDetail
    from .error_list import ErrorList
    from .error_message import ErrorMessage
    from .error_message_detail_type_1_item import ErrorMessageDetailType1Item
    from .error_reply import ErrorReply
    from .event_data import EventData
    from .event_level import EventLevel
    from .file_attributes import FileAttributes
    from .file_metadata import FileMetadata
    from .file_metadata_file_tags import FileMetadataFileTags
    from .file_metadata_page import FileMetadataPage
    from .file_receipt import FileReceipt
    from .file_status import FileStatus
    from .file_upload_base_64_request import FileUploadBase64Request
    from .file_upload_request import FileUploadRequest
    from .files_info import FilesInfo
    from .fine_tuning_config import FineTuningConfig
    from .fine_tuning_create_request import FineTuningCreateRequest
    from .fine_tuning_dataset import FineTuningDataset
    from .fine_tuning_delete_result import FineTuningDeleteResult
    from .fine_tuning_job import FineTuningJob
    from .fine_tuning_metric import FineTuningMetric
    from .fine_tuning_metrics import FineTuningMetrics
    from .fine_tuning_node import FineTuningNode
    from .fine_tuning_status import FineTuningStatus
    from .generation_config import GenerationConfig
    from .image_array_event import ImageArrayEvent
    from .image_array_event_data import ImageArrayEventData
    from .image_event import ImageEvent
    from .image_event_data import ImageEventData
    from .inference_error import InferenceError
    from .inference_error_event import InferenceErrorEvent
    from .inference_metadata import InferenceMetadata
    from .inference_result import InferenceResult
    from .inference_result_event import InferenceResultEvent
    from .input_counts import InputCounts
    from .input_port import InputPort
    from .input_port_map import InputPortMap
    from .input_progress import InputProgress
    from .input_progress_counts import InputProgressCounts
    from .input_progress_order import InputProgressOrder
    from .input_progress_page import InputProgressPage
    from .input_status import InputStatus
    from .input_stream_set_event import InputStreamSetEvent
    from .integrity_algorithm import IntegrityAlgorithm
    from .job import Job
    from .job_cancel_result import JobCancelResult
    from .job_create_request import JobCreateRequest
    from .job_delete_result import JobDeleteResult
    from .job_error_info import JobErrorInfo
    from .job_event import JobEvent
    from .job_event_page import JobEventPage
    from .job_event_payload import JobEventPayload
    from .job_input import JobInput
    from .job_input_checkpoint import JobInputCheckpoint
    from .job_input_file import JobInputFile
    from .job_input_map import JobInputMap
    from .job_input_metadata import JobInputMetadata
    from .job_input_page import JobInputPage
    from .job_output import JobOutput
    from .job_output_page import JobOutputPage
    from .job_page import JobPage
    from .job_parameters import JobParameters
    from .job_retry_result import JobRetryResult
    from .job_status import JobStatus
    from .json_event import JsonEvent
    from .json_event_data import JsonEventData
    from .json_schema import JsonSchema
    from .jsonl_file_reader import JsonlFileReader
    from .jsonl_file_reader_config import JsonlFileReaderConfig
    from .kafka_config import KafkaConfig
    from .kafka_reader import KafkaReader
    from .kafka_writer import KafkaWriter
    from .knn_configs import KnnConfigs
    from .label_response import LabelResponse
    from .lens import Lens
    from .lens_clone_request import LensCloneRequest
    from .lens_config import LensConfig
    from .lens_definition import LensDefinition
    from .lens_delete_request import LensDeleteRequest
    from .lens_modify_request import LensModifyRequest
    from .lens_parameters import LensParameters
    from .lens_register_request import LensRegisterRequest
    from .lenses_info import LensesInfo
    from .machine_state_config import MachineStateConfig
    from .model_answer import ModelAnswer
    from .model_parameters import ModelParameters
    from .model_query_event import ModelQueryEvent
    from .model_query_event_data import ModelQueryEventData
    from .model_query_image import ModelQueryImage
    from .model_query_metadata import ModelQueryMetadata
    from .model_query_reply import ModelQueryReply
    from .n_shot_files import NShotFiles
    from .neighbor_metric import NeighborMetric
    from .neighbor_weights import NeighborWeights
    from .node_status import NodeStatus
    from .numeric_array_event import NumericArrayEvent
    from .numeric_array_event_data import NumericArrayEventData
    from .omega_15_config import Omega15Config
    from .output_port import OutputPort
    from .output_port_map import OutputPortMap
    from .output_stream_set_event import OutputStreamSetEvent
    from .pipeline import Pipeline
    from .pipeline_components import PipelineComponents
    from .pipeline_config import PipelineConfig
    from .pipeline_edge import PipelineEdge
    from .pipeline_page import PipelinePage
    from .pipeline_retry_policy import PipelineRetryPolicy
    from .pipeline_schema import PipelineSchema
    from .pipeline_status import PipelineStatus
    from .pipeline_type import PipelineType
    from .pipeline_visibility import PipelineVisibility
    from .port_distribution import PortDistribution
    from .prefetch_stats import PrefetchStats
    from .processor import Processor
    from .processor_config import ProcessorConfig
    from .progress_entry import ProgressEntry
    from .progress_entry_metrics import ProgressEntryMetrics
    from .progress_entry_payload import ProgressEntryPayload
    from .progress_page import ProgressPage
    from .progress_traces import ProgressTraces
    from .query_metadata import QueryMetadata
    from .query_request import QueryRequest
    from .query_response import QueryResponse
    from .query_result import QueryResult
    from .queue_depth import QueueDepth
    from .queue_depths import QueueDepths
    from .reader_config import ReaderConfig
    from .reply_event import ReplyEvent
    from .rtsp_video_config import RtspVideoConfig
    from .rtsp_video_reader import RtspVideoReader
    from .rtsp_video_streamer import RtspVideoStreamer
    from .sensor_log_row import SensorLogRow
    from .sensor_metadata import SensorMetadata
    from .sensor_streamer import SensorStreamer
    from .sensor_window import SensorWindow
    from .server_sent_events_writer import ServerSentEventsWriter
    from .server_side_events_writer import ServerSideEventsWriter
    from .session_create_request import SessionCreateRequest
    from .session_data_event import SessionDataEvent
    from .session_destroy_event import SessionDestroyEvent
    from .session_destroy_request import SessionDestroyRequest
    from .session_get_event import SessionGetEvent
    from .session_heartbeat_event import SessionHeartbeatEvent
    from .session_message import SessionMessage
    from .session_messages import SessionMessages
    from .session_modify_event import SessionModifyEvent
    from .session_modify_metadata import SessionModifyMetadata
    from .session_modify_result import SessionModifyResult
    from .session_modify_result_event import SessionModifyResultEvent
    from .session_process_event_request import SessionProcessEventRequest
    from .session_read_event import SessionReadEvent
    from .session_read_event_data import SessionReadEventData
    from .session_read_reply import SessionReadReply
    from .session_record import SessionRecord
    from .session_status_event import SessionStatusEvent
    from .session_update_event import SessionUpdateEvent
    from .session_validate_event import SessionValidateEvent
    from .session_validate_reply import SessionValidateReply
    from .session_validation import SessionValidation
    from .sessions_info import SessionsInfo
    from .sse_writer import SseWriter
    from .stream_config import StreamConfig
    from .stream_end_event import StreamEndEvent
    from .stream_heartbeat import StreamHeartbeat
    from .stream_heartbeat_event import StreamHeartbeatEvent
    from .stream_start import StreamStart
    from .stream_start_event import StreamStartEvent
    from .text_event import TextEvent
    from .text_event_data import TextEventData
    from .trace_file_counts import TraceFileCounts
    from .trace_item_counts import TraceItemCounts
    from .trace_point import TracePoint
    from .trace_point_items import TracePointItems
    from .upload_checkpoint import UploadCheckpoint
    from .upload_checkpoint_request import UploadCheckpointRequest
    from .upload_complete_request import UploadCompleteRequest
    from .upload_initiate_request import UploadInitiateRequest
    from .upload_part import UploadPart
    from .upload_part_list import UploadPartList
    from .upload_part_token import UploadPartToken
    from .upload_part_urls_request import UploadPartUrlsRequest
    from .upload_status import UploadStatus
    from .uploaded_file import UploadedFile
    from .video_file_reader import VideoFileReader
    from .video_file_reader_config import VideoFileReaderConfig
    from .window_metadata import WindowMetadata

_MODULES = {
    "ActivityDetectionConfig": ".activity_detection_config",
    "AnyEvent": ".any_event",
    "AnyStream": ".any_stream",
    "AnyStreamEvent": ".any_stream_event",
    "ClassVotes": ".class_votes",
    "ClassifierConfig": ".classifier_config",
    "ComponentParameters": ".component_parameters",
    "CsvConfigs": ".csv_configs",
    "CsvFileReader": ".csv_file_reader",
    "CsvFileReaderConfig": ".csv_file_reader_config",
    "DataRef": ".data_ref",
    "DataRefMetadata": ".data_ref_metadata",
    "DataSourceConfig": ".data_source_config",
    "DatasetSplit": ".dataset_split",
    "DeletedLens": ".deleted_lens",
    "DestroyedSession": ".destroyed_session",
    "DirectUpload": ".direct_upload",
    "DocumentedInferenceResult": ".documented_inference_result",
    "DocumentedInferenceResultEvent": ".documented_inference_result_event",
    "ErrorDetail": ".error_detail",
    "ErrorList": ".error_list",
    "ErrorMessage": ".error_message",
    "ErrorMessageDetailType1Item": ".error_message_detail_type_1_item",
    "ErrorReply": ".error_reply",
    "EventData": ".event_data",
    "EventLevel": ".event_level",
    "FileAttributes": ".file_attributes",
    "FileMetadata": ".file_metadata",
    "FileMetadataFileTags": ".file_metadata_file_tags",
    "FileMetadataPage": ".file_metadata_page",
    "FileReceipt": ".file_receipt",
    "FileStatus": ".file_status",
    "FileUploadBase64Request": ".file_upload_base_64_request",
    "FileUploadRequest": ".file_upload_request",
    "FilesInfo": ".files_info",
    "FineTuningConfig": ".fine_tuning_config",
    "FineTuningCreateRequest": ".fine_tuning_create_request",
    "FineTuningDataset": ".fine_tuning_dataset",
    "FineTuningDeleteResult": ".fine_tuning_delete_result",
    "FineTuningJob": ".fine_tuning_job",
    "FineTuningMetric": ".fine_tuning_metric",
    "FineTuningMetrics": ".fine_tuning_metrics",
    "FineTuningNode": ".fine_tuning_node",
    "FineTuningStatus": ".fine_tuning_status",
    "GenerationConfig": ".generation_config",
    "ImageArrayEvent": ".image_array_event",
    "ImageArrayEventData": ".image_array_event_data",
    "ImageEvent": ".image_event",
    "ImageEventData": ".image_event_data",
    "InferenceError": ".inference_error",
    "InferenceErrorEvent": ".inference_error_event",
    "InferenceMetadata": ".inference_metadata",
    "InferenceResult": ".inference_result",
    "InferenceResultEvent": ".inference_result_event",
    "InputCounts": ".input_counts",
    "InputPort": ".input_port",
    "InputPortMap": ".input_port_map",
    "InputProgress": ".input_progress",
    "InputProgressCounts": ".input_progress_counts",
    "InputProgressOrder": ".input_progress_order",
    "InputProgressPage": ".input_progress_page",
    "InputStatus": ".input_status",
    "InputStreamSetEvent": ".input_stream_set_event",
    "IntegrityAlgorithm": ".integrity_algorithm",
    "Job": ".job",
    "JobCancelResult": ".job_cancel_result",
    "JobCreateRequest": ".job_create_request",
    "JobDeleteResult": ".job_delete_result",
    "JobErrorInfo": ".job_error_info",
    "JobEvent": ".job_event",
    "JobEventPage": ".job_event_page",
    "JobEventPayload": ".job_event_payload",
    "JobInput": ".job_input",
    "JobInputCheckpoint": ".job_input_checkpoint",
    "JobInputFile": ".job_input_file",
    "JobInputMap": ".job_input_map",
    "JobInputMetadata": ".job_input_metadata",
    "JobInputPage": ".job_input_page",
    "JobOutput": ".job_output",
    "JobOutputPage": ".job_output_page",
    "JobPage": ".job_page",
    "JobParameters": ".job_parameters",
    "JobRetryResult": ".job_retry_result",
    "JobStatus": ".job_status",
    "JsonEvent": ".json_event",
    "JsonEventData": ".json_event_data",
    "JsonSchema": ".json_schema",
    "JsonlFileReader": ".jsonl_file_reader",
    "JsonlFileReaderConfig": ".jsonl_file_reader_config",
    "KafkaConfig": ".kafka_config",
    "KafkaReader": ".kafka_reader",
    "KafkaWriter": ".kafka_writer",
    "KnnConfigs": ".knn_configs",
    "LabelResponse": ".label_response",
    "Lens": ".lens",
    "LensCloneRequest": ".lens_clone_request",
    "LensConfig": ".lens_config",
    "LensDefinition": ".lens_definition",
    "LensDeleteRequest": ".lens_delete_request",
    "LensModifyRequest": ".lens_modify_request",
    "LensParameters": ".lens_parameters",
    "LensRegisterRequest": ".lens_register_request",
    "LensesInfo": ".lenses_info",
    "MachineStateConfig": ".machine_state_config",
    "ModelAnswer": ".model_answer",
    "ModelParameters": ".model_parameters",
    "ModelQueryEvent": ".model_query_event",
    "ModelQueryEventData": ".model_query_event_data",
    "ModelQueryImage": ".model_query_image",
    "ModelQueryMetadata": ".model_query_metadata",
    "ModelQueryReply": ".model_query_reply",
    "NShotFiles": ".n_shot_files",
    "NeighborMetric": ".neighbor_metric",
    "NeighborWeights": ".neighbor_weights",
    "NodeStatus": ".node_status",
    "NumericArrayEvent": ".numeric_array_event",
    "NumericArrayEventData": ".numeric_array_event_data",
    "Omega15Config": ".omega_15_config",
    "OutputPort": ".output_port",
    "OutputPortMap": ".output_port_map",
    "OutputStreamSetEvent": ".output_stream_set_event",
    "Pipeline": ".pipeline",
    "PipelineComponents": ".pipeline_components",
    "PipelineConfig": ".pipeline_config",
    "PipelineEdge": ".pipeline_edge",
    "PipelinePage": ".pipeline_page",
    "PipelineRetryPolicy": ".pipeline_retry_policy",
    "PipelineSchema": ".pipeline_schema",
    "PipelineStatus": ".pipeline_status",
    "PipelineType": ".pipeline_type",
    "PipelineVisibility": ".pipeline_visibility",
    "PortDistribution": ".port_distribution",
    "PrefetchStats": ".prefetch_stats",
    "Processor": ".processor",
    "ProcessorConfig": ".processor_config",
    "ProgressEntry": ".progress_entry",
    "ProgressEntryMetrics": ".progress_entry_metrics",
    "ProgressEntryPayload": ".progress_entry_payload",
    "ProgressPage": ".progress_page",
    "ProgressTraces": ".progress_traces",
    "QueryMetadata": ".query_metadata",
    "QueryRequest": ".query_request",
    "QueryResponse": ".query_response",
    "QueryResult": ".query_result",
    "QueueDepth": ".queue_depth",
    "QueueDepths": ".queue_depths",
    "ReaderConfig": ".reader_config",
    "ReplyEvent": ".reply_event",
    "RtspVideoConfig": ".rtsp_video_config",
    "RtspVideoReader": ".rtsp_video_reader",
    "RtspVideoStreamer": ".rtsp_video_streamer",
    "SensorLogRow": ".sensor_log_row",
    "SensorMetadata": ".sensor_metadata",
    "SensorStreamer": ".sensor_streamer",
    "SensorWindow": ".sensor_window",
    "ServerSentEventsWriter": ".server_sent_events_writer",
    "ServerSideEventsWriter": ".server_side_events_writer",
    "SessionCreateRequest": ".session_create_request",
    "SessionDataEvent": ".session_data_event",
    "SessionDestroyEvent": ".session_destroy_event",
    "SessionDestroyRequest": ".session_destroy_request",
    "SessionGetEvent": ".session_get_event",
    "SessionHeartbeatEvent": ".session_heartbeat_event",
    "SessionMessage": ".session_message",
    "SessionMessages": ".session_messages",
    "SessionModifyEvent": ".session_modify_event",
    "SessionModifyMetadata": ".session_modify_metadata",
    "SessionModifyResult": ".session_modify_result",
    "SessionModifyResultEvent": ".session_modify_result_event",
    "SessionProcessEventRequest": ".session_process_event_request",
    "SessionReadEvent": ".session_read_event",
    "SessionReadEventData": ".session_read_event_data",
    "SessionReadReply": ".session_read_reply",
    "SessionRecord": ".session_record",
    "SessionStatusEvent": ".session_status_event",
    "SessionUpdateEvent": ".session_update_event",
    "SessionValidateEvent": ".session_validate_event",
    "SessionValidateReply": ".session_validate_reply",
    "SessionValidation": ".session_validation",
    "SessionsInfo": ".sessions_info",
    "SseWriter": ".sse_writer",
    "StreamConfig": ".stream_config",
    "StreamEndEvent": ".stream_end_event",
    "StreamHeartbeat": ".stream_heartbeat",
    "StreamHeartbeatEvent": ".stream_heartbeat_event",
    "StreamStart": ".stream_start",
    "StreamStartEvent": ".stream_start_event",
    "TextEvent": ".text_event",
    "TextEventData": ".text_event_data",
    "TraceFileCounts": ".trace_file_counts",
    "TraceItemCounts": ".trace_item_counts",
    "TracePoint": ".trace_point",
    "TracePointItems": ".trace_point_items",
    "UploadCheckpoint": ".upload_checkpoint",
    "UploadCheckpointRequest": ".upload_checkpoint_request",
    "UploadCompleteRequest": ".upload_complete_request",
    "UploadInitiateRequest": ".upload_initiate_request",
    "UploadPart": ".upload_part",
    "UploadPartList": ".upload_part_list",
    "UploadPartToken": ".upload_part_token",
    "UploadPartUrlsRequest": ".upload_part_urls_request",
    "UploadStatus": ".upload_status",
    "UploadedFile": ".uploaded_file",
    "VideoFileReader": ".video_file_reader",
    "VideoFileReaderConfig": ".video_file_reader_config",
    "WindowMetadata": ".window_metadata",
}

__all__ = (
    "ActivityDetectionConfig",
    "AnyEvent",
    "AnyStream",
    "AnyStreamEvent",
    "ClassifierConfig",
    "ClassVotes",
    "ComponentParameters",
    "CsvConfigs",
    "CsvFileReader",
    "CsvFileReaderConfig",
    "DataRef",
    "DataRefMetadata",
    "DatasetSplit",
    "DataSourceConfig",
    "DeletedLens",
    "DestroyedSession",
    "DirectUpload",
    "DocumentedInferenceResult",
    "DocumentedInferenceResultEvent",
    "ErrorDetail",
    "ErrorList",
    "ErrorMessage",
    "ErrorMessageDetailType1Item",
    "ErrorReply",
    "EventData",
    "EventLevel",
    "FileAttributes",
    "FileMetadata",
    "FileMetadataFileTags",
    "FileMetadataPage",
    "FileReceipt",
    "FilesInfo",
    "FileStatus",
    "FileUploadBase64Request",
    "FileUploadRequest",
    "FineTuningConfig",
    "FineTuningCreateRequest",
    "FineTuningDataset",
    "FineTuningDeleteResult",
    "FineTuningJob",
    "FineTuningMetric",
    "FineTuningMetrics",
    "FineTuningNode",
    "FineTuningStatus",
    "GenerationConfig",
    "ImageArrayEvent",
    "ImageArrayEventData",
    "ImageEvent",
    "ImageEventData",
    "InferenceError",
    "InferenceErrorEvent",
    "InferenceMetadata",
    "InferenceResult",
    "InferenceResultEvent",
    "InputCounts",
    "InputPort",
    "InputPortMap",
    "InputProgress",
    "InputProgressCounts",
    "InputProgressOrder",
    "InputProgressPage",
    "InputStatus",
    "InputStreamSetEvent",
    "IntegrityAlgorithm",
    "Job",
    "JobCancelResult",
    "JobCreateRequest",
    "JobDeleteResult",
    "JobErrorInfo",
    "JobEvent",
    "JobEventPage",
    "JobEventPayload",
    "JobInput",
    "JobInputCheckpoint",
    "JobInputFile",
    "JobInputMap",
    "JobInputMetadata",
    "JobInputPage",
    "JobOutput",
    "JobOutputPage",
    "JobPage",
    "JobParameters",
    "JobRetryResult",
    "JobStatus",
    "JsonEvent",
    "JsonEventData",
    "JsonlFileReader",
    "JsonlFileReaderConfig",
    "JsonSchema",
    "KafkaConfig",
    "KafkaReader",
    "KafkaWriter",
    "KnnConfigs",
    "LabelResponse",
    "Lens",
    "LensCloneRequest",
    "LensConfig",
    "LensDefinition",
    "LensDeleteRequest",
    "LensesInfo",
    "LensModifyRequest",
    "LensParameters",
    "LensRegisterRequest",
    "MachineStateConfig",
    "ModelAnswer",
    "ModelParameters",
    "ModelQueryEvent",
    "ModelQueryEventData",
    "ModelQueryImage",
    "ModelQueryMetadata",
    "ModelQueryReply",
    "NeighborMetric",
    "NeighborWeights",
    "NodeStatus",
    "NShotFiles",
    "NumericArrayEvent",
    "NumericArrayEventData",
    "Omega15Config",
    "OutputPort",
    "OutputPortMap",
    "OutputStreamSetEvent",
    "Pipeline",
    "PipelineComponents",
    "PipelineConfig",
    "PipelineEdge",
    "PipelinePage",
    "PipelineRetryPolicy",
    "PipelineSchema",
    "PipelineStatus",
    "PipelineType",
    "PipelineVisibility",
    "PortDistribution",
    "PrefetchStats",
    "Processor",
    "ProcessorConfig",
    "ProgressEntry",
    "ProgressEntryMetrics",
    "ProgressEntryPayload",
    "ProgressPage",
    "ProgressTraces",
    "QueryMetadata",
    "QueryRequest",
    "QueryResponse",
    "QueryResult",
    "QueueDepth",
    "QueueDepths",
    "ReaderConfig",
    "ReplyEvent",
    "RtspVideoConfig",
    "RtspVideoReader",
    "RtspVideoStreamer",
    "SensorLogRow",
    "SensorMetadata",
    "SensorStreamer",
    "SensorWindow",
    "ServerSentEventsWriter",
    "ServerSideEventsWriter",
    "SessionCreateRequest",
    "SessionDataEvent",
    "SessionDestroyEvent",
    "SessionDestroyRequest",
    "SessionGetEvent",
    "SessionHeartbeatEvent",
    "SessionMessage",
    "SessionMessages",
    "SessionModifyEvent",
    "SessionModifyMetadata",
    "SessionModifyResult",
    "SessionModifyResultEvent",
    "SessionProcessEventRequest",
    "SessionReadEvent",
    "SessionReadEventData",
    "SessionReadReply",
    "SessionRecord",
    "SessionsInfo",
    "SessionStatusEvent",
    "SessionUpdateEvent",
    "SessionValidateEvent",
    "SessionValidateReply",
    "SessionValidation",
    "SseWriter",
    "StreamConfig",
    "StreamEndEvent",
    "StreamHeartbeat",
    "StreamHeartbeatEvent",
    "StreamStart",
    "StreamStartEvent",
    "TextEvent",
    "TextEventData",
    "TraceFileCounts",
    "TraceItemCounts",
    "TracePoint",
    "TracePointItems",
    "UploadCheckpoint",
    "UploadCheckpointRequest",
    "UploadCompleteRequest",
    "UploadedFile",
    "UploadInitiateRequest",
    "UploadPart",
    "UploadPartList",
    "UploadPartToken",
    "UploadPartUrlsRequest",
    "UploadStatus",
    "VideoFileReader",
    "VideoFileReaderConfig",
    "WindowMetadata",
)


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return getattr(importlib.import_module(_MODULES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
