"""A session's WebSocket: one reply to each event, and a heartbeat when nothing else is said."""

import asyncio
import contextlib
import json
import logging
import threading
import time
from typing import Any

import httpx

from ._envelope import status_error
from .errors import NewtonError, SessionError

HEARTBEAT = json.dumps({"type": "session.heartbeat"})
_NOT_OPEN = "The WebSocket is not open: it lives in a `with` block."
LARGEST = 64 * 2**20
"""Bytes of a reply that are taken at most."""

_CLOSED = {
    1000: "the session has ended, or the server has closed it in good order",
    1001: "the server goes away, as for an update; connect again",
    1006: "the connection was lost without a word; connect again, the session itself goes on",
    1008: "the server refuses what was sent, or the key; check both",
    1009: "the event was too large; send smaller windows or images",
    1011: "the server failed. Connect again: the session may go on, status() tells. If it happens again with "
    "the same event, that event is the cause; otherwise open a new session. The last event may have been "
    "acted on",
    1012: "the server restarts; connect again in a moment",
    1013: "the server is at capacity; connect again later",
}


_LOGGER = logging.getLogger("newton_client.websocket")
_LOGGER.setLevel(logging.WARNING)  # below that, websockets shows the key and every frame


def options(key: str) -> dict[str, Any]:
    """How to connect."""
    headers = {"Authorization": f"Bearer {key}"}
    return {"additional_headers": headers, "max_size": LARGEST, "logger": _LOGGER}


def direct(connect: Any) -> Any:
    """The `connect` of websockets without redirects, which would take the key to another host."""
    follows = hasattr(connect, "process_redirect")
    return type("connect", (connect,), {"process_redirect": lambda _, why: why}) if follows else connect


def closed(error: Any) -> SessionError:
    """What a connection that was closed tells, from websockets' exception."""
    frame = getattr(error, "rcvd", None)
    code = frame.code if frame is not None else 1006
    why = _CLOSED.get(code, "see the server's reason, or connect again")
    reason = f", {frame.reason!r}" if frame is not None and frame.reason else ""
    return SessionError(f"The WebSocket was closed with {code}{reason}: {why}.", code=code)


def refused(error: Exception, key: str) -> NewtonError:
    """Why no connection was made."""
    response = getattr(error, "response", None)
    if response is not None and hasattr(response, "status_code"):
        body = bytes(response.body or b"").replace(key.encode(), b"***")
        return status_error(httpx.Response(response.status_code, content=body), body)
    why = " ".join(str(error).split()) or type(error).__name__
    return SessionError(f"No WebSocket connection ({why}). send(...) goes by HTTP.")


class _Turns:
    """Bytes that wait for their turn; so many and no more."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting = 0
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def one(self, size: int) -> Any:
        """Room for an event of this size.

        Raises:
            SessionError: There is none.
        """
        with self._lock:
            if self._waiting and self._waiting + size > self._limit:
                raise SessionError(
                    f"{self._waiting} bytes of events wait to be sent, and the buffer has {self._limit}: "
                    "wait for replies before you send more. Nothing was sent."
                )
            self._waiting += size
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= size


class Socket:
    """A connection.

    Args:
        url: Where to.
        key: The bearer token.
        binary: Whether events go as binary frames, or as text.
        heartbeat: Seconds of silence after which a heartbeat is sent.
        timeout: Seconds to wait for a reply.
        buffer: Bytes of events that may wait.
    """

    def __init__(
        self, url: str, key: str, *, binary: bool, heartbeat: float, timeout: float, buffer: int
    ) -> None:
        self._url, self._key, self._options = url, key, options(key)
        self._binary = binary
        self._heartbeat = heartbeat
        self._timeout = timeout
        self._turns = _Turns(buffer)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._open = contextlib.ExitStack()
        self._owed = 0
        self._spoke = 0.0
        self._connection: Any = None
        self._beating: threading.Thread | None = None

    def open(self) -> None:
        """Connect.

        Raises:
            NewtonError: There is no connection to be had.
        """
        from websockets.exceptions import InvalidHandshake
        from websockets.sync import client

        connect = getattr(client, "reconnect", client.connect)  # the class, where there is one
        try:
            connecting: Any = direct(connect)(self._url, **self._options)
            self._connection = self._open.enter_context(connecting)
        except (InvalidHandshake, OSError, TimeoutError) as error:
            failure = refused(error, self._key)
        else:
            self._owed, self._spoke = 0, time.monotonic()
            self._stop.clear()
            self._beating = threading.Thread(target=self._beat, daemon=True)
            self._beating.start()
            return
        raise failure  # out here, so that the error with the server's words does not go along

    def exchange(self, event: str) -> str | bytes:
        """The reply to an event.

        Raises:
            SessionError: The connection is closed, too much waits, or no reply came in time.
        """
        with self._turns.one(len(event)):
            return self._talk(event)

    def _talk(self, event: str) -> str | bytes:
        from websockets.exceptions import ConnectionClosed

        if self._connection is None:
            raise SessionError(_NOT_OPEN)
        with self._lock:
            try:
                while self._owed:  # replies to events whose senders have given up
                    self._receive()
                self._owed += 1  # first: who is interrupted while it goes out does not know whether it did
                self._connection.send(event.encode() if self._binary else event)
                return self._receive()
            except ConnectionClosed as error:
                raise closed(error) from None
            except TimeoutError:
                raise SessionError(
                    f"No reply in {self._timeout:g} s; the event may have been acted on."
                ) from None

    def _receive(self) -> str | bytes:
        reply: str | bytes = self._connection.recv(timeout=self._timeout)
        self._owed -= 1
        self._spoke = time.monotonic()
        return reply

    def _beat(self) -> None:
        while not self._stop.wait(max(0.01, self._spoke + self._heartbeat - time.monotonic())):
            if time.monotonic() - self._spoke >= self._heartbeat:
                try:
                    self._talk(HEARTBEAT)  # which must not find the buffer full
                except SessionError:
                    return  # the next event meets the same, and says so

    def close(self) -> None:
        """Disconnect."""
        self._stop.set()
        self._open.close()
        if self._beating is not None:
            self._beating.join()


class AsyncSocket:
    """A connection.

    Args:
        url: Where to.
        key: The bearer token.
        binary: Whether events go as binary frames, or as text.
        heartbeat: Seconds of silence after which a heartbeat is sent.
        timeout: Seconds to wait for a reply.
        buffer: Bytes of events that may wait.
    """

    def __init__(
        self, url: str, key: str, *, binary: bool, heartbeat: float, timeout: float, buffer: int
    ) -> None:
        self._url, self._key, self._options = url, key, options(key)
        self._binary = binary
        self._heartbeat = heartbeat
        self._timeout = timeout
        self._turns = _Turns(buffer)
        self._lock = asyncio.Lock()
        self._owed = 0
        self._spoke = 0.0
        self._connection: Any = None
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect.

        Raises:
            NewtonError: There is no connection to be had.
        """
        from websockets.asyncio.client import connect
        from websockets.exceptions import InvalidHandshake

        try:
            self._connection = await direct(connect)(self._url, **self._options)
        except (InvalidHandshake, OSError, TimeoutError) as error:
            failure = refused(error, self._key)
        else:
            self._owed, self._spoke = 0, time.monotonic()
            self._beating = asyncio.create_task(self._beat())
            return
        raise failure  # out here, so that the error with the server's words does not go along

    async def exchange(self, event: str) -> str | bytes:
        """The reply to an event.

        Raises:
            SessionError: The connection is closed, too much waits, or no reply came in time.
        """
        with self._turns.one(len(event)):
            return await self._talk(event)

    async def _talk(self, event: str) -> str | bytes:
        from websockets.exceptions import ConnectionClosed

        if self._connection is None:
            raise SessionError(_NOT_OPEN)
        async with self._lock:
            try:
                while self._owed:  # replies to events whose senders have given up
                    await self._receive()
                self._owed += 1  # first: who is cancelled while it goes out does not know whether it did
                await self._connection.send(event.encode() if self._binary else event)
                return await self._receive()
            except ConnectionClosed as error:
                raise closed(error) from None
            except TimeoutError:
                raise SessionError(
                    f"No reply in {self._timeout:g} s; the event may have been acted on."
                ) from None

    async def _receive(self) -> str | bytes:
        async with asyncio.timeout(self._timeout):
            reply: str | bytes = await self._connection.recv()
        self._owed -= 1
        self._spoke = time.monotonic()
        return reply

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(max(0.01, self._spoke + self._heartbeat - time.monotonic()))
            if time.monotonic() - self._spoke >= self._heartbeat:
                try:
                    await self._talk(HEARTBEAT)  # which must not find the buffer full
                except SessionError:
                    return  # the next event meets the same, and says so

    async def close(self) -> None:
        """Disconnect."""
        if self._beating is not None:
            self._beating.cancel()
            await self._connection.close()
            await asyncio.wait([self._beating])
