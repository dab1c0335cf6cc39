"""Downloads that go on where a connection broke, as long as the file is the same."""

import asyncio
import os
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

import httpx

from newton_api.client import Request
from newton_api.operations import OPERATIONS

from .._failures import outcome
from .._files import FLUSH, Consistent, Partial, receiving, target_path
from .._parallel import AsyncParallel
from .._parts import url_expired
from .._retry import RetryEvent, decide
from ..errors import APIStatusError, RequestError, ResponseLostError, ResponseValidationError
from ..progress import Meter
from .caller import AsyncHTTPCaller

RENEWALS = 3
"""How often a presigned URL is renewed before the refusal is taken for what it says."""

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


class AsyncDownload:
    """One file on its way down.

    Args:
        http: What to send with.
        request: The request that it comes in answer to.
        meter: Counts the bytes.
        key: What tells the file from others at this API.
        renew: Gives a new URL where the request's has expired.
        measure: Gives the size, if it is known; asked for where the answer does not say it.
    """

    def __init__(
        self,
        http: AsyncHTTPCaller,
        request: Request,
        meter: Meter,
        *,
        key: str,
        renew: Callable[[], Awaitable[str | None]] | None = None,
        measure: Callable[[], Awaitable[int | None]] | None = None,
    ) -> None:
        self._http = http
        self._request = {**request}
        self._meter = meter
        self._key = key
        self._renew = renew
        self._renewals = RENEWALS
        self._measure = measure
        self._total: int | None = None
        self._validator: str | None = None

    async def to_path(self, name: str, to: str | os.PathLike[str] | None, *, resume: bool = True) -> Path:
        """Write it to a file; `name` is for where that is a folder."""
        target = target_path(name, to)
        source = f"{self._http.config.base_url} {self._key}"
        with receiving(target, source, resume=resume) as partial:
            async with aclosing(self._pieces(partial)) as pieces:
                async for position, chunk in pieces:
                    if partial.take(position, chunk) >= FLUSH:
                        await AsyncParallel.aside(partial.flush)
            await AsyncParallel.aside(partial.finish)
        self._meter.state("done")
        return target

    async def chunks(self) -> AsyncGenerator[bytes]:
        """The bytes in their order."""
        passed = Consistent()
        async with aclosing(self._pieces(None)) as pieces:
            async for position, chunk in pieces:
                if new := passed.take(position, chunk):
                    yield new
        self._meter.state("done")

    async def _pieces(self, partial: Partial | None) -> AsyncGenerator[tuple[int, bytes]]:
        """Each chunk with its position; where the server begins again, so does that.

        The last chunk is empty and says where the file ends.
        """
        position = furthest = partial.position if partial else 0
        self._validator = partial.validator if partial else None
        self._meter.start(position)
        failures = 0
        while True:
            try:
                async with self._http.content(self._from(position), self._renewed) as response:
                    position = self._begin(response, position)
                    if partial:
                        partial.expect(self._validator, self._total)
                    self._meter.at(position)
                    async for chunk in response.aiter_bytes():
                        yield position, chunk
                        position += len(chunk)
                        self._meter.at(position)
                await self._check_whole(position)
                yield position, b""
                return
            except _ChangedError:
                if not position:
                    raise ResponseValidationError(
                        "The answer is a part of the file, and not the one that was asked for.",
                        status_code=httpx.codes.PARTIAL_CONTENT,
                    ) from None
                position = 0
            except APIStatusError as error:
                if error.status_code != httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE or not position:
                    raise
                position = 0
            except ResponseLostError as error:
                failures = 1 if position > furthest else failures + 1
                furthest = max(position, furthest)
                await self._wait(error, failures)
            if not position or not self._validator:
                position, self._validator = 0, None

    def _from(self, position: int) -> Request:
        headers = {"Accept-Encoding": "identity"}
        if position and self._validator:
            headers |= {"Range": f"bytes={position}-", "If-Range": self._validator}
        return {**self._request, "headers": headers}

    def _begin(self, response: httpx.Response, position: int) -> int:
        """Where this answer begins.

        Raises:
            _ChangedError: It goes on with another version than we have.
        """
        encoded = response.headers.get("content-encoding", "identity") != "identity"
        etag = response.headers.get("etag", "")
        version = response.headers.get("last-modified") if etag.startswith("W/") or not etag else etag
        if response.status_code == httpx.codes.PARTIAL_CONTENT:
            found = _RANGE.fullmatch(response.headers.get("content-range", ""))
            if (
                encoded
                or found is None
                or int(found[1]) != position
                or version not in (None, self._validator)
            ):
                raise _ChangedError
            self._total = int(found[2])
        else:  # all of it, whether we asked for that or not
            position = 0
            size = response.headers.get("content-length")
            self._total = None if encoded or size is None else int(size)
            self._validator = None if encoded else version
        self._meter.total = self._total
        return position

    async def _check_whole(self, position: int) -> None:
        total = self._total
        if total is None and self._measure:
            total = await self._measure()
        if total is not None and position != total:
            raise ResponseLostError(f"The answer has {position} bytes, the file {total}.")

    async def _wait(self, error: RequestError, failures: int) -> None:
        """Wait before the next try, if there is to be one."""
        http, operation = self._http, OPERATIONS["files_download"]
        what = outcome(error)
        decision = decide(http.retry, operation, what, attempt=failures, elapsed=0.0, replayable=True)
        if decision.delay is None or not http.budget.spend(what):
            raise error
        if http.on_retry is not None:
            http.on_retry(RetryEvent(operation.id, failures, decision.delay, error))
        await (http.retry.sleep or asyncio.sleep)(decision.delay)

    async def _renewed(self, failure: RequestError, url: str) -> str | None:
        """A new URL, where there is one to be had and the old one has expired."""
        if self._renew is None or not self._renewals or not url_expired(failure):
            return None
        self._renewals -= 1
        self._request["url"] = await self._renew() or url
        return str(self._request["url"])


class _ChangedError(Exception):
    """The file is not the one that began."""
