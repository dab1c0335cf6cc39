"""What makes a request safe to repeat: a body that can be read again, a name made by the client."""

import io
from importlib import import_module
from typing import Any
from uuid import uuid4

from newton_api.client import Request
from newton_api.operations import OPERATIONS, Operation

from .errors import ConflictError, UploadError


class _Stream:
    """A file that can be read once. It hides `fileno`, by which httpx would take a pipe for empty."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        content: bytes = self._file.read(size)
        return content


class _Section(_Stream):
    """A file from where it stands: httpx sends files from position 0, so that is where 0 must be."""

    def __init__(self, file: Any) -> None:
        super().__init__(file)
        self._start: int = file.tell()
        self._size: int = file.seek(0, io.SEEK_END) - self._start
        self._position = 0
        file.seek(self._start)

    def read(self, size: int = -1) -> bytes:
        left = self._size - self._position
        length = left if size < 0 else min(size, left)
        self._file.seek(self._start + self._position)
        content: bytes = self._file.read(length)
        if length and not content:
            raise UploadError("The file became shorter while it was sent; the server has not acted on it.")
        self._position += len(content)
        return content

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = offset + (0, self._position, self._size)[whence]
        return self._position


def replayable(request: Request) -> tuple[Request, bool]:
    """The request with each file sent from where it stands now; whether that can be done again."""
    parts = []
    again = True
    for field, (name, content, *rest) in request.get("files", ()):
        part = content
        if not isinstance(content, bytes | str | io.TextIOBase):  # text is httpx's to refuse
            seekable = hasattr(content, "seekable") and content.seekable()
            part = _Section(content) if seekable else _Stream(content)
            again = again and seekable
        parts.append((field, (name, part, *rest)))
    return ({**request, "files": parts} if parts else request), again


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
