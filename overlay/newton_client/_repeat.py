"""What makes a request safe to repeat: a body that can be read again, a name made by the client."""

import io
from importlib import import_module
from typing import Any
from uuid import uuid4

from newton_api.client import Request
from newton_api.operations import OPERATIONS, Operation

from .errors import ConflictError


class Replay:
    """Remembers where the files of a request begin, and puts them back there.

    Attributes:
        possible: Whether the body can be sent again, byte for byte.
    """

    def __init__(self, request: Request) -> None:
        self._files: list[tuple[Any, int]] = []
        self.possible = True
        for _, (_, content, *_) in request.get("files", ()):
            if isinstance(content, bytes | str):
                continue
            try:
                self._files.append((content, content.tell()))
                self.possible = self.possible and content.seekable()
            except (AttributeError, OSError, io.UnsupportedOperation):
                self.possible = False

    def rewind(self) -> None:
        """Put every file back to where it began."""
        for content, start in self._files:
            content.seek(start)


def named(operation: Operation, request: Request) -> Request:
    """The request with a name for what it makes, where the API takes one and the caller gave none."""
    if operation.key is None or request["json"].get(operation.key):
        return request
    name = f"{operation.tag.replace('_', '-')}-{uuid4().hex}"
    return {**request, "json": {**request["json"], operation.key: name}}


def state_request(operation: Operation, request: Request, conflict: ConflictError) -> Request | None:
    """After a 409 which says that it is already so: the request that reads how it is. Else None."""
    arrived_earlier = operation.key is not None and any(
        attempt.maybe_applied for attempt in conflict.attempts[:-1]
    )
    if operation.state is None or not (operation.conflict_is_success or arrived_earlier):
        return None
    names = [request["json"][operation.key]] if operation.key else request["extensions"]["path"].values()
    endpoint = import_module(f"newton_api.api.{OPERATIONS[operation.state].tag}.{operation.state}")
    read: Request = endpoint._get_kwargs(*names)
    return read


def where_to_look(operation: Operation, request: Request) -> str:
    """How to find out whether a request whose answer was lost has arrived."""
    if operation.find is None:
        return "look before you repeat it"
    body = request.get("json", {})
    arguments = ", ".join(f"{parameter}={body.get(field)!r}" for parameter, field in operation.find.by)
    tag = OPERATIONS[operation.find.operation].tag
    method = operation.find.operation.removeprefix(f"{tag}_")
    return f"look with newton.{tag}.{method}({arguments}) before you repeat it"
