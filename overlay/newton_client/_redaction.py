"""Keeps secrets out of what is shown of a request: errors, and the log lines of the HTTP library."""

import logging
import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qsl

import httpx

from ._failures import without_query
from ._secrets import MASK
from .errors import RequestError, ResponseError

_PRIVATE = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})
_LINKS = frozenset({"content-location", "location"})

_SIGNED_URL = re.compile(
    rb"""(https?:[\\/]{2,4}[^\s?"'<>]{1,2000}\?)"""
    rb"""[^\s"'<>]{0,4000}?(?:signature|credential|token|sig=)[^\s"'<>]{0,4000}""",
    re.IGNORECASE,
)

_SHORT = 12
"""Pieces of a signed query shorter than this are no secrets: dates, seconds, regions."""


def signatures(query: bytes) -> tuple[bytes, ...]:
    """The query of a presigned URL and the pieces of its values, as they are and decoded."""
    pieces = {query, *(part.partition(b"=")[2] for part in query.split(b"&"))}
    for _, value in parse_qsl(query):
        pieces.update((value, *value.split(b"/")))
    return tuple(sorted((piece for piece in pieces if len(piece) >= _SHORT), key=len, reverse=True))


def redact(text: bytes, secrets: Iterable[bytes]) -> bytes:
    """The text without these secrets, and without the query of any URL that looks signed."""
    for secret in secrets:
        text = text.replace(secret, MASK.encode())
    return _SIGNED_URL.sub(rb"\1" + MASK.encode(), text)


def redact_error(error: RequestError, secrets: Iterable[bytes]) -> None:
    """Take secrets out of an error's message and headers."""
    error.args = tuple(_redacted(arg, secrets) for arg in error.args)
    if isinstance(error, ResponseError):
        error.headers = {name: _header(name, value, secrets) for name, value in error.headers.items()}


def _header(name: str, value: str, secrets: Iterable[bytes]) -> str:
    if name in _PRIVATE:
        return MASK
    return str(_redacted(without_query(value) if name in _LINKS else value, secrets))


def _redacted(value: Any, secrets: Iterable[bytes]) -> Any:
    if isinstance(value, httpx.URL):
        return without_query(value)
    if isinstance(value, str):
        return redact(value.encode("utf-8", "surrogateescape"), secrets).decode("utf-8", "surrogateescape")
    return value


_hidden: ContextVar[tuple[bytes, ...]] = ContextVar("_hidden", default=())


class hiding:  # noqa: N801 - reads as a verb: `with hiding(secrets):`
    """While it lasts, no log line of the HTTP library shows these secrets, a query or response headers."""

    __slots__ = ("_secrets", "_token")

    def __init__(self, secrets: tuple[bytes, ...]) -> None:
        self._secrets = secrets

    def __enter__(self) -> None:
        self._token = _hidden.set(self._secrets)

    def __exit__(self, *_: object) -> None:
        _hidden.reset(self._token)


class _Discretion(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if secrets := _hidden.get():
            if str(record.msg).startswith("receive_response_headers.complete"):
                record.msg = "receive_response_headers.complete"
            record.msg = _redacted(record.msg, secrets)
            if isinstance(record.args, tuple):
                record.args = tuple(_redacted(arg, secrets) for arg in record.args)
        return True


for _name in ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks"))):
    logging.getLogger(_name).addFilter(_Discretion())
