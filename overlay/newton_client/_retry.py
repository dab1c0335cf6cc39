"""Whether to try again, and when: a pure decision, from the operation table and what happened."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any

from attrs import field, frozen

from newton_api.operations import Operation

RETRYABLE = frozenset({429, 500, 502, 503, 504})
"""Statuses that may be gone on the next try."""

REFUSED = frozenset({429, 503})
"""Statuses which say that the server has not acted."""


def _random() -> float:
    """`random.random` by a name that pickles without the generator's state."""
    return random.random()  # noqa: S311 - this is jitter


@frozen
class RetryPolicy:
    """How often and how patiently to try again.

    Attributes:
        max_attempts: Tries in all; 1 switches retries off.
        initial_delay: Seconds that the first wait is at most; each later one at most twice the one before.
        max_delay: Seconds that a wait of our own choosing is at most.
        max_retry_after: Seconds of `Retry-After` that are honoured; a server that asks for more is
            not asked again, and the error says so.
        deadline: Seconds that a call may take with all its tries and waits; None for no end. A wait
            that would pass it is not begun, and a silent server is not borne with beyond it; an answer
            that keeps coming may take longer.
        clock: Seconds on a clock that never runs backwards.
        sleep: Waits so many seconds: a function, or a coroutine function for `AsyncNewton`.
        random: A number from 0 up to 1.
    """

    max_attempts: int = 4
    initial_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0
    deadline: float | None = None
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)
    sleep: Callable[[float], Any] | None = field(default=None, repr=False)
    random: Callable[[], float] = field(default=_random, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.max_attempts < 1:
            raise ValueError("max_attempts counts the first try too: give 1 or more")
        if min(self.initial_delay, self.max_delay, self.max_retry_after) < 0:
            raise ValueError("delays are seconds, 0 or more")

    @classmethod
    def off(cls) -> "RetryPolicy":
        """A policy that tries once."""
        return cls(max_attempts=1)


@frozen
class Outcome:
    """What came of one try.

    Attributes:
        status: The HTTP status, if an answer came.
        sent: Whether the server may have seen the request.
        retry_after: Seconds that the server asked to wait.
    """

    status: int | None = None
    sent: bool = True
    retry_after: float | None = None


@frozen
class RetryEvent:
    """What `on_retry` is told before each wait.

    Attributes:
        operation: The operation's id.
        attempt: The number of the try that failed; 1 for the first.
        delay: Seconds until the next.
        error: What the failed try would have raised.
    """

    operation: str
    attempt: int
    delay: float
    error: Exception


@frozen
class Decision:
    """Wait so many seconds and try again; or, with a delay of None, give up for the reason given."""

    delay: float | None
    reason: str = ""


GIVE_UP = Decision(None)


def may_have_acted(operation: Operation, outcome: Outcome) -> bool:
    """Whether the server may have done what the failed request asked for."""
    if operation.method == "GET" or not outcome.sent:
        return False
    return outcome.status is None or (outcome.status >= 500 and outcome.status not in REFUSED)


def decide(
    policy: RetryPolicy,
    operation: Operation,
    outcome: Outcome,
    *,
    attempt: int,
    elapsed: float,
    replayable: bool,
) -> Decision:
    """What to do after a failed try.

    Args:
        policy: The settings.
        operation: The operation, as the contract describes it.
        outcome: What happened.
        attempt: The number of the try that failed; 1 for the first.
        elapsed: Seconds since the call began.
        replayable: Whether the request's body can be sent again from where it began.
    """
    if outcome.status is not None and outcome.status not in RETRYABLE:
        return GIVE_UP
    if operation.retry == "unsent" and outcome.sent and outcome.status not in REFUSED:
        return GIVE_UP
    if not replayable:
        return Decision(None, "Not tried again: the body cannot be read a second time.")
    if attempt >= policy.max_attempts:
        return GIVE_UP
    if outcome.retry_after is None:
        delay = policy.random() * min(policy.max_delay, policy.initial_delay * 2 ** (attempt - 1))
    elif outcome.retry_after <= policy.max_retry_after:
        delay = outcome.retry_after
    else:
        return Decision(
            None,
            f"Not tried again: the server asks to wait {outcome.retry_after:.0f} s, "
            f"more than the {policy.max_retry_after:.0f} s allowed (max_retry_after).",
        )
    if policy.deadline is not None and elapsed + delay > policy.deadline:
        return Decision(None, f"Not tried again: the deadline of {policy.deadline:g} s would pass.")
    return Decision(delay)


class RetryBudget:
    """Tokens that retries are paid from, so that an outage is not multiplied by its callers.

    A retry costs 14 tokens after a failure and 5 after a refusal; each call that succeeds gives one
    back, up to 500.
    """

    CAPACITY = 500
    FAILURE_COST = 14
    REFUSAL_COST = 5

    def __init__(self) -> None:
        self._tokens = self.CAPACITY
        self._lock = Lock()

    @property
    def tokens(self) -> int:
        """What is left."""
        return self._tokens

    def spend(self, outcome: Outcome) -> bool:
        """Pay for one retry; False if there is not enough left."""
        cost = self.REFUSAL_COST if outcome.status in REFUSED else self.FAILURE_COST
        with self._lock:
            if self._tokens < cost:
                return False
            self._tokens -= cost
            return True

    def refill(self) -> None:
        """A call succeeded."""
        if self._tokens < self.CAPACITY:
            with self._lock:
                self._tokens = min(self._tokens + 1, self.CAPACITY)


def parse_retry_after(value: str | None, date: str | None = None) -> float | None:
    """Seconds to wait, from a `Retry-After` header: a number of seconds or an HTTP date.

    Args:
        value: The header.
        date: The answer's `Date`: what time the server takes it to be, which our clock may not share.
    """
    if not value:
        return None
    try:
        if value.strip()[:1].isdigit():
            return float(value)
        return max(0.0, (_moment(value) - _now(date)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _now(date: str | None) -> datetime:
    try:
        return _moment(date) if date else datetime.now(UTC)
    except (ValueError, TypeError):
        return datetime.now(UTC)


def _moment(date: str) -> datetime:
    moment = parsedate_to_datetime(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
