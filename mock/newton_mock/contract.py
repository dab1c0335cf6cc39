"""The contract: its operations, the paths they answer to, and validators for its schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any, Self, cast
from urllib.parse import quote, unquote, urlsplit

from jsonschema_rs import Draft202012Validator, Registry

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_URI = "newton:contract"
_VARIABLE = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the document and the JSON pointer that leads to it. `$ref`s are followed."""

    document: dict[str, Any]
    pointer: str
    value: dict[str, Any]
    _found: dict[str, Node | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def root(cls, document: dict[str, Any]) -> Self:
        """The document as a whole."""
        return cls(document, "", document)

    def get(self, key: str) -> Node | None:
        """The object under `key`, or None when there is no such object."""
        if key not in self._found:
            self._found[key] = self._node(f"{self.pointer}/{_escape(key)}", self.value.get(key))
        return self._found[key]

    def items(self) -> Iterator[tuple[str, Node]]:
        """The objects it holds, by their keys."""
        for key in self.value:
            if node := self.get(key):
                yield key, node

    def list(self, key: str) -> list[Node]:
        """The objects in the array under `key`; none when it is missing."""
        entries = cast("list[Any]", self.value.get(key) or [])
        base = f"{self.pointer}/{_escape(key)}"
        nodes = (self._node(f"{base}/{index}", entry) for index, entry in enumerate(entries))
        return [node for node in nodes if node]

    def _node(self, pointer: str, value: Any) -> Node | None:
        if not isinstance(value, dict):
            return None
        entry = cast("dict[str, Any]", value)
        if isinstance(ref := entry.get("$ref"), str):
            target: Any = self.document
            for part in ref.removeprefix("#/").split("/"):
                target = target[_unescape(part)]
            return self._node(ref.removeprefix("#"), target)
        return Node(self.document, pointer, entry)


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescape(part: str) -> str:
    return unquote(part).replace("~1", "/").replace("~0", "~")


@dataclass(frozen=True)
class Parameter:
    """A declared path, query or header parameter."""

    name: str
    where: str
    required: bool
    explode: bool
    schema: Node | None

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types its schema admits; none means any."""
        return schema_types(self.schema)

    @cached_property
    def item_types(self) -> frozenset[str]:
        """The JSON types its elements admit, where it is an array."""
        return schema_types(self.schema.get("items")) if self.schema else frozenset[str]()


def schema_types(schema: Node | None) -> frozenset[str]:
    """The JSON types a schema names, alternatives included."""
    if schema is None:
        return frozenset()
    named = schema.value.get("type", [])
    types = {named} if isinstance(named, str) else set(cast("list[str]", named))
    for keyword in ("anyOf", "oneOf", "allOf"):
        for branch in schema.list(keyword):
            types |= schema_types(branch)
    return frozenset(types)


def is_json(media_type: str) -> bool:
    """Whether a content type is JSON, perhaps under a name of its own."""
    return media_type == "application/json" or media_type.endswith("+json")


@dataclass(frozen=True)
class Operation:
    """One operation: what it takes, what it answers, and its `x-newton` block."""

    id: str
    method: str
    path: str
    node: Node
    parameters: tuple[Parameter, ...]

    @property
    def newton(self) -> dict[str, Any]:
        """Its `x-newton` block."""
        return self.node.value.get("x-newton") or {}

    @property
    def is_public(self) -> bool:
        """True when it needs no key."""
        return self.node.value.get("security") == []

    @property
    def body(self) -> Node | None:
        """The request body it takes, if any."""
        return self.node.get("requestBody")

    def part_types(self, name: str) -> list[str]:
        """The content types that a part of a multipart body may declare; none means any."""
        encoding = self.body
        for key in ("content", "multipart/form-data", "encoding", name):
            encoding = encoding.get(key) if encoding else None
        declared: str = encoding.value.get("contentType", "") if encoding else ""
        return [entry.strip() for entry in declared.split(",") if entry.strip()]

    @cached_property
    def responses(self) -> dict[str, Node]:
        """What it may answer, by status."""
        declared = self.node.get("responses")
        return dict(declared.items()) if declared else {}

    def response(self, status: int) -> Node | None:
        """What is declared for a status: itself, its class (`4XX`), or `default`."""
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                return self.responses[key]
        return None

    @cached_property
    def examples(self) -> list[Example]:
        """The answers the contract shows, by status. Where no body is declared, that is one too."""
        return [
            example
            for key in sorted(self.responses)
            if key.isdecimal()
            for example in _examples(int(key), self.responses[key].get("content"))
        ]

    @property
    def example(self) -> Example:
        """The first success answer the contract shows; where it shows none, the status of one."""
        success = next((example for example in self.examples if example.status // 100 == 2), None)
        declared = next((key for key in sorted(self.responses) if key.startswith("2")), "2XX")
        return success or Example(int(declared.replace("X", "0")), None, None)


@dataclass(frozen=True, slots=True)
class Example:
    """An answer taken from the contract. Without `media_type` it has no body, or none is shown."""

    status: int
    media_type: str | None
    value: Any
    name: str | None = None


def _examples(status: int, content: Node | None) -> Iterator[Example]:
    if content is None:
        yield Example(status, None, None)
        return
    for media_type, media in content.items():
        if named := media.get("examples"):
            for name, example in named.items():
                yield Example(status, media_type, example.value["value"], name)
        elif "example" in media.value:
            yield Example(status, media_type, media.value["example"])
        elif schema := media.get("schema"):
            for value in schema.value.get("examples", []):
                yield Example(status, media_type, value)


@dataclass(frozen=True, slots=True)
class Match:
    """The operation a request is for, and the segments its path template names, decoded."""

    operation: Operation
    path: dict[str, str]


class Contract:
    """An OpenAPI 3.1 document, ready to route requests and to judge them."""

    def __init__(self, document: dict[str, Any]) -> None:
        root = Node.root(document)
        self.document = document
        self.prefix = urlsplit(str(document["servers"][0]["url"])).path.rstrip("/")
        self.operations = {operation.id: operation for operation in _operations(root)}
        self._registry = Registry([(_URI, document)])
        self._validators: dict[str, Draft202012Validator] = {}
        routes: dict[str, dict[str, Operation]] = {}
        # Static segments sort before `{...}`, so that `/jobs/queue` wins over `/jobs/{id}`.
        for operation in sorted(self.operations.values(), key=lambda o: _VARIABLE.sub("\x7f", o.path)):
            routes.setdefault(operation.path, {})[operation.method] = operation
        self._routes = [(template.split("/"), methods) for template, methods in routes.items()]

    @classmethod
    def load(cls) -> Self:
        """The contract this package ships with."""
        text = files("newton_mock").joinpath("contract.json").read_text(encoding="utf-8")
        return cls(json.loads(text))

    def match(self, method: str, raw_path: str) -> Match | frozenset[str]:
        """Find the operation for a percent-encoded path below the prefix.

        When the path is known under other methods only, these are returned; an unknown path
        gives the empty set.
        """
        segments = [unquote(segment) for segment in raw_path.split("/")]
        for template, methods in self._routes:
            if (path := _match(template, segments)) is not None:
                operation = methods.get(method.upper())
                return Match(operation, path) if operation else frozenset(methods)
        return frozenset()

    def validator(self, schema: Node) -> Draft202012Validator:
        """A validator for a schema of the document; made on first use."""
        if schema.pointer not in self._validators:
            self._validators[schema.pointer] = Draft202012Validator(
                {"$ref": f"{_URI}#{quote(schema.pointer, safe='/~')}"},
                registry=self._registry,
                validate_formats=True,
            )
        return self._validators[schema.pointer]


def _match(template: list[str], segments: list[str]) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    path: dict[str, str] = {}
    for pattern, segment in zip(template, segments, strict=True):
        if pattern.startswith("{") and pattern.endswith("}"):
            if not segment:
                return None
            path[pattern[1:-1]] = segment
        elif pattern != segment:
            return None
    return path


def _operations(root: Node) -> Iterator[Operation]:
    paths = root.get("paths")
    for template, item in paths.items() if paths else ():
        for method in METHODS:
            if node := item.get(method):
                # An operation's own parameter replaces the path's parameter of the same name.
                declared = [*item.list("parameters"), *node.list("parameters")]
                parameters = {(p.value["name"], p.value["in"]): _parameter(p) for p in declared}
                yield Operation(
                    node.value["operationId"],
                    method.upper(),
                    template,
                    node,
                    tuple(parameters.values()),
                )


def _parameter(node: Node) -> Parameter:
    return Parameter(
        name=node.value["name"],
        where=node.value["in"],
        required=bool(node.value.get("required")),
        explode=bool(node.value.get("explode", True)),
        schema=node.get("schema"),
    )
