"""Where bytes are on disk: in a temporary folder, or in one that outlives the mock."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
import uuid
import weakref
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from newton_mock.records import StoredFile

_BYTES, _RECORD = ".bytes", ".json"
_OURS = re.compile(r"[0-9a-f]{32}\.(bytes|json|new)")


class Folder:
    """Holds the bytes of files, parts and outputs.

    In a folder that is kept, each file has a record beside its bytes. It is written aside and moved into
    place, so that a mock that was killed leaves whole files only.
    """

    close: Callable[[], object]
    """Let go of it; a temporary one is removed."""

    def __init__(self, kept: Path | None = None) -> None:
        self._keeps = kept is not None
        if kept is None:
            self.path = Path(mkdtemp(prefix="newton-mock-"))
            self.close = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
        else:
            self.path = kept
            kept.mkdir(parents=True, exist_ok=True)
            self.close = weakref.finalize(self, partial(os.close, _lock(kept)))

    def blob(self) -> Path:
        """A path for new bytes."""
        return self.path / f"{uuid.uuid4().hex}{_BYTES}"

    def keep(self, file: StoredFile) -> None:
        """Let a file outlive the mock, when this folder does."""
        if self._keeps:
            record = asdict(file)
            del record["path"]
            aside = file.path.with_suffix(".new")
            aside.write_text(json.dumps(record), encoding="utf-8")
            aside.replace(file.path.with_suffix(_RECORD))

    def remove(self, file: StoredFile) -> None:
        """Take the record away first: bytes without a record are no file."""
        file.path.with_suffix(_RECORD).unlink(missing_ok=True)
        file.path.unlink(missing_ok=True)

    def files(self) -> list[StoredFile]:
        """The files of an earlier mock, oldest first. What else it left is removed."""
        latest: dict[str, StoredFile] = {}
        for file in sorted(map(_read, self.path.glob(f"*{_RECORD}")), key=lambda file: file.sequence):
            # One that was about to be replaced when the mock was killed.
            latest.pop(file.file_id, None)
            latest[file.file_id] = file
        self._sweep({file.path.stem for file in latest.values()})
        return list(latest.values())

    def clear(self) -> None:
        """Remove everything that a mock put there."""
        self._sweep(set())

    def _sweep(self, kept: set[str]) -> None:
        for path in list(self.path.iterdir()):
            if _OURS.fullmatch(path.name) and path.stem not in kept:
                path.unlink(missing_ok=True)


def _read(record: Path) -> StoredFile:
    try:
        return StoredFile(path=record.with_suffix(_BYTES), **json.loads(record.read_bytes()))
    except (ValueError, TypeError) as error:
        raise OSError(errno.EINVAL, f"{record.name} is not the record of a file") from error


def _lock(folder: Path) -> int:
    """An open file that no second mock can have."""
    lock = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(lock)
            raise type(error)(error.errno, "another mock keeps its files there") from None
    return lock
