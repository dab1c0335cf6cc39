"""Makes a value that a schema admits, where the contract shows none."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from newton_mock.contract import Contract, Node

_FORMATS = {
    "date": "2026-01-01",
    "date-time": "2026-01-01T00:00:00Z",
    "duration": "PT1S",
    "email": "person@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "00:00:00Z",
    "uri": "https://example.com/",
    "uri-reference": "/",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")


class NoSpecimenError(Exception):
    """No value was found that a schema admits."""


def specimen(contract: Contract, schema: Node | None) -> Any:
    """A value that a schema admits, always the same; a `NoSpecimenError` says that none was found."""
    return next(_Maker(contract).values(schema, ()))


class _Maker:
    """Tries what the keywords of a schema suggest, and keeps what the schema admits.

    `within` holds the pointers of the schemas around one, so that a tree does not grow for ever.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def values(self, schema: Node | None, within: tuple[str, ...]) -> Iterator[Any]:
        """Values that a schema admits; at least one, or a `NoSpecimenError`."""
        if schema is None:
            yield {}
            return
        found = False
        if schema.pointer not in within:
            validator = self._contract.validator(schema)
            for value in self._candidates(schema, (*within, schema.pointer)):
                if validator.is_valid(value):
                    found = True
                    yield value
        if not found:
            raise NoSpecimenError(f"#{schema.pointer} needs an example: no value was found that it admits")

    def _first(self, schema: Node | None, within: tuple[str, ...]) -> Any:
        return next(self.values(schema, within))

    def _candidates(self, schema: Node, within: tuple[str, ...]) -> Iterator[Any]:
        keywords = schema.value
        for key in ("const", "example", "default"):
            if key in keywords:
                yield keywords[key]
        yield from [*keywords.get("examples", []), *keywords.get("enum", [])]
        parts = [self._first(part, within) for part in schema.list("allOf")]
        alternatives: list[Node | None] = [*schema.list("anyOf"), *schema.list("oneOf")]
        for alternative in alternatives or [None]:
            try:
                chosen = [*parts, self._first(alternative, within)] if alternative else parts
            except NoSpecimenError:
                continue
            for own in self._own(schema, within):
                yield from _joined([own, *chosen])
                yield from _joined([*chosen, own])

    def _own(self, schema: Node, within: tuple[str, ...]) -> Iterator[Any]:
        """What the schema's own keywords suggest, of each type that it names."""
        parts = (*schema.list("allOf"), schema)
        keywords = {key: said for part in parts for key, said in part.value.items()}
        named = keywords.get("type", _TYPES)
        for type_ in (named,) if isinstance(named, str) else cast("tuple[str, ...]", named):
            if type_ == "object":
                yield from self._objects(schema, within)
            elif type_ == "array":
                yield from self._arrays(schema, within)
            elif type_ == "string":
                yield from _strings(keywords)
            elif type_ in ("integer", "number"):
                yield from _numbers(keywords, whole=type_ == "integer")
            else:
                yield from (True, False) if type_ == "boolean" else (None,)

    def _objects(self, schema: Node, within: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        """With all properties that can be made, one of any name too, and with those that it must have."""
        properties, others = schema.get("properties"), schema.get("additionalProperties")
        declared = dict(properties.items()) if properties else {}
        required = dict.fromkeys(schema.value.get("required", []))
        whole: dict[str, Any] = {}
        for name in declared | required | ({"name": None} if others else {}):
            try:
                whole[name] = self._first(declared.get(name, others), within)
            except NoSpecimenError:
                if name in required:
                    return
        yield whole
        yield {name: whole[name] for name in required}

    def _arrays(self, schema: Node, within: tuple[str, ...]) -> Iterator[list[Any]]:
        """With one element, or as many as it must have, and with none."""
        keywords = schema.value
        begun = [self._first(entry, within) for entry in schema.list("prefixItems")]
        missing = max(keywords.get("minItems", 0), 1) - len(begun)
        try:
            if keywords.get("uniqueItems"):
                yield begun + list(islice(self.values(schema.get("items"), within), max(missing, 0)))
            else:
                yield begun + [self._first(schema.get("items"), within)] * missing
        except NoSpecimenError:
            pass
        yield begun


def _joined(values: list[Any]) -> Iterator[Any]:
    """Objects as one; of other values, each."""
    if all(isinstance(value, dict) for value in values):
        yield {name: entry for value in values for name, entry in value.items()}
    else:
        yield from (value for value in values if not isinstance(value, dict))


def _strings(keywords: dict[str, Any]) -> Iterator[str]:
    if (format_ := keywords.get("format")) in _FORMATS:
        yield _FORMATS[format_]
    least, most = keywords.get("minLength", 0), keywords.get("maxLength")
    yield "string".ljust(least, "s")[:most]


def _numbers(keywords: dict[str, Any], *, whole: bool) -> Iterator[float]:
    least = max(keywords.get("minimum", -math.inf), keywords.get("exclusiveMinimum", -math.inf))
    most = min(keywords.get("maximum", math.inf), keywords.get("exclusiveMaximum", math.inf))
    step = keywords.get("multipleOf", 1)
    yield 1 if whole else 0.5
    yield 0
    if math.isfinite(least):
        yield from (math.ceil(least), math.floor(least) + 1, least)
        yield from (math.ceil(least / step) * step, (math.floor(least / step) + 1) * step)
    if math.isfinite(most):
        yield from (math.floor(most), math.ceil(most) - 1, most)
        yield from (math.floor(most / step) * step, (math.ceil(most / step) - 1) * step)
    if math.isfinite(least + most):
        yield (least + most) / 2
    yield step
