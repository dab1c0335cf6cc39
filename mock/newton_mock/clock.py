"""The time the mock lives by: the real one, plus what a test has added to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

_LONGEST_WAIT = 0.02  # seconds between looks at `stopped`


class Clock:
    """Wall-clock time that can be put forward and stopped."""

    def __init__(self) -> None:
        self._offset = 0.0
        self._frozen: float | None = None
        self._moved = threading.Condition()

    def now(self) -> float:
        """Unix seconds."""
        return self._frozen if self._frozen is not None else time.time() + self._offset

    def advance(self, seconds: float) -> None:
        """Go forward by seconds; backward when negative."""
        with self._moved:
            self._offset += seconds
            if self._frozen is not None:
                self._frozen += seconds
            self._moved.notify_all()

    def set(self, moment: float) -> None:
        """Go to a moment in Unix seconds."""
        with self._moved:
            self._offset = moment - time.time()
            if self._frozen is not None:
                self._frozen = moment
            self._moved.notify_all()

    def freeze(self) -> None:
        """Stop here; `advance` still moves it."""
        with self._moved:
            self._frozen = self.now()

    def unfreeze(self) -> None:
        """Go on from where it was stopped."""
        with self._moved:
            if self._frozen is not None:
                self._offset = self._frozen - time.time()
                self._frozen = None
            self._moved.notify_all()

    def wait_until(self, moment: float, stopped: Callable[[], bool]) -> bool:
        """Wait in real time; False when `stopped` came first."""
        with self._moved:
            while not stopped():
                left = moment - self.now()
                if left <= 0:
                    return True
                self._moved.wait(min(left, _LONGEST_WAIT))
        return False

    @property
    def frozen(self) -> bool:
        """Whether it is stopped."""
        return self._frozen is not None


def rfc3339(moment: float) -> str:
    """A moment in Unix seconds, as the API writes dates."""
    text = datetime.fromtimestamp(moment, UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z")
