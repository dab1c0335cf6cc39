"""Processes that die, and how much memory one takes."""

import filecmp
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newton_mock import MockServer
from support import memory, uploader
from support.clients import KINDS
from support.transfers import bad_weather, checkpointed, journals, puts, stored, twice

Make = Callable[..., Path]

MB = 2**20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(part_size=MB) as server:
        yield server


def start(mock: MockServer, path: Path, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, uploader.__file__, mock.url, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def finish(process: subprocess.Popen[str]) -> str:
    """What a process has to say that must succeed."""
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return out.strip()


def after(mock: MockServer, parts: int) -> None:
    """Wait until so many parts are in storage."""
    until = time.monotonic() + 20
    while len(puts(mock)) < parts and time.monotonic() < until:
        time.sleep(0.001)


@pytest.mark.parametrize("number", range(5))
def test_an_upload_that_is_killed_goes_on_when_it_is_started_again(
    mock: MockServer, make: Make, state: Path, number: int
) -> None:
    path = make(size=16 * MB + number)
    process = start(mock, path)
    after(mock, random.Random(number).randrange(0, 15))
    process.kill()
    process.communicate()
    safe = checkpointed(mock, state)
    file_uid = finish(start(mock, path))
    assert stored(mock, "pump.csv") == path.read_bytes()
    assert file_uid == mock._mock.state.files["pump.csv"].file_uid
    assert not twice(mock, safe)
    assert len(puts(mock)) <= 17 + 4  # no more than was on its way is sent twice
    assert journals(state) == []


def test_ctrl_c_keeps_what_is_in_storage(mock: MockServer, make: Make, state: Path) -> None:
    path = make(size=16 * MB)
    mock.faults("storage_put", "slow", times=16, delay=0.1)
    process = start(mock, path)
    after(mock, 4)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert "KeyboardInterrupt" in errors
    assert len(journals(state)) == 1
    finish(start(mock, path))
    assert len(puts(mock)) <= 16 + 4
    assert stored(mock, "pump.csv") == path.read_bytes()
    assert journals(state) == []


def test_a_disk_with_no_space_for_the_journal_is_no_obstacle(
    mock: MockServer, make: Make, state: Path
) -> None:
    resource = pytest.importorskip("resource")
    path = make(size=16 * MB)
    process = start(mock, path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500)))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "cannot be resumed later" in errors
    assert stored(mock, "pump.csv") == path.read_bytes()
    assert journals(state) == []


def test_two_processes_with_one_file_do_not_mix(mock: MockServer, make: Make, state: Path) -> None:
    path = make(size=16 * MB)
    mock.faults("storage_put", "slow", times=16, delay=0.1)
    first = start(mock, path)
    after(mock, 1)
    first.send_signal(signal.SIGSTOP)
    _, errors = start(mock, path).communicate(timeout=60)
    first.send_signal(signal.SIGCONT)
    assert "under way" in errors
    finish(first)
    assert stored(mock, "pump.csv") == path.read_bytes()


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs /proc")
@pytest.mark.parametrize("kind", KINDS)
def test_memory_does_not_grow_with_the_file(folder: Path, kind: str) -> None:
    path, to = folder / "large.csv", folder / "back.csv"
    with path.open("wb") as file:
        file.write(b"begin")
        file.truncate(256 * MB)
    with MockServer(part_size=16 * MB) as mock, bad_weather(mock):
        mock.faults("files_download", "cut_body")
        command = [sys.executable, memory.__file__, kind, mock.url, path, to]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert filecmp.cmp(path, to, shallow=False)
    assert int(run.stdout) < 64 * MB
