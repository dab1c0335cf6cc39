"""Many files: what is there is skipped, what differs is left alone, what fails stops nothing."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newton_client import ConflictError, GuardError, UploadError
from newton_client.progress import Progress
from newton_mock import MockServer
from support.clients import Client
from support.server import Reply, ScriptedServer
from support.transfers import PART, journals, stored

Connect = Callable[..., Client]


@pytest.fixture
def folder(folder: Path) -> Path:
    for name in ("a.csv", "b.csv", "c.txt", ".hidden.csv"):
        (folder / name).write_bytes(name.encode())
    (folder / "deeper").mkdir()
    (folder / "deeper" / "d.csv").write_bytes(b"d")
    return folder


def sync(client: Client, folder: Path, **options: Any) -> dict[str, str]:
    reports = client.do(lambda newton: newton.files.sync(folder, **options))
    return {report.file_id: report.outcome for report in reports}


def test_the_files_of_a_folder_are_uploaded(mock: MockServer, connect: Connect, folder: Path) -> None:
    assert sync(connect(mock.url), folder) == dict.fromkeys(("a.csv", "b.csv", "c.txt"), "uploaded")
    assert stored(mock, "b.csv") == b"b.csv"


def test_what_is_there_is_skipped(mock: MockServer, connect: Connect, folder: Path) -> None:
    sync(connect(mock.url), folder)
    assert set(sync(connect(mock.url), folder).values()) == {"skipped"}
    assert len(mock.requests("files_upload")) == 3


def test_what_is_there_is_not_taken_up_again(
    mock: MockServer, connect: Connect, folder: Path, state: Path
) -> None:
    (folder / "large.csv").write_bytes(bytes(10 * PART))
    mock.faults("uploads_complete", "reset_after")
    with pytest.raises(UploadError):
        connect(mock.url, retry={"max_attempts": 1}).do(
            lambda newton: newton.files.upload(folder / "large.csv", strategy="direct")
        )
    assert journals(state)
    assert sync(connect(mock.url), folder, pattern="large.csv") == {"large.csv": "skipped"}
    assert journals(state) == []


def test_a_pattern_says_which(mock: MockServer, connect: Connect, folder: Path) -> None:
    assert list(sync(connect(mock.url), folder, pattern="**/*.csv")) == ["a.csv", "b.csv", "d.csv"]


def test_a_file_that_differs_is_left_alone_and_reported(
    mock: MockServer, connect: Connect, folder: Path
) -> None:
    client = connect(mock.url)
    client.do(lambda newton: newton.files.upload(b"other content", name="a.csv"))
    reports = client.do(lambda newton: newton.files.sync(folder))
    assert [report.outcome for report in reports] == ["conflict", "uploaded", "uploaded"]
    assert isinstance(reports[0].error, ConflictError)
    assert not reports[0].ok
    assert stored(mock, "a.csv") == b"other content"


def test_overwrite_replaces_what_differs_and_nothing_else(
    mock: MockServer, connect: Connect, folder: Path
) -> None:
    client = connect(mock.url)
    client.do(lambda newton: newton.files.upload(b"other content", name="a.csv"))
    client.do(lambda newton: newton.files.upload(b"b.csv", name="b.csv"))
    before = mock._mock.state.files["b.csv"].file_uid
    assert list(sync(client, folder, overwrite=True).values()) == ["replaced", "skipped", "uploaded"]
    assert stored(mock, "a.csv") == b"a.csv"
    assert mock._mock.state.files["b.csv"].file_uid == before


def test_content_is_compared_where_that_is_asked_for(
    mock: MockServer, connect: Connect, folder: Path
) -> None:
    client = connect(mock.url)
    client.do(lambda newton: newton.files.upload(b"vsc.a", name="a.csv"))
    client.do(lambda newton: newton.files.upload(b"b.csv", name="b.csv"))
    assert sync(client, folder)["a.csv"] == "skipped"
    compared = sync(client, folder, compare="content")
    assert (compared["a.csv"], compared["b.csv"]) == ("conflict", "skipped")


def test_one_that_fails_stops_no_other(mock: MockServer, connect: Connect, folder: Path) -> None:
    (folder / "b.xlsx").write_bytes(b"x")
    paths = [folder / "none.csv", folder / "b.xlsx", folder / "a.csv"]
    reports = connect(mock.url).do(lambda newton: newton.files.upload_many(paths))
    assert [report.outcome for report in reports] == ["failed", "failed", "uploaded"]
    assert isinstance(reports[0].error, FileNotFoundError)
    assert isinstance(reports[1].error, GuardError)


def test_two_files_of_one_name_are_refused(mock: MockServer, connect: Connect, folder: Path) -> None:
    (folder / "deeper" / "a.csv").write_bytes(b"another")
    with pytest.raises(GuardError, match=r"a\.csv"):
        sync(connect(mock.url), folder, pattern="**/*.csv")
    assert mock.requests() == []


def test_many_with_two_of_one_name_are_refused(mock: MockServer, connect: Connect, folder: Path) -> None:
    (folder / "deeper" / "a.csv").write_bytes(b"another")
    with pytest.raises(GuardError, match=r"a\.csv"):
        connect(mock.url).do(
            lambda newton: newton.files.upload_many([folder / "a.csv", folder / "deeper" / "a.csv"])
        )
    assert mock.requests() == []


def test_none_at_a_time_makes_no_sense(mock: MockServer, connect: Connect, folder: Path) -> None:
    with pytest.raises(GuardError, match="concurrency"):
        sync(connect(mock.url), folder, concurrency=0)


def test_a_hidden_folder_is_left_out(mock: MockServer, connect: Connect, folder: Path) -> None:
    (folder / ".cache").mkdir()
    (folder / ".cache" / "a.csv").write_bytes(b"another")
    assert list(sync(connect(mock.url), folder, pattern="**/*.csv")) == ["a.csv", "b.csv", "d.csv"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are text there")
def test_a_name_that_is_no_text_stops_no_other(mock: MockServer, connect: Connect, folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.csv")).write_bytes(b"x")
    assert sync(connect(mock.url), folder, pattern="*.csv") == {
        "a.csv": "uploaded",
        "b.csv": "uploaded",
        "\udcff.csv": "failed",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_folder_that_may_not_be_read_is_not_taken_for_empty(
    mock: MockServer, connect: Connect, folder: Path
) -> None:
    folder.chmod(0)
    with pytest.raises(PermissionError):
        sync(connect(mock.url), folder)


def test_a_corrupt_file_is_not_taken_for_the_same(
    client: Client, server: ScriptedServer, folder: Path
) -> None:
    there = {"file_id": "a.csv", "file_uid": "fil_1", "file_type": "text/csv", "num_bytes": 5}
    server.script(Reply(200, {**there, "file_status": "FILE_STATUS_CORRUPT"}))
    assert sync(client, folder, pattern="a.csv") == {"a.csv": "conflict"}


def test_what_ends_one_ends_all_and_the_next_call_goes_on(
    mock: MockServer, connect: Connect, folder: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newton_client._sources.DIRECT_FROM", PART)
    for name in ("a.csv", "b.csv"):
        (folder / name).write_bytes(bytes(1000 * PART))
    mock.faults("storage_put", "slow", times=2000, delay=0.05)

    class EnoughError(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.name == "a.csv" and progress.done:
            raise EnoughError

    client = connect(mock.url)
    began = time.monotonic()
    with pytest.raises(EnoughError):
        sync(client, folder, pattern="*.csv", progress=stop)
    assert time.monotonic() - began < 4
    mock._mock.faults.clear()
    mock.faults("uploads_complete", "status", status=500, times=100)
    reports = client.do(lambda newton: newton.files.sync(folder, pattern="*.csv"))
    assert all("sends the rest" in str(report.error) for report in reports)


def test_what_is_no_folder_is_an_error(mock: MockServer, connect: Connect, folder: Path) -> None:
    with pytest.raises(NotADirectoryError):
        sync(connect(mock.url), folder / "a.csv")
