"""The connections: one pool in a process, or in an event loop, however the client gets there."""

import asyncio
import logging
import os
import re
import weakref
from collections.abc import AsyncGenerator
from importlib.metadata import version
from threading import Lock

import httpx

from ._failures import without_query
from .errors import ClientClosedError

_HEADERS = {"User-Agent": f"newton-client/{version('newton-client')}"}
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)
_SIGNED = re.compile(r"signature|credential|token", re.IGNORECASE)


class HTTPPool:
    """Gives the `httpx.Client` to send with; a forked process gets its own."""

    def __init__(self, given: httpx.Client | None) -> None:
        if given is not None and not isinstance(given, httpx.Client):
            raise TypeError(f"http_client= takes an httpx.Client here, not {type(given).__name__}")
        self.given = given
        self._client: httpx.Client | None = None
        self._pid = 0
        self._closed = False
        self._lock = Lock()

    def get(self) -> httpx.Client:
        """The client of this process."""
        if self._closed or (self.given is not None and self.given.is_closed):
            raise ClientClosedError("The client is closed; make a new one.")
        if self.given is not None:
            return self.given
        if self._pid != os.getpid():
            self._lock = Lock()  # a fork may have copied it while another thread held it
            self._pid, self._client = os.getpid(), None
        with self._lock:
            if self._client is None:
                self._client = httpx.Client(headers=_HEADERS, limits=_LIMITS)
            return self._client

    def close(self) -> None:
        """Close the connections that are ours."""
        self._closed = True
        if self._client is not None and self._pid == os.getpid():
            self._client.close()
        self._client = None


class AsyncHTTPPool:
    """Gives the `httpx.AsyncClient` to send with; each event loop, and so each process, gets its own."""

    def __init__(self, given: httpx.AsyncClient | None) -> None:
        if given is not None and not isinstance(given, httpx.AsyncClient):
            raise TypeError(f"http_client= takes an httpx.AsyncClient here, not {type(given).__name__}")
        self.given = given
        self._closed = False
        self._clients: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, tuple[httpx.AsyncClient, AsyncGenerator[None]]
        ] = weakref.WeakKeyDictionary()

    async def get(self) -> httpx.AsyncClient:
        """The client of the running event loop."""
        if self._closed or (self.given is not None and self.given.is_closed):
            raise ClientClosedError("The client is closed; make a new one.")
        if self.given is not None:
            return self.given
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            client = httpx.AsyncClient(headers=_HEADERS, limits=_LIMITS)
            guardian = _close_with_loop(client)
            self._clients[loop] = (client, guardian)
            await anext(guardian)
        return self._clients[loop][0]

    async def aclose(self) -> None:
        """Close the connections that are ours; those of other loops close with their loop."""
        self._closed = True
        if mine := self._clients.pop(asyncio.get_running_loop(), None):
            await mine[1].aclose()


async def _close_with_loop(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    """Closes the client when it is closed itself, as `asyncio.run` does with every generator at its end."""
    try:
        yield
    finally:
        await client.aclose()


class _HideSignatures(logging.Filter):
    """Takes the query string off presigned URLs in httpx's own log lines."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_query(arg) if isinstance(arg, httpx.URL) and _SIGNED.search(str(arg)) else arg
                for arg in record.args
            )
        return True


logging.getLogger("httpx").addFilter(_HideSignatures())
