"""Storage and API of a direct upload that cost next to nothing: parts are counted and thrown away."""

import asyncio
import json
import sys
from functools import partial
from typing import Any

from .serving import serve

PART = 64 * 2**20
BLOCK = bytes(2**20)
NAME = "large.csv"
MD5 = "/md5"
"""Below this path ETags look like an MD5, so that clients make one, too; as they are said to be of
encrypted bytes, nobody compares them."""

_TAKEN = b'HTTP/1.1 200 OK\r\nETag: "counted"\r\nContent-Length: 0\r\n\r\n'
_TAKEN_MD5 = (
    b'HTTP/1.1 200 OK\r\nETag: "%s"\r\nx-amz-server-side-encryption: aws:kms\r\nContent-Length: 0\r\n\r\n'
    % (b"0" * 32)
)


class _Storage(asyncio.Protocol):
    """HTTP/1.1, as far as it is needed here: one request at a time, bodies with a length."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._head = b""
        self._left = 0
        self._body = b""
        self._free = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        host, port = transport.get_extra_info("sockname")
        self._root = f"http://{host}:{port}"
        self._free.set()

    def data_received(self, data: bytes) -> None:
        if not self._left:
            head, end, data = (self._head + data).partition(b"\r\n\r\n")
            self._head = head
            if not end:
                return
            self._body = b""
            _, found, length = head.lower().partition(b"content-length:")
            self._left = int(length.partition(b"\r\n")[0]) if found else 0
            if b"100-continue" in head:
                self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._left -= len(data)
        if self._head.startswith(b"POST"):
            self._body += data
        if not self._left:
            method, target, _ = self._head.decode().split(" ", 2)
            self._head = b""
            self._answer(method, target)

    def _answer(self, method: str, target: str) -> None:
        if method == "PUT":
            self._transport.write(_TAKEN_MD5 if target.startswith(MD5) else _TAKEN)
        elif method == "GET":
            self._sending = asyncio.ensure_future(self._send())
        else:
            answer = json.dumps(self._reply(target, json.loads(self._body))).encode()
            head = (
                f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            self._transport.write(head.encode() + answer)

    async def _send(self) -> None:
        self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % self._size)
        for start in range(0, self._size, len(BLOCK)):
            await self._free.wait()
            self._transport.write(BLOCK[: self._size - start])

    def pause_writing(self) -> None:
        self._free.clear()

    def resume_writing(self) -> None:
        self._free.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._free.set()

    def _reply(self, target: str, body: Any) -> Any:
        if target.endswith("/initiate"):
            size = body["num_bytes"]
            bucket = f"{self._root}{MD5 if target.startswith(MD5) else ''}/bucket"
            parts = [
                {
                    "part_number": number,
                    "url": f"{bucket}/{number}",
                    "offset": offset,
                    "length": min(PART, size - offset),
                }
                for number, offset in enumerate(range(0, size, PART), 1)
            ]
            upload = {"upload_id": "upl_1", "file_uid": "fil_1", "num_parts": len(parts), "parts": parts}
            return {**upload, "is_resume": False, "total_bytes": size}
        if target.endswith("/checkpoint"):
            return {"num_checkpointed": len(body["parts"])}
        return {"file_uid": "fil_1", "file_name": NAME, "num_bytes": self._size, "file_status": "Registered"}


if __name__ == "__main__":
    serve(partial(_Storage, int(sys.argv[1])))
