"""What the resource classes ask of a client. `newton_client.Newton` and `AsyncNewton` are such clients."""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Protocol, TypeVar

import httpx

from .types import Response

T = TypeVar("T")

Request = dict[str, Any]
"""Keyword arguments for `httpx.Client.request`, made by an endpoint's `_get_kwargs`."""

Parser = Callable[[httpx.Response], T]
"""An endpoint's `_parse_response`."""

EventParser = Callable[[Any], T]
"""An endpoint's `_parse_event`: reads the JSON value of one server-sent event."""


class Caller(Protocol):
    """Sends requests and reads their answers."""

    def call(self, request: Request, parse: Parser[T]) -> T:
        """Send the request, give the parsed answer."""
        ...

    def call_raw(self, request: Request, parse: Parser[T]) -> Response[T]:
        """Send the request, give status, headers and the parsed answer."""
        ...

    def stream_bytes(self, request: Request) -> Iterator[bytes]:
        """Send the request, give the body as it comes."""
        ...

    def stream_events(self, request: Request, parse: EventParser[T]) -> Iterator[T]:
        """Send the request, give the server-sent events as they come."""
        ...


class AsyncCaller(Protocol):
    """Sends requests and reads their answers, without blocking."""

    async def call(self, request: Request, parse: Parser[T]) -> T:
        """Send the request, give the parsed answer."""
        ...

    async def call_raw(self, request: Request, parse: Parser[T]) -> Response[T]:
        """Send the request, give status, headers and the parsed answer."""
        ...

    def stream_bytes(self, request: Request) -> AsyncIterator[bytes]:
        """Send the request, give the body as it comes."""
        ...

    def stream_events(self, request: Request, parse: EventParser[T]) -> AsyncIterator[T]:
        """Send the request, give the server-sent events as they come."""
        ...
