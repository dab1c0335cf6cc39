"""Refuses what is surely wrong before anything is sent."""

import json
import math
import os
import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from newton_api.client import Request
from newton_api.operations import Operation

from .errors import GuardError

QUERY_EXTENSIONS = (".png", ".jpg", ".jpeg", ".txt", ".json", ".csv", ".mp4")
"""What `/query` goes by. Docs: https://docs.archetypeai.app/api-reference/query"""

_FILE_UID = re.compile(r"fil_[0-9a-z]+")


class NewtonWarning(UserWarning):
    """The request is sent, but the answer is unlikely to be what was meant."""


def is_file_uid(value: str) -> bool:
    """Whether this is a `file_uid` (`fil_...`), which names a stored object, not a file."""
    return _FILE_UID.fullmatch(value) is not None


def check(operation: Operation, request: Request) -> None:
    """Look at a request before it is sent.

    Raises:
        GuardError: A path parameter is empty, a `file_uid` stands where a `file_id` belongs, or what
            the operation's own check says.
    """
    parameters: dict[str, Any] = request["extensions"].get("path", {})
    for name, value in parameters.items():
        if str(value) in ("", ".", ".."):
            raise _refusal(operation, f"{name} must not be {str(value)!r}.")
    for place in operation.file_id:
        where, *steps = _steps(place)
        for path, value in _find(parameters if where == "path" else request.get("json"), steps):
            if is_file_uid(value):
                raise _refusal(
                    operation,
                    f"{path or steps[-1]} is {value!r}, a file_uid. Pass the file_id instead: the name "
                    "the file was uploaded under, extension included (upload(...).file_id). "
                    f"newton.files.resolve({value!r}) finds it.",
                )
    if operation.id in OWN_CHECKS:
        OWN_CHECKS[operation.id](operation, request["json"])


def _refusal(operation: Operation, why: str) -> GuardError:
    return GuardError(f"{operation.id}: {why} Nothing was sent.")


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


def _check_query(operation: Operation, body: dict[str, Any]) -> None:
    """What the query page says of files and events. Completes `data.json` events in place."""
    for file_id in body.get("file_ids") or ():
        extension = os.path.splitext(str(file_id))[1].lower()
        if extension not in QUERY_EXTENSIONS:
            raise _refusal(
                operation,
                f"file_ids holds {file_id!r}; a query takes files named {', '.join(QUERY_EXTENSIONS)}.",
            )
        if extension == ".csv" and str(body.get("model")).startswith("Newton::"):
            warnings.warn(
                f"{body['model']} will not see what is in {file_id!r}: text models read no .csv. Upload it "
                "with a name that ends in .txt, or send its text as a data.text event.",
                NewtonWarning,
                stacklevel=2,
            )
    for index, event in enumerate(body.get("events") or ()):
        data = event.get("event_data") if isinstance(event, dict) else None
        if not isinstance(data, dict):
            continue
        where = f"events[{index}].event_data.contents"
        if event.get("type") == "data.json" and not isinstance(data.get("contents"), str | None):
            event["event_data"] = {**data, "contents": _serialized(operation, where, data["contents"])}
        if event.get("type") != "data.numeric_array" or "contents" not in data:
            continue
        if problem := window_problem(where, data["contents"]):
            raise _refusal(operation, problem)


def _serialized(operation: Operation, where: str, contents: Any) -> str:
    try:
        return json.dumps(contents, allow_nan=False)
    except ValueError as error:
        raise _refusal(operation, f"{where} is nothing that JSON can hold ({error}).") from None


def window_problem(where: str, channels: Any) -> str | None:
    """What is wrong with a window: channels × samples, a list of channels, each a list of as many numbers."""
    rows = channels if isinstance(channels, list) else [channels]
    if not rows or not all(isinstance(row, list) and row for row in rows):
        return f"{where} must be channels × samples; for one channel, [[...]]."
    if len({len(row) for row in rows}) > 1:
        return f"{where} must have as many samples in every channel."
    for row in rows:
        for number in row:
            if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
                return f"{where} must hold finite numbers; it holds {number!r}."
    return None


OWN_CHECKS: dict[str, Callable[[Operation, dict[str, Any]], None]] = {"query_create": _check_query}
"""Operations with rules of their own."""
