"""A server on a real socket that does what a script says and keeps every byte it was sent."""

import contextlib
import json
import select
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, BinaryIO, Self

_NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Reply:
    """An answer.

    Attributes:
        body: Bytes or text as they are; anything else is sent as JSON.
        delay: Seconds before the answer begins.
        cut: Whether the connection ends in the middle of the body that was announced.
    """

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False

    def write(self, connection: socket.socket) -> None:
        body = self.content()
        headers = {"Content-Length": str(len(body)), **self.headers}
        head = [f"HTTP/1.1 {self.status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
        sent = body[: len(body) // 2] if self.cut else body
        connection.sendall("\r\n".join([*head, "", ""]).encode() + sent)

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


class Reset(Enum):
    """A connection that is reset, and when."""

    BEFORE = "before a byte of the request was read"
    AFTER = "after the whole request was read"


def html(status: int) -> Reply:
    """The page of a gateway."""
    page = f"<html>\n<head><title>{status}</title></head>\n<body>gateway</body>\n</html>\n"
    return Reply(status, page, {"Content-Type": "text/html; charset=utf-8"})


def failure(status: int, code: str = "some_code", message: str = "It failed.", **more: Any) -> Reply:
    """An error as the API writes it."""
    return Reply(status, {"errors": [{"code": code, "message": message, **more}]})


@dataclass(frozen=True)
class Received:
    """A request as it came; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def json(self) -> Any:
        return json.loads(self.body)


class ScriptedServer:
    """Does one step of its script for each request; when none is left it says so with a 418.

    Attributes:
        requests: Every request that was read.
        connections: How many connections were made.
    """

    def __init__(self, *, listening: bool = True) -> None:
        self.requests: list[Received] = []
        self.connections = 0
        self._script: deque[Reply | Reset] = deque()
        self._open: set[socket.socket] = set()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=16) if listening else _bound()
        self.root = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.url = f"{self.root}/v0.5"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        if listening:
            self._thread.start()

    def script(self, *steps: Reply | Reset) -> None:
        """What to do with the next requests, one after the other."""
        self._script.extend(steps)

    def listen(self) -> None:
        """Begin to take connections, where it was made without."""
        self._socket.listen(16)
        self._thread.start()

    def close(self) -> None:
        for each in (self._socket, *self._open):
            with contextlib.suppress(OSError):  # never connected, or already gone
                each.shutdown(socket.SHUT_RDWR)
        if self._thread.is_alive():
            self._thread.join()
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        gone = contextlib.suppress(OSError, ValueError)  # the client, perhaps in the middle of a line
        with connection, connection.makefile("rb") as stream, gone:
            while self._answer(connection, stream):
                pass
        self._open.discard(connection)

    def _answer(self, connection: socket.socket, stream: BinaryIO) -> bool:
        """Do the next step of the script; False when the connection is over."""
        select.select([connection], [], [])
        if not connection.recv(1, socket.MSG_PEEK):
            return False
        step = self._script.popleft() if self._script else Reply(418, "The script is over.")
        if step is Reset.BEFORE:
            return _reset(connection)
        self.requests.append(_read(stream))
        if step is Reset.AFTER:
            return _reset(connection)
        assert isinstance(step, Reply)
        time.sleep(step.delay)
        step.write(connection)
        return not step.cut


def _bound() -> socket.socket:
    """A socket with a port of its own that refuses connections."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    return bound


def _reset(connection: socket.socket) -> bool:
    """Let the close that follows be a TCP reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    return False


def _read(stream: BinaryIO) -> Received:
    method, target, _ = stream.readline().decode().split(" ", 2)
    headers = {}
    while line := stream.readline().decode().strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    if headers.get("transfer-encoding") == "chunked":
        return Received(method, target, headers, _read_chunks(stream))
    length = int(headers.get("content-length", 0))
    body = stream.read(length)
    if len(body) < length:
        raise ConnectionError("the client has gone in the middle of the body")
    return Received(method, target, headers, body)


def _read_chunks(stream: BinaryIO) -> bytes:
    body = b""
    while size := int(stream.readline(), 16):
        body += stream.read(size)
        stream.readline()
    stream.readline()
    return body
