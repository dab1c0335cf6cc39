"""Direct uploads: parts, retries, resumption."""

import asyncio
import io
import logging
import os
import random
import zlib
from array import array
from collections.abc import AsyncIterator, Callable
from itertools import count
from pathlib import Path
from typing import Any

import google_crc32c
import pytest

from newton_client import ConflictError, GuardError, UploadError, _checksum
from newton_client.progress import Progress
from newton_mock import MockServer
from support.clients import Client
from support.server import Reply, ScriptedServer
from support.transfers import PART, bad_weather, journals, puts, stored

Connect = Callable[..., Client]
Make = Callable[..., Path]


def direct(client: Client, source: Any, **options: Any) -> Any:
    return client.do(lambda newton: newton.files.upload(source, strategy="direct", **options))


class TestParts:
    def test_a_file_arrives_byte_for_byte_and_nothing_is_left_behind(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        receipt = direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()
        assert receipt.file_uid == mock._mock.state.files["pump.csv"].file_uid
        assert len(puts(mock)) == len(set(puts(mock))) == 11
        assert journals(state) == []

    def test_a_large_file_goes_this_way_by_itself(
        self, mock: MockServer, connect: Connect, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("newton_client._sources.DIRECT_FROM", PART)
        connect(mock.url).do(lambda newton: newton.files.upload(make()))
        assert puts(mock)
        assert not mock.requests("files_upload")

    @pytest.mark.parametrize("kind", ["status", "html", "reset_before", "reset_after", "cut_body"])
    def test_a_part_that_fails_is_sent_again(
        self, mock: MockServer, connect: Connect, make: Make, kind: Any
    ) -> None:
        mock.faults("storage_put", kind, times=3)
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_one_failure_in_ten_is_no_obstacle_to_many_parts(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        path = make(size=200 * PART)
        with bad_weather(mock):
            direct(connect(mock.url), path)
        assert stored(mock, "pump.csv") == path.read_bytes()

    def test_urls_that_have_expired_are_renewed(self, mock: MockServer, connect: Connect, make: Make) -> None:
        def expire(progress: Progress) -> None:
            if progress.state == "started":
                mock.clock(advance=7200)

        direct(connect(mock.url), make(), progress=expire)
        assert stored(mock, "pump.csv") == make().read_bytes()
        assert 1 <= len(mock.requests("uploads_part_urls")) < 11

    def test_one_at_a_time_means_in_their_order(self, mock: MockServer, connect: Connect, make: Make) -> None:
        mock.faults("storage_put", "slow", times=11, delay=0.02)
        direct(connect(mock.url), make(), concurrency=1)
        paths = [entry["path"] for entry in mock.requests("storage_put")]
        assert paths == sorted(paths, key=lambda path: int(path.rpartition(".")[2]))

    def test_the_api_is_told_of_parts_in_storage(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        direct(connect(mock.url), make())
        assert mock.requests("uploads_checkpoint")

    def test_a_checkpoint_that_fails_does_no_harm(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        mock.faults("uploads_checkpoint", "status", status=500, times=100)
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()


def plan(root: str, content: bytes, **more: Any) -> Reply:
    part = {"part_number": 1, "url": f"{root}/bucket/1?signature=a", "offset": 0, "length": len(content)}
    upload = {"upload_id": "upl_1", "file_uid": "fil_1", "num_parts": 1, "parts": [part], **more}
    return Reply(200, upload)


def done(content: bytes) -> Reply:
    file = {"file_uid": "fil_1", "file_name": "a.csv", "num_bytes": len(content), "file_status": "Registered"}
    return Reply(200, file)


class TestWire:
    """One part, request by request."""

    CONTENT = b"t,x\n0,1\n"
    MD5 = "3cbc06ac8d494b169c63abd7cfce1d4d"

    def stored(self, etag: str = MD5, **headers: str) -> Reply:
        return Reply(200, b"", {"ETag": f'"{etag}"', **headers})

    def upload(self, client: Client, **options: Any) -> Any:
        return direct(client, self.CONTENT, name="a.csv", **options)

    def test_a_part_is_put_without_the_key(self, client: Client, server: ScriptedServer) -> None:
        server.script(plan(server.root, self.CONTENT), self.stored(), done(self.CONTENT))
        self.upload(client)
        _, put, complete = server.requests
        assert (put.method, put.target, put.body) == ("PUT", "/bucket/1?signature=a", self.CONTENT)
        assert "authorization" not in put.headers
        assert put.headers["content-length"] == "8"
        assert "transfer-encoding" not in put.headers
        assert complete.json() == {"parts": [{"part_number": 1, "part_token": f'"{self.MD5}"'}]}

    def test_credentials_that_expired_in_the_url_are_renewed(
        self, client: Client, server: ScriptedServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "newton_client")
        expired = Reply(400, "<Error><Code>TokenExpired</Code></Error>", {"Content-Type": "application/xml"})
        part = {"part_number": 1, "url": f"{server.root}/bucket/new", "offset": 0, "length": 8}
        server.script(
            plan(server.root, self.CONTENT),
            expired,
            Reply(200, {"parts": [part]}),
            self.stored(),
            done(b"8" * 8),
        )
        self.upload(client)
        assert [r.path for r in server.requests[1:4]] == [
            "/bucket/1",
            "/v0.5/files/uploads/upl_1/parts/urls",
            "/bucket/new",
        ]
        assert "PUT /bucket/1 400 attempt=1" in caplog.text

    def test_a_part_that_arrived_damaged_is_sent_again(self, client: Client, server: ScriptedServer) -> None:
        server.script(
            plan(server.root, self.CONTENT), self.stored("0" * 32), self.stored(), done(self.CONTENT)
        )
        self.upload(client)
        assert [r.method for r in server.requests] == ["POST", "PUT", "PUT", "POST"]

    def test_a_part_that_arrives_damaged_every_time_is_an_error(
        self, client: Client, server: ScriptedServer
    ) -> None:
        server.script(plan(server.root, self.CONTENT), *[self.stored("0" * 32)] * 2, Reply(204))
        with pytest.raises(UploadError, match="damaged") as caught:
            self.upload(client, part_retries=1)
        assert not caught.value.resumable
        assert server.requests[-1].path.endswith("/abort")

    @pytest.mark.parametrize("headers", [{"x-amz-server-side-encryption": "aws:kms"}, {}])
    def test_an_etag_that_is_no_md5_of_the_bytes_is_left_alone(
        self, client: Client, server: ScriptedServer, headers: dict[str, str]
    ) -> None:
        etag = "0" * 32 if headers else "d41d8-2"
        server.script(plan(server.root, self.CONTENT), self.stored(etag, **headers), done(self.CONTENT))
        self.upload(client)

    def test_the_checksum_of_the_whole_is_sent_where_the_api_takes_one(
        self, client: Client, server: ScriptedServer
    ) -> None:
        server.script(
            plan(server.root, self.CONTENT, integrity_algorithm="crc32c"), self.stored(), done(self.CONTENT)
        )
        self.upload(client)
        assert server.requests[-1].json()["integrity_checksum"] == _checksum.encoded(
            google_crc32c.value(self.CONTENT)
        )

    def test_without_something_quick_to_make_it_there_is_no_checksum(
        self, client: Client, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            _checksum, "_quickest", lambda: ("crc32", lambda value, chunk: zlib.crc32(chunk, value))
        )
        server.script(
            plan(server.root, self.CONTENT, integrity_algorithm="crc32c"), self.stored(), done(self.CONTENT)
        )
        self.upload(client)
        assert "integrity_checksum" not in server.requests[-1].json()

    def test_a_plan_that_does_not_cover_the_file_is_refused(
        self, client: Client, server: ScriptedServer
    ) -> None:
        server.script(plan(server.root, self.CONTENT[:5]))
        with pytest.raises(UploadError, match="do not make up the 8 bytes"):
            self.upload(client)
        assert len(server.requests) == 1

    def test_a_file_of_another_size_in_the_end_is_an_error(
        self, client: Client, server: ScriptedServer
    ) -> None:
        server.script(plan(server.root, self.CONTENT), self.stored(), done(b""), Reply(204))
        with pytest.raises(UploadError, match="a file of 0 bytes"):
            self.upload(client)


class TestResumption:
    """A first call that fails, and a second one."""

    def interrupt(self, mock: MockServer, client: Client, source: Any, **options: Any) -> UploadError:
        """Let the sixth part fail for good, after five have arrived."""

        faults, arriving = mock._mock.faults, count(1)
        take = faults.take

        def sixth(operation: str) -> Any:
            if operation == "storage_put" and next(arriving) == 6:
                mock.faults(operation, "status", status=503)
            return take(operation)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(faults, "take", sixth)
            with pytest.raises(UploadError) as caught:
                direct(client, source, part_retries=0, concurrency=1, **options)
        return caught.value

    def test_only_what_is_missing_is_sent(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        error = self.interrupt(mock, connect(mock.url), make())
        assert error.resumable
        assert error.num_stored == 5 * PART
        assert "the same call sends the rest" in str(error)
        direct(connect(mock.url), make())
        assert len(puts(mock)) == len(set(puts(mock))) == 11
        assert stored(mock, "pump.csv") == make().read_bytes()
        assert len(mock.requests("uploads_initiate")) == 1
        assert journals(state) == []

    def test_progress_begins_where_it_stopped(self, mock: MockServer, connect: Connect, make: Make) -> None:
        self.interrupt(mock, connect(mock.url), make())
        seen: list[Progress] = []
        direct(connect(mock.url), make(), progress=seen.append)
        assert (seen[0].state, seen[0].done) == ("resumed", 5 * PART)
        assert seen[-1].done == seen[-1].total

    def test_a_file_that_has_changed_begins_anew(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        path = make()
        self.interrupt(mock, connect(mock.url), path)
        content = bytearray(path.read_bytes())
        content[PART + 17] ^= 1  # in a part that is in storage
        path.write_bytes(content)
        direct(connect(mock.url), path)
        assert stored(mock, "pump.csv") == content
        assert mock.requests("uploads_abort")
        assert journals(state) == []

    def test_one_that_may_not_begin_anew_leaves_nothing(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        self.interrupt(mock, connect(mock.url), make())
        connect(mock.url).do(lambda newton: newton.files.upload(b"another", name="pump.csv"))
        with pytest.raises(ConflictError):
            direct(connect(mock.url), make(), resume=False)
        assert journals(state) == []

    def test_a_file_that_was_only_touched_goes_on(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        self.interrupt(mock, connect(mock.url), make())
        os.utime(make(), ns=(1, 1))
        direct(connect(mock.url), make())
        assert len(puts(mock)) == 11

    def test_a_change_shows_even_where_its_time_was_put_back(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        path = make()
        self.interrupt(mock, connect(mock.url), path)
        before = path.stat()
        with path.open("r+b") as file:
            file.seek(2 * PART + PART // 2)  # in a part that is in storage, and in no sample
            file.write(b"changed")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        direct(connect(mock.url), path)
        assert stored(mock, "pump.csv") == path.read_bytes()

    def test_bytes_go_on_if_they_are_the_same(self, mock: MockServer, connect: Connect, make: Make) -> None:
        content = make().read_bytes()
        self.interrupt(mock, connect(mock.url), content, name="pump.csv")
        direct(connect(mock.url), io.BytesIO(content), name="pump.csv")
        assert len(puts(mock)) == 11
        assert stored(mock, "pump.csv") == content

    def test_an_upload_that_the_api_has_forgotten_begins_anew(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        error = self.interrupt(mock, connect(mock.url), make())
        connect(mock.url).do(lambda newton: newton.uploads.abort(error.upload_id))
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_it_is_forgotten_with_all_its_parts_and_begins_anew(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        mock.faults("uploads_complete", "status", status=500)
        with pytest.raises(UploadError) as caught:
            direct(connect(mock.url, retry={"max_attempts": 1}), make())
        connect(mock.url).do(lambda newton: newton.uploads.abort(caught.value.upload_id))
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_an_upload_of_another_key_begins_anew(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        self.interrupt(mock, connect(mock.url), make())
        mock.faults("uploads_part_urls", "status", status=403)
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_resume_false_begins_anew(self, mock: MockServer, connect: Connect, make: Make) -> None:
        self.interrupt(mock, connect(mock.url), make())
        direct(connect(mock.url), make(), resume=False)
        assert len(puts(mock)) == 5 + 11
        assert mock.requests("uploads_abort")

    def test_abort_leaves_nothing(self, mock: MockServer, connect: Connect, make: Make, state: Path) -> None:
        error = self.interrupt(mock, connect(mock.url), make(), abort=True)
        assert not error.resumable
        assert mock.requests("uploads_abort")[0]["status"] == 204
        assert journals(state) == []

    def test_when_only_the_last_answer_was_lost_nothing_is_sent_again(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        mock.faults("uploads_complete", "reset_after")
        with pytest.raises(UploadError) as caught:
            direct(connect(mock.url, retry={"max_attempts": 1}), make())
        assert caught.value.resumable
        receipt = direct(connect(mock.url), make())
        assert receipt.file_uid == mock._mock.state.files["pump.csv"].file_uid
        assert len(puts(mock)) == 11
        assert journals(state) == []

    def test_an_own_file_whose_last_answer_was_lost_is_no_conflict(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        mock.faults("uploads_complete", "reset_after")
        with pytest.raises(UploadError):
            direct(connect(mock.url, retry={"max_attempts": 1}), make(), overwrite=False)
        receipt = direct(connect(mock.url), make(), overwrite=False)
        assert receipt.file_uid == mock._mock.state.files["pump.csv"].file_uid
        assert journals(state) == []

    def test_a_file_that_was_deleted_since_is_sent_anew(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        mock.faults("uploads_complete", "reset_after")
        with pytest.raises(UploadError):
            direct(connect(mock.url, retry={"max_attempts": 1}), make())
        connect(mock.url).do(lambda newton: newton.files.delete("pump.csv"))
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_a_lost_last_answer_is_found_out_within_one_call(
        self, mock: MockServer, connect: Connect, make: Make
    ) -> None:
        mock.faults("uploads_complete", "reset_after")
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_two_uploads_of_one_name_do_not_mix(self, mock: MockServer, connect: Connect, make: Make) -> None:
        path, second = make(), Client("sync", mock.url)
        refused: list[str] = []

        def interfere(progress: Progress) -> None:
            if progress.state == "started":
                with pytest.raises(UploadError) as caught:
                    direct(second, path)
                refused.append(str(caught.value))

        direct(connect(mock.url), path, progress=interfere)
        second.close()
        assert "under way" in refused[0]
        assert stored(mock, "pump.csv") == path.read_bytes()

    def test_a_journal_that_was_cut_off_counts_as_far_as_it_goes(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        self.interrupt(mock, connect(mock.url), make())
        (journal,) = (state / "uploads").iterdir()
        lines = journal.read_bytes().splitlines(keepends=True)
        journal.write_bytes(b"".join(lines[:-1]) + lines[-1][:10])
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()
        assert len(puts(mock)) == 12

    def test_where_no_journal_can_be_kept_it_is_sent_all_the_same(
        self, mock: MockServer, connect: Connect, make: Make, monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        (folder / "file").touch()
        monkeypatch.setenv("NEWTON_STATE_DIR", str(folder / "file"))
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_without_a_journal_it_is_not_said_to_be_resumable(
        self, mock: MockServer, connect: Connect, make: Make, monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        (folder / "file").touch()
        monkeypatch.setenv("NEWTON_STATE_DIR", str(folder / "file"))
        error = self.interrupt(mock, connect(mock.url), make())
        assert not error.resumable
        assert "Nothing is kept" in str(error)
        assert mock.requests("uploads_abort")

    def test_a_user_without_a_home_can_upload(
        self, mock: MockServer, connect: Connect, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def home() -> Path:
            raise RuntimeError("Could not determine home directory.")

        monkeypatch.delenv("NEWTON_STATE_DIR")
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
        monkeypatch.setattr(Path, "home", home)
        direct(connect(mock.url), make())
        assert stored(mock, "pump.csv") == make().read_bytes()

    def test_the_journal_holds_neither_key_nor_url(
        self, mock: MockServer, connect: Connect, make: Make, state: Path
    ) -> None:
        client = connect(mock.url)
        self.interrupt(mock, client, make())
        (journal,) = (state / "uploads").iterdir()
        assert "http" not in journal.read_text()
        assert "sk_test" not in journal.read_text()
        assert journal.stat().st_mode & 0o077 == 0


class TestChangesWhileItIsRead:
    @pytest.fixture(params=["direct", "simple"])
    def upload(self, request: pytest.FixtureRequest) -> Callable[..., Any]:
        def upload(client: Client, path: Path, change: Callable[[], Any]) -> None:
            def watch(progress: Progress) -> None:
                if progress.state == "started":
                    change()

            client.do(lambda newton: newton.files.upload(path, strategy=request.param, progress=watch))

        return upload

    @pytest.mark.parametrize("change", ["grows", "shrinks", "is written to"])
    def test_it_is_one_clear_error_and_nothing_is_stored(
        self,
        mock: MockServer,
        connect: Connect,
        make: Make,
        state: Path,
        upload: Callable[..., Any],
        change: str,
    ) -> None:
        path = make()

        def touch() -> None:
            with path.open("r+b") as file:
                if change == "shrinks":
                    file.truncate(PART)
                else:
                    file.seek(0, os.SEEK_END if change == "grows" else os.SEEK_SET)
                    file.write(b"more")
            os.utime(path, ns=(1, 1))

        with pytest.raises(UploadError, match="while it was read") as caught:
            upload(connect(mock.url), path, touch)
        assert not caught.value.resumable
        assert mock._mock.state.files == {}
        assert all(upload.status == "aborted" for upload in mock._mock.state.uploads.values())
        assert journals(state) == []


class TestIterators:
    CONTENT = random.Random(1).randbytes(5 * PART + 7)

    def pieces(self, *, size: int = 1000) -> Any:
        return (self.CONTENT[start : start + size] for start in range(0, len(self.CONTENT), size))

    def test_an_iterator_of_known_size_goes_in_parts(self, mock: MockServer, connect: Connect) -> None:
        mock.faults("storage_put", "reset_before", times=2)
        client = connect(mock.url)
        client.do(lambda newton: newton.files.upload(self.pieces(), name="a.csv", size=len(self.CONTENT)))
        assert stored(mock, "a.csv") == self.CONTENT
        assert len(puts(mock)) == 6

    @pytest.mark.parametrize("wrong", [-1, 1])
    def test_another_size_than_was_said_is_an_error(
        self, mock: MockServer, connect: Connect, state: Path, wrong: int
    ) -> None:
        client = connect(mock.url)
        with pytest.raises(UploadError, match="while it was read"):
            client.do(
                lambda newton: newton.files.upload(
                    self.pieces(), name="a.csv", size=len(self.CONTENT) + wrong
                )
            )
        assert mock._mock.state.files == {}
        assert journals(state) == []

    def test_an_iterator_of_unknown_size_goes_in_one_request(
        self, mock: MockServer, connect: Connect
    ) -> None:
        connect(mock.url).do(lambda newton: newton.files.upload(self.pieces(), name="a.csv"))
        assert stored(mock, "a.csv") == self.CONTENT
        assert puts(mock) == []

    def test_an_iterator_of_known_size_can_go_in_one_request_that_is_repeated(
        self, mock: MockServer, connect: Connect
    ) -> None:
        mock.faults("files_upload", "reset_before")
        size = len(self.CONTENT)
        client = connect(mock.url)
        client.do(lambda n: n.files.upload(self.pieces(), name="a.csv", size=size, strategy="simple"))
        assert stored(mock, "a.csv") == self.CONTENT

    def test_pieces_need_not_be_made_of_bytes(self, mock: MockServer, connect: Connect) -> None:
        numbers = array("d", range(30_000))
        pieces = (memoryview(numbers[start : start + 1000]) for start in range(0, 30_000, 1000))
        size = len(numbers) * numbers.itemsize
        connect(mock.url).do(lambda newton: newton.files.upload(pieces, name="a.csv", size=size))
        assert stored(mock, "a.csv") == numbers.tobytes()

    @pytest.mark.parametrize("strategy", ["auto", "direct"])
    @pytest.mark.parametrize("size", [None, len(CONTENT)])
    def test_a_task_can_give_an_asynchronous_one(
        self, mock: MockServer, strategy: Any, size: int | None
    ) -> None:
        async def pieces() -> AsyncIterator[bytes]:
            for piece in self.pieces():
                await asyncio.sleep(0)
                yield piece

        client = Client("async", mock.url)
        client.do(lambda n: n.files.upload(pieces(), name="a.csv", strategy=strategy, size=size))
        client.close()
        assert stored(mock, "a.csv") == self.CONTENT

    def test_a_direct_upload_needs_to_know_the_size(self, mock: MockServer, connect: Connect) -> None:
        with pytest.raises(GuardError, match="size="):
            direct(connect(mock.url), self.pieces(), name="a.csv")
        assert mock.requests() == []


class TestNamesThatExist:
    def test_a_simple_upload_replaces_as_the_api_does(self, mock: MockServer, connect: Connect) -> None:
        client = connect(mock.url)
        client.do(lambda newton: newton.files.upload(b"old", name="a.csv"))
        client.do(lambda newton: newton.files.upload(b"new", name="a.csv"))
        assert stored(mock, "a.csv") == b"new"

    def test_a_direct_upload_refuses_as_the_api_does(self, mock: MockServer, connect: Connect) -> None:
        client = connect(mock.url)
        direct(client, b"old", name="a.csv")
        with pytest.raises(ConflictError, match="overwrite=True"):
            direct(client, b"new", name="a.csv")
        assert stored(mock, "a.csv") == b"old"

    @pytest.mark.parametrize("strategy", ["simple", "direct"])
    def test_overwrite_says_which(self, mock: MockServer, connect: Connect, strategy: str) -> None:
        client = connect(mock.url)

        def upload(content: bytes, overwrite: bool) -> Any:
            return client.do(
                lambda newton: newton.files.upload(
                    content, name="a.csv", strategy=strategy, overwrite=overwrite
                )
            )

        upload(b"old", False)
        with pytest.raises(ConflictError):
            upload(b"new", False)
        assert stored(mock, "a.csv") == b"old"
        upload(b"new", True)
        assert stored(mock, "a.csv") == b"new"
