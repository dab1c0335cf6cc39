"""What the client sends for any legal arguments is legal, and is what it was given."""

import asyncio
import copy
import io
import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newton_api.operations import OPERATIONS, Operation
from newton_api.types import File
from newton_client import GuardError
from newton_mock.contract import Contract, Match, is_json
from newton_mock.reading import grouped, parse_body
from newton_mock.validation import body_schema, check_body, check_parameters, media_types
from support.calls import call, contract
from support.clients import KINDS, Client, Kind

CONTRACT = Contract(contract())
NASTY = ["", "/x", "?x=1", "#x", "%2F", "..", "+ x", "ö"]
"""How ids end that a URL could take for something else."""
FILE_TYPE = "text/csv"


@cache
def _schema() -> Any:
    schema = schemathesis.openapi.from_dict(copy.deepcopy(contract()), config=schemathesis.Config())
    schema.config.generation.update(with_security_parameters=False)
    return schema


def legal(operation: Operation) -> st.SearchStrategy[Any]:
    """Random requests that the contract allows for an operation."""
    strategy: st.SearchStrategy[Any] = _schema().find_operation_by_id(operation.id).as_strategy()
    return strategy


class Sent:
    """A request, read by the contract.

    Attributes:
        wrong: What the contract does not allow of it.
        unknown: Query parameters that the contract does not know.
    """

    def __init__(self, operation: Operation, request: httpx.Request) -> None:
        raw_path, _, query = request.url.raw_path.decode().partition("?")
        match = CONTRACT.match(request.method, raw_path.removeprefix(CONTRACT.prefix))
        assert isinstance(match, Match), f"{request.method} {raw_path} is no operation"
        assert match.operation.id == operation.id
        places = {
            "path": {name: [value] for name, value in match.path.items()},
            "query": grouped(parse_qsl(query, keep_blank_values=True)),
            "header": grouped(request.headers.items()),
        }
        values, self.wrong = check_parameters(CONTRACT, match.operation, places)
        self.path, self.query, self.header = match.path, values["query"], values["header"]
        declared = {parameter.name for parameter in match.operation.parameters}
        self.unknown = set(places["query"]) - declared
        self.body: Any = {}
        if accepted := media_types(match.operation.body):
            media_type = request.headers["content-type"].partition(";")[0]
            assert media_type in accepted
            content = request.read()
            if media_type == "multipart/form-data":
                self.body = {"file": content}
                return
            self.body = parse_body(content, media_type, body_schema(match.operation, media_type))
            if isinstance(self.body, bytes):
                self.body = {"body": self.body.decode()}
            else:
                self.wrong += check_body(CONTRACT, match.operation, media_type, self.body)


class Wire:
    """Takes what a client sends, and answers with the contract's example."""

    def __init__(self, kind: Kind, operation: Operation) -> None:
        self._operation = operation
        self.sent: list[Sent] = []
        self.count = 0
        transport = httpx.MockTransport(self._answer)
        http: Any = httpx.Client if kind == "sync" else httpx.AsyncClient
        self.http = http(transport=transport)
        self.client = Client(kind, "http://mock/v0.5", http_client=self.http)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(Sent(self._operation, request))
        self.count += 1
        example = CONTRACT.operations[self._operation.id].example
        if example.media_type is None:
            return httpx.Response(example.status)
        headers = {"content-type": example.media_type}
        text = json.dumps(example.value) if is_json(example.media_type) else str(example.value or "")
        return httpx.Response(example.status, text=text, headers=headers)

    def close(self) -> None:
        self.client.close()
        if isinstance(self.http, httpx.Client):
            self.http.close()
        else:
            asyncio.run(self.http.aclose())


@pytest.fixture
def wire(kind: Kind, operation: Operation) -> Iterator[Wire]:
    wire = Wire(kind, operation)
    yield wire
    wire.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_any_legal_call_becomes_the_request_that_was_meant(
    operation: Operation, kind: Kind, wire: Wire
) -> None:
    @settings(
        max_examples=15,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(legal(operation), st.sampled_from(NASTY))
    def holds(case: Any, nasty: str) -> None:
        # schemathesis has them percent-encoded already; a list without items has no form on the wire.
        path = {
            name: unquote(str(value))[:32] + nasty for name, value in (case.path_parameters or {}).items()
        }
        query = {name: value for name, value in (case.query or {}).items() if value != []}
        body = _known(operation, case.body)
        arguments = {**body, **query}
        if case.media_type == "application/octet-stream":
            body = {"body": "any bytes"}
            arguments["body"] = File(io.BytesIO(b"any bytes"))
        if case.media_type == "application/x-www-form-urlencoded":
            body = {name: value for name, value in body.items() if value != []}
        if "file" in body:
            arguments["file"] = File(io.BytesIO(b"a,b\n1,2\n"), "pump.csv", FILE_TYPE)
        if "file_ids" in body:
            arguments["file_ids"] = body["file_ids"] = ["pump.txt" for _ in body["file_ids"]]
        wire.sent.clear()
        try:
            wire.client.do(call(operation, path, arguments))
        except GuardError:
            return
        (sent,) = wire.sent
        assert sent.wrong == []
        assert sent.unknown == set()
        assert sent.path == path
        assert sent.query == query
        if "file" in body:
            assert b'name="file"; filename="pump.csv"\r\n' in sent.body["file"]
        else:
            # The name that the client makes up for a new resource, so that a repeated request is known.
            assert sent.body == ({operation.key: sent.body[operation.key]} if operation.key else {}) | body

    holds()
    assert wire.count


def _known(operation: Operation, body: Any) -> dict[str, Any]:
    """The fields of a body that have a name in the contract, which a method can take."""
    declared = CONTRACT.operations[operation.id].body
    if declared is None or not isinstance(body, dict):
        return {}
    media_type, *_ = media_types(declared)
    content: Any = declared.get("content")
    known: set[str] = set()
    for schema in _branches(content.get(media_type).get("schema")):
        known |= schema.value.get("properties", {}).keys()
    return {name: value for name, value in body.items() if name in known}


def _branches(schema: Any) -> Iterator[Any]:
    yield schema
    for keyword in ("anyOf", "oneOf", "allOf"):
        for branch in schema.list(keyword):
            yield from _branches(branch)
