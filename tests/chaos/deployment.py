"""A deployment of which one answer in five goes wrong, and which keeps account of what it has done."""

import asyncio
import json
import socket
import struct
import threading
from collections import Counter
from random import Random
from typing import Any, Self
from urllib.parse import unquote

from support.calls import answer

FAULTY = 0.2
FAULTS = ("429", "503", "reset before", "500", "502", "504", "reset after", "cut", "html", "wrong shape")
NOT_ACTED_ON = ("429", "503", "reset before")
GATEWAY = (500, 502, 504)
"""Statuses that leave open whether the request was acted on: it was, one time in two."""

_NO_LINGER = struct.pack("ii", 1, 0)


class Deployment:
    """A server on a real socket.

    Attributes:
        acted: How often each thing was done, by operation and by what it was done to.
        faults: How often each fault happened.
        open: Connections that are open.
    """

    def __init__(self, seed: int) -> None:
        self.acted: Counter[tuple[str, str]] = Counter()
        self.faults: Counter[str] = Counter()
        self.open = 0
        self.url = ""
        self._random = Random(seed)
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="deployment")

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    async def _run(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=256) as server:
            self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v0.5"
            self._ready.set()
            await self._over.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while await self._answer(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client has gone
        finally:
            self.open -= 1
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer a request, or fail at it; False when the connection is over."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, target, _ = head.split(" ", 2)
        length = head.lower().partition("content-length:")[2].partition("\r\n")[0]
        body = await reader.readexactly(int(length or 0))
        fault = self._random.choice(FAULTS) if self._random.random() < FAULTY else ""
        self.faults[fault] += 1
        unknown = fault.isdigit() and int(fault) in GATEWAY
        status, reply = 200, {}
        if fault not in NOT_ACTED_ON and not (unknown and self._random.random() < 0.5):
            status, reply = self._act(method, unquote(target), body)
        if fault.startswith("reset"):
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            writer.transport.abort()
            return False
        content = json.dumps(reply).encode()
        if fault.isdigit():
            status, content = (
                int(fault),
                json.dumps({"errors": [{"code": "chaos", "message": fault}]}).encode(),
            )
        elif fault == "html":
            content = b"<html><body>gateway</body></html>"
        elif fault == "wrong shape":
            content = b'["wrong"]'
        writer.write(b"HTTP/1.1 %d Chaos\r\nContent-Length: %d\r\n\r\n" % (status, len(content)))
        writer.write(content[: len(content) // 2] if fault == "cut" else content)
        await writer.drain()
        return fault != "cut"

    def _act(self, method: str, target: str, body: bytes) -> tuple[int, Any]:
        """Do what is asked for, and tell whose it was, so that a mixed-up answer shows."""
        *_, kind, name = target.split("/")
        match method, kind, name:
            case "GET", "metadata", _:
                return self._done("files_get", name, answer("files_get") | {"file_id": name})
            case "GET", "jobs", _:
                return 200, answer("fine_tuning_get") | {"id": name}
            case "POST", _, "files":
                name = body.partition(b'filename="')[2].partition(b'"')[0].decode()
                whole = name.encode() * 100 in body
                return self._done(
                    "files_upload", name, answer("files_upload") | {"file_id": name}, whole=whole
                )
            case _:
                return self._made(target.partition("/v0.5")[2], json.loads(body))

    def _made(self, path: str, asked: dict[str, Any]) -> tuple[int, Any]:
        match path:
            case "/query":
                query = asked["query"]
                return self._done("query_create", query, answer("query_create") | {"query_id": query})
            case "/batch/jobs":
                name = asked["name"]
                return self._done("jobs_create", name, answer("jobs_create") | {"name": name})
            case "/lens/sessions/create":
                lens = asked["lens_id"]
                return self._done("sessions_create", lens, answer("sessions_create") | {"lens_id": lens})
            case "/fine-tune/jobs":
                id = asked["id"]
                if self.acted["fine_tuning_create", id]:
                    return 409, {"errors": [{"code": "exists", "message": id}]}
                return self._done("fine_tuning_create", id, answer("fine_tuning_create") | {"id": id})
        raise LookupError(path)

    def _done(self, operation: str, name: str, reply: Any, *, whole: bool = True) -> tuple[int, Any]:
        self.acted[operation, name] += 1
        return (200, reply) if whole else (400, {"errors": [{"code": "not_whole", "message": name}]})
