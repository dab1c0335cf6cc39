"""What answers show that the contract does not know, and how the contract would have to change."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from newton_mock.conformance.suite import Answer
from newton_mock.contract import Contract, Node, schema_types

_ALTERNATIVES = ("anyOf", "oneOf")


@dataclass(slots=True)
class Change:
    """What answers would have a schema say; `operations` are those that showed it."""

    schema: Node
    fields: dict[str, set[str]] = field(default_factory=lambda: defaultdict[str, set[str]](set))
    values: set[str] = field(default_factory=set[str])
    types: set[str] = field(default_factory=set[str])
    missing: set[str] = field(default_factory=set[str])
    operations: set[str] = field(default_factory=set[str])


class Drift:
    """Collects, answer by answer, where a server and the contract have grown apart."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._changes: dict[str, Change] = {}

    def see(self, answer: Answer) -> None:
        """Compare one answer with the schema of its operation and status."""
        declared = self._contract.operations[answer.operation].response(answer.status)
        content = declared.get("content") if declared else None
        media_type = answer.content_type.partition(";")[0].strip()
        media = content.get(media_type) if content else None
        if media is None or media_type != "application/json":
            return
        try:
            value = json.loads(answer.content)
        except ValueError:
            return
        if schema := media.get("schema"):
            for node, part in visits(self._contract, schema, value):
                self._compare(answer.operation, node, part)

    def _compare(self, operation: str, schema: Node, value: Any) -> None:
        """Note how a value differs from the one schema it was meant for."""
        types = schema_types(schema)
        if types and not types & names_of(value):
            self._change(operation, schema).types.add(name_of(value))
        elif isinstance(value, str) and value not in schema.value.get("enum", [value]):
            self._change(operation, schema).values.add(value)
        elif isinstance(value, dict):
            entries = cast("dict[str, Any]", value)
            for name in set(schema.value.get("required", [])) - entries.keys():
                self._change(operation, schema).missing.add(name)
            known = schema.value.get("properties", {})
            if known and not isinstance(schema.value.get("additionalProperties"), dict):
                for name in entries.keys() - known.keys():
                    self._change(operation, schema).fields[name].add(name_of(entries[name]))

    def _change(self, operation: str, schema: Node) -> Change:
        change = self._changes.setdefault(schema.pointer, Change(schema))
        change.operations.add(operation)
        return change

    def lines(self) -> Iterator[str]:
        """Each difference in a sentence."""
        for pointer, change in sorted(self._changes.items()):
            place = pointer.removeprefix("/components/schemas/").replace("/properties/", ".")
            seen = f"(seen in {', '.join(sorted(change.operations))})"
            for name in sorted(change.fields):
                yield f"`{place}` has a field `{name}` that the contract does not know {seen}"
            for value in sorted(change.values):
                yield f"`{place}` has a value `{value[:80]}` that the contract does not know {seen}"
            for name in sorted(change.missing):
                yield f"`{place}` lacks `{name}`, which the contract requires {seen}"
            for name in sorted(change.types):
                yield f"`{place}` is {name}, which the contract does not allow {seen}"

    def patch(self) -> dict[str, Any]:
        """The changes as a JSON Merge Patch (RFC 7396) for `openapi.yaml`.

        What lies inside a list of alternatives has no name that such a patch could use; it is in
        `lines` alone.
        """
        patch: dict[str, Any] = {}
        for pointer, change in sorted(self._changes.items()):
            steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
            if not any(step.isdigit() for step in steps[:-1]) or "responses" in steps[:4]:
                target = patch
                for step in steps:
                    target = target.setdefault(step, {})
                target |= _merged(change)
        return patch


def _merged(change: Change) -> dict[str, Any]:
    """The keywords of the schema that change, as they are to be."""
    schema = change.schema.value
    wanted: dict[str, Any] = {}
    if change.fields:
        wanted["properties"] = {
            name: {"type": _one_or_many(types)} for name, types in sorted(change.fields.items())
        }
    if change.values:
        wanted["enum"] = [*schema["enum"], *sorted(change.values)]
    if change.types:
        wanted["type"] = _one_or_many(schema_types(change.schema) | change.types)
    if change.missing:
        wanted["required"] = [name for name in schema["required"] if name not in change.missing]
    return wanted


def _one_or_many(types: set[str] | frozenset[str]) -> str | list[str]:
    ordered = sorted(types, key=lambda name: (name == "null", name))
    return ordered[0] if len(ordered) == 1 else ordered


def visits(contract: Contract, schema: Node, value: Any) -> Iterator[tuple[Node, Any]]:
    """A value and all values inside it, each with the schemas it is meant for."""
    for meant in _meant(contract, schema, value):
        yield meant, value
        if isinstance(value, dict):
            known = meant.get("properties")
            others = meant.get("additionalProperties")
            for name, part in cast("dict[str, Any]", value).items():
                inner = (known.get(name) if known else None) or others
                if inner:
                    yield from visits(contract, inner, part)
        elif isinstance(value, list) and (items := meant.get("items")):
            for part in value:
                yield from visits(contract, items, part)


def _meant(contract: Contract, schema: Node, value: Any) -> Iterator[Node]:
    """The schema, or of its alternatives the one that fits the value best."""
    whole = True
    for keyword in _ALTERNATIVES:
        if branches := schema.list(keyword):
            best = min(branches, key=lambda branch: _distance(contract, branch, value))
            yield from _meant(contract, best, value)
            whole = False
    for branch in schema.list("allOf"):
        yield from _meant(contract, branch, value)
    if whole or "properties" in schema.value:
        yield schema


def _distance(contract: Contract, schema: Node, value: Any) -> tuple[bool, int]:
    """How far a value is from a schema: of another kind is farther than any number of errors."""
    errors = list(contract.validator(schema).iter_errors(value))
    return any(not error.instance_path or error.kind.name == "const" for error in errors), len(errors)


def name_of(value: Any) -> str:
    """The JSON type of a value; `integer` where a number is one."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def names_of(value: Any) -> frozenset[str]:
    """All JSON types that a value has: an integer is a number, too."""
    name = name_of(value)
    if isinstance(value, float) and value.is_integer():
        return frozenset({"number", "integer"})
    return frozenset({name, "number"} if name == "integer" else {name})
