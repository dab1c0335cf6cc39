"""Files that appear under their name only when they are whole."""

import os
import secrets
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from . import _journal
from ._journal import BusyError, Journal
from .errors import (
    AuthenticationError,
    GuardError,
    PermissionDeniedError,
    RateLimitError,
    ResponseValidationError,
    ServerError,
    TransportError,
)

_LONGEST = 200
"""Bytes of its name that a file keeps while it is partial; file systems take 255 in all."""

_PASSING = (TransportError, ServerError, RateLimitError, AuthenticationError, PermissionDeniedError)
"""What does not say that the file is gone."""

FLUSH = 1024 * 1024
"""Bytes of a partial file that wait in memory for being written."""


def target_path(name: str, to: str | os.PathLike[str] | None) -> Path:
    """Where a file of this name goes: into a folder, or to the path given.

    Raises:
        GuardError: The name would lead out of the folder.
        NotADirectoryError: The path says that it is a folder, and it is none.
    """
    path = Path(to) if to is not None else Path()
    if not path.is_dir():
        if to is not None and os.fspath(to).endswith(("/", os.sep)):
            raise NotADirectoryError(f"{str(to)!r} is no folder.")
        return path
    elsewhere = any(c in name for c in "/\\\0") or (os.name == "nt" and ":" in name)
    if name in ("", ".", "..") or elsewhere:
        raise GuardError(
            f"{name!r} is no plain file name, so it cannot go into a folder; give the path to write to."
        )
    return path / name


class Partial:
    """A file beside the place where it will be.

    Attributes:
        target: The path it will have.
        position: Bytes that it has.
        validator: What tells the version that the bytes are of, where the server says so.
    """

    def __init__(self, target: Path, journal: Journal, *, resume: bool) -> None:
        kept = journal.lines[-1] if journal.lines else {}
        self.target = target
        self.validator: str | None = kept.get("validator") if resume else None
        self._journal = journal
        self._resume = resume
        self._path = target.with_name(kept.get("partial") or _partial_name(target))
        self._waiting = 0
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._file = os.fdopen(os.open(self._path, flags, 0o666), "wb", buffering=2 * FLUSH)
        size = self._file.seek(0, os.SEEK_END)
        # One byte is left to ask for, so that the server has to say which version it has.
        self.position = max(0, min(size, kept.get("total", 0) - 1)) if self.validator else 0
        self._back_to(self.position)
        if not self.validator:
            journal.begin({"partial": self._path.name})

    def expect(self, validator: str | None, total: int | None) -> None:
        """What comes is of this version, and so many bytes in all."""
        if total is None:
            validator = None
        if validator != self.validator:
            self._back_to(0)  # before it is said that what is here is of that version
            self.validator = validator
            self._journal.add({"partial": self._path.name, "validator": validator, "total": total or 0})

    def take(self, position: int, chunk: bytes) -> int:
        """Take what belongs there; what was behind it is gone. Gives the bytes that wait for `flush`."""
        if position != self.position:
            self._back_to(position)
        self._file.write(chunk)
        self._waiting += len(chunk)
        self.position += len(chunk)
        return self._waiting

    def flush(self) -> None:
        """Write what was taken."""
        self._file.flush()
        self._waiting = 0

    def _back_to(self, position: int) -> None:
        self.flush()
        if position < self._file.tell():
            self._file.seek(position)
            self._file.truncate()
        self.position = position

    def finish(self) -> None:
        """It is whole: give it its name."""
        self._file.close()
        os.replace(self._path, self.target)
        self._journal.remove()

    def leave(self, error: BaseException) -> None:
        """It is not whole: keep it if a later try can go on with it."""
        with suppress(OSError):  # there may be no space for what still waits
            self._file.close()
        passing = isinstance(error, _PASSING) or not isinstance(error, Exception)
        resumable = self._resume and self.validator and self.position and self._journal.is_kept
        if not (passing and resumable):
            self._path.unlink(missing_ok=True)
            self._journal.remove()


@contextmanager
def receiving(target: Path, source: str, *, resume: bool) -> Iterator[Partial]:
    """A file to write to, which `finish` moves to its place.

    Args:
        target: The place.
        source: What tells its content from that of other files.
        resume: Whether to go on with what an earlier try has left, and leave what a later one can use.
    """
    with ExitStack() as stack:
        journal = Journal(None, None)
        with suppress(BusyError):  # then someone else is at it, and we have a partial file of our own
            journal = stack.enter_context(_journal.opened("downloads", source, str(target.absolute())))
        partial = Partial(target, journal, resume=resume)
        try:
            yield partial
        except BaseException as error:
            partial.leave(error)
            raise


class Consistent:
    """Passes on a file whose download may begin again, for those who cannot go back."""

    def __init__(self) -> None:
        self._passed = 0
        self._checksum = 0
        self._again = 0

    def take(self, position: int, chunk: bytes) -> bytes:
        """What is new of a chunk. An empty one is the end.

        Raises:
            ResponseValidationError: The file is not the one that began.
        """
        if not chunk and position < self._passed:
            raise _changed()
        if position == 0:
            self._again = 0
        known = min(len(chunk), self._passed - position)
        if known > 0:
            self._again = zlib.crc32(chunk[:known], self._again)
            if position + known == self._passed and self._again != self._checksum:
                raise _changed()
            chunk = chunk[known:]
        self._passed += len(chunk)
        self._checksum = zlib.crc32(chunk, self._checksum)
        return chunk


def write_all(file: BinaryIO, chunk: bytes) -> None:
    """Write a chunk to a file that may take less at a time."""
    while chunk:
        written = file.write(chunk)
        if written is None:  # from one that does not count
            return
        chunk = chunk[written:]


def _changed() -> ResponseValidationError:
    return ResponseValidationError("The file has changed while it was read.", status_code=200)


def _partial_name(target: Path) -> str:
    name = target.name.encode(errors="surrogateescape")[:_LONGEST].decode(errors="ignore")
    return f".{name}.{secrets.token_hex(4)}.part"
