"""Sends requests: guards before, retries around, errors after."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from .._envelope import failure_in_success, invalid_response, status_error
from .._failures import describe, outcome, transport_error
from .._http import HTTPPool
from .._repeat import Replay, named, state_request
from .._retry import Decision, RetryBudget, RetryEvent, RetryPolicy, decide, may_have_acted
from .._secrets import MASK, mask_answer
from ..errors import Attempt, ConflictError, GuardError, RequestError

T = TypeVar("T")

logger = logging.getLogger("newton_client")

CONNECT = 10.0
"""Seconds that making a connection may take at most."""


class HTTPCaller:
    """How every operation of a client is called."""

    def __init__(
        self,
        config: Config,
        pool: HTTPPool,
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

    def call(self, request: Request, parse: Parser[T]) -> T:
        """Send the request, give the parsed answer."""
        return (self.call_raw(request, parse)).parsed

    def call_raw(self, request: Request, parse: Parser[T]) -> Response[T]:
        """Send the request, give status, headers and the parsed answer."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        request = named(operation, request)
        try:
            response = self._send(operation, request)
        except ConflictError as conflict:
            read = state_request(operation, request, conflict)
            if read is None:
                raise
            response = self._send(operation, read)
        url, body = str(response.url), self._shown(response.content)
        if failure := failure_in_success(operation, response, body):
            raise describe(failure, operation, request, url)
        try:
            parsed = parse(response)
        except Exception as error:  # whatever a parser stumbles over, the answer is not the contract's
            wrong = invalid_response(response, body, error)
            raise describe(wrong, operation, request, url) from None
        mask_answer(operation, parsed)
        return Response(response.status_code, dict(response.headers), parsed)

    def stream_bytes(self, request: Request) -> Iterator[bytes]:
        """Send the request, give the body as it comes."""
        with self._streamed(request) as response:
            for chunk in response.iter_bytes():
                yield chunk

    def stream_events(self, request: Request, parse: EventParser[T]) -> Iterator[T]:
        """Send the request, give the server-sent events as they come."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        with self._streamed(request) as response:
            try:
                for event in EventSource(response).iter_sse():
                    yield parse(event.json())
            except (SSEError, ValueError, TypeError, KeyError, AttributeError) as error:
                wrong = invalid_response(response, b"", error)
                raise describe(wrong, operation, request, str(response.url)) from None

    def fetch(self, url: str) -> Iterator[bytes]:
        """The content behind a URL of the API's making: presigned elsewhere, or relative to the API."""
        return self.stream_bytes({"method": "get", "url": url, "extensions": {"operation": "files_download"}})

    @contextmanager
    def _streamed(self, request: Request) -> Iterator[httpx.Response]:
        """The answer with its body still to come; what breaks while it is read is an error of ours."""
        operation = OPERATIONS[request["extensions"]["operation"]]
        response = self._send(operation, request, stream=True)
        try:
            yield response
        except httpx.RequestError as error:
            raise describe(transport_error(error), operation, request, str(response.url)) from error
        finally:
            response.close()

    def _send(self, operation: Operation, request: Request, *, stream: bool = False) -> httpx.Response:
        """Send until it succeeds or trying again makes no sense."""
        _guards.check(operation, request)
        policy = self.retry
        replay = Replay(request)
        http = self.pool.get()
        attempts: list[Attempt] = []
        began = policy.clock()
        for number in count(1):
            left = None if policy.deadline is None else max(policy.deadline - (policy.clock() - began), 0.001)
            sent = self._build(http, operation, request, left)
            cause: httpx.RequestError | None = None
            failure: RequestError
            try:
                response = http.send(sent, stream=True, follow_redirects=False)
                if response.is_success or response.status_code == httpx.codes.NOT_MODIFIED:
                    if not stream:
                        response.read()
                    self.budget.refill()
                    self._log(sent, number, policy.clock() - began, str(response.status_code))
                    return response
                failure = status_error(response, self._shown(response.read()))
            except httpx.RequestError as error:
                failure, cause = transport_error(error), error
            what, elapsed = outcome(failure), policy.clock() - began
            decision = decide(
                policy, operation, what, attempt=number, elapsed=elapsed, replayable=replay.possible
            )
            if decision.delay is not None and not self.budget.spend(what):
                decision = Decision(None, "Not tried again: too many calls of this client are failing.")
            name = str(what.status or type(failure).__name__)
            attempts.append(Attempt(number, name, decision.delay, may_have_acted(operation, what)))
            describe(
                failure, operation, request, str(sent.url), attempts=tuple(attempts), advice=decision.reason
            )
            self._log(sent, number, elapsed, name, failure)
            if decision.delay is None:
                raise failure from cause
            if self.on_retry is not None:
                self.on_retry(RetryEvent(operation.id, number, decision.delay, failure))
            (policy.sleep or time.sleep)(decision.delay)
            replay.rewind()
        raise AssertionError("the loop above does not end")

    def _build(
        self, http: httpx.Client, operation: Operation, request: Request, left: float | None
    ) -> httpx.Request:
        """The request as it goes out: to an absolute URL, with what is left of the time.

        The key goes to the API's own origin alone.
        """
        url = urljoin(self.config.base_url + "/", request["url"].removeprefix("/"))
        headers = dict(request.get("headers", {}))
        if origin(url) == origin(self.config.base_url):
            headers["Authorization"] = f"Bearer {self.config.api_key}"
        patience = min((limit for limit in (self.timeout, left) if limit is not None), default=None)
        timeout = httpx.Timeout(patience, connect=CONNECT if patience is None else min(patience, CONNECT))
        complete = {**request, "url": url, "headers": headers, "timeout": timeout}
        try:
            return http.build_request(**complete)
        except (ValueError, TypeError, httpx.InvalidURL) as error:
            raise GuardError(f"{operation.id}: this cannot be sent ({error}); nothing was sent.") from None

    def _shown(self, body: bytes) -> bytes:
        """The body as an error may show it: a server can echo the key."""
        return body.replace(self.config.api_key.encode(), MASK.encode())

    def _log(
        self, sent: httpx.Request, number: int, elapsed: float, what: str, failure: RequestError | None = None
    ) -> None:
        logger.log(
            logging.DEBUG if failure is None else logging.INFO,
            "%s %s %s attempt=%d elapsed=%.3fs error_uid=%s",
            sent.method,
            sent.url.path,
            what,
            number,
            elapsed,
            getattr(failure, "error_uid", None),
        )
