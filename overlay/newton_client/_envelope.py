"""Makes one kind of error of the many forms in which the API and its gateways say no."""

import json
from typing import Any, Literal

import httpx

from newton_api.operations import Operation

from ._retry import parse_retry_after
from .errors import (
    APIStatusError,
    ErrorDetail,
    ResponseValidationError,
    status_error_class,
)

Envelope = Literal["errors", "detail", "unknown"]

_HINTS = {
    401: "Check the key, and that it belongs to this deployment.",
    413: "POST /files takes up to 512 MB; larger files go by direct upload.",
}


def read_errors(body: bytes) -> tuple[Envelope, tuple[ErrorDetail, ...]]:
    """The errors of a response body, and the form they came in."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return "unknown", ()
    if not isinstance(data, dict):
        return "unknown", ()
    if isinstance(data.get("errors"), list) and data["errors"]:
        return "errors", tuple(_detail(item) for item in data["errors"])
    if "detail" in data:
        return "detail", tuple(_detail(item) for item in _listed(data["detail"]))
    return "unknown", ()


def _detail(item: Any) -> ErrorDetail:
    """One error, whatever it looks like."""
    if not isinstance(item, dict):
        return ErrorDetail(code="", message=_text(item))
    message = item.get("message", item.get("msg"))
    if message is None:
        message = json.dumps(item)
    elif isinstance(item.get("loc"), list):  # an entry of FastAPI's list of validation errors
        message = f"{'.'.join(map(str, item['loc']))}: {_text(message)}"
    return ErrorDetail(
        code=_text(item.get("code") or item.get("type") or ""),
        message=_text(message),
        suggestion=_text(item["suggestion"]) if item.get("suggestion") else None,
        error_uid=_text(item["error_uid"]) if item.get("error_uid") else None,
    )


def _text(value: Any) -> str:
    return " ".join(str(value).split())


def status_error(response: httpx.Response, body: bytes) -> APIStatusError:
    """The error that a response with an error status is."""
    envelope, errors = read_errors(body)
    return _api_error(
        response,
        body,
        envelope,
        errors or (ErrorDetail(code="", message=_excerpt(response, body)),),
    )


_SIGNS = {"is_valid": b"false", "type": b"error", "status": b"failed"}


def may_have_failed(operation: Operation, body: bytes) -> bool:
    """Whether it is worth a closer look if a 2xx answer says that it failed."""
    return operation.failure is not None and _SIGNS[operation.failure] in body


def failure_in_success(operation: Operation, response: httpx.Response, body: bytes) -> APIStatusError | None:
    """The error that a 2xx answer carries inside, if it does."""
    if operation.failure is None:
        return None
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    errors: tuple[ErrorDetail, ...]
    if operation.failure == "type" and data.get("type") == "error":
        details: Any = data.get("event_data")
        found: Any = data.get("message") or (details.get("message") if isinstance(details, dict) else details)
        errors = (ErrorDetail(code="error", message=_text(found or "the event failed")),)
    elif operation.failure == "status" and data.get("status") == "failed":
        said = [data.get("error_msg"), *_listed(data.get("error_messages"))]
        reasons = dict.fromkeys(_text(reason) for reason in said if reason) or ["the query failed"]
        errors = tuple(ErrorDetail(code="failed", message=reason) for reason in reasons)
    elif operation.failure == "is_valid" and data.get("is_valid") is False:
        found = _listed(data.get("errors") or data.get("error_messages")) or ["the API says is_valid: false"]
        errors = tuple(_detail(item) for item in found)
    else:
        return None
    return _api_error(response, body, "errors", errors)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _api_error(
    response: httpx.Response, body: bytes, envelope: Envelope, errors: tuple[ErrorDetail, ...]
) -> APIStatusError:
    status = response.status_code
    parts = [str(status)]
    for error in errors:
        said = f"{error.code}: {error.message}" if error.code else error.message
        if error.suggestion:
            said += f" ({error.suggestion})"
        if error.error_uid:
            said += f" [{error.error_uid}]"
        parts.append(said)
    message = " ".join((parts[0], "; ".join(parts[1:])))
    if status in _HINTS and not any(error.suggestion for error in errors):
        message += f" ({_HINTS[status]})"
    return status_error_class(status)(
        message,
        status_code=status,
        errors=errors,
        envelope=envelope,
        retry_after=parse_retry_after(response.headers.get("retry-after"), response.headers.get("date")),
        headers=dict(response.headers),
        body=body,
    )


def invalid_response(response: httpx.Response, body: bytes, why: Exception) -> ResponseValidationError:
    """The error that a 2xx answer is which breaks the contract."""
    return ResponseValidationError(
        f"{response.status_code}, but the answer is not what the contract promises "
        f"({type(why).__name__}: {_text(why)[:200]}); it begins: {_excerpt(response, body)}",
        status_code=response.status_code,
        headers=dict(response.headers),
        body=body,
    )


def _excerpt(response: httpx.Response, body: bytes) -> str:
    """What a body without a known form says, in one short line."""
    if not body:
        return f"{response.reason_phrase or 'error'} (empty body)"
    text = _text(body[:2000].decode("utf-8", "replace"))
    return text if len(text) <= 200 else text[:200] + "..."
