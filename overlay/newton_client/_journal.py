"""What must outlive this process: one small file for each transfer that can be taken up again.

A journal is a list of JSON lines that is only ever added to, so that a process may die at any moment:
a last line that is not whole does not count. Who has it open holds its lock. It holds no URL and no key.
"""

import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

logger = logging.getLogger("newton_client")

DIRECTORY_VARIABLE = "NEWTON_STATE_DIR"

Line = dict[str, Any]


class Journal:
    """The lines of one transfer.

    Attributes:
        lines: What an earlier process has left.
    """

    def __init__(self, path: Path | None, file: BinaryIO | None) -> None:
        self._path = path
        self._file = file
        self._lock = Lock()
        self.lines: list[Line] = list(_lines(file)) if file else []

    @property
    def is_kept(self) -> bool:
        """Whether a later process will find it."""
        return self._file is not None and not self._file.closed

    def begin(self, line: Line) -> None:
        """Forget what was, and write this as the first line."""
        self.clear()
        self.add(line)

    def clear(self) -> None:
        """Forget what was."""
        with self._lock:
            self.lines = []
            if self._file:
                self._file.seek(0)
                self._file.truncate()

    def add(self, line: Line) -> None:
        """Write a line. It is safe from the death of this process when this returns.

        Where it cannot be written the journal is removed: half the story would be worse than none.
        """
        with self._lock:
            if self._file and not self._file.closed:
                try:
                    self._file.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
                    self._file.flush()
                except OSError as error:
                    logger.warning("The journal cannot be written (%s): this cannot be resumed later.", error)
                    self._remove()

    def remove(self) -> None:
        """There is nothing left to take up."""
        with self._lock:
            self._remove()

    def _remove(self) -> None:
        self.lines = []
        if self._file and self._path:
            if os.name != "nt":  # where an open file can be removed, the lock covers it
                self._path.unlink(missing_ok=True)
            with suppress(OSError):  # there may be no space for what still waits
                self._file.close()
            if os.name == "nt":
                self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of it. Without a line it is removed."""
        if self._file and not self._file.closed:
            if self._file.seek(0, os.SEEK_END) == 0:
                self.remove()
            self._file.close()


class BusyError(Exception):
    """Another process, or another transfer of this one, has the journal."""


@contextmanager
def opened(kind: str, *names: str) -> Iterator[Journal]:
    """The journal of the transfer that these names tell from all others.

    Where none can be written the transfer goes on without: it cannot be taken up again then.

    Raises:
        BusyError: Someone has it.
    """
    try:
        path = _path(kind, *names)
        file = _locked(path)
    except (OSError, RuntimeError) as error:  # the latter where the user has no home
        logger.warning("No journal can be kept (%s): this cannot be resumed later.", error)
        yield Journal(None, None)
        return
    journal = Journal(path, file)
    try:
        yield journal
    finally:
        journal.close()


def is_left(kind: str, *names: str) -> bool:
    """Whether an earlier transfer has left its journal, or one that is under way has it."""
    try:
        return _path(kind, *names).exists()
    except (OSError, RuntimeError):
        return False


def _path(kind: str, *names: str) -> Path:
    name = hashlib.sha256("\n".join((kind, *names)).encode(errors="surrogatepass")).hexdigest()[:32]
    return directory() / kind / f"{name}.jsonl"


def directory() -> Path:
    """Where journals are: what NEWTON_STATE_DIR says, else where this system keeps such things."""
    if given := os.environ.get(DIRECTORY_VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state"
    return Path(base) / "newton-client"


def _locked(path: Path) -> BinaryIO:
    """The file, open and locked.

    Raises:
        BusyError: It is locked already.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    while True:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+b")
        try:
            _lock(file)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                return file
        except BaseException:
            file.close()
            raise
        file.close()  # it was removed before we had the lock


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(1 << 30)  # a byte that is never written
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            raise BusyError from None
        file.seek(0)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None


def _lines(file: BinaryIO) -> Iterator[Line]:
    """The lines that are whole; what follows a broken one does not count."""
    file.seek(0)
    end = 0
    for raw in file:
        try:
            line = json.loads(raw) if raw.endswith(b"\n") else None
        except ValueError:
            line = None
        if not isinstance(line, dict):
            break
        end += len(raw)
        yield line
    file.truncate(end)
    file.seek(end)
