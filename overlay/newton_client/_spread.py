"""Several pools of connections in place of one."""

from collections.abc import Callable
from typing import Any

import httpx

_EACH = 8
"""Requests that a pool gets before the next one is used."""

_MOST = 8
"""Pools; when all of them have their share, the one with the fewest requests is next."""


class AsyncSpread:
    """Sends like an `httpx.AsyncClient`, and is made of several.

    With each request httpcore (1.0.9) goes through all idle connections of its pool, and for each of them
    through all the others, so that many in one pool are slow. Threads gain less than they lose: with one
    pool they take turns at its lock, with several they get in each other's way at the interpreter's.

    Args:
        make: Gives such a client.
    """

    def __init__(self, make: Callable[[], httpx.AsyncClient]) -> None:
        self._make = make
        self._clients = [make()]
        self._waiting = [0]

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be sent any more."""
        return self._clients[0].is_closed

    def build_request(self, method: str, url: str, **parts: Any) -> httpx.Request:
        """What is to be sent."""
        return self._clients[0].build_request(method, url, **parts)

    async def send(self, request: httpx.Request, *, stream: bool, follow_redirects: bool) -> httpx.Response:
        """Send it."""
        place = self._next()
        self._waiting[place] += 1
        try:
            return await self._clients[place].send(request, stream=stream, follow_redirects=follow_redirects)
        finally:
            self._waiting[place] -= 1

    def _next(self) -> int:
        for place, waiting in enumerate(self._waiting):
            if waiting < _EACH:
                return place
        if len(self._clients) == _MOST or self.is_closed:
            return self._waiting.index(min(self._waiting))
        self._clients.append(self._make())
        self._waiting.append(0)
        return len(self._clients) - 1

    async def aclose(self) -> None:
        """Close all connections."""
        for client in self._clients:
            await client.aclose()
