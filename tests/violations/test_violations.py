"""What is made wrong on purpose is caught."""

import subprocess
import sys
from pathlib import Path

import pytest
from clients import WRONG_CLIENTS
from mocks import WRONG_MOCKS, WrongMock
from table import PAGE, page

HERE = Path(__file__).parent
THIRDS = [list(WRONG_CLIENTS)[start::3] for start in range(3)]


@pytest.mark.parametrize("wrong", WRONG_MOCKS.values(), ids=WRONG_MOCKS)
def test_a_wrong_mock_is_caught(wrong: WrongMock) -> None:
    assert wrong.is_caught()


@pytest.mark.parametrize("names", THIRDS, ids=["first", "second", "third"])
def test_wrong_clients_are_caught(names: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, HERE / "run.py", *names], capture_output=True, text=True, check=False, timeout=300
    )
    assert (run.returncode, run.stdout.split()) == (0, []), run.stderr


def test_there_are_enough() -> None:
    assert len(WRONG_MOCKS) + len(WRONG_CLIENTS) >= 50


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text() == page()
