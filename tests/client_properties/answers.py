"""Answers at random: those that the contract allows, and what becomes of them on the way."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import httpx
import schemathesis
from hypothesis import strategies as st

from newton_api.operations import OPERATIONS
from support.calls import contract, specified

JSON = "application/json"
SSE = "text/event-stream"


@cache
def _requests() -> Any:
    """A contract in which each success of ours is the body of a request, which is what can be drawn."""
    document = copy.deepcopy(contract())
    document.pop("security", None)
    document["paths"] = {
        f"/{operation}/{status}": {
            "post": {
                "operationId": f"{operation}_{status}",
                "requestBody": {"required": True, "content": {JSON: {"schema": schema}}},
                "responses": {"200": {"description": "Fine."}},
            }
        }
        for operation in OPERATIONS
        for status, schema in _successes(operation)
    }
    return schemathesis.openapi.from_dict(document, config=schemathesis.Config())


def _successes(operation_id: str) -> Iterator[tuple[str, Any]]:
    for status, response in specified(operation_id)["responses"].items():
        for media_type, media in response.get("content", {}).items():
            if status.startswith("2") and media_type in (JSON, SSE):
                yield status, media["schema"]


def allowed(operation_id: str) -> st.SearchStrategy[tuple[int, Any]]:
    """A status and a JSON value that the contract allows as the answer of an operation."""

    def of(status: str) -> st.SearchStrategy[tuple[int, Any]]:
        bodies = _requests().find_operation_by_id(f"{operation_id}_{status}").as_strategy()
        return bodies.map(lambda case: (int(status), case.body))

    return st.one_of([of(status) for status, _ in _successes(operation_id)])


def has_answer(operation_id: str) -> bool:
    """Whether the operation answers with JSON at all, or with events of it."""
    return any(_successes(operation_id))


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """The value with some of its parts dropped, doubled, or made something else."""
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(value))
        if not places:
            return draw(VALUES)
        inside, key = draw(st.sampled_from(places))
        how = draw(st.sampled_from(["drop", "null", "other", "wrap", "nest"]))
        if how == "drop":
            del inside[key]
        elif how == "null":
            inside[key] = None
        elif how == "other":
            inside[key] = draw(VALUES)
        elif how == "wrap":
            inside[key] = draw(st.sampled_from([[inside[key]], {"value": inside[key]}, str(inside[key])]))
        else:
            for _ in range(draw(st.integers(1, 200))):
                inside[key] = [inside[key]]
    return value


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every part of a JSON value, as what it is in and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])


MISHAPS = (
    *(b"", b" ", b"null", b"true", b"0", b'""', b"[]", b"{}", b"[null]", b"[[]]", b"[{}]", b'{"": {}}'),
    *(b"NaN", b"-Infinity", b"1" * 5000, b"1e999", b'"\\ud800"', b"\xff\xfe\x00", b"\xef\xbb\xbf{}"),
    *(b"[" * 100_000, b'{"data":' * 20_000, b"[" * 500 + b"]" * 500, b'{"a":' * 500 + b"1" + b"}" * 500),
    b"<html><head><title>502 Bad Gateway</title></head></html>",
    b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    b'data: {"type": "x"}\n\n',
)
"""Bodies of which some lead JSON parsers astray."""

HEADERS = st.sampled_from(
    [
        {"Content-Type": JSON},
        {"Content-Type": f"{JSON}; charset=utf-16"},
        {"Content-Type": "text/html"},
        {"Content-Type": SSE},
        {"Content-Type": "nonsense", "Retry-After": "soon"},
        {"Content-Type": JSON, "Content-Encoding": "gzip"},
        {"Content-Type": JSON, "Content-Encoding": "unknown"},
        {},
    ]
)


@st.composite
def broken(draw: st.DrawFn, example: Any) -> httpx.Response:
    """A success that is another than the contract says."""
    how = draw(st.sampled_from(["changed", "changed", "changed", "cut", "other", "noise"]))
    if how == "cut":
        text = json.dumps(example).encode()
        body = text[: draw(st.integers(0, len(text)))]
    elif how in ("changed", "other"):
        body = json.dumps(draw(changed(example) if how == "changed" else VALUES)).encode("utf-8", "replace")
    else:
        body = draw(st.binary(max_size=50))
    headers = {"Content-Type": JSON} if how == "changed" else draw(HEADERS)
    return response(draw(st.sampled_from([200, 201, 202, 204, 206, 299])), body, headers)


@st.composite
def failed(draw: st.DrawFn) -> httpx.Response:
    """An error in whatever form."""
    envelope = st.fixed_dictionaries({}, optional={"errors": VALUES, "detail": VALUES, "message": VALUES})
    bodies = envelope.map(lambda value: json.dumps(value).encode("utf-8", "replace"))
    body = draw(bodies | st.binary(max_size=50))
    status = draw(st.integers(300, 599).filter(lambda status: status != httpx.codes.NOT_MODIFIED))
    return response(status, body, draw(HEADERS))


def response(status: int, body: bytes, headers: dict[str, str]) -> httpx.Response:
    """As a transport gives it: not read yet."""
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))
