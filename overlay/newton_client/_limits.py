"""How many calls in how long."""

from collections import deque
from threading import Lock
from typing import Any


class RateLimit:
    """So many calls in so many seconds, in any such stretch of time. Share one between calls that share it.

        RateLimit((100, 60.0), (20, 1.0))

    Args:
        rules: Pairs of a number of calls and of seconds; all of them hold.
    """

    def __init__(self, *rules: tuple[int, float]) -> None:
        if not rules or any(calls < 1 or seconds <= 0 for calls, seconds in rules):
            raise ValueError("a rate limit is one call or more in more than 0 seconds")
        self.rules = rules
        self._lock = Lock()
        self._begun: list[deque[float]] = [deque(maxlen=calls) for calls, _ in rules]

    @classmethod
    def documented(cls) -> "RateLimit":
        """What the API's quick reference allows: 100 calls a minute, 20 of them in a second."""
        return cls((100, 60.0), (20, 1.0))

    def reserve(self, now: float) -> float:
        """Take the next free place; gives the seconds until then."""
        with self._lock:
            # The place of the call that is `calls` before this one, and its stretch of time, must be over.
            moment = max(
                [
                    now,
                    *(begun[-1] for begun in self._begun if begun),
                    *(
                        begun[0] + seconds
                        for (calls, seconds), begun in zip(self.rules, self._begun, strict=True)
                        if len(begun) == calls
                    ),
                ]
            )
            for begun in self._begun:
                begun.append(moment)
            return moment - now

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.rules

    def __repr__(self) -> str:
        return f"RateLimit({', '.join(map(repr, self.rules))})"
