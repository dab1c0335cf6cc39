"""Sends requests: guards before, retries around, errors after."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, TypeVar
from urllib.parse import urljoin

import httpx
from httpx_sse import EventSource, SSEError

from newton_api.client import EventParser, Parser, Request
from newton_api.operations import OPERATIONS, Operation
from newton_api.types import Response

from .. import _guards
from .._config import Config, origin
from .._envelope import failure_in_success, invalid_response, may_have_failed, status_error
from .._failures import bare, describe, outcome, transport_error
from .._http import AsyncHTTPPool, AsyncSender
from .._redaction import hiding, redact, redact_error, signatures
from .._repeat import named, replayable, state_request
from .._retry import Decision, Outcome, RetryBudget, RetryEvent, RetryPolicy, decide
from .._secrets import mask_answer
from ..errors import Attempt, ConflictError, GuardError, RequestError

T = TypeVar("T")

Renew = Callable[[RequestError, str], Awaitable[str | None]]
"""Gives a new URL for one that has failed in such a way, where that may help. It bounds how often."""

logger = logging.getLogger("newton_client")

CONNECT = 10.0
"""Seconds that making a connection may take at most."""

_EARLIER = "newton_client.earlier"
"""The key under which a response keeps the tries that failed before it came."""


class AsyncHTTPCaller:
    """How every operation of a client is called."""

    def __init__(
        self,
        config: Config,
        pool: AsyncHTTPPool,
        budget: RetryBudget,
        *,
        timeout: float | None,
        retry: RetryPolicy,
        on_retry: Callable[[RetryEvent], Any] | None,
    ) -> None:
        self.config = config
        self.pool = pool
        self.budget = budget
        self.timeout = timeout
        self.retry = retry
        self.on_retry = on_retry

    async def call(self, request: Request, parse: Parser[T]) -> T:
        """Send the request, give the parsed answer."""
        return (await self._answer(request, parse))[1]

    async def call_raw(self, request: Request, parse: Parser[T]) -> Response[T]:
        """Send the request, give status, headers and the parsed answer."""
        response, parsed = await self._answer(request, parse)
        return Response(response.status_code, dict(response.headers), parsed)

    async def _answer(self, request: Request, parse: Parser[T]) -> tuple[httpx.Response, T]:
        """Send the request, give the answer as it came and parsed."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        request = named(operation, request)
        try:
            response = await self._send(operation, request)
        except ConflictError as conflict:
            read = state_request(operation, request, conflict)
            if read is None:
                raise
            try:
                return await self._answer(read, parse)
            except RequestError as unread:
                unread.maybe_applied = True
                unread.advice = f"{operation.id} itself is done: its answer was 409. {unread.advice}".strip()
                raise
        return response, self.read(request, response, parse)

    def read(self, request: Request, response: httpx.Response, parse: Parser[T]) -> T:
        """What an answer says, whichever way it came."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        response.extensions.setdefault(_EARLIER, ())
        if may_have_failed(operation, response.content):
            failure = failure_in_success(operation, response, self._shown(response))
            if failure is not None:
                raise self._described(failure, operation, request, response)
        try:
            if self._is_page(response):
                raise ValueError("a page where an answer should be")
            parsed = parse(response)
        except Exception as error:  # whatever a parser stumbles over, the answer is not the contract's
            wrong = invalid_response(response, self._shown(response), error)
        else:
            mask_answer(operation, parsed)
            return parsed
        # Out here, so that the parser's error, which may quote the answer, does not go along.
        raise self._described(wrong, operation, request, response)

    async def stream_bytes(self, request: Request) -> AsyncIterator[bytes]:
        """Send the request, give the body as it comes."""
        async with self.content(request) as response:
            async for chunk in response.aiter_bytes():
                yield chunk

    async def stream_events(self, request: Request, parse: EventParser[T]) -> AsyncIterator[T]:
        """Send the request, give the server-sent events as they come."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        async with self._streamed(request) as response:
            try:
                async for event in EventSource(response).aiter_sse():
                    if event.data:  # without data it only sets the last id
                        yield parse(event.json())
                return
            except (SSEError, ValueError, TypeError, KeyError, AttributeError) as error:
                wrong = invalid_response(response, b"", error)
            raise self._described(wrong, operation, request, response)

    @asynccontextmanager
    async def content(self, request: Request, renew: Renew | None = None) -> AsyncIterator[httpx.Response]:
        """The answer that a file comes in, with its body still to come."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        async with self._streamed(request, renew) as response:
            if self._is_page(response):
                await response.aread()
                why = ValueError("a page where a file should be")
                wrong = invalid_response(response, self._shown(response), why)
                raise self._described(wrong, operation, request, response)
            yield response

    async def store(
        self, operation: Operation, url: str, body: Any, length: int, renew: Renew
    ) -> Mapping[str, str]:
        """Put a body that can be read again to a presigned URL; gives the headers of the answer."""
        request = {"method": "put", "url": url, "content": body, "extensions": {}}
        request["headers"] = {"Content-Length": str(length)}
        response = await self._send(operation, request, renew=renew)
        return response.headers

    @asynccontextmanager
    async def _streamed(self, request: Request, renew: Renew | None = None) -> AsyncIterator[httpx.Response]:
        """The answer with its body still to come; what breaks while it is read is an error of ours."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        response = await self._send(operation, request, stream=True, renew=renew)
        try:
            yield response
        except httpx.RequestError as error:
            lost = transport_error(error, response.request)
            raise self._described(lost, operation, request, response) from error
        finally:
            await response.aclose()

    async def _send(
        self, operation: Operation, request: Request, *, stream: bool = False, renew: Renew | None = None
    ) -> httpx.Response:
        """Send until it succeeds or trying again makes no sense."""
        _guards.check(operation, request)
        policy = self.retry
        request, again = replayable(request)
        http = await self.pool.get()
        sent = self._build(http, operation, request)  # once, so that every attempt sends the same bytes
        earlier: tuple[Attempt, ...] = ()
        began = policy.clock()
        for number in count(1):
            left = None if policy.deadline is None else policy.deadline - (policy.clock() - began)
            sent.extensions["timeout"] = self._patience(left)
            cause: httpx.RequestError | None = None
            failure: RequestError
            try:
                with hiding(self._secrets(sent)):
                    response = await http.send(sent, stream=True, follow_redirects=False)
                if response.is_success or response.status_code == httpx.codes.NOT_MODIFIED:
                    if not stream:
                        await response.aread()
                    self.budget.refill()
                    self._log(sent, number, policy.clock() - began, str(response.status_code))
                    response.extensions[_EARLIER] = earlier
                    return response
                await response.aread()
                failure = status_error(response, self._shown(response))
            except (httpx.LocalProtocolError, httpx.UnsupportedProtocol) as error:
                error.request = bare(sent)
                raise _unsendable(operation, error) from None
            except httpx.RequestError as error:
                failure, cause = transport_error(error, sent), error
                if redact(str(error).encode(), self._secrets(sent)) != str(error).encode():
                    cause = None  # it would show what must not show
            what, elapsed = outcome(failure), policy.clock() - began
            if url := await renew(failure, str(sent.url)) if renew is not None else None:
                decision = Decision(0.0)
            else:
                decision = decide(policy, operation, what, attempt=number, elapsed=elapsed, replayable=again)
                decision = self._affordable(decision, what)
            redact_error(failure, self._secrets(sent))
            describe(failure, operation, request, str(sent.url), earlier=earlier, decision=decision)
            earlier = failure.attempts
            self._log(sent, number, elapsed, earlier[-1].outcome, failure)
            if decision.delay is None:
                raise failure from cause
            if self.on_retry is not None:
                self.on_retry(RetryEvent(operation.id, number, decision.delay, failure))
            if url:
                sent = self._build(http, operation, {**request, "url": url})
            else:
                await (policy.sleep or asyncio.sleep)(decision.delay)
        raise AssertionError("the loop above does not end")

    def _affordable(self, decision: Decision, what: Outcome) -> Decision:
        """The decision, if the budget allows another try."""
        if decision.delay is None or self.budget.spend(what):
            return decision
        return Decision(None, "Not tried again: too many calls of this client are failing.")

    def _build(self, http: AsyncSender, operation: Operation, request: Request) -> httpx.Request:
        """The request as it goes out. The key goes to what is below the API's own URL alone."""
        base, url = self.config.base_url, request["url"]
        try:
            url = f"{base}{url}" if url.startswith("/") else urljoin(f"{base}/", url)
            sent = http.build_request(**{**request, "url": url})
        except (ValueError, TypeError, httpx.InvalidURL) as error:
            raise _unsendable(operation, error) from None
        if url.startswith(f"{base}/"):
            sent.headers["Authorization"] = f"Bearer {self.config.api_key}"
        return sent

    def _patience(self, left: float | None) -> dict[str, float | None]:
        """How long to wait for the server, as httpx takes it, with so much left until the deadline."""
        patience = self.timeout
        if left is not None:
            patience = max(left if patience is None else min(left, patience), 0.001)
        connect = CONNECT if patience is None else min(patience, CONNECT)
        return {"connect": connect, "read": patience, "write": patience, "pool": patience}

    def _is_page(self, response: httpx.Response) -> bool:
        """Whether a gateway of the API has put its own HTML in place of what was asked for."""
        return response.headers.get("content-type", "").startswith("text/html") and (
            origin(str(response.url)) == origin(self.config.base_url)
        )

    def _secrets(self, sent: httpx.Request) -> tuple[bytes, ...]:
        """What must not show of a request: the key, and the signature of a URL that is not the API's."""
        key, query = self.config.api_key.encode(), sent.url.query
        ours = not query or str(sent.url).startswith(f"{self.config.base_url}/")
        return (key,) if ours else (key, *signatures(query))

    def _shown(self, response: httpx.Response) -> bytes:
        """The body as an error may show it: a server can echo the key."""
        return redact(response.content, self._secrets(response.request))

    def _described(
        self, error: RequestError, operation: Operation, request: Request, response: httpx.Response
    ) -> RequestError:
        """The error that an answer is which began well."""
        redact_error(error, self._secrets(response.request))
        return describe(error, operation, request, str(response.url), earlier=response.extensions[_EARLIER])

    def _log(
        self, sent: httpx.Request, number: int, elapsed: float, what: str, failure: RequestError | None = None
    ) -> None:
        level = logging.DEBUG if failure is None else logging.INFO
        if logger.isEnabledFor(level):
            logger.log(
                level,
                "%s %s %s attempt=%d elapsed=%.3fs error_uid=%s",
                sent.method,
                sent.url.path,
                what,
                number,
                elapsed,
                getattr(failure, "error_uid", None),
            )


def _unsendable(operation: Operation, why: Exception) -> GuardError:
    return GuardError(f"{operation.id}: this cannot be sent ({why}); the server has not acted on it.")
