"""Sends answers, and breaks them where a fault says so."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from newton_mock.faults import Fault
from newton_mock.journal import Entry
from newton_mock.mock import Mock

TRANSPORT = "newton_mock.transport"
_PIECES = 10
_NO_WAIT = struct.pack("ii", 1, 0)


async def deliver(
    mock: Mock,
    entry: Entry,
    response: Response,
    fault: Fault | None,
    *,
    connection: tuple[Scope, Receive, Send],
) -> None:
    """Send an answer, or let the fault that was ordered happen to it."""
    scope, receive, send = connection

    async def noted(message: Message) -> None:
        if message["type"] == "http.response.start":
            entry.status = message["status"]
        await send(message)

    kind = fault.kind if fault else None
    if mock.latency:
        await asyncio.sleep(mock.latency)
    if kind in ("reset_before", "reset_after"):
        await _drop(scope, receive, reset=True)
        return
    out: Send = noted
    if fault and kind == "slow":
        await asyncio.sleep(fault.delay)
    elif fault and kind == "drip":
        out = _dripping(noted, fault.delay)
    elif kind == "cut_body":
        out = _cutting(scope, receive, noted)
    elif fault and kind == "truncate_stream":
        out = _truncating(scope, receive, noted, fault.cut_after)
    response.headers["Newton-Mock-Version"] = mock.version
    with contextlib.suppress(_DroppedError):
        await response(scope, receive, out)


async def _drop(scope: Scope, receive: Receive, *, reset: bool) -> None:
    """End the connection: at once with a TCP reset, or after what was written has gone out."""
    transport: asyncio.Transport | None = scope.get("extensions", {}).get(TRANSPORT)
    if transport is None:
        # Another server runs the app: all an app can do there is fail.
        raise ConnectionResetError("connection dropped by a newton_mock fault")
    if reset:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_WAIT)
        transport.abort()
    else:
        transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


class _DroppedError(Exception):
    """The connection was dropped on purpose; there is nothing more to send."""


def _cutting(scope: Scope, receive: Receive, send: Send) -> Send:
    """A `send` that lets half of the announced body through and then drops the connection.

    An answer without a body is whole with its headers: there is nothing to cut.
    """
    left, whole = 0, False

    async def cut(message: Message) -> None:
        nonlocal left, whole
        if message["type"] == "http.response.start":
            sizes = [int(value) for name, value in message["headers"] if name == b"content-length"]
            left = sizes[0] // 2 if sizes else 1
            whole = message["status"] in (204, 304) or sizes == [0]
        if whole or message["type"] == "http.response.start":
            await send(message)
            return
        piece = message.get("body", b"")[:left]
        left -= len(piece)
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        if not left:
            await _drop(scope, receive, reset=False)
            raise _DroppedError

    return cut


def _truncating(scope: Scope, receive: Receive, send: Send, results: int) -> Send:
    """A `send` that lets so many events with an id through, then half of the next event."""
    left = results

    async def truncate(message: Message) -> None:
        nonlocal left
        body = message.get("body", b"")
        starts = message["type"] == "http.response.start" or b"sse.stream.start" in body
        if left or starts:
            left -= body.startswith(b"id:")
            await send(message)
            return
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        await _drop(scope, receive, reset=False)
        raise _DroppedError

    return truncate


def _dripping(send: Send, delay: float) -> Send:
    """A `send` that spreads each message of the body over `delay` seconds."""

    async def drip(message: Message) -> None:
        body = message.get("body", b"")
        size = max(1, -(-len(body) // _PIECES))
        for start in range(0, len(body), size):
            await asyncio.sleep(delay / _PIECES)
            piece = body[start : start + size]
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({**message, "body": b""} if body else message)

    return drip
