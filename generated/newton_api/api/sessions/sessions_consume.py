from typing import Any
from urllib.parse import quote

from ...models.any_stream_event import AnyStreamEvent
from ...models.documented_inference_result_event import DocumentedInferenceResultEvent
from ...models.inference_error_event import InferenceErrorEvent
from ...models.inference_result_event import InferenceResultEvent
from ...models.session_modify_result_event import SessionModifyResultEvent
from ...models.stream_end_event import StreamEndEvent
from ...models.stream_heartbeat_event import StreamHeartbeatEvent
from ...models.stream_start_event import StreamStartEvent
from ...types import UNSET, Unset


def _get_kwargs(
    session_id: str,
    *,
    last_event_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["Last-Event-ID"] = last_event_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/lens/sessions/consumer/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        "extensions": {
            "operation": "sessions_consume",
            "path": {
                "session_id": session_id,
            },
        },
    }
    _kwargs["headers"] = headers
    _kwargs.setdefault("headers", {})["Accept"] = "text/event-stream"
    return _kwargs


def _parse_event(
    data: Any,
) -> (
    AnyStreamEvent
    | DocumentedInferenceResultEvent
    | InferenceErrorEvent
    | InferenceResultEvent
    | SessionModifyResultEvent
    | StreamEndEvent
    | StreamHeartbeatEvent
    | StreamStartEvent
):
    def _parse_response_200(
        data: object,
    ) -> (
        AnyStreamEvent
        | DocumentedInferenceResultEvent
        | InferenceErrorEvent
        | InferenceResultEvent
        | SessionModifyResultEvent
        | StreamEndEvent
        | StreamHeartbeatEvent
        | StreamStartEvent
    ):
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_0 = StreamStartEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_0
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_1 = StreamHeartbeatEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_1
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_2 = StreamEndEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_2
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_3 = InferenceResultEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_3
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_4 = DocumentedInferenceResultEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_4
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_5 = InferenceErrorEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_5
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_session_stream_event_type_6 = SessionModifyResultEvent.from_dict(data)

            return componentsschemas_session_stream_event_type_6
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        if not isinstance(data, dict):
            raise TypeError()
        componentsschemas_session_stream_event_type_7 = AnyStreamEvent.from_dict(data)

        return componentsschemas_session_stream_event_type_7

    response_200 = _parse_response_200(data)

    return response_200
