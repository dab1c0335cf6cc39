"""The connections: one pool in a process, or in an event loop, however the client gets there."""

import asyncio
import os
import weakref
from importlib.metadata import version

import httpx

USER_AGENT = f"newton-client/{version('newton-client')}"
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)


class HTTPPool:
    """Gives the `httpx.Client` to send with; a forked process gets its own."""

    def __init__(self, given: httpx.Client | None) -> None:
        self._given = given
        self._client: httpx.Client | None = None
        self._pid = 0

    def get(self) -> httpx.Client:
        """The client of this process."""
        if self._given is not None:
            return self._given
        if self._client is None or self._pid != os.getpid():
            self._client = httpx.Client(headers={"User-Agent": USER_AGENT}, limits=_LIMITS)
            self._pid = os.getpid()
        return self._client

    def close(self) -> None:
        """Close the connections that are ours."""
        if self._client is not None and self._pid == os.getpid():
            self._client.close()
        self._client = None


class AsyncHTTPPool:
    """Gives the `httpx.AsyncClient` to send with; each event loop, and each forked process, gets its own."""

    def __init__(self, given: httpx.AsyncClient | None) -> None:
        self._given = given
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = (
            weakref.WeakKeyDictionary()
        )

    def get(self) -> httpx.AsyncClient:
        """The client of the running event loop."""
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._clients[loop] = httpx.AsyncClient(headers={"User-Agent": USER_AGENT}, limits=_LIMITS)
        return self._clients[loop]

    async def aclose(self) -> None:
        """Close the connections that are ours; those of loops that have ended went with them."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()
        self._clients.clear()
