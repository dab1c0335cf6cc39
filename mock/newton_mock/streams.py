"""Server-Sent Events: what a session says, as it says it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from newton_mock.call import Call, Reply
from newton_mock.contract import Contract, Node, Operation
from newton_mock.journal import Entry
from newton_mock.sessions import Session
from newton_mock.state import State
from newton_mock.validation import check

MEDIA_TYPE = "text/event-stream"
Frame = tuple[int | None, dict[str, Any]]
_END: Frame = (None, {"type": "sse.stream.end"})
_AT_A_TIME = 100  # events between looks, so that other connections get their turn
_STARTING_SEC = 0.02  # between looks at a session that is about to start


def follow(call: Call, session: Session) -> AsyncGenerator[Frame]:
    """The events of a session from the position that the call names, with their ids.

    Without `Last-Event-ID` it begins after the last event that any reader has got: what a session
    said before its first reader came is kept for that reader, and nothing is said twice.
    """
    last_id = call.headers.get("last-event-id", "")
    position = min(int(last_id), session.stream.last) if last_id.isdecimal() else session.stream.read_to
    return _Follower(call.state, session, call.state.ids.hex(16), position).frames()


class _Follower:
    """One connection to a session's stream."""

    def __init__(self, state: State, session: Session, reader_id: str, position: int) -> None:
        self._state = state
        self._session = session
        self._reader_id = reader_id
        self._position = position
        self._messages = self._bytes = 0

    async def frames(self) -> AsyncGenerator[Frame]:
        """Start, events and heartbeats, end."""
        session, news = self._session, asyncio.Event()
        loop = asyncio.get_running_loop()

        def wake() -> None:
            # The loop may have been closed under a connection that nobody ended.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(news.set)

        session.wakers.add(wake)
        session.connections.add(self)
        try:
            yield self._envelope("start", reader_id=self._reader_id)
            quiet_since, beat_at = loop.time(), loop.time()
            while True:
                news.clear()
                entries, over = await run_in_threadpool(self._look)
                for number, event in entries:
                    self._count(number, event)
                    yield number, event
                    quiet_since = beat_at = loop.time()
                if over:
                    break
                if len(entries) == _AT_A_TIME:
                    continue
                interval = self._state.transitions.heartbeat
                left = beat_at + interval - loop.time()
                if left <= 0:
                    beat_at = loop.time()
                    yield self._heartbeat(loop.time() - quiet_since)
                    left = interval
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), left if session.running else _STARTING_SEC)
            yield _END
        finally:
            session.wakers.discard(wake)
            session.connections.discard(self)

    def _look(self) -> tuple[list[tuple[int, dict[str, Any]]], bool]:
        """What is new, and whether that is all there will be."""
        with self._state.lock:
            self._session.settle()
            log = self._session.stream
            entries = [(number, event) for number, _, event in log.after(self._position, _AT_A_TIME)]
            all_said = not entries or entries[-1][0] == log.last
            return entries, all_said and (self._session.over or self._session.input_over)

    def _count(self, number: int, event: dict[str, Any]) -> None:
        log = self._session.stream
        self._position, log.read_to = number, max(number, log.read_to)
        self._messages += 1
        self._bytes += len(json.dumps(event))

    def _heartbeat(self, silence: float) -> Frame:
        return self._envelope(
            "heartbeat",
            session_status=f"SESSION_STATUS_{self._session.status}",
            num_messages=self._messages,
            num_bytes=self._bytes,
            message_timeout=round(silence, 1),
        )

    def _envelope(self, name: str, **data: Any) -> Frame:
        return None, {"type": f"sse.stream.{name}", "event_data": {"session_id": self._session.id, **data}}


class EventStream(StreamingResponse):
    """Frames as Server-Sent Events. One that breaks the contract becomes an error, and the last."""

    def __init__(self, reply: Reply, contract: Contract, operation: Operation, entry: Entry) -> None:
        assert reply.stream is not None
        self._frames = reply.stream
        self._contract, self._operation, self._entry = contract, operation, entry
        super().__init__(self._text(), reply.status, reply.headers, reply.media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them until they end or the client is gone."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._frames.aclose()

    async def _text(self) -> AsyncIterator[str]:
        async for number, event in self._frames:
            schema = _schema(self._operation)
            broken = check(self._contract, self._operation, "stream", schema, event)
            if broken:
                self._entry.violations = [str(violation) for violation in broken]
                message = f"mock_contract_violation: {'; '.join(self._entry.violations)}"
                yield _frame(None, {"type": "error", "message": message})
                return
            yield _frame(number, event)


def _schema(operation: Operation) -> Node | None:
    declared = operation.response(200)
    for key in ("content", MEDIA_TYPE, "schema"):
        declared = declared.get(key) if declared else None
    return declared


def _frame(number: int | None, event: dict[str, Any]) -> str:
    name = "" if number is None else f"id: {number}\n"
    return f"{name}event: message\ndata: {json.dumps(event, separators=(',', ':'))}\n\n"
