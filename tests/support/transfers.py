"""What is where after a transfer."""

import json
import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from newton_mock import MockServer

PART = 64 * 1024
"""Bytes in a part."""


def journals(state: Path) -> list[str]:
    """What is left in the folder of journals."""
    return [name for _, _, names in os.walk(state) for name in names]


def twice(mock: MockServer, parts: Iterable[str]) -> list[str]:
    """Those of these parts that were put to storage more than once."""
    times = Counter(puts(mock))
    return [part for part in parts if times[part] > 1]


def checkpointed(mock: MockServer, state: Path) -> set[str]:
    """The parts that the API or a journal knows to be in storage, as the paths they were put to."""
    known = {(upload.id, number) for upload in mock._mock.state.uploads.values() for number in upload.tokens}
    for path in (state / "uploads").glob("*"):
        whole = path.read_text().rpartition("\n")[0].splitlines()
        lines = [json.loads(line) for line in whole]
        known |= {(lines[0]["upload_id"], line["part"]) for line in lines if "part" in line}
    return {f"/_storage/{upload_id}.{number}" for upload_id, number in known}


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
