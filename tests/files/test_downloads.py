"""Downloads: resumption, consistency, and nothing half under a final name."""

import gzip
import io
import os
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from newton_client import GuardError, NewtonError, NotFoundError, ResponseLostError, ResponseValidationError
from newton_client.progress import Progress
from newton_mock import MockServer
from support.clients import Client
from support.server import Reply, Reset, ScriptedServer, failure
from support.transfers import journals

Connect = Callable[..., Client]
Make = Callable[..., Path]

CONTENT = bytes(range(256)) * 4096
ETAG = {"ETag": '"v1"', "Accept-Ranges": "bytes"}
SIZE = len(CONTENT)


def whole(content: bytes = CONTENT, **options: Any) -> Reply:
    return Reply(200, content, ETAG, **options)


def rest(start: int, content: bytes = CONTENT, etag: str = '"v1"') -> Reply:
    headers = {"ETag": etag, "Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
    return Reply(206, content[start:], headers)


def metadata(size: int) -> Reply:
    file = {"file_id": "a.csv", "file_uid": "fil_1", "file_type": "text/csv", "num_bytes": size}
    return Reply(200, {**file, "file_status": "FILE_STATUS_INGESTED"})


def download(client: Client, to: Any, **options: Any) -> Any:
    return client.do(lambda newton: newton.files.download("a.csv", to, **options))


class TestMock:
    @pytest.fixture
    def path(self, mock: MockServer, make: Make) -> Path:
        path = make(size=2_000_000)
        with Client("sync", mock.url).newton as newton:
            newton.files.upload(path)
        return path

    def test_a_file_comes_byte_for_byte_and_nothing_else(
        self, mock: MockServer, connect: Connect, path: Path, tmp_path: Path, state: Path
    ) -> None:
        to = tmp_path / "to"
        to.mkdir()
        assert connect(mock.url).do(lambda n: n.files.download("pump.csv", to)) == to / "pump.csv"
        assert (to / "pump.csv").read_bytes() == path.read_bytes()
        assert os.listdir(to) == ["pump.csv"]
        assert journals(state) == []
        assert (to / "pump.csv").stat().st_mode == path.stat().st_mode

    def test_a_broken_connection_costs_no_byte(
        self, mock: MockServer, connect: Connect, path: Path, tmp_path: Path
    ) -> None:
        mock.faults("files_download", "cut_body", times=2)
        connect(mock.url).do(lambda n: n.files.download("pump.csv", tmp_path / "b.csv"))
        assert (tmp_path / "b.csv").read_bytes() == path.read_bytes()
        assert len(mock.requests("files_download")) == 3

    def test_it_can_be_streamed(self, mock: MockServer, connect: Connect, path: Path) -> None:
        mock.faults("files_download", "cut_body", times=2)
        chunks = connect(mock.url).do(lambda newton: newton.files.stream("pump.csv"))
        assert b"".join(chunks) == path.read_bytes()
        assert len(chunks) > 1

    def test_it_can_be_written_to_an_open_file(self, mock: MockServer, connect: Connect, path: Path) -> None:
        out = io.BytesIO(b"head")
        out.seek(4)
        assert connect(mock.url).do(lambda newton: newton.files.download("pump.csv", out)) is None
        assert out.getvalue() == b"head" + path.read_bytes()

    def test_a_stream_can_be_left(self, mock: MockServer, path: Path) -> None:
        with Client("sync", mock.url).newton as newton:
            with closing(newton.files.stream("pump.csv")) as chunks:
                next(chunks)
            newton.files.info()

    def test_a_file_that_is_not_there_leaves_nothing(
        self, mock: MockServer, connect: Connect, tmp_path: Path, state: Path
    ) -> None:
        to = tmp_path / "to"
        to.mkdir()
        with pytest.raises(NotFoundError):
            connect(mock.url).do(lambda newton: newton.files.download("none.csv", to))
        assert os.listdir(to) == []
        assert journals(state) == []


class TestWire:
    def test_the_rest_is_asked_for_by_its_range(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        server.script(whole(cut=True), rest(SIZE // 2))
        download(client, folder)
        first, second = server.requests
        assert "range" not in first.headers
        assert first.headers["accept-encoding"] == "identity"
        assert second.headers["range"] == f"bytes={SIZE // 2}-"
        assert second.headers["if-range"] == '"v1"'
        assert (folder / "a.csv").read_bytes() == CONTENT

    @pytest.mark.parametrize("again", [Reset.AFTER, failure(503)])
    def test_it_is_patient_between(
        self, client: Client, server: ScriptedServer, folder: Path, again: Any
    ) -> None:
        server.script(whole(cut=True), again, rest(SIZE // 2))
        download(client, folder)
        assert (folder / "a.csv").read_bytes() == CONTENT
        assert client.time.naps

    def test_a_whole_answer_to_a_request_for_the_rest_is_noticed(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        server.script(whole(cut=True), whole())
        seen: list[Progress] = []
        download(client, folder, progress=seen.append)
        assert (folder / "a.csv").read_bytes() == CONTENT
        assert "rewound" in [progress.state for progress in seen]

    def test_a_file_that_has_changed_is_read_from_its_beginning(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        new = b"new" * 1000
        server.script(whole(cut=True), Reply(200, new, {"ETag": '"v2"'}))
        download(client, folder)
        assert (folder / "a.csv").read_bytes() == new

    @pytest.mark.parametrize(
        "wrong", [rest(SIZE // 2, etag='"v2"'), rest(SIZE // 4), Reply(206, b"x", ETAG), failure(416)]
    )
    def test_a_rest_that_does_not_fit_is_not_mixed_in(
        self, client: Client, server: ScriptedServer, folder: Path, wrong: Reply
    ) -> None:
        server.script(whole(cut=True), wrong, whole())
        download(client, folder)
        assert (folder / "a.csv").read_bytes() == CONTENT
        assert "range" not in server.requests[2].headers

    @pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"v1"'}])
    def test_without_a_strong_version_it_begins_anew(
        self, client: Client, server: ScriptedServer, folder: Path, headers: dict[str, str]
    ) -> None:
        server.script(Reply(200, CONTENT, headers, cut=True), Reply(200, CONTENT, headers))
        download(client, folder)
        assert "range" not in server.requests[1].headers
        assert (folder / "a.csv").read_bytes() == CONTENT

    def test_a_stream_goes_on_after_a_new_beginning(self, client: Client, server: ScriptedServer) -> None:
        server.script(Reply(200, CONTENT, cut=True), Reply(200, CONTENT))
        assert b"".join(client.do(lambda newton: newton.files.stream("a.csv"))) == CONTENT

    def test_a_stream_of_a_file_that_has_changed_is_an_error(
        self, client: Client, server: ScriptedServer
    ) -> None:
        server.script(Reply(200, CONTENT, cut=True), Reply(200, CONTENT[::-1]))
        with pytest.raises(ResponseValidationError, match="has changed"):
            client.do(lambda newton: newton.files.stream("a.csv"))

    @pytest.mark.parametrize("new", [b"", b"new"])
    def test_a_stream_of_a_file_that_has_become_shorter_is_an_error(
        self, client: Client, server: ScriptedServer, new: bytes
    ) -> None:
        server.script(Reply(200, CONTENT, cut=True), Reply(200, new))
        with pytest.raises(ResponseValidationError, match="has changed"):
            client.do(lambda newton: newton.files.stream("a.csv"))

    @pytest.mark.parametrize("new", [b"", b"new"])
    def test_a_file_that_has_become_shorter_is_not_mixed_with_what_it_was(
        self, client: Client, server: ScriptedServer, folder: Path, new: bytes
    ) -> None:
        server.script(Reply(200, CONTENT, cut=True), Reply(200, new))
        download(client, folder)
        assert (folder / "a.csv").read_bytes() == new

    @pytest.mark.parametrize("headers", [{}, {"Content-Range": f"bytes 0-{SIZE - 1}/{SIZE}"}])
    def test_a_part_that_nobody_asked_for_is_an_error(
        self, client: Client, server: ScriptedServer, folder: Path, headers: dict[str, str]
    ) -> None:
        server.script(Reply(206, CONTENT, {**ETAG, **headers}))
        with pytest.raises(ResponseValidationError, match="part of the file"):
            download(client, folder)
        assert len(server.requests) == 1
        assert os.listdir(folder) == []

    @pytest.mark.parametrize(
        ("known", "size"), [(failure(404), 1000), (metadata(1000), 1000), (metadata(1001), None)]
    )
    def test_a_size_that_the_answer_does_not_say_is_looked_up(
        self, connect: Connect, server: ScriptedServer, folder: Path, known: Reply, size: int | None
    ) -> None:
        server.script(Reply(200, gzip.compress(CONTENT[:1000]), {"Content-Encoding": "gzip"}), known)
        client = connect(server.url, retry={"max_attempts": 1})
        if size is None:
            with pytest.raises(ResponseLostError):
                download(client, folder)
        else:
            assert download(client, folder).stat().st_size == size

    def test_it_gives_up_when_nothing_comes_any_more(
        self, client: Client, server: ScriptedServer, folder: Path, state: Path
    ) -> None:
        server.script(*[Reply(200, CONTENT, cut=True)] * 5)
        with pytest.raises(ResponseLostError):
            download(client, folder)
        assert len(server.requests) == 4
        assert os.listdir(folder) == []
        assert journals(state) == []

    def test_the_next_call_goes_on_where_this_one_stopped(
        self, connect: Connect, server: ScriptedServer, folder: Path, state: Path
    ) -> None:
        server.script(whole(cut=True), rest(SIZE // 2))
        with pytest.raises(ResponseLostError):
            download(connect(server.url, retry={"max_attempts": 1}), folder)
        assert not (folder / "a.csv").exists()
        seen: list[Progress] = []
        download(connect(server.url), folder, progress=seen.append)
        assert (seen[0].state, seen[0].done) == ("resumed", SIZE // 2)
        assert os.listdir(folder) == ["a.csv"]
        assert (folder / "a.csv").read_bytes() == CONTENT
        assert journals(state) == []

    @pytest.mark.parametrize("status", [401, 403, 429, 503])
    def test_a_refusal_that_may_pass_costs_nothing_of_what_is_here(
        self, connect: Connect, server: ScriptedServer, folder: Path, status: int
    ) -> None:
        server.script(whole(cut=True), failure(status), rest(SIZE // 2))
        for _ in range(2):
            with pytest.raises(NewtonError):
                download(connect(server.url, retry={"max_attempts": 1}), folder)
        download(connect(server.url), folder)
        assert (folder / "a.csv").read_bytes() == CONTENT

    def test_resume_false_takes_away_what_an_earlier_call_has_left(
        self, connect: Connect, server: ScriptedServer, folder: Path, state: Path
    ) -> None:
        server.script(whole(cut=True), whole())
        with pytest.raises(ResponseLostError):
            download(connect(server.url, retry={"max_attempts": 1}), folder)
        download(connect(server.url), folder, resume=False)
        assert "range" not in server.requests[1].headers
        assert os.listdir(folder) == ["a.csv"]
        assert journals(state) == []

    def test_resume_false_leaves_nothing_for_a_next_call(
        self, connect: Connect, server: ScriptedServer, folder: Path, state: Path
    ) -> None:
        server.script(whole(cut=True))
        with pytest.raises(ResponseLostError):
            download(connect(server.url, retry={"max_attempts": 1}), folder, resume=False)
        assert os.listdir(folder) == []
        assert journals(state) == []

    def test_two_downloads_to_one_place_do_not_mix(
        self, connect: Connect, server: ScriptedServer, folder: Path
    ) -> None:
        server.script(whole(), whole())
        second = Client("sync", server.url)
        calls = count()

        def interfere(progress: Progress) -> None:
            if next(calls) == 0:
                download(second, folder)

        download(connect(server.url), folder, progress=interfere)
        second.close()
        assert (folder / "a.csv").read_bytes() == CONTENT
        assert os.listdir(folder) == ["a.csv"]


class TestPlaces:
    @pytest.mark.parametrize("name", ["../a.csv", "a/b.csv", "..\\a.csv", "/etc/a.csv"])
    def test_a_name_does_not_lead_out_of_the_folder(
        self, client: Client, server: ScriptedServer, folder: Path, name: str
    ) -> None:
        with pytest.raises(GuardError, match="plain file name"):
            client.do(lambda newton: newton.files.download(name, folder))
        assert server.requests == []

    def test_a_folder_that_is_not_there_is_an_error_before_anything_is_sent(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        with pytest.raises(FileNotFoundError):
            download(client, folder / "none" / "a.csv")
        assert server.requests == []

    def test_a_path_that_says_it_is_a_folder_is_no_file(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        with pytest.raises(NotADirectoryError):
            download(client, f"{folder}/none/")
        assert server.requests == []

    @pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are text there")
    def test_a_folder_may_have_a_name_that_is_no_text(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        to = Path(os.fsdecode(os.fsencode(folder) + b"/\xff"))
        to.mkdir()
        server.script(whole())
        assert download(client, to).read_bytes() == CONTENT

    def test_an_open_file_may_take_less_at_a_time(self, client: Client, server: ScriptedServer) -> None:
        class Slow(io.RawIOBase):
            taken = b""

            def write(self, chunk: Any) -> int:
                self.taken += chunk[:10_000]
                return min(10_000, len(chunk))

        server.script(whole())
        download(client, slow := Slow())
        assert slow.taken == CONTENT

    def test_a_file_that_is_open_for_text_is_refused(self, client: Client, server: ScriptedServer) -> None:
        with pytest.raises(GuardError, match="binary"):
            download(client, io.StringIO())
        assert server.requests == []

    def test_what_was_there_stays_until_the_new_file_is_whole(
        self, connect: Connect, server: ScriptedServer, folder: Path
    ) -> None:
        (folder / "a.csv").write_bytes(b"old")
        server.script(Reply(200, CONTENT, cut=True))
        with pytest.raises(ResponseLostError):
            download(connect(server.url, retry={"max_attempts": 1}), folder)
        assert (folder / "a.csv").read_bytes() == b"old"

    def test_a_name_may_be_as_long_as_the_file_system_takes(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        name = "ü" * 125 + ".csv"
        server.script(whole())
        client.do(lambda newton: newton.files.download(name, folder))
        assert os.listdir(folder) == [name]

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
    def test_a_full_disk_is_one_clear_error(self, client: Client, server: ScriptedServer) -> None:
        server.script(whole())
        with pytest.raises(OSError, match="No space"), open("/dev/full", "wb", buffering=0) as full:
            download(client, full)

    def test_a_disk_that_fills_up_leaves_nothing(
        self,
        client: Client,
        server: ScriptedServer,
        folder: Path,
        state: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        resource = pytest.importorskip("resource")
        signal = pytest.importorskip("signal")
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        server.script(whole())
        resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 2, hard))
        try:
            with pytest.raises(OSError, match="File too large"):
                download(client, folder)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, before)
        assert os.listdir(folder) == []
        assert journals(state) == []


def output(ref: str) -> Reply:
    data = {"filename": "pred.csv", "ref": ref, "file_type": "text/csv", "num_bytes": SIZE}
    item = {"id": "out_1", "port_name": "out", "data": data, "created_at": "2026-01-01T00:00:00Z"}
    return Reply(200, {"outputs": [item], "total": 1, "offset": 0, "limit": 100})


class TestPresignedOutputs:
    def test_a_url_that_has_expired_is_renewed_and_the_key_goes_nowhere(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        server.script(
            output(f"{server.root}/bucket/old?signature=1"),
            Reply(403, "<Error><Code>AccessDenied</Code></Error>"),
            output(f"{server.root}/bucket/new?signature=2"),
            whole(cut=True),
            rest(SIZE // 2),
        )
        paths = client.do(lambda newton: newton.jobs.download_outputs("job_1", folder))
        assert paths == [folder / "pred.csv"]
        assert paths[0].read_bytes() == CONTENT
        fetched = [request for request in server.requests if request.path.startswith("/bucket")]
        assert [request.path for request in fetched] == ["/bucket/old", "/bucket/new", "/bucket/new"]
        assert all("authorization" not in request.headers for request in fetched)

    def test_a_refusal_that_stays_is_an_error(
        self, client: Client, server: ScriptedServer, folder: Path
    ) -> None:
        refused = Reply(403, "<Error><Code>AccessDenied</Code></Error>")
        server.script(*[output(f"{server.root}/bucket/1"), refused] * 5)
        with pytest.raises(Exception, match="403"):
            client.do(lambda newton: newton.jobs.download_outputs("job_1", folder))
        assert os.listdir(folder) == []
