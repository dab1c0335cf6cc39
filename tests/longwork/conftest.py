import csv
import io
import math
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from newton_client import AsyncNewton, Newton, RetryPolicy
from newton_mock import MockServer
from support.clients import KEY

Make = Callable[..., Any]


class MockTime:
    """Time that passes on the mock's clock when a client sleeps.

    Attributes:
        naps: Every sleep, in seconds.
    """

    def __init__(self, mock: MockServer) -> None:
        self._mock = mock
        self.now = 0.0
        self.naps: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds
        self._mock.clock(advance=seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(api_key=KEY) as server:
        yield server


@pytest.fixture
def time_of_mock(mock: MockServer) -> MockTime:
    return MockTime(mock)


@pytest.fixture
def new(kind: str, mock: MockServer, time_of_mock: MockTime) -> Make:
    """Makes clients of the mock; with `real=True` they sleep in earnest, else the mock's clock jumps."""

    def new(*, real: bool = False, **settings: Any) -> Any:
        options = {name: settings.pop(name) for name in ("timeout", "on_retry") if name in settings}
        if not real:
            sleep = time_of_mock.sleep if kind == "sync" else time_of_mock.sleep_async
            settings = {"clock": time_of_mock.clock, "sleep": sleep, **settings}
        make: Any = Newton if kind == "sync" else AsyncNewton
        return make(KEY, settings.pop("base_url", mock.url), retry=RetryPolicy(**settings), **options)

    return new


def recording(rows: int, *, strength: float, seed: int = 0, stamp: Callable[[int], str] = str) -> bytes:
    """A CSV file with a time and two channels that swing as strongly as told."""
    random = Random(seed)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["time", "x", "y"])
    for row in range(rows):
        swing = strength * math.sin(row / 3)
        writer.writerow([stamp(row), *(f"{swing + random.gauss(0, 0.05):.4f}" for _ in range(2))])
    return out.getvalue().encode()
