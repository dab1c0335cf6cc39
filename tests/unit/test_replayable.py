"""Files that are sent from where they stand, each time anew."""

import io
import os
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_client._repeat import replayable


def request(content: Any) -> dict[str, Any]:
    return {"method": "post", "url": "/files", "files": [("file", ("a.csv", content, "text/csv"))]}


def sent(request: dict[str, Any]) -> tuple[int, bytes]:
    """What httpx announces and what it sends."""
    built = httpx.Request("POST", "http://x", files=request["files"], headers={"Content-Type": BOUNDARY})
    return int(built.headers.get("Content-Length", -1)), b"".join(built.stream)  # type: ignore[arg-type]


BOUNDARY = "multipart/form-data; boundary=b"


@given(st.binary(max_size=300), st.data())
def test_a_file_is_sent_from_where_it_stands_as_often_as_is_asked(
    content: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(content)))
    file = io.BytesIO(content)
    file.seek(start)
    made, again = replayable(request(file))
    assert again
    whole = sent(request(content[start:]))
    assert sent(made) == whole
    file.seek(data.draw(st.integers(0, len(content))))
    assert sent(made) == whole


def test_a_file_on_disk_is_announced_with_what_is_left_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        file.read(6)
        made, again = replayable(request(file))
        assert again
        assert sent(made) == sent(made) == sent(request(b"6789"))


@pytest.mark.parametrize("content", [b"bytes", "text"])
def test_bytes_and_text_are_left_as_they_are(content: bytes | str) -> None:
    assert replayable(request(content)) == (request(content), True)


def test_a_request_without_files_is_left_as_it_is() -> None:
    plain = {"method": "post", "url": "/query", "json": {"a": 1}}
    assert replayable(plain) == (plain, True)


def test_a_pipe_is_sent_whole_and_once() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as into:
        into.write(b"0123456789")
    with os.fdopen(reading, "rb") as pipe:
        made, again = replayable(request(pipe))
        assert not again
        announced, body = sent(made)
    assert announced == -1
    assert b"0123456789" in body


class Reader:
    """The least that can be sent: it reads."""

    def read(self, size: int = -1) -> bytes:
        content, self.content = getattr(self, "content", b"0123456789"), b""
        return content


def test_what_can_only_be_read_is_sent_once() -> None:
    made, again = replayable(request(Reader()))
    assert not again
    assert b"0123456789" in sent(made)[1]


def test_one_part_that_cannot_be_read_again_is_enough() -> None:
    both = {"files": [("a", ("a", io.BytesIO(b"1"), None)), ("b", ("b", Reader(), None))]}
    assert replayable(both)[1] is False


def test_a_file_opened_as_text_is_refused() -> None:
    with pytest.raises(TypeError, match="BytesIO"):
        sent(replayable(request(io.StringIO("text")))[0])
