"""A server that is newer than the client may say more, and say it otherwise: the client reads on."""

import copy
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from newton_api.operations import OPERATIONS, Operation
from newton_client import APIStatusError, Newton
from newton_mock.conformance.drift import visits
from newton_mock.contract import Contract, Node
from support.calls import contract, legal_call

CONTRACT = Contract(contract())
Mutation = Callable[[], None]


def examples(operation: Operation) -> Iterator[tuple[int, Node, Any]]:
    """Every success the contract shows for an operation, with its status and its schema."""
    for status, response in CONTRACT.operations[operation.id].responses.items():
        content = response.get("content")
        media = content.get("application/json") if content and status < "300" else None
        if media and (schema := media.get("schema")):
            for example in media.value.get("examples", {}).values():
                yield int(status), schema, example["value"]


def unknown_fields(schema: Node, value: Any) -> Iterator[Mutation]:
    if isinstance(value, dict) and not isinstance(schema.value.get("additionalProperties"), dict):
        yield lambda: value.update(newer_field={"of": ["any", "kind"]})


def unknown_enum_values(schema: Node, value: Any) -> Iterator[Mutation]:
    for name, inner in _fields(schema, value):
        if inner.value.get("enum") and isinstance(value[name], str):
            yield lambda name=name: value.update({name: "a newer value"})


def unknown_tags(schema: Node, value: Any) -> Iterator[Mutation]:
    """The `type` of an event, say, that no variant has."""
    for name, inner in _fields(schema, value):
        if "const" in inner.value:
            yield lambda name=name: value.update({name: "a newer kind"})


def nulls(schema: Node, value: Any) -> Iterator[Mutation]:
    for name, _ in _fields(schema, value, given=False):
        if name not in schema.value.get("required", []):
            yield lambda name=name: value.update({name: None})


def _fields(schema: Node, value: Any, *, given: bool = True) -> Iterator[tuple[str, Node]]:
    if isinstance(value, dict) and (known := schema.get("properties")):
        yield from ((name, inner) for name, inner in known.items() if name in value or not given)


def mutated(schema: Node, example: Any, how: Callable[[Node, Any], Iterator[Mutation]]) -> Iterator[Any]:
    """The example, changed in one place at a time."""
    count = len([mutation for visit in visits(CONTRACT, schema, example) for mutation in how(*visit)])
    for index in range(count):
        value = copy.deepcopy(example)
        mutations = [mutation for visit in visits(CONTRACT, schema, value) for mutation in how(*visit)]
        mutations[index]()
        yield value


def read(operation: Operation, status: int, answer: Any) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, json=answer))
    # An answer may tell of a failure and still be understood.
    with httpx.Client(transport=transport) as http, suppress(APIStatusError):
        legal_call(operation)(Newton("sk_test", "http://mock/v0.5", http_client=http))


READ_WHOLE = [operation for operation in OPERATIONS.values() if not operation.stream]


@pytest.mark.parametrize("how", [unknown_fields, unknown_enum_values, unknown_tags, nulls])
@pytest.mark.parametrize("operation", READ_WHOLE, ids=lambda operation: operation.id)
def test_what_a_newer_server_adds_is_read(
    operation: Operation, how: Callable[[Node, Any], Iterator[Mutation]]
) -> None:
    for status, schema, example in examples(operation):
        for value in mutated(schema, example, how):
            read(operation, status, value)


def test_each_kind_of_change_is_tried() -> None:
    tried = {
        how.__name__: sum(
            1
            for operation in READ_WHOLE
            for _, schema, example in examples(operation)
            for _ in mutated(schema, example, how)
        )
        for how in (unknown_fields, unknown_enum_values, unknown_tags, nulls)
    }
    assert tried["unknown_fields"] >= 200, tried
    assert tried["unknown_enum_values"] >= 50, tried
    assert tried["unknown_tags"] >= 5, tried
    assert tried["nulls"] >= 500, tried
