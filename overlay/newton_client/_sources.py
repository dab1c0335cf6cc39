"""What can be uploaded, under which name, as which type and which way."""

import hashlib
import io
import os
import stat
import tempfile
from collections.abc import AsyncIterable, Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Literal

from attrs import frozen

from ._checksum import Checksum
from ._guards import is_file_uid
from .errors import GuardError, UploadError

SIMPLE_LIMIT = 512 * 1024 * 1024
"""Bytes that `POST /files` takes."""

DIRECT_LIMIT = 250 * 1024**3
"""Bytes that a direct upload takes."""

DIRECT_FROM = 64 * 1024 * 1024
"""Bytes from which a direct upload is chosen: more than one would like to send twice."""

_TYPES = {
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".mp4": "video/mp4",
}

# `POST /files` goes by the declared type, and refuses JSON whatever its own error message suggests.
_NOT_SIMPLE = frozenset({"application/json", "application/x-ndjson"})
_IN_PLACE = "text/plain"

# Servers do not agree on how a form writes these in a name.
_NOT_IN_A_FORM = frozenset({'"', *map(chr, range(32)), chr(127)})

_SAMPLES = 16
_SAMPLE_SIZE = 16 * 1024
_BLOCK = 1024 * 1024

Source = str | os.PathLike[str] | bytes | BinaryIO | Iterable[bytes]
"""A path, the content itself, a file open for reading in binary mode, or an iterator over the content."""

AsyncSource = Source | AsyncIterable[bytes]
"""For a task, the iterator may be an asynchronous one."""

Strategy = Literal["auto", "simple", "direct"]


class Content:
    """Bytes that can be read from anywhere, by several threads, as often as needed.

    Attributes:
        size: How many.
        stamp: Another one whenever they were written to; None where nothing tells that.
        sequential: Whether parts of it must be loaded in their order, one at a time.
    """

    size: int
    stamp: str | None = None
    sequential = False

    def read_at(self, offset: int, length: int) -> bytes:
        """So many bytes from there.

        Raises:
            UploadError: There are fewer now.
        """
        pieces = []
        while length:
            piece = self._read(offset, length)
            if not piece:
                raise _changed("has become shorter")
            pieces.append(piece)
            offset, length = offset + len(piece), length - len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _read(self, offset: int, length: int) -> bytes:
        raise NotImplementedError

    def load(self, offset: int, length: int) -> None:
        """Make this section readable, where `sequential` says that this is needed."""

    def verify(self) -> None:
        """Make sure that it is what it was at the beginning.

        Raises:
            UploadError: It has changed.
        """

    def sample(self) -> str:
        """A digest of spots all over the content, and of all of it where it is small."""
        digest = hashlib.blake2b(digest_size=16)
        step = max(self.size // _SAMPLES, _SAMPLE_SIZE)
        for offset in (*range(0, self.size, step), max(self.size - _SAMPLE_SIZE, 0)):
            digest.update(self.read_at(offset, min(_SAMPLE_SIZE, self.size - offset)))
        return digest.hexdigest()

    def md5(self, offset: int, length: int) -> str:
        """The MD5 of a section."""
        digest = hashlib.md5(usedforsecurity=False)
        for chunk in self._blocks(offset, length):
            digest.update(chunk)
        return digest.hexdigest()

    def checksum(self, offset: int, length: int) -> int:
        """The checksum of a section."""
        checksum = Checksum()
        for chunk in self._blocks(offset, length):
            checksum.update(chunk)
        return checksum.value

    def _blocks(self, offset: int, length: int) -> Iterator[bytes]:
        for start in range(offset, offset + length, _BLOCK):
            yield self.read_at(start, min(_BLOCK, offset + length - start))

    def close(self) -> None:
        """Close what was opened for it."""


class _FileOnDisk(Content):
    def __init__(self, path: Path) -> None:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise GuardError(
                f"{str(path)!r} is a folder; newton.files.sync({str(path)!r}) uploads its files."
            )
        if not stat.S_ISREG(kind):
            raise GuardError(f"{str(path)!r} is no regular file; open it, and give size=.")
        self._file = path.open("rb", buffering=0)
        self._lock = Lock()
        found = os.fstat(self._file.fileno())
        self.size, self._mtime = found.st_size, found.st_mtime_ns
        # Who writes can put the first time back, not the second, which also changes with the file's name.
        self.stamp = f"{found.st_mtime_ns} {found.st_ctime_ns}"

    def _read(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, offset)
        with self._lock:
            self._file.seek(offset)
            return self._file.read(length)

    def verify(self) -> None:
        found = os.fstat(self._file.fileno())
        if (found.st_size, found.st_mtime_ns) != (self.size, self._mtime):
            raise _changed("was written to")

    def close(self) -> None:
        self._file.close()


class _Memory(Content):
    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)
        self.size = len(content)

    def _read(self, offset: int, length: int) -> bytes:
        return bytes(self._content[offset : offset + length])


class _OpenFile(Content):
    """A file that the caller has opened, from where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lock = Lock()
        self._start = file.tell()
        self.size = max(file.seek(0, io.SEEK_END) - self._start, 0)
        file.seek(self._start)

    def _read(self, offset: int, length: int) -> bytes:
        with self._lock:
            self._file.seek(self._start + offset)
            return self._file.read(length)

    def verify(self) -> None:
        with self._lock:
            if self._file.seek(0, io.SEEK_END) - self._start != self.size:
                raise _changed("has another size now")


class _Once(Content):
    """What can be read once: each part is kept on disk until it is sent."""

    sequential = True

    def __init__(self, read: Callable[[int], bytes], size: int) -> None:
        self._take = read
        self.size = size
        self._position = 0
        self._loaded = 0
        self._kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the content

    def load(self, offset: int, length: int) -> None:
        if offset < self._position:
            return
        self._kept.seek(0)
        self._kept.truncate()
        self._loaded = offset
        while self._position < offset + length:
            piece = self._take(min(_BLOCK, offset + length - self._position))
            if not piece:
                raise _changed(f"ended after {self._position} of {self.size} bytes")
            self._kept.write(piece)
            self._position += len(piece)

    def _read(self, offset: int, length: int) -> bytes:
        self._kept.seek(offset - self._loaded)
        return self._kept.read(length)

    def sample(self) -> str:
        return ""

    def verify(self) -> None:
        if self._take(1):
            raise _changed(f"goes on after the {self.size} bytes that were announced")

    def close(self) -> None:
        self._kept.close()


class Section:
    """Content as the file that a form is made of."""

    def __init__(self, content: Content, sent: Callable[[int], None]) -> None:
        self._content = content
        self._sent = sent
        self._position = 0

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where it stands."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go there."""
        self._position = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._content.size}[
            whence
        ]
        self._position += offset
        return self._position

    def read(self, size: int = -1) -> bytes:
        """The next bytes. The end of content that has changed is an error, so that the form stays open.

        Raises:
            UploadError: The content has changed.
        """
        left = self._content.size - self._position
        if not left:
            self._content.verify()
            return b""
        chunk = self._content.read_at(self._position, left if size < 0 else min(size, left))
        self._position += len(chunk)
        self._sent(self._position)
        return chunk


class Stream:
    """What can be read once and does not say how long it is, as the file that a form is made of."""

    def __init__(self, read: Callable[[int], bytes], sent: Callable[[int], None]) -> None:
        self._take = read
        self._sent = sent
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        chunk = self._take(size)
        self._position += len(chunk)
        self._sent(self._position)
        return chunk


class _Joined:
    """The pieces of an iterator, in the sizes that are asked for."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._left = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            if not isinstance(piece, bytes | bytearray | memoryview):
                raise GuardError(f"The iterator gives {type(piece).__name__}; it must give bytes.")
            self._left = memoryview(bytes(piece))
        taken, self._left = self._left[:size], self._left[size:]
        return bytes(taken)


@frozen
class Upload:
    """A file ready to be sent.

    Attributes:
        name: The `file_id` that it will have.
        way: How it goes.
        content_type: What it is declared as.
        content: Its bytes; None where they can be read once and nobody knows how many there are.
        read: Reads such bytes.
    """

    name: str
    way: Literal["simple", "direct"]
    content_type: str
    content: Content | None
    read: Callable[[int], bytes] | None = None

    @property
    def size(self) -> int | None:
        """Bytes, where that is known."""
        return self.content.size if self.content else None

    def form_file(self, sent: Callable[[int], None]) -> Any:
        """The file for a form; it tells how far it has been read."""
        if self.content:
            return Section(self.content, sent)
        assert self.read
        return Stream(self.read, sent)

    def close(self) -> None:
        """Close what was opened here."""
        if self.content:
            self.content.close()


def open_source(
    source: Source,
    name: str | None = None,
    content_type: str | None = None,
    strategy: Strategy = "auto",
    size: int | None = None,
) -> Upload:
    """Open what is to be uploaded, and choose the way.

    Raises:
        GuardError: It has no name, a name that is none, a type or a size that the API does not take.
        OSError: It cannot be read.
    """
    name = checked_name(source, name)
    declared = content_type or _TYPES.get(Path(name).suffix.lower())
    if declared is None:
        raise GuardError(
            f"The API takes no {Path(name).suffix or 'files without extension'} by its name ({name!r}). "
            f"It takes {', '.join(_TYPES)}; or say content_type= for what it is."
        )
    if size is not None and size < 0:
        raise GuardError("size= is in bytes, 0 or more.")
    content, read = _content(source, size)
    try:
        way = _way(strategy, name, content_type, content, once=isinstance(content, _Once))
    except GuardError:
        if content:
            content.close()
        raise
    if way == "simple" and content_type is None and declared in _NOT_SIMPLE:
        declared = _IN_PLACE
    return Upload(name, way, declared, content, read)


def checked_name(source: AsyncSource, name: str | None) -> str:
    """The name that this will be uploaded under.

    Raises:
        GuardError: There is none, or it is no plain file name.
    """
    if name is None:
        name = Path(source).name if isinstance(source, str | os.PathLike) else _name_of(source)
    if not name:
        raise GuardError(
            "Bytes and nameless files need name=, the plain name that later calls use as file_id."
        )
    # What was no text on the disk has surrogates in its name here.
    if name in (".", "..") or any(c in "/\\\0\r\n" or "\ud800" <= c <= "\udfff" for c in name):
        raise GuardError(
            f"{name!r} is no file name; give name=, the plain name that later calls use as file_id."
        )
    if is_file_uid(name):
        raise GuardError(
            f"{name!r} looks like a file_uid, so no later call could name the file; give another."
        )
    return name


def _name_of(source: object) -> str | None:
    name = getattr(source, "name", None)
    return os.path.basename(name) if isinstance(name, str) and not name.startswith("<") else None


def _content(source: Source, size: int | None) -> tuple[Content | None, Callable[[int], bytes] | None]:
    """The content, or what reads it where nobody knows how long it is."""
    if isinstance(source, str | os.PathLike):
        return _FileOnDisk(Path(source)), None
    if isinstance(source, bytes | bytearray | memoryview):
        return _Memory(bytes(source)), None
    read: Callable[[int], bytes]
    if hasattr(source, "read"):
        file: Any = source
        if not isinstance(file.read(0), bytes | bytearray | memoryview):
            raise GuardError("The file does not give bytes; open it in binary mode ('rb').")
        if size is None and hasattr(file, "seekable") and file.seekable():
            return _OpenFile(file), None
        read = file.read
    elif isinstance(source, Iterable):
        read = _Joined(source).read
    else:
        raise GuardError(f"{type(source).__name__} cannot be uploaded: give a path, bytes, a binary file.")
    return (_Once(read, size), None) if size is not None else (None, read)


def _way(
    strategy: Strategy, name: str, content_type: str | None, content: Content | None, *, once: bool
) -> Literal["simple", "direct"]:
    """Which of the two ways a file goes.

    Raises:
        GuardError: Neither takes it, or not the one asked for.
    """
    size = content.size if content else None
    if strategy not in ("auto", "simple", "direct"):
        raise GuardError(f"strategy={strategy!r}: give 'auto', 'simple' or 'direct'.")
    if size is not None and size > DIRECT_LIMIT:
        raise GuardError(f"{name!r} has {size / 2**30:.0f} GiB; the API takes {DIRECT_LIMIT >> 30} GiB.")
    if strategy == "direct" or (
        strategy == "auto"
        and size
        and (size > DIRECT_FROM or once or content_type in _NOT_SIMPLE or _NOT_IN_A_FORM & set(name))
    ):
        if size is None:
            raise GuardError("A direct upload needs to know the size: give size=, in bytes.")
        if size == 0:
            raise GuardError(f"{name!r} is empty; a direct upload needs at least one byte.")
        return "direct"
    if size is not None and size > SIMPLE_LIMIT:
        raise GuardError(
            f"{name!r} has {size / 2**20:.0f} MiB; a simple upload takes {SIMPLE_LIMIT >> 20} MiB. "
            "Leave strategy= out, and it goes the other way."
        )
    if content_type in _NOT_SIMPLE:
        raise GuardError(
            f"A simple upload takes no {content_type}: declare it as {_IN_PLACE}, or use strategy='direct'."
        )
    if _NOT_IN_A_FORM & set(name):
        raise GuardError(f"A simple upload cannot carry the name {name!r}; use strategy='direct'.")
    return "simple"


def _changed(how: str) -> UploadError:
    return UploadError(f"The content {how} while it was read; nothing of it was stored.")
