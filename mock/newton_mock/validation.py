"""Holds requests and answers to the contract."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind

from newton_mock.contract import Contract, Node, Operation, Parameter, is_json

# Longer ones are no numbers that anyone means, and cost Python more than they are worth.
_INTEGER = re.compile(r"[+-]?\d{1,300}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d{1,300}\.?\d{0,300}|\.\d{1,300})([eE][+-]?\d{1,3})?", re.ASCII)
_LONGEST_MESSAGE = 300
_MOST_VIOLATIONS = 10


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of the contract that was broken, and where."""

    operation: str
    where: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.where}: {self.rule}: {self.message}"


def check_parameters(
    contract: Contract,
    operation: Operation,
    given: Mapping[str, Mapping[str, list[str]]],
) -> tuple[dict[str, dict[str, Any]], list[Violation]]:
    """Convert and judge the parameters of a request.

    `given` holds, for each place ("path", "query", "header"), every value under each name; header
    names are in lower case. Returns the converted values in the same layout. Undeclared
    parameters are let through unseen.
    """
    values: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
    violations: list[Violation] = []
    for parameter in operation.parameters:
        name = parameter.name.lower() if parameter.where == "header" else parameter.name
        texts = given.get(parameter.where, {}).get(name, [])
        where = f"{parameter.where}.{parameter.name}"
        if not texts:
            if parameter.required:
                violations.append(Violation(operation.id, where, "required", "it is missing"))
            continue
        if len(texts) > 1 and "array" not in parameter.types:
            message = f"it is given {len(texts)} times"
            violations.append(Violation(operation.id, where, "single", message))
            continue
        value = convert(parameter, texts)
        values[parameter.where][name] = value
        violations += check(contract, operation, where, parameter.schema, value)
    return values, violations


def convert(parameter: Parameter, texts: list[str]) -> Any:
    """The value that the texts given for a parameter, or for a field of a form, stand for."""
    if "array" not in parameter.types:
        values = [_from_text(text, parameter.types) for text in texts]
        return values[0] if len(values) == 1 else values
    entries = texts if parameter.explode else [part for text in texts for part in text.split(",")]
    return [_from_text(entry, parameter.item_types) for entry in entries]


def _from_text(text: str, types: frozenset[str]) -> Any:
    """The value a text stands for; the text itself where it fits no other type."""
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "string" in types:
        return text
    if "null" in types and not text:
        return None
    if "object" in types:
        with contextlib.suppress(ValueError, RecursionError):
            return json.loads(text)
    return text


def body_schema(operation: Operation, media_type: str) -> Node | None:
    """What a request body in this form must be; None when it may be anything."""
    media = _media(operation.body, media_type)
    return media.get("schema") if media else None


def check_body(contract: Contract, operation: Operation, media_type: str, instance: Any) -> list[Violation]:
    """Judge a request body that has been parsed."""
    return check(contract, operation, "body", body_schema(operation, media_type), instance)


def check_answer(
    contract: Contract,
    operation: Operation,
    *,
    status: int,
    media_type: str | None,
    headers: Mapping[str, str],
    json: Any,
) -> list[Violation]:
    """Judge an answer: its status, its headers, its content type and, when it is JSON, its body."""
    declared = operation.response(status)
    if declared is None:
        message = f"{status} is not among {', '.join(operation.responses)}"
        return [Violation(operation.id, "answer.status", "declared", message)]
    violations: list[Violation] = []
    present = {name.lower() for name in headers}
    if wanted := declared.get("headers"):
        violations += [
            Violation(operation.id, f"answer.header.{name}", "required", "it is missing")
            for name, header in wanted.items()
            if header.value.get("required") and name.lower() not in present
        ]
    content = declared.get("content")
    if media_type is None or content is None:
        if media_type is not None or content is not None:
            said = "without a body" if content is None else "with a body"
            message = f"{status} is declared {said}"
            violations.append(Violation(operation.id, "answer.body", "declared", message))
        return violations
    media = _media(declared, media_type)
    if media is None:
        message = f"{media_type} is not among {', '.join(content.value)}"
        violations.append(Violation(operation.id, "answer.content-type", "declared", message))
    elif is_json(media_type):
        violations += check(contract, operation, "answer", media.get("schema"), json)
    return violations


def media_types(holder: Node | None) -> list[str]:
    """The content types a request body or a response declares."""
    content = holder.get("content") if holder else None
    return list(content.value) if content else []


def _media(holder: Node | None, media_type: str) -> Node | None:
    content = holder.get("content") if holder else None
    if content is None:
        return None
    main, _, _ = media_type.partition("/")
    for key in (media_type, f"{main}/*", "*/*"):
        if media := content.get(key):
            return media
    return None


def check(
    contract: Contract, operation: Operation, where: str, schema: Node | None, instance: Any
) -> list[Violation]:
    """Judge a value by a schema of the contract; no schema admits anything."""
    if schema is None:
        return []
    try:
        errors = list(_first(contract.validator(schema).iter_errors(instance)))
    except ValueError as error:  # a text that is no Unicode, or a number out of range
        return [Violation(operation.id, where, "json", str(error))]
    return [
        Violation(
            operation.id,
            "/".join([where, *map(str, error.instance_path)]),
            error.kind.name,
            error.message[:_LONGEST_MESSAGE],
        )
        for error in map(_nearest, errors)
    ]


def _first(errors: Iterable[ValidationError]) -> Iterable[ValidationError]:
    for count, error in enumerate(errors):
        if count == _MOST_VIOLATIONS:
            return
        yield error


def _nearest(error: ValidationError) -> ValidationError:
    """For a failed union, the error of the branch that the value was most likely meant for."""
    kind = error.kind
    if not isinstance(kind, ValidationErrorKind.AnyOf | ValidationErrorKind.OneOfNotValid):
        return error
    meant = [
        branch
        for branch in kind.context
        if branch and not any(e.kind.name in ("const", "type") for e in branch if _tags(e, error))
    ]
    return _nearest(meant[0][0]) if len(meant) == 1 else error


def _tags(inner: ValidationError, union: ValidationError) -> bool:
    """Whether an error in a branch says that the value is of another kind altogether."""
    depth = len(inner.instance_path) - len(union.instance_path)
    return depth == 0 or (depth == 1 and inner.kind.name == "const")
