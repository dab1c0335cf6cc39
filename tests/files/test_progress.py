"""What callbacks are told."""

import builtins
import io
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from newton_client.progress import Meter, Progress, ProgressBar
from newton_mock import MockServer
from support.clients import Client
from support.transfers import PART, journals, stored

Connect = Callable[..., Client]
Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def _tell_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newton_client.progress._EVERY", 0.0)


@pytest.mark.parametrize("strategy", ["simple", "direct"])
def test_it_runs_back_only_where_it_says_so(
    mock: MockServer, connect: Connect, make: Make, strategy: str
) -> None:
    seen: list[Progress] = []
    mock.faults("storage_put", "reset_after", times=4)
    mock.faults("files_upload", "reset_after", times=2)
    connect(mock.url).do(lambda newton: newton.files.upload(make(), strategy=strategy, progress=seen.append))
    for earlier, later in pairwise(seen):
        assert later.done >= earlier.done or later.state == "rewound"
    assert "rewound" in [progress.state for progress in seen]
    assert seen[0].state == "started"
    assert seen[-1].state == "done"
    assert seen[-1].done == seen[-1].total == 10 * PART + 1000


def test_it_says_which_part_moves(mock: MockServer, connect: Connect, make: Make) -> None:
    parts = set()
    connect(mock.url).do(
        lambda newton: newton.files.upload(
            make(), strategy="direct", progress=lambda progress: parts.add(progress.part)
        )
    )
    assert parts == {None, *range(1, 12)}


def test_what_the_callback_raises_ends_the_upload(mock: MockServer, connect: Connect, make: Make) -> None:
    class EnoughError(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.done:
            raise EnoughError

    with pytest.raises(EnoughError):
        connect(mock.url).do(lambda newton: newton.files.upload(make(), strategy="direct", progress=stop))
    assert mock._mock.state.files == {}


def test_what_it_raises_at_once_leaves_nothing_where_that_was_asked_for(
    mock: MockServer, connect: Connect, make: Make, state: Path
) -> None:
    def stop(progress: Progress) -> None:
        raise ValueError(progress.state)

    with pytest.raises(ValueError, match="started"):
        connect(mock.url).do(
            lambda newton: newton.files.upload(make(), strategy="direct", abort=True, progress=stop)
        )
    assert [upload.status for upload in mock._mock.state.uploads.values()] == ["aborted"]
    assert journals(state) == []


def test_what_it_raises_in_the_end_is_no_failure_of_the_upload(
    mock: MockServer, connect: Connect, make: Make
) -> None:
    def stop(progress: Progress) -> None:
        if progress.state == "done":
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        connect(mock.url).do(lambda newton: newton.files.upload(make(), strategy="direct", progress=stop))
    assert stored(mock, "pump.csv") == make().read_bytes()


def test_many_files_never_call_it_twice_at_once(
    mock: MockServer, connect: Connect, make: Make, folder: Path
) -> None:
    for number in range(8):
        make(f"{number}.csv")
    inside = [0]

    def tell(progress: Progress) -> None:
        inside[0] += 1
        time.sleep(0.002)
        assert inside[0] == 1
        inside[0] -= 1

    reports = connect(mock.url).do(lambda newton: newton.files.sync(folder, progress=tell))
    assert all(report.ok for report in reports)


def test_rate_and_time_left_follow_from_what_moved_lately(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 2.0])
    monkeypatch.setattr("newton_client.progress.time.monotonic", lambda: next(times))
    seen: list[Progress] = []
    meter = Meter("a.csv", 400, seen.append)
    meter.start()
    meter.at(100)
    meter.at(200)
    assert (seen[-1].rate, seen[-1].left) == (100.0, 2.0)


def test_a_bar_shows_the_file_and_how_far_it_is(mock: MockServer, connect: Connect, make: Make) -> None:
    out = io.StringIO()
    with ProgressBar(Console(file=out, force_terminal=True, width=120)) as bar:
        connect(mock.url).do(lambda newton: newton.files.upload(make("[b]pump.csv"), progress=bar))
    assert "[b]pump.csv" in out.getvalue()
    assert "641.0/641.0 KiB" in out.getvalue()


def test_a_bar_without_rich_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "rich":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=r"newton-client\[cli\]"):
        ProgressBar()
