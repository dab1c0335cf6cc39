"""A legal call of every operation, made from the contract's own examples."""

import copy
import io
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from inspect import signature
from typing import Any

from newton_api.api import AsyncResources, Resources
from newton_api.operations import OPERATIONS, Operation
from newton_api.types import File
from newton_client import Newton


@cache
def contract() -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = json.loads(files("newton_mock").joinpath("contract.json").read_bytes())
    return document


@cache
def specified(operation_id: str) -> dict[str, Any]:
    """An operation as the contract has it, with the parameters of its path, references resolved."""
    operation = OPERATIONS[operation_id]
    path = contract()["paths"][operation.path]
    described = path[operation.method.lower()]
    parameters = [_resolved(each) for each in (*path.get("parameters", ()), *described.get("parameters", ()))]
    return {**described, "parameters": parameters}


def arguments(operation: Operation) -> tuple[dict[str, str], dict[str, Any]]:
    """What to give for the path and for the body, as keyword arguments: the first example of each."""
    spec = specified(operation.id)
    path = {
        parameter["name"]: str(parameter.get("example", f"some-{parameter['name']}"))
        for parameter in spec["parameters"]
        if parameter["in"] == "path"
    }
    if "requestBody" not in spec:
        return path, {}
    (media_type, media), *_ = _resolved(spec["requestBody"])["content"].items()
    body, *_ = _shown(media)
    if media_type == "application/octet-stream":
        return path, {"body": _file(body)}
    if media_type == "multipart/form-data":
        fields = _resolved(media["schema"])["properties"]
        body |= {
            name: _file(body[name]) for name in body if _resolved(fields[name]).get("format") == "binary"
        }
    # One argument for each field of the body, or one for the whole of it.
    whole = "body" in signature(_method(Resources(None), operation)).parameters
    return path, {"body": body} if whole and "body" not in body else body


def _file(content: str) -> File:
    return File(io.BytesIO(content.encode()), "pump.csv", "text/csv")


def _shown(media: dict[str, Any]) -> list[Any]:
    """Copies of the examples of a body."""
    shown = [_resolved(example)["value"] for example in media.get("examples", {}).values()]
    return copy.deepcopy(shown or [media[key] for key in ("example",) if key in media])


def answer(operation_id: str) -> Any:
    """The first example of a success that the contract shows."""
    described = specified(operation_id)["responses"]
    for status in sorted(described):
        for media in _resolved(described[status]).get("content", {}).values():
            for example in _shown(media):
                return example
    raise LookupError(f"{operation_id} has no example of an answer")


def call(operation: Operation, path: Mapping[str, str], body: Mapping[str, Any]) -> Callable[[Any], Any]:
    """The call of an operation with these arguments, on a client of either kind.

    It is the plain operation, which the client's own methods may be more than.
    """

    def on(newton: Any) -> Any:
        # `raw` has none that give their answer as it comes.
        plain = newton.raw
        if operation.stream:
            resources = Resources if isinstance(newton, Newton) else AsyncResources
            plain = resources(newton._http_caller)
        return _method(plain, operation)(*path.values(), **body)

    return on


def _method(resources: Any, operation: Operation) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(
        getattr(resources, operation.tag), operation.id.removeprefix(f"{operation.tag}_")
    )
    return method


def legal_call(operation: Operation) -> Callable[[Any], Any]:
    """A call of an operation that the contract allows."""
    return call(operation, *arguments(operation))


def _resolved(value: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in value:
        target: Any = contract()
        for step in value["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        value = target
    return value
