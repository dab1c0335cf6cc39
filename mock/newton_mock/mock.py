"""One mock: its contract, its memory, and what tests may see and order."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

from starlette.responses import JSONResponse

from newton_mock.contract import Contract
from newton_mock.errors import ApiError
from newton_mock.faults import OTHER_OPERATIONS, Fault, Faults
from newton_mock.journal import Journal
from newton_mock.state import State

_LATEST = 2**37  # the year 6325: what is reckoned from it is still a date
_P = TypeVar("_P")
_R = TypeVar("_R")


class Mock:
    """What the parts of the application share."""

    def __init__(self, contract: Contract, state: State, api_key: str | None, latency: float) -> None:
        self.contract = contract
        self.latency = latency
        self._seed = state.seed
        self.state = state
        self.journal = Journal()
        self.faults = Faults()
        self.api_key = api_key

    @cached_property
    def version(self) -> str:
        """The version of the distribution."""
        try:
            return version("newton-client")
        except PackageNotFoundError:
            return "0+unknown"

    def lets_in(self, token: str) -> bool:
        """Whether a key is good."""
        wanted = self.api_key or token
        return token != "" and hmac.compare_digest(token.encode(), wanted.encode())

    def locked(self, act: Callable[[_P], _R], argument: _P) -> _R:
        """Act while nothing else changes the state."""
        with self.state.lock:
            return act(argument)

    def at_once(self, act: Callable[[_P], _R], argument: _P) -> _R | None:
        """The same if nobody else is at it, else None."""
        if not self.state.lock.acquire(blocking=False):
            return None
        try:
            return act(argument)
        finally:
            self.state.lock.release()

    def reset(self, seed: int | None = None) -> None:
        """Back to the beginning: no files, no jobs, no faults, an empty journal, the real time.

        Ids are drawn from another seed if one is given, else from that of the beginning.
        """
        self.state.reset(self._seed if seed is None else seed)
        self.faults.clear()
        self.journal.clear()

    def order(self, fault: Fault) -> None:
        """Let a failure happen; a ValueError says that there is no such operation."""
        known = {"*", *OTHER_OPERATIONS, *self.contract.operations}
        if fault.operation not in known:
            raise ValueError(f"there is no operation {fault.operation!r}")
        self.faults.add(fault)

    def set_clock(self, advance: float = 0.0, freeze: bool | None = None, now: float | None = None) -> None:
        """Set the time, put it forward, stop it, or let it go on.

        Jobs whose time has come are done when this returns, sessions run or have expired. A ValueError
        says that there is no such time.
        """
        with self.state.lock:
            clock = self.state.clock
            if not 0 <= (clock.now() if now is None else now) + advance <= _LATEST:
                raise ValueError(f"the time goes from 0 to {_LATEST} Unix seconds")
            if freeze:
                clock.freeze()
            if now is not None:
                clock.set(now)
            clock.advance(advance)
            if freeze is False:
                clock.unfreeze()
            self.state.sessions.settle()
        self.state.jobs.settle()

    def set_transitions(self, **changes: Any) -> None:
        """Let things move faster or slower from now on; the names are those of `Transitions`."""
        with self.state.lock:
            self.state.transitions = replace(self.state.transitions, **changes)

    def error_body(self, error: ApiError) -> dict[str, Any]:
        """An error as the API writes it; each of its details gets an `error_uid`."""
        return error.body([self.state.ids.error_uid() for _ in error.details])

    def error_response(self, error: ApiError) -> JSONResponse:
        """The same, as an answer."""
        return JSONResponse(self.error_body(error), error.status, error.headers)
