"""Answers that need no handler: examples of the contract, or made from its schemas; failures on order."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import Any, cast

from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from newton_mock.call import Call, Reply
from newton_mock.contract import Example, is_json
from newton_mock.errors import ApiError
from newton_mock.faults import Fault
from newton_mock.specimen import NoSpecimenError, specimen

_CODES = {
    401: "unauthorized_request",
    403: "forbidden",
    404: "not_found",
    409: "conflict",
    413: "file_too_large",
    429: "RATE_LIMIT_EXCEEDED",
    500: "internal_error",
    502: "bad_gateway",
    503: "server_at_capacity",
    504: "gateway_timeout",
}
_BODILESS = (204, 205, 304)
_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center></body></html>\n"


def from_example(call: Call, example: Example) -> Reply:
    """An answer of the contract, with the ids that were asked for put in.

    What the contract shows no example of is made from its schemas.
    """
    try:
        if example.media_type is None:
            example = _made(call, example.status)
        headers = _headers(call, example.status)
    except NoSpecimenError as error:
        raise ApiError(500, "mock_needs_example", f"{call.operation.id}: {error}") from None
    value: Any = copy.deepcopy(example.value)
    if isinstance(value, dict):
        answer = cast("dict[str, Any]", value)
        for name, asked in call.path.items():
            if type(answer.get(name)) is type(asked):
                answer[name] = asked
    reply = Reply(status=example.status, headers=headers, media_type=example.media_type)
    if example.media_type == "text/event-stream":
        reply.stream = _once(value)
    elif example.media_type is not None and is_json(example.media_type):
        reply.json = value
    elif example.media_type is not None:
        reply.text = str(value or "")
    return reply


def _made(call: Call, status: int) -> Example:
    """What is declared for a status, made from its schema."""
    declared = call.operation.response(status)
    content = declared.get("content") if declared else None
    for media_type, media in content.items() if content else ():
        return Example(status, media_type, specimen(call.contract, media.get("schema")))
    return Example(status, None, None)


def _headers(call: Call, status: int) -> dict[str, str]:
    """The headers that an answer must have."""
    declared = call.operation.response(status)
    headers = declared.get("headers") if declared else None
    return {
        name: str(header.value.get("example") or specimen(call.contract, header.get("schema")))
        for name, header in (headers.items() if headers else ())
        if header.value.get("required")
    }


class _WholeFile(FileResponse):
    """A file from its beginning to its end: no source shows that the API serves ranges."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del self.headers["accept-ranges"]
        headers = [header for header in scope["headers"] if header[0] != b"range"]
        await super().__call__({**scope, "headers": headers}, receive, send)


def response_to(reply: Reply) -> Response:
    """A reply in HTTP."""
    if reply.path is not None:
        return _WholeFile(reply.path, reply.status, reply.headers, reply.media_type)
    if reply.text is not None:
        return Response(reply.text, reply.status, reply.headers, reply.media_type)
    if reply.media_type is None:
        return Response(None, reply.status, reply.headers)
    return Response(encode(reply.json), reply.status, reply.headers, reply.media_type)


def encode(value: Any) -> bytes:
    """JSON, short and in ASCII."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()


async def _once(event: dict[str, Any]) -> AsyncGenerator[tuple[int | None, dict[str, Any]]]:
    yield None, event


class OrderedError(ApiError):
    """An error that a test asked for, declared or not."""

    def __init__(self, status: int) -> None:
        super().__init__(status, _CODES.get(status, "fault"), "A failure that a test asked for.")


def failure(fault: Fault) -> ApiError | Response | None:
    """What is answered in place of acting; None when the fault comes after the act."""
    retry_after = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    if fault.kind == "status":
        error = OrderedError(fault.status or 503)
        error.headers |= retry_after
        return error if error.status not in _BODILESS else Response(None, error.status, retry_after)
    if fault.kind == "html":
        status = fault.status or 502
        known = status in HTTPStatus.__members__.values()
        title = f"{status} {HTTPStatus(status).phrase}" if known else f"{status}"
        return HTMLResponse(_PAGE.format(title), status, retry_after)
    return None


def misshapen() -> Response:
    """A success that fits no schema of the contract."""
    return JSONResponse("not what the contract says")
