"""One mock: its contract, its memory, and what tests may see and order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

from starlette.responses import JSONResponse

from newton_mock.contract import Contract
from newton_mock.errors import ApiError
from newton_mock.faults import Faults
from newton_mock.journal import Journal
from newton_mock.state import State

_P = TypeVar("_P")
_R = TypeVar("_R")


class Mock:
    """What the parts of the application share."""

    def __init__(self, contract: Contract, seed: int, api_key: str | None) -> None:
        self.contract = contract
        self.state = State(seed)
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

    def locked(self, act: Callable[[_P], _R], argument: _P) -> _R:
        """Act while nothing else changes the state."""
        with self.state.lock:
            return act(argument)

    def reset(self) -> None:
        """Back to the beginning: no files, no jobs, no faults, an empty journal, the real time."""
        self.state.reset()
        self.faults.clear()
        self.journal.clear()

    def set_clock(self, advance: float = 0.0, freeze: bool | None = None) -> None:
        """Put the time forward, stop it, or let it go on.

        Jobs whose time has come are done when this returns.
        """
        with self.state.lock:
            clock = self.state.clock
            clock.advance(advance)
            if freeze is not None:
                (clock.freeze if freeze else clock.unfreeze)()
        self.state.jobs.settle()

    def error_response(self, error: ApiError) -> JSONResponse:
        """An error as the API writes it; each of its details gets an `error_uid`."""
        with self.state.lock:
            uids = [self.state.ids.error_uid() for _ in error.details]
        return JSONResponse(error.body(uids), error.status, error.headers)
