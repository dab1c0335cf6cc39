"""Server-Sent Events of the mock's sessions, over a real socket."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

import httpx
import pytest
from httpx_sse import ServerSentEvent

from newton_mock import MockServer
from newton_mock.contract import Contract

from .lens_api import MACHINE_STATE, SSE, LensApi, results, rows, types

LOGS = "lens_sensor_logs_processor"


def log(caller: LensApi, count: int) -> dict[str, Any]:
    """A reader of an uploaded log with so many rows."""
    lines = "".join(json.dumps({"value": value}) + "\n" for value in range(count))
    caller.upload("log.jsonl", lines, "text/plain")
    return {"stream_type": "jsonl_file_reader", "stream_config": {"file_id": "log.jsonl"}}


def reading(caller: LensApi, count: int) -> str:
    """A session that reads such a log to its stream; the last of its events is `stream.end`."""
    return caller.start(LOGS, input_streams=[log(caller, count)], output_streams=[SSE])


def connections(caller: LensApi, session_id: str) -> int:
    return int(caller.event(session_id, "session.status")["num_active_connections"])


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.01)
    return False


def ids(frames: list[ServerSentEvent]) -> list[str]:
    """The ids of what a session said; a frame without one repeats the id before it."""
    return list(dict.fromkeys(frame.id for frame in frames if frame.id))


def next_of(events: Iterator[ServerSentEvent], kind: str) -> dict[str, Any]:
    return next(event for frame in events if (event := json.loads(frame.data))["type"] == kind)


@pytest.mark.parametrize("writer", ["server_sent_events_writer", "server_side_events_writer", "sse_writer"])
def test_a_stream_starts_gives_results_with_ids_and_ends_with_its_input(caller: LensApi, writer: str) -> None:
    session_id = caller.start(LOGS, input_streams=[log(caller, 2)], output_streams=[{"stream_type": writer}])
    frames = caller.frames(session_id)
    assert types(frames) == [
        "sse.stream.start",
        "inference.result",
        "inference.result",
        "stream.end",
        "sse.stream.end",
    ]
    assert {frame.event for frame in frames} == {"message"}
    assert [frame.id for frame in frames[1:4]] == ["1", "2", "3"]
    start = json.loads(frames[0].data)["event_data"]
    assert start["session_id"] == session_id
    assert len(start["reader_id"]) == 16


def test_a_writer_may_be_set_while_the_session_runs(caller: LensApi) -> None:
    session_id = caller.start(LOGS)
    caller.event(session_id, "output_stream.set", SSE)
    caller.event(session_id, "input_stream.set", log(caller, 3))
    assert len(results(caller.frames(session_id))) == 3


def test_what_is_pushed_arrives_at_once_on_every_open_stream(caller: LensApi) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    with caller.consume(session_id) as first, caller.consume(session_id) as second:
        assert [next(first).event, next(second).event] == ["message", "message"]
        begun = time.monotonic()
        caller.push(session_id, {"value": 7})
        assert next_of(first, "inference.result") == next_of(second, "inference.result")
        assert time.monotonic() - begun < 1


def test_a_stream_opened_before_its_session_runs_waits_for_it(caller: LensApi) -> None:
    lens = caller.register(LOGS, input_streams=[log(caller, 1)], output_streams=[SSE])
    session_id = caller.ok("/lens/sessions/create", lens_id=lens["lens_id"])["session_id"]
    assert len(results(caller.frames(session_id))) == 1


def test_results_before_the_first_reader_are_kept_and_given_once(caller: LensApi) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    for value in range(3):
        caller.push(session_id, {"value": value})
    with caller.consume(session_id) as events:
        assert [json.loads(frame.data)["type"] for frame in islice(events, 4)][1:] == ["inference.result"] * 3
    caller.push(session_id, {"value": 3})
    with caller.consume(session_id) as events:
        assert [frame.id for frame in islice(events, 2)][1] == "4"


def test_a_reader_resumes_after_the_last_id_it_saw(caller: LensApi) -> None:
    session_id = reading(caller, 5)
    everything = caller.frames(session_id)
    again = caller.frames(session_id, last_id="2")
    assert ids(again) == ["3", "4", "5", "6"]
    assert results(again) == results(everything)[2:]


def test_an_id_that_is_none_is_as_if_not_given(caller: LensApi) -> None:
    session_id = reading(caller, 2)
    assert len(results(caller.frames(session_id, last_id="not-a-number"))) == 2


def test_only_the_latest_results_are_kept(caller: LensApi) -> None:
    session_id = reading(caller, 10_050)
    caller.frames(session_id)
    assert ids(caller.frames(session_id, last_id="1")) == [str(number) for number in range(52, 10_052)]


def test_a_file_waits_for_a_reader_that_is_behind(caller: LensApi) -> None:
    session_id = reading(caller, 10_050)
    assert eventually(lambda: int(caller.event(session_id, "session.status")["num_outputs"]) == 5000)
    assert ids(caller.frames(session_id)) == [str(number) for number in range(1, 10_052)]


def test_heartbeats_say_that_the_session_lives(caller: LensApi, newton_mock: MockServer) -> None:
    newton_mock.transitions(heartbeat=0.05)
    session_id = caller.start(LOGS, output_streams=[SSE])
    caller.push(session_id, {"value": 1})
    with caller.consume(session_id) as events:
        beats = [next_of(events, "sse.stream.heartbeat")["event_data"] for _ in range(3)]
    assert {beat["session_status"] for beat in beats} == {"SESSION_STATUS_RUNNING"}
    assert {beat["num_messages"] for beat in beats} == {1}
    assert beats[0]["num_bytes"] > 0
    assert 0 < beats[0]["message_timeout"] < beats[2]["message_timeout"]


def test_a_heartbeat_has_no_id(caller: LensApi, newton_mock: MockServer) -> None:
    newton_mock.transitions(heartbeat=0.05)
    session_id = caller.start(LOGS, output_streams=[SSE])
    body = b""
    with caller.stream("GET", f"/lens/sessions/consumer/{session_id}") as response:
        for chunk in response.iter_raw():
            body += chunk
            if b"heartbeat" in body:
                break
    assert b"id:" not in body


def test_a_destroyed_session_ends_its_streams(caller: LensApi) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    with caller.consume(session_id) as events:
        next(events)
        caller.ok("/lens/sessions/destroy", session_id=session_id)
        assert types(list(events)) == ["sse.stream.end"]


def test_an_expired_session_ends_its_streams(caller: LensApi, newton_mock: MockServer) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    with caller.consume(session_id) as events:
        next(events)
        newton_mock.clock(advance=90_000)
        assert types(list(events)) == ["sse.stream.end"]


def test_a_reader_that_leaves_is_no_longer_counted(caller: LensApi) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    with caller.consume(session_id) as events:
        next(events)
        assert connections(caller, session_id) == 1
    assert eventually(lambda: connections(caller, session_id) == 0)


def test_a_new_file_opens_the_stream_again(caller: LensApi) -> None:
    session_id = reading(caller, 2)
    caller.frames(session_id)
    caller.event(session_id, "input_stream.set", log(caller, 3))
    assert ids(caller.frames(session_id)) == ["4", "5", "6", "7"]


def test_a_stream_can_be_cut_every_few_results_and_resumed(caller: LensApi, newton_mock: MockServer) -> None:
    session_id = reading(caller, 23)
    newton_mock.faults("sessions_consume", "truncate_stream", cut_after=10, times=2)
    seen: list[list[str]] = []
    for last_id in (None, "10", "20"):
        frames: list[ServerSentEvent] = []
        with contextlib.suppress(httpx.RemoteProtocolError), caller.consume(session_id, last_id) as events:
            for frame in events:
                frames.append(frame)  # not `extend`, which loses what came before the cut
        seen.append(ids(frames))
    assert [len(each) for each in seen] == [10, 10, 4]
    assert [each for part in seen for each in part] == [str(number) for number in range(1, 25)]


def test_a_cut_stream_stops_in_the_middle_of_an_event(caller: LensApi, newton_mock: MockServer) -> None:
    session_id = reading(caller, 5)
    newton_mock.faults("sessions_consume", "truncate_stream", cut_after=2)
    body = b""

    def read() -> None:
        nonlocal body
        with caller.stream("GET", f"/lens/sessions/consumer/{session_id}") as response:
            for chunk in response.iter_raw():
                body += chunk

    with pytest.raises(httpx.RemoteProtocolError):
        read()
    assert body.count(b"id:") == 3
    assert not body.endswith(b"\n\n")


def test_an_event_that_breaks_the_contract_does_not_leave() -> None:
    document = json.loads(json.dumps(Contract.load().document))
    document["components"]["schemas"]["SessionStreamEvent"] = {"type": "object", "required": ["colour"]}
    with MockServer(contract=document) as mock, LensApi(mock) as caller:
        session_id = caller.start(LOGS, output_streams=[SSE])
        (only,) = caller.frames(session_id)
        assert "mock_contract_violation" in json.loads(only.data)["message"]
        assert "colour" in mock.requests("sessions_consume")[0]["violations"][0]


def test_a_server_that_stops_ends_its_streams_first() -> None:
    with MockServer() as mock, LensApi(mock) as caller, ThreadPoolExecutor(1) as pool:
        session_id = caller.start(LOGS, output_streams=[SSE])
        reading = pool.submit(caller.frames, session_id)
        assert eventually(lambda: connections(caller, session_id) == 1)
        mock.stop()
        assert types(reading.result())[-1] == "sse.stream.end"


def test_real_bearings_are_told_apart_by_files_on_the_stream(
    caller: LensApi, bearings: dict[str, list[str]]
) -> None:
    shots: dict[str, str] = {}
    for state, (header, *lines) in bearings.items():
        half = len(lines) // 2
        shots[state] = f"{state}.csv"
        caller.upload(shots[state], "".join([header, *lines[:half]]))
        caller.upload(f"{state}_unseen.csv", "".join([header, *lines[half:]]))
    session_id = caller.start(
        MACHINE_STATE,
        parameters={"input_n_shot": shots, "csv_configs": {"window_size": 64, "step_size": 16}},
        output_streams=[SSE],
    )
    right = total = 0
    for state in bearings:
        reader = {"stream_type": "csv_file_reader", "stream_config": {"file_id": f"{state}_unseen.csv"}}
        caller.event(session_id, "input_stream.set", reader)
        found = results(caller.frames(session_id))
        assert [each["query_metadata"]["query_metadata"]["read_index"] for each in found] == [
            *range(0, 16 * len(found), 16)
        ]
        right += sum(each["response"][0] == state for each in found)
        total += len(found)
    assert total == 2 * 59
    assert right / total >= 0.95


def test_a_lens_without_a_stream_writer_only_says_that_it_lives(
    caller: LensApi, newton_mock: MockServer
) -> None:
    newton_mock.transitions(heartbeat=0.05)
    caller.upload("data.csv", rows([1, 2]))
    session_id = caller.start(LOGS)
    caller.push(session_id, {"value": 1})
    with caller.consume(session_id) as events:
        assert types(list(islice(events, 3))) == ["sse.stream.start", *["sse.stream.heartbeat"] * 2]
