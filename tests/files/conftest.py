import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newton_mock import MockServer
from support.transfers import PART


@pytest.fixture
def mock() -> Iterator[MockServer]:
    """A mock that wants small parts."""
    with MockServer(part_size=PART) as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    return path


@pytest.fixture
def make(folder: Path) -> Callable[..., Path]:
    """Makes a file of random bytes, by default of ten parts and a bit."""

    def make(name: str = "pump.csv", size: int = 10 * PART + 1000) -> Path:
        path = folder / name
        path.write_bytes(random.Random(size).randbytes(size))
        return path

    return make
