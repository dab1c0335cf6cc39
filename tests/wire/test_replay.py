"""A body is sent again byte for byte from where it began, or not at all."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

from newton_api.operations import OPERATIONS
from newton_api.types import File
from newton_client import GuardError, NewtonError, ServiceUnavailableError, UploadError
from support.calls import answer, arguments, call
from support.server import Reply, Reset, ScriptedServer, failure

CONTENT = bytes(range(256)) * 1024
RECEIPT = Reply(200, answer("files_upload"))
FAULTS = [failure(503), Reset.AFTER, failure(500)]


def upload(content: Any) -> Any:
    """The plain operation, which takes what it is given as it is."""
    return lambda newton: newton.raw.files.upload(file=File(content, "pump.csv", "text/csv"))


def parts(server: ScriptedServer) -> list[bytes]:
    """The content of the file in each request, without the multipart form around it."""
    found = []
    for request in server.requests:
        boundary = request.headers["content-type"].partition("boundary=")[2].encode()
        head, _, rest = request.body.partition(b"\r\n\r\n")
        assert head.startswith(b"--" + boundary)
        content, _, end = rest.rpartition(b"\r\n--" + boundary)
        assert end == b"--\r\n"
        found.append(content)
    return found


@pytest.mark.parametrize("make", [bytes, io.BytesIO], ids=["bytes", "BytesIO"])
def test_a_file_in_memory_is_sent_the_same_each_time(client: Any, server: ScriptedServer, make: Any) -> None:
    server.script(*FAULTS, RECEIPT)
    client.do(upload(make(CONTENT)))
    assert parts(server) == [CONTENT] * 4
    assert len({request.body for request in server.requests}) == 1


def test_a_file_on_disk_is_sent_the_same_each_time(
    client: Any, server: ScriptedServer, tmp_path: Path
) -> None:
    server.script(*FAULTS, RECEIPT)
    path = tmp_path / "pump.csv"
    path.write_bytes(CONTENT)
    with path.open("rb") as file:
        client.do(upload(file))
    assert len({request.body for request in server.requests}) == 1
    assert parts(server)[0] == CONTENT


@pytest.mark.parametrize("start", [1, 200_000, len(CONTENT)])
@pytest.mark.parametrize("where", ["memory", "disk"])
def test_a_file_is_sent_from_where_it_stands_each_time(
    client: Any, server: ScriptedServer, tmp_path: Path, start: int, where: str
) -> None:
    server.script(*FAULTS, RECEIPT)
    path = tmp_path / "pump.csv"
    path.write_bytes(CONTENT)
    with path.open("rb") if where == "disk" else io.BytesIO(CONTENT) as file:
        file.seek(start)
        client.do(upload(file))
    assert parts(server) == [CONTENT[start:]] * 4
    assert {int(r.headers["content-length"]) for r in server.requests} == {len(server.requests[0].body)}


def test_an_upload_of_a_file_begins_where_the_file_stands(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), RECEIPT)
    file = io.BytesIO(CONTENT)
    file.seek(1000)
    client.do(lambda newton: newton.files.upload(file, name="pump.csv"))
    assert parts(server) == [CONTENT[1000:]] * 2


def test_what_a_file_holds_cannot_end_the_form_around_it(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), RECEIPT)
    hostile = b"a\r\n--+++\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n--+++--\r\n"
    client.do(upload(io.BytesIO(hostile)))
    assert parts(server) == [hostile] * 2


@pytest.fixture
def pipe() -> Any:
    """A stream that can be read once."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as into:
        into.write(CONTENT[:1000])
    with os.fdopen(reading, "rb") as stream:
        yield stream


def test_a_stream_is_sent_whole(client: Any, server: ScriptedServer, pipe: Any) -> None:
    server.script(RECEIPT)
    client.do(upload(pipe))
    assert parts(server) == [CONTENT[:1000]]


def test_a_stream_is_not_sent_again_and_that_is_said(client: Any, server: ScriptedServer, pipe: Any) -> None:
    server.script(failure(503))
    with pytest.raises(ServiceUnavailableError, match="the body cannot be read a second time"):
        client.do(upload(pipe))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "operation",
    [o for o in OPERATIONS.values() if o.method == "POST" and o.tag != "files"],
    ids=lambda o: o.id,
)
def test_a_json_body_is_sent_the_same_each_time(client: Any, server: ScriptedServer, operation: Any) -> None:
    server.script(failure(503), failure(429), failure(404))
    path, body = arguments(operation)
    with pytest.raises(NewtonError):
        client.do(call(operation, path, body))
    first, second, third = server.requests
    assert first == second == third
    if body:
        assert {name: first.json()[name] for name in body} == body


def test_a_header_that_no_request_can_carry_is_refused_and_not_tried_again(
    client: Any, server: ScriptedServer
) -> None:
    with pytest.raises(GuardError, match="cannot be sent"):
        client.do(lambda newton: newton.sessions.consume("lsn-1", last_event_id="7\r\nX-Injected: 1"))
    assert client.time.naps == []
    assert server.requests == []


def test_a_file_opened_as_text_is_refused_before_anything_is_sent(
    client: Any, server: ScriptedServer
) -> None:
    with pytest.raises(GuardError, match="cannot be sent"):
        client.do(upload(io.StringIO("a,b")))
    assert server.connections == 0


def test_a_file_that_shrinks_while_it_is_sent_is_not_taken_for_whole(
    client: Any, server: ScriptedServer
) -> None:
    class Shrinking(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            self.truncate(70_000)
            return super().read(size)

    server.script(failure(503))
    with pytest.raises(UploadError, match="became shorter"):
        client.do(upload(Shrinking(CONTENT)))
    assert server.requests == []


def test_what_is_added_to_a_file_while_it_is_sent_is_left_out(client: Any, server: ScriptedServer) -> None:
    class Growing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            with self.getbuffer() as view:
                end = len(view)
            here = self.tell()
            self.seek(end)
            self.write(b"more")
            self.seek(here)
            return super().read(size)

    server.script(failure(503), RECEIPT)
    client.do(upload(Growing(CONTENT)))
    assert parts(server) == [CONTENT] * 2
