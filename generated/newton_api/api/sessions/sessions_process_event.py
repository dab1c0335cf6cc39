from collections.abc import Mapping
from typing import Any

import httpx

from ...models.error_reply import ErrorReply
from ...models.model_query_reply import ModelQueryReply
from ...models.reply_event import ReplyEvent
from ...models.session_process_event_request import SessionProcessEventRequest
from ...models.session_read_reply import SessionReadReply
from ...models.session_record import SessionRecord
from ...models.session_validate_reply import SessionValidateReply
from ...types import to_json


def _get_kwargs(
    *,
    body: SessionProcessEventRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/sessions/events/process",
        "extensions": {
            "operation": "sessions_process_event",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(
    response: httpx.Response,
) -> ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply:
    def _parse_response_200(
        data: object,
    ) -> ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply:
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_event_reply_type_0 = ErrorReply.from_dict(data)

            return componentsschemas_event_reply_type_0
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_event_reply_type_1 = SessionValidateReply.from_dict(data)

            return componentsschemas_event_reply_type_1
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_event_reply_type_2 = SessionReadReply.from_dict(data)

            return componentsschemas_event_reply_type_2
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_event_reply_type_3 = ModelQueryReply.from_dict(data)

            return componentsschemas_event_reply_type_3
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        try:
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_event_reply_type_4 = SessionRecord.from_dict(data)

            return componentsschemas_event_reply_type_4
        except (TypeError, ValueError, AttributeError, KeyError):
            pass
        if not isinstance(data, dict):
            raise TypeError()
        componentsschemas_event_reply_type_5 = ReplyEvent.from_dict(data)

        return componentsschemas_event_reply_type_5

    response_200 = _parse_response_200(response.json())

    return response_200
