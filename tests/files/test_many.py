"""Many files: what is there is skipped, what differs is left alone, what fails stops nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newton_client import ConflictError, GuardError
from newton_mock import MockServer
from support.clients import Client
from support.transfers import stored

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


def test_what_is_no_folder_is_an_error(mock: MockServer, connect: Connect, folder: Path) -> None:
    with pytest.raises(NotADirectoryError):
        sync(connect(mock.url), folder / "a.csv")
