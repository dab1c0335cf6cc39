"""Turns what happened to a request into one of our errors, and that into what retrying asks about."""

from typing import Any
from urllib.parse import urlsplit

import httpx

from newton_api.client import Request
from newton_api.operations import Operation

from ._repeat import where_to_look
from ._retry import GIVE_UP, Decision, Outcome, may_have_acted
from .errors import (
    APIStatusError,
    Attempt,
    ConnectTimeoutError,
    RequestError,
    RequestNotSentError,
    ResponseLostError,
    ResponseTimeoutError,
    TransportError,
)

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def transport_error(error: httpx.RequestError, request: httpx.Request) -> TransportError:
    """The error of ours that a failure of the network is. From the other the request is taken."""
    error.request = bare(request)
    why = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return ConnectTimeoutError(f"No connection in time ({why}); nothing was sent.")
    if isinstance(error, _NOT_SENT):
        return RequestNotSentError(
            f"Could not connect ({why}); nothing was sent. Check the endpoint and the network."
        )
    if isinstance(error, httpx.TimeoutException):
        return ResponseTimeoutError(f"No answer in time ({why}); a longer timeout= may help.")
    return ResponseLostError(f"The connection broke before the whole answer was here ({why}).")


def outcome(error: RequestError) -> Outcome:
    """What the retry decision needs to know of a failed try."""
    if isinstance(error, APIStatusError):
        return Outcome(status=error.status_code, retry_after=error.retry_after)
    return Outcome(sent=not isinstance(error, RequestNotSentError))


def describe(
    error: RequestError,
    operation: Operation,
    request: Request,
    url: str,
    *,
    earlier: tuple[Attempt, ...] = (),
    decision: Decision = GIVE_UP,
) -> RequestError:
    """Say in the error which request it is about, which tries went before, and what is done about it."""
    what, advice = outcome(error), decision.reason
    error.operation = operation.id
    error.method = operation.method
    error.url = without_query(url)
    error.maybe_applied = may_have_acted(operation, what)
    name = str(what.status or type(error).__name__)
    error.attempts = (*earlier, Attempt(len(earlier) + 1, name, decision.delay, error.maybe_applied))
    if error.maybe_applied and operation.retry == "unsent":
        advice = f"{advice} The server may have acted on it: {where_to_look(operation, request)}.".strip()
    error.advice = advice
    return error


def bare(request: httpx.Request) -> httpx.Request:
    """What may go along of a request with an error: clusters pickle the errors behind one, too."""
    return httpx.Request(request.method, without_query(request.url))


def without_query(url: Any) -> str:
    """The URL as it may be shown: a query string can be a signature."""
    return urlsplit(str(url))._replace(query="", fragment="").geturl()
