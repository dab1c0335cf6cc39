"""What was asked of the mock, kept for tests to look at."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

_LENGTH = 1000
_LONGEST_PATH = 1000


@dataclass(slots=True)
class Entry:
    """One request. No credentials, no query string and no body are kept.

    `operation` is None when no operation has that method and path. `status` is None when no
    answer was sent. `applied` says whether it was carried out. `at` is the real time, in Unix seconds.
    """

    n: int
    at: float
    method: str
    path: str
    operation: str | None = None
    status: int | None = None
    applied: bool = False
    violations: list[str] = field(default_factory=list[str])
    body_size: int = 0


class Journal:
    """The latest requests, oldest first; the number `n` goes on counting when old ones drop out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: deque[Entry] = deque(maxlen=_LENGTH)
        self._count = 0

    def open(self, method: str, path: str) -> Entry:
        """Begin the entry of a request."""
        with self._lock:
            self._count += 1
            entry = Entry(self._count, time.time(), method, path[:_LONGEST_PATH])
            self._entries.append(entry)
            return entry

    def list(self, operation: str | None = None) -> list[dict[str, Any]]:
        """The entries kept; of one operation when it is named."""
        with self._lock:
            entries = list(self._entries)
        return [asdict(entry) for entry in entries if operation in (None, entry.operation)]

    def clear(self) -> None:
        """Forget all entries and count from 1 again."""
        with self._lock:
            self._entries.clear()
            self._count = 0
