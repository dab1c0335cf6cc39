"""The books of a direct upload: which parts there are, which are in storage, where the others go."""

import hashlib
import re
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from attrs import frozen

from newton_api.models import DirectUpload, UploadPart
from newton_api.operations import Operation
from newton_api.types import FileUid

from . import _checksum
from ._checksum import Checksum
from ._journal import Journal
from ._parallel import AsyncParallel, Parallel
from ._retry import RetryBudget
from ._sources import Content
from .errors import APIStatusError, UploadError
from .progress import Meter

STORE_PART = Operation("storage_put", "uploads", "PUT", "", "always")
"""How a part goes to storage. It is no operation of the API, so the contract does not list it."""

CHUNK = 256 * 1024
"""Bytes of a part that are in memory at a time."""

ASYNC_CHUNK = 2 * 1024 * 1024
"""The same for a task, which gets each from a thread."""

CHECKPOINT_PARTS = 8
CHECKPOINT_SECONDS = 10.0
"""When the API is told of parts that are in storage, whichever comes first."""

URLS_AT_ONCE = 32
"""How many URLs are asked for at a time."""

_FRESH = 30.0
"""Seconds for which a new URL is not suspected of having expired."""

_MD5 = re.compile(r"[0-9a-f]{32}")
_FORMAT = 1


class PartBudget(RetryBudget):
    """Parts pay for their own retries: many small parts on a bad network are no outage.

    A part that arrives pays for one retry.
    """

    def refill(self) -> None:
        """A part has arrived."""
        with self._lock:
            self._tokens = min(self._tokens + self.FAILURE_COST, self.CAPACITY)


@frozen
class Part:
    """A section of the file."""

    number: int
    offset: int
    length: int


@frozen
class Stored:
    """What is known of a part that is in storage.

    Attributes:
        token: Its ETag.
        checksum: That of its bytes.
        md5: The same, where it was made while they were sent.
    """

    token: str
    checksum: int
    md5: str | None = None


class Books:
    """One direct upload. Any thread may use it.

    Attributes:
        upload_id: What the API calls it.
        file_uid: What the file will be called.
        algorithm: What the API takes for a checksum of the whole.
    """

    def __init__(
        self, journal: Journal, first: Mapping[str, Any], lines: Iterable[Mapping[str, Any]] = ()
    ) -> None:
        self._journal = journal
        self.upload_id: str = first["upload_id"]
        self.file_uid: FileUid = first["file_uid"]
        self.algorithm: str | None = first["algorithm"]
        self.etags_are_md5 = False
        """Whether the store's ETags look like MD5s; then those are made while parts are sent, not after."""
        self.parts = {number: Part(number, *section) for number, *section in first["parts"]}
        self.stored: dict[int, Stored] = {}
        self._recorded: set[int] = set()
        for line in lines:
            if "part" in line:
                self.stored[line["part"]] = Stored(line["token"], line["checksum"])
            self._recorded.update(line.get("recorded", ()))
        self._lock = Lock()
        self._checkpoint = time.monotonic()
        self._urls: dict[int, tuple[str, float, float]] = {}

    @classmethod
    def begun(cls, journal: Journal, identity: Mapping[str, Any], started: DirectUpload) -> "Books":
        """The books of an upload that has just been begun.

        Raises:
            UploadError: The parts are not those of the file.
        """
        size = identity["size"]
        parts = sorted(
            (Part(part.part_number, part.offset, part.length) for part in started.parts),
            key=lambda part: part.offset,
        )
        end = 0
        for part in parts:
            if part.offset != end or part.length < 1:
                break
            end += part.length
        if end != size or len(parts) != started.num_parts:
            raise UploadError(
                f"The API plans {len(parts)} of {started.num_parts} parts that do not make up the {size} "
                f"bytes of the file (upload {started.upload_id}); nothing was sent."
            )
        first = {
            "format": _FORMAT,
            "checksum": Checksum().kind,
            "identity": dict(identity),
            "upload_id": started.upload_id,
            "file_uid": started.file_uid,
            "algorithm": started.integrity_algorithm or None,
            "parts": [(part.number, part.offset, part.length) for part in parts],
        }
        journal.begin(first)
        books = cls(journal, first)
        books.keep_urls(started.parts, started.expires_at or None)
        return books

    @classmethod
    def kept(cls, journal: Journal) -> "tuple[Mapping[str, Any], Books] | None":
        """The identity of the content whose upload was interrupted, and the books of it."""
        first, *lines = journal.lines or [{}]
        if (first.get("format"), first.get("checksum")) != (_FORMAT, Checksum().kind):
            return None
        return first["identity"], cls(journal, first, lines)

    def left(self) -> list[Part]:
        """Parts that are not in storage."""
        return [part for part in self.parts.values() if part.number not in self.stored]

    def done(self) -> int:
        """Bytes that are in storage."""
        with self._lock:
            return sum(self.parts[number].length for number in self.stored)

    def store(self, part: Part, stored: Stored) -> None:
        """Write down that a part is in storage."""
        self._journal.add({"part": part.number, "token": stored.token, "checksum": stored.checksum})
        with self._lock:
            self.etags_are_md5 = _MD5.fullmatch(_etag(stored)) is not None
            self.stored[part.number] = stored
            self._urls.pop(part.number, None)

    def due(self) -> list[dict[str, Any]]:
        """Tokens that the API should be told of now. Who asks has to tell."""
        with self._lock:
            tokens = self._unrecorded()
            late = time.monotonic() - self._checkpoint > CHECKPOINT_SECONDS
            if not tokens or (len(tokens) < CHECKPOINT_PARTS and not late):
                return []
            self._checkpoint = time.monotonic()
            self._recorded.update(token["part_number"] for token in tokens)
            return tokens

    def told(self, tokens: list[dict[str, Any]], *, heard: bool) -> None:
        """The API was told of these, or at least we tried."""
        numbers = [token["part_number"] for token in tokens]
        if heard:
            self._journal.add({"recorded": numbers})
        else:
            with self._lock:
                self._recorded.difference_update(numbers)

    def unrecorded(self) -> list[dict[str, Any]]:
        """Tokens that the API was not told of."""
        with self._lock:
            return self._unrecorded()

    def _unrecorded(self) -> list[dict[str, Any]]:
        return [
            {"part_number": number, "part_token": self.stored[number].token}
            for number in sorted(self.stored.keys() - self._recorded)
        ]

    def checksum(self) -> str | None:
        """That of the whole file, where the API takes one and we can make it."""
        if self.algorithm != "crc32c" or Checksum().kind != self.algorithm:
            return None
        parts = ((self.stored[number].checksum, part.length) for number, part in self.parts.items())
        return _checksum.encoded(_checksum.joined(parts))

    def url(self, part: Part) -> str | None:
        """Where a part goes, if that is known and has not expired."""
        with self._lock:
            url, _, until = self._urls.get(part.number, ("", 0.0, 0.0))
        return url if url and time.monotonic() < until else None

    def keep_urls(self, parts: Iterable[UploadPart], expires_at: datetime | None = None) -> None:
        """Where these parts go."""
        now = time.monotonic()
        with self._lock:
            for part in parts:
                until = part.expires_at or expires_at
                life = (until - datetime.now(UTC)).total_seconds() if until and until.tzinfo else 0.0
                # A life shorter than this tells of two clocks that differ: then wait for the refusal.
                end = now + life if life > _FRESH else float("inf")
                self._urls[part.part_number] = (part.url, now, end)

    def expire(self, part: Part, url: str) -> list[int]:
        """The URL of a part is no good: the numbers to ask new ones for. Those as old are no better."""
        with self._lock:
            held, taken, _ = self._urls.get(part.number, ("", 0.0, 0.0))
            if held == url:
                self._urls = {n: kept for n, kept in self._urls.items() if kept[1] > taken}
            missing = (
                n for n in self.parts if n > part.number and n not in self.stored and n not in self._urls
            )
            return [part.number, *(n for n, _ in zip(missing, range(URLS_AT_ONCE - 1), strict=False))]

    def is_fresh(self, part: Part) -> bool:
        """Whether its URL is too new to have expired."""
        with self._lock:
            _, taken, _ = self._urls.get(part.number, ("", float("-inf"), 0.0))
        return time.monotonic() - taken < _FRESH


class _Body:
    """A part as the body of a request: read as it is sent, and read anew for every try."""

    def __init__(self, books: Books, content: Content, part: Part, meter: Meter) -> None:
        self._books = books
        self._content = content
        self._part = part
        self._meter = meter
        self._begin()

    def _begin(self) -> None:
        self._md5 = hashlib.md5(usedforsecurity=False) if self._books.etags_are_md5 else None
        self._checksum = Checksum()

    def _take(self, position: int, size: int) -> bytes:
        length = min(size, self._part.length - position)
        chunk = self._content.read_at(self._part.offset + position, length)
        self._checksum.update(chunk)
        if self._md5:
            self._md5.update(chunk)
        return chunk

    def stored(self, token: str) -> Stored:
        """What is known of the part now that it is in storage."""
        return Stored(token, self._checksum.value, self._md5.hexdigest() if self._md5 else None)


class PartBody(_Body):
    """A body for a thread."""

    def __init__(self, parallel: Parallel, books: Books, content: Content, part: Part, meter: Meter) -> None:
        super().__init__(books, content, part, meter)
        self._check = parallel.check

    def __iter__(self) -> Iterator[bytes]:
        self._begin()
        self._meter.at(0, self._part.number)
        for position in range(0, self._part.length, CHUNK):
            self._check()
            chunk = self._take(position, CHUNK)
            yield chunk
            self._meter.at(position + len(chunk), self._part.number)


class AsyncPartBody(_Body):
    """A body for a task."""

    def __init__(
        self, parallel: AsyncParallel, books: Books, content: Content, part: Part, meter: Meter
    ) -> None:
        super().__init__(books, content, part, meter)
        self._aside = parallel.aside

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._begin()
        self._meter.at(0, self._part.number)
        for position in range(0, self._part.length, ASYNC_CHUNK):
            chunk = await self._aside(self._take, position, ASYNC_CHUNK)
            yield chunk
            self._meter.at(position + len(chunk), self._part.number)


def identity(content: Content, content_type: str) -> dict[str, Any]:
    """What tells this content from another."""
    return {
        "size": content.size,
        "stamp": content.stamp,
        "sample": content.sample(),
        "content_type": content_type,
    }


def is_same(now: Mapping[str, Any], then: Mapping[str, Any], content: Content, books: Books) -> bool:
    """Whether this content is the one whose parts are in storage.

    Where size, sample and stamp do not settle it, what was sent is read again.
    """
    if {**now, "stamp": None} != {**then, "stamp": None}:
        return False
    if now["stamp"] is not None and now["stamp"] == then["stamp"]:
        return True
    sections = ((books.parts[number], stored) for number, stored in books.stored.items())
    return all(content.checksum(part.offset, part.length) == stored.checksum for part, stored in sections)


def is_damaged(stored: Stored, headers: Mapping[str, str], content: Content, part: Part) -> bool:
    """Whether the store's ETag says that it has other bytes than we sent."""
    etag = _etag(stored)
    if not _MD5.fullmatch(etag) or headers.get("x-amz-server-side-encryption", "AES256") != "AES256":
        return False  # it is something else, or made of the bytes as they were encrypted
    if "x-amz-server-side-encryption-customer-algorithm" in headers:
        return False
    return etag != (stored.md5 or content.md5(part.offset, part.length))


def _etag(stored: Stored) -> str:
    return stored.token.removeprefix("W/").strip('"').lower()


def url_expired(error: Exception) -> bool:
    """Whether storage has refused a request because its URL has expired."""
    if not isinstance(error, APIStatusError):
        return False
    return error.status_code == 403 or (
        error.status_code == 400 and (b"TokenExpired" in error.body or b"ExpiredToken" in error.body)
    )
