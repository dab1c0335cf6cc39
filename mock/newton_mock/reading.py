"""Reads a request's body in the form its operation asks for."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from newton_mock.call import Call, Upload
from newton_mock.errors import ApiError
from newton_mock.validation import Violation, check_body, media_types

_MAX_FORM = 512 * 1024**2  # its files are on disk
_MAX_IN_MEMORY = 64 * 1024**2
# JSON that Python reads, though it is none: halves of characters, numbers beyond all bounds.
_SUSPECT = re.compile(rb"\\u[dD]|[eE]\+?\d{3}")


async def read_body(request: Request, call: Call) -> list[Violation]:
    """Put the body into the call, and say what is wrong with it."""
    operation = call.operation
    accepted = media_types(operation.body)
    if operation.body is None or not accepted:
        return []
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    # Clients of the lens service send JSON without a content type.
    media_type = given or accepted[0]
    if media_type not in accepted:
        message = f"{media_type} is not among {', '.join(accepted)}"
        return [Violation(operation.id, "header.content-type", "declared", message)]
    try:
        if media_type == "multipart/form-data":
            instance: Any = await _read_form(request, call)
        else:
            raw = await _bounded(request, _MAX_IN_MEMORY).body()
            if not raw and not operation.body.value.get("required"):
                return []
            instance = call.body = parse_json(raw)
    except HTTPException as error:
        return [Violation(operation.id, "body", media_type, error.detail)]
    except (ValueError, RecursionError) as error:
        return [Violation(operation.id, "body", media_type, str(error))]
    return check_body(call.contract, operation, media_type, instance)


async def _read_form(request: Request, call: Call) -> dict[str, Any]:
    form = await _bounded(request, _MAX_FORM).form(max_part_size=_MAX_IN_MEMORY)
    for name, part in form.multi_items():
        if isinstance(part, UploadFile):
            filename, size = part.filename or "", part.size or 0
            call.form[name] = Upload(filename, part.content_type, size, part.file)
        else:
            call.form[name] = part
    # A file stands as a text in the schema's eyes.
    return {name: part.filename if isinstance(part, Upload) else part for name, part in call.form.items()}


def _bounded(request: Request, limit: int) -> Request:
    """The same request; reading more than the limit from it ends the call with a 413."""
    too_large = ApiError(
        413,
        "file_too_large",
        f"The request body is larger than {limit // 1024**2} MB.",
        "Use the direct-to-cloud upload for larger files.",
    )
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise too_large
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise too_large
        return message

    return Request(request.scope, receive)


def parse_json(raw: bytes | str) -> Any:
    """JSON, and nothing that Python alone takes for it."""
    value = json.loads(raw, parse_constant=_refuse)
    if _SUSPECT.search(raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw):
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
