"""Reads a request's body in the form its operation asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from newton_mock.call import Call, Upload
from newton_mock.contract import Node, Parameter, is_json
from newton_mock.errors import ApiError
from newton_mock.validation import Violation, body_schema, check_body, convert, media_types

_MAX_FORM = 512 * 1024**2  # its files are on disk
_MAX_IN_MEMORY = 64 * 1024**2
_MOST_FIELDS = 1000
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
    schema = body_schema(operation, media_type)
    try:
        if media_type == "multipart/form-data":
            instance: Any = await _read_form(request, call, schema)
        else:
            raw = await _bounded(request, _MAX_IN_MEMORY).body()
            if not raw and not operation.body.value.get("required"):
                return []
            call.body = parse_body(raw, media_type, schema)
            # The schema sees a text with a character for each byte.
            instance = raw.decode("latin-1") if call.body is raw else call.body
    except HTTPException as error:
        return [Violation(operation.id, "body", media_type, error.detail)]
    except (ValueError, RecursionError) as error:
        return [Violation(operation.id, "body", media_type, str(error))]
    return check_body(call.contract, operation, media_type, instance)


def parse_body(raw: bytes, media_type: str, schema: Node | None) -> Any:
    """What a body says; of one that is neither JSON nor a form, its bytes."""
    if is_json(media_type):
        return parse_json(raw)
    if media_type == "application/x-www-form-urlencoded":
        pairs = parse_qsl(raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        return _fields(pairs, schema)
    return raw


async def _read_form(request: Request, call: Call, schema: Node | None) -> dict[str, Any]:
    form = await _bounded(request, _MAX_FORM).form(max_part_size=_MAX_IN_MEMORY)
    for name, part in form.multi_items():
        if isinstance(part, UploadFile):
            filename, size = part.filename or "", part.size or 0
            call.form[name] = Upload(filename, part.content_type, size, part.file)
        else:
            call.form[name] = part
    # A file stands as a text in the schema's eyes.
    texts = (
        (name, part.filename or "" if isinstance(part, UploadFile) else part)
        for name, part in form.multi_items()
    )
    return _fields(texts, schema)


def _fields(texts: Iterable[tuple[str, str]], schema: Node | None) -> dict[str, Any]:
    """The texts of a form in the types that its schema gives them."""
    return {
        name: convert(Parameter(name, "body", False, True, _property(schema, name)), given)
        for name, given in grouped(texts).items()
    }


def _property(schema: Node | None, name: str) -> Node | None:
    """The schema of a property, in the first part of an object's schema that has it."""
    if schema is None:
        return None
    if (properties := schema.get("properties")) and (found := properties.get(name)):
        return found
    parts = (part for keyword in ("allOf", "anyOf", "oneOf") for part in schema.list(keyword))
    return next(filter(None, (_property(part, name) for part in parts)), None)


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The texts given under each name."""
    groups: dict[str, list[str]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups


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
