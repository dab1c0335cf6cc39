"""What is where after a transfer."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from newton_mock import MockServer

PART = 64 * 1024
"""Bytes in a part."""


def journals(state: Path) -> list[str]:
    """What is left in the folder of journals."""
    return [name for _, _, names in os.walk(state) for name in names]


def stored(mock: MockServer, name: str) -> bytes:
    """What the mock has under a name."""
    return mock._mock.state.files[name].path.read_bytes()


def puts(mock: MockServer) -> list[str]:
    """Each part that was put to storage and arrived."""
    return [entry["path"] for entry in mock.requests("storage_put") if entry["applied"]]


@contextmanager
def bad_weather(mock: MockServer, *, rate: float = 0.1, seed: int = 0) -> Iterator[None]:
    """One part in so many is refused or loses its connection, and now and then every URL expires."""
    dice, faults = random.Random(seed), mock._mock.faults
    take = faults.take
    kinds: tuple[Literal["status", "reset_before", "reset_after"], ...] = (
        "status",
        "reset_before",
        "reset_after",
    )

    def sometimes(operation: str) -> Any:
        if operation == "storage_put":
            if dice.random() < rate:
                mock.faults(operation, dice.choice(kinds))
            elif dice.random() < rate / 10:
                mock.clock(advance=7200)
        return take(operation)

    faults.take = sometimes  # type: ignore[method-assign]
    try:
        yield
    finally:
        faults.take = take  # type: ignore[method-assign]
