"""What can be uploaded, under which names, as which types."""

import gzip
import io
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newton_client import GuardError
from newton_mock import MockServer
from support.clients import Client
from support.transfers import stored

Connect = Callable[..., Client]


def upload(client: Client, source: Any, **options: Any) -> Any:
    return client.do(lambda newton: newton.files.upload(source, **options))


NAMES = [
    "with space.csv",
    "ünïcødé 測定.csv",
    "it's.csv",
    'say "pump".csv',
    "100%.csv",
    "%22.csv",
    "a;b=c&d?e#f.csv",
    "..csv",
    "tab\there.csv",
    "-rf.csv",
    "x" * 251 + ".csv",
]


class TestNames:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_strange_name_comes_back_as_it_was(
        self, mock: MockServer, connect: Connect, tmp_path: Path, name: str
    ) -> None:
        client = connect(mock.url)
        assert upload(client, b"t,x\n0,1\n", name=name).file_id == name
        assert client.do(lambda newton: newton.files.get(name)).file_id == name
        to = tmp_path / "to"
        to.mkdir()
        client.do(lambda newton: newton.files.download(name, to))
        assert os.listdir(to) == [name]
        assert (to / name).read_bytes() == b"t,x\n0,1\n"

    @pytest.mark.parametrize(
        "name", ["", ".", "..", "a/b.csv", "..\\a.csv", "a\0.csv", "a\nb.csv", "\udcff.csv"]
    )
    def test_what_is_no_file_name_is_refused(self, mock: MockServer, connect: Connect, name: str) -> None:
        with pytest.raises(GuardError, match="name="):
            upload(connect(mock.url), b"x", name=name)
        assert mock.requests() == []

    def test_a_name_that_no_later_call_could_use_is_refused(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match="file_uid"):
            upload(connect(mock.url), b"x", name="fil_58shkhqztj9tnbye4dmphzxa2r", content_type="text/csv")

    def test_bytes_need_a_name(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match="name="):
            upload(connect(mock.url), b"x")

    def test_a_stream_of_the_system_needs_one_too(self, mock: MockServer, connect: Connect) -> None:
        stream = io.BytesIO(b"x")
        stream.name = "<stdin>"
        with pytest.raises(GuardError, match="name="):
            upload(connect(mock.url), stream, content_type="text/csv")

    @pytest.mark.parametrize("way", ["simple", "direct"])
    def test_a_path_may_be_anywhere(
        self, mock: MockServer, connect: Connect, tmp_path: Path, way: str
    ) -> None:
        path = tmp_path / "a folder" / "ü.csv"
        path.parent.mkdir()
        path.write_bytes(b"x")
        assert upload(connect(mock.url), path, strategy=way).file_id == "ü.csv"


CONTENTS = {
    "a boundary": b"\r\n--+++\r\nContent-Disposition: form-data; name=file\r\n\r\n--+++--\r\n",
    "every byte": bytes(range(256)),
    "zeros": bytes(100_000),
    "line ends": b"\r\n\n\r" * 100,
}


class TestContents:
    @pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
    @pytest.mark.parametrize("way", ["simple", "direct"])
    def test_bytes_arrive_as_they_are(
        self, mock: MockServer, connect: Connect, content: bytes, way: str
    ) -> None:
        upload(connect(mock.url), content, name="a.csv", strategy=way)
        assert stored(mock, "a.csv") == content

    def test_an_empty_file_goes_in_one_request(self, mock: MockServer, connect: Connect) -> None:
        upload(connect(mock.url), b"", name="a.csv")
        assert stored(mock, "a.csv") == b""

    def test_an_empty_file_does_not_go_in_parts(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match="empty"):
            upload(connect(mock.url), b"", name="a.csv", strategy="direct")
        assert mock.requests() == []

    @pytest.mark.parametrize("way", ["simple", "direct"])
    def test_an_open_file_is_sent_from_where_it_stands(
        self, mock: MockServer, connect: Connect, way: str
    ) -> None:
        file = io.BytesIO(b"head and tail")
        file.seek(9)
        upload(connect(mock.url), file, name="a.csv", strategy=way)
        assert stored(mock, "a.csv") == b"tail"

    @pytest.mark.parametrize("way", ["simple", "direct"])
    def test_a_compressed_file_that_is_open_is_sent_unpacked(
        self, mock: MockServer, connect: Connect, tmp_path: Path, way: str
    ) -> None:
        with gzip.open(tmp_path / "a.csv.gz", "wb") as packed:
            packed.write(b"unpacked" * 10_000)
        with gzip.open(tmp_path / "a.csv.gz", "rb") as file:
            upload(connect(mock.url), file, name="a.csv", strategy=way)
        assert stored(mock, "a.csv") == b"unpacked" * 10_000


class TestRefusals:
    def test_a_file_that_is_not_there(self, mock: MockServer, connect: Connect, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            upload(connect(mock.url), tmp_path / "none.csv")

    def test_a_folder_is_for_sync(self, mock: MockServer, connect: Connect, tmp_path: Path) -> None:
        folder = tmp_path / "a.csv"
        folder.mkdir()
        with pytest.raises(GuardError, match="sync"):
            upload(connect(mock.url), folder)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
    def test_a_file_that_may_not_be_read(self, mock: MockServer, connect: Connect, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes(b"x")
        path.chmod(0)
        with pytest.raises(PermissionError):
            upload(connect(mock.url), path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_named_pipe_is_not_waited_for(self, mock: MockServer, connect: Connect, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.csv")
        with pytest.raises(GuardError, match="no regular file"):
            upload(connect(mock.url), tmp_path / "a.csv")

    @pytest.mark.parametrize("kind", [io.StringIO, partial(tempfile.NamedTemporaryFile, "w+")])
    def test_a_text_file(self, mock: MockServer, connect: Connect, kind: Callable[[], Any]) -> None:
        with kind() as file, pytest.raises(GuardError, match="binary"):
            upload(connect(mock.url), file, name="a.csv")

    def test_a_file_that_is_open_for_writing_alone(
        self, mock: MockServer, connect: Connect, tmp_path: Path
    ) -> None:
        with (tmp_path / "a.csv").open("wb") as file, pytest.raises(OSError, match="read"):
            upload(connect(mock.url), file)
        assert mock.requests() == []

    def test_an_unknown_extension(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match=r"takes no \.xlsx"):
            upload(connect(mock.url), b"x", name="a.xlsx")

    @pytest.mark.parametrize("size", [600 * 2**20, 251 * 2**30])
    def test_what_is_too_large_is_refused_before_it_is_read(
        self, mock: MockServer, connect: Connect, tmp_path: Path, size: int
    ) -> None:
        path = tmp_path / "a.csv"
        with path.open("wb") as file:
            file.truncate(size)
        with pytest.raises(GuardError, match="MiB" if size < 2**30 else "250 GiB"):
            upload(connect(mock.url), path, strategy="simple")

    @pytest.mark.parametrize(
        "options", [{"strategy": "fast"}, {"concurrency": 0}, {"part_retries": -1}, {"size": -1}]
    )
    def test_settings_that_make_no_sense(
        self, mock: MockServer, connect: Connect, options: dict[str, Any]
    ) -> None:
        with pytest.raises(GuardError):
            upload(connect(mock.url), b"x", name="a.csv", **options)

    def test_what_is_no_content_at_all(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match="int cannot be uploaded"):
            upload(connect(mock.url), 7, name="a.csv")


class TestTypes:
    @pytest.mark.parametrize(
        ("name", "way", "declared"),
        [
            ("a.json", "simple", "text/plain"),
            ("a.jsonl", "simple", "text/plain"),
            ("a.json", "direct", "application/json"),
            ("a.jsonl", "direct", "application/x-ndjson"),
            ("a.CSV", "simple", "text/csv"),
            ("a.csv", "direct", "text/csv"),
        ],
    )
    def test_each_way_has_its_own(
        self, mock: MockServer, connect: Connect, name: str, way: str, declared: str
    ) -> None:
        client = connect(mock.url)
        upload(client, b"{}", name=name, strategy=way)
        assert client.do(lambda newton: newton.files.get(name)).file_type == declared

    def test_a_type_that_only_one_way_takes_decides_the_way(self, mock: MockServer, connect: Connect) -> None:
        client = connect(mock.url)
        upload(client, b"{}", name="a.jsonl", content_type="application/x-ndjson")
        assert client.do(lambda newton: newton.files.get("a.jsonl")).file_type == "application/x-ndjson"
        with pytest.raises(GuardError, match="text/plain"):
            upload(client, b"{}", name="b.json", content_type="application/json", strategy="simple")
