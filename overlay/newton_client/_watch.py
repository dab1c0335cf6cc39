"""When to look again at what takes its time: often at first, seldom later, never all at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from newton_api.models import JobEvent, ProgressEntry

from ._failures import outcome
from ._retry import RETRYABLE, RetryPolicy
from .errors import RequestError, WaitTimeoutError

LONGEST = 30.0
"""Seconds between two looks at most, unless the first two are further apart."""

OUTAGE = 300.0
"""Seconds that looks may go on failing before the wait ends with their error."""


class Watch:
    """Says how long to wait before the next look.

    A wait is a tenth of the time since something last happened, or a sixtieth of the time since the
    beginning, whichever is longer, within limits. A tenth of it is chance, so that many who wait do not
    look at the same moment.

    Args:
        policy: Whose clock and chance to use.
        timeout: Seconds to wait at most; None waits as long as it takes.
        poll: Seconds before the second look.
        what: What is waited for, with its state left out: `Job job_1 is {}`.
    """

    def __init__(self, policy: RetryPolicy, *, timeout: float | None, poll: float, what: str) -> None:
        if poll < 0 or (timeout is not None and timeout < 0):
            raise ValueError("poll and timeout are seconds, 0 or more")
        self._policy = policy
        self._timeout = timeout
        self._poll = poll
        self._what = what
        self._state: object = "unknown"
        self._began = self._changed = self._seen = policy.clock()

    def saw(self, state: object) -> None:
        """A look told this."""
        self._seen = self._policy.clock()
        if state != self._state:
            self._state, self._changed = state, self._seen

    def delay(self) -> float:
        """Seconds until the next look, which is due at the deadline at the latest.

        Raises:
            WaitTimeoutError: The deadline has passed.
        """
        now = self._policy.clock()
        wait = max(self._poll, (now - self._changed) / 10, (now - self._began) / 60)
        wait = min(wait, max(self._poll, LONGEST))
        wait *= 1 - self._policy.random() / 10
        if self._timeout is None:
            return wait
        left = self._timeout - (now - self._began)
        if left <= 0:
            raise WaitTimeoutError(
                f"{self._what.replace('{}', str(self._state))} after {self._timeout:g} s; it goes on. "
                "Wait again, or cancel it."
            )
        return min(wait, left)

    def missed(self, error: RequestError) -> float:
        """Seconds until the next look after one that failed.

        Raises:
            RequestError: Looking again does not help, or has not helped for long.
            WaitTimeoutError: The deadline has passed.
        """
        what = outcome(error)
        if what.status is not None and what.status not in RETRYABLE:
            raise error
        if self._policy.max_attempts == 1 or self._policy.clock() - self._seen > OUTAGE:
            raise error
        return max(self.delay(), min(what.retry_after or 0.0, OUTAGE))


class Reconnection:
    """Says how long to wait before a stream that broke off is taken up again.

    Args:
        policy: Whose clock, delays and chance to use.
    """

    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy
        self._failing_since = 0.0
        self._retry = 0.0
        self.failures = 0
        """Connections in a row that came to nothing."""

    def heard(self) -> None:
        """Something has come."""
        self.failures = 0

    def delay(self, error: RequestError, retry: float | None) -> float:
        """Seconds until the next connection.

        Args:
            error: What has ended the last one.
            retry: Seconds that the stream wants to be waited for from now on, where it has said so.

        Raises:
            RequestError: Another one does not help, or has not helped for long.
        """
        what, now = outcome(error), self._policy.clock()
        self._failing_since = self._failing_since if self.failures else now
        if what.status is not None and what.status not in RETRYABLE:
            raise error
        if self._policy.max_attempts == 1 or now - self._failing_since > OUTAGE:
            raise error
        self.failures += 1
        self._retry = retry or self._retry
        backoff: float = min(LONGEST, self._policy.initial_delay * 2 ** min(self.failures - 1, 16))
        return max(self._policy.random() * backoff, min(what.retry_after or self._retry, OUTAGE))


Entry = JobEvent | ProgressEntry
Key = tuple[Any, ...]


class Listing:
    """Which entries of a list that grows are new, whether the oldest or the newest come first.

    Pages are told by where they begin, and entries move to later places when newer ones are put before
    them; so an entry is known by itself, and a walk over the pages ends when as many are known as
    there were when it began.
    """

    def __init__(self) -> None:
        self._seen: set[Key] = set()
        self._known: set[Key] = set()
        self._newest_first: bool | None = None
        self._fresh: list[Any] = []
        self._total: int | None = None
        self._from_start = True
        self.offset: int | None = 0
        """Where the next page of this walk begins; None when the walk is over."""

    def begin(self) -> None:
        """Begin a walk over the pages. What an earlier one has found, and nobody has taken, is kept."""
        self._total = None
        self._from_start = self._newest_first is not False
        self.offset = 0 if self._from_start else len(self._known)

    def take(self, entries: Iterable[Any], total: int) -> None:
        """A page as it came, with the number that it gives for all entries."""
        assert self.offset is not None
        page = list(entries)
        if self._total is None:
            self._total = total
            if total < len(self._known):  # it began anew, as after a retry of the job
                self._known = set()
                self._again()
                return
        if self._newest_first is None and len(page) > 1 and _key(page[0]) != _key(page[-1]):
            self._newest_first = _key(page[0]) > _key(page[-1])
        for entry in page:
            key = _key(entry)
            self._known.add(key)
            if key not in self._seen:
                self._seen.add(key)
                self._fresh.append(entry)
        self.offset += len(page)
        if len(self._known) >= self._total:
            self.offset = None
        elif not page:
            if self._from_start:
                self.offset = None
            else:  # they are not where they should be
                self._newest_first = None
                self._again()

    def _again(self) -> None:
        """Walk over everything."""
        self._from_start = True
        self.offset = 0

    @property
    def found(self) -> bool:
        """Whether there is anything new to take."""
        return bool(self._fresh)

    def fresh(self) -> list[Any]:
        """Take what is new, oldest first."""
        found, self._fresh = sorted(self._fresh, key=_key), []
        return found


def _key(entry: Any) -> Key:
    return entry.created_at, entry.id


def merged(known: Sequence[Entry], later: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Entries of two lists in one order, and those that must wait for the next look.

    Args:
        known: What both lists held when one of them was looked at last.
        later: What the other was found to hold after that. Something older may yet be found in the one.
    """
    newest = max((entry.created_at for entry in known), default=None)
    due = [entry for entry in later if newest is not None and entry.created_at <= newest]
    held = [entry for entry in later if newest is None or entry.created_at > newest]
    return sorted([*known, *due], key=_order), held


def _order(entry: Entry) -> Key:
    return entry.created_at, isinstance(entry, ProgressEntry), entry.id
