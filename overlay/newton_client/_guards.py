"""Refuses what is surely wrong before anything is sent."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from newton_api.operations import Operation

from .errors import GuardError

_FILE_UID = re.compile(r"fil_[0-9a-z]+")


def is_file_uid(value: str) -> bool:
    """Whether this is a `file_uid` (`fil_...`), which names a stored object, not a file."""
    return _FILE_UID.fullmatch(value) is not None


def check(operation: Operation, request: dict[str, Any]) -> None:
    """Look at a request before it is sent.

    Raises:
        GuardError: A path parameter is empty, or a `file_uid` stands where a `file_id` belongs.
    """
    parameters: dict[str, Any] = request["extensions"].get("path", {})
    for name, value in parameters.items():
        if str(value) in ("", ".", ".."):
            raise GuardError(f"{operation.id}: {name} must not be {str(value)!r}; nothing was sent.")
    for place in operation.file_id:
        where, *steps = _steps(place)
        root = parameters if where == "path" else request.get("json")
        for path, value in _find(root, steps):
            if is_file_uid(value):
                raise GuardError(
                    f"{operation.id}: {path or steps[-1]} is {value!r}, a file_uid. "
                    "Pass the file_id instead: the name the file was uploaded under, "
                    "extension included (upload(...).file_id). "
                    f"newton.files.resolve({value!r}) finds it. Nothing was sent."
                )


@cache
def _steps(place: str) -> tuple[str, ...]:
    """`body.inputs.*[].file_id` as body, inputs, *, [], file_id."""
    return tuple(place.replace("[]", ".[]").split("."))


def _find(value: Any, steps: list[str], path: str = "") -> Iterator[tuple[str, str]]:
    """Every string at the place that the steps lead to, and how it is reached."""
    if isinstance(value, list) and (not steps or steps[0] == "[]"):
        for index, item in enumerate(value):
            yield from _find(item, steps[1:], f"{path}[{index}]")
    elif not steps:
        if isinstance(value, str):
            yield path, value
    elif isinstance(value, dict):
        for key in value if steps[0] == "*" else [steps[0]]:
            if key in value:
                yield from _find(value[key], steps[1:], f"{path}.{key}".lstrip("."))
