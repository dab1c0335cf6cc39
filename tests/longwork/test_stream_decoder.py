"""Server-Sent Events are decoded as the HTML standard says."""

import pytest

from newton_client._sse import Decoder


def events(*chunks: bytes) -> list[tuple[str, str, str]]:
    decoder = Decoder()
    return [(event.type, event.data, event.id) for chunk in chunks for event in decoder.feed(chunk)]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"data: a\n\n", [("message", "a", "")]),
        (b"data: a\r\n\r\ndata: b\r\rdata: c\n\n", [("message", each, "") for each in "abc"]),
        (b"data: a\r\r", [("message", "a", "")]),
        (b"event: x\ndata: a\ndata: b\n\n", [("x", "a\nb", "")]),
        (b"\xef\xbb\xbfdata: a\n\n", [("message", "a", "")]),
        (b"id: 7\n\ndata: a\n\n", [("message", "a", "7")]),
        (b"id: 7\ndata: a\n\ndata: b\n\n", [("message", "a", "7"), ("message", "b", "")]),
        (b"id: 7\0\ndata: a\n\n", [("message", "a", "")]),
        (b"retry: 5\n\n: a comment\n\nevent: x\n\n", []),
        (b"data\n\n", [("message", "", "")]),
        (b"data:  a\n\n", [("message", " a", "")]),
        ("data: a\u2028b\x0bc\x85d\n\n".encode(), [("message", "a\u2028b\x0bc\x85d", "")]),
        (b"data: a\n\ndata: unfinished\n", [("message", "a", "")]),
    ],
)
def test_a_stream_gives_its_events_however_it_is_cut(
    stream: bytes, expected: list[tuple[str, str, str]]
) -> None:
    assert events(stream) == expected
    assert events(*(stream[at : at + 1] for at in range(len(stream)))) == expected


@pytest.mark.parametrize(
    ("line", "seconds"), [(b"retry: 250", 0.25), (b"retry: -5", None), (b"retry: 1s", None)]
)
def test_the_server_may_say_how_long_to_wait(line: bytes, seconds: float | None) -> None:
    decoder = Decoder()
    decoder.feed(line + b"\n\n")
    assert decoder.retry == seconds


def test_an_id_counts_only_when_its_event_is_whole() -> None:
    decoder = Decoder()
    assert decoder.feed(b"id: 4\ndata: a") == []
    assert [event.id for event in decoder.feed(b"\n\n")] == ["4"]
