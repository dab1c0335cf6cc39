"""The connections: those of a process, or of an event loop, however the client gets there."""

import asyncio
import os
import weakref
from collections.abc import AsyncGenerator
from functools import partial
from threading import Lock, Thread

import httpx

from ._spread import AsyncSpread
from .errors import ClientClosedError

Sender = httpx.Client
AsyncSender = httpx.AsyncClient | AsyncSpread
"""What requests are sent with."""

_LIMITS = httpx.Limits(
    max_connections=100,
    # As many as that: httpcore (1.0.9) closes surplus idle connections under threads that were just
    # given them, whose requests then break or hang until they time out.
    max_keepalive_connections=100,
)
_CLOSED = "The client is closed; make a new one."


def _headers() -> dict[str, str]:
    from importlib.metadata import version  # slow to import

    return {"User-Agent": f"newton-client/{version('newton-client')}"}


class HTTPPool:
    """Gives what to send with; each process gets its own."""

    def __init__(self, given: httpx.Client | None) -> None:
        if given is not None and not isinstance(given, httpx.Client):
            raise TypeError(f"http_client= takes an httpx.Client here, not {type(given).__name__}")
        self.given = given
        self._closed = False
        self._clients: dict[int, httpx.Client] = {}
        self._locks: dict[int, Lock] = {}  # a lock that a fork has copied may be held for ever

    def get(self) -> Sender:
        """The client of this process."""
        client = self.given or self._clients.get(os.getpid()) or self._open()
        if client.is_closed:
            raise ClientClosedError(_CLOSED)
        return client

    def _open(self) -> httpx.Client:
        process = os.getpid()
        with self._locks.setdefault(process, Lock()):
            if self._closed:
                raise ClientClosedError(_CLOSED)
            for other in self._clients.keys() - {process}:
                # Closes this process's copies of the sockets, not the connections. In a thread, for it
                # waits for a lock of its own, which may have been copied while it was held.
                Thread(target=self._clients.pop(other).close, daemon=True).start()
            if process not in self._clients:
                self._clients[process] = httpx.Client(headers=_headers(), limits=_LIMITS)
            return self._clients[process]

    def close(self) -> None:
        """Close the connections that are ours."""
        self._closed = True
        with self._locks.setdefault(os.getpid(), Lock()):
            client = self._clients.get(os.getpid())
        if client is not None:
            client.close()


class AsyncHTTPPool:
    """Gives what to send with; each event loop, and so each process, gets its own."""

    def __init__(self, given: httpx.AsyncClient | None) -> None:
        if given is not None and not isinstance(given, httpx.AsyncClient):
            raise TypeError(f"http_client= takes an httpx.AsyncClient here, not {type(given).__name__}")
        self.given = given
        self._closed = False
        self._clients: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, tuple[AsyncSpread, AsyncGenerator[None]]
        ] = weakref.WeakKeyDictionary()

    async def get(self) -> AsyncSender:
        """The client of the running event loop."""
        if self._closed or (self.given is not None and self.given.is_closed):
            raise ClientClosedError(_CLOSED)
        if self.given is not None:
            return self.given
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            tls = httpx.create_ssl_context()
            make = partial(httpx.AsyncClient, headers=_headers(), limits=_LIMITS, verify=tls)
            client = AsyncSpread(make)
            guardian = self._close_with_loop(client)
            self._clients[loop] = (client, guardian)
            await anext(guardian)
        return self._clients[loop][0]

    async def aclose(self) -> None:
        """Close the connections that are ours; those of other loops close with their loop."""
        self._closed = True
        if mine := self._clients.pop(asyncio.get_running_loop(), None):
            await mine[1].aclose()

    async def _close_with_loop(self, client: AsyncSpread) -> AsyncGenerator[None]:
        """Closes the client when it is closed itself; `asyncio.run` does that with every generator."""
        try:
            yield
        finally:
            self._clients.pop(asyncio.get_running_loop(), None)  # a generator keeps its loop alive
            await client.aclose()
