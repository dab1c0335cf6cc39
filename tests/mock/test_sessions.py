"""Lens sessions of the mock: life and death, events, and what lenses compute."""

import json
import math
import time
from typing import Any

import pytest

from newton_mock import MockServer

from .conftest import KEY, code
from .lens_api import MACHINE_STATE, SSE, LensApi, messages, rows

EMBEDDING = "lens_timeseries_embedding_processor"
LOGS = "lens_sensor_logs_processor"
CAMERA = "lens_camera_processor"
ACTIVITY_MONITOR = "lns-fd669361822b07e2-bc608aa3fdf8b4f9"
WINDOW = {"window_size": 16, "step_size": 16}


def create(caller: LensApi) -> dict[str, Any]:
    return caller.ok("/lens/sessions/create", lens_id=caller.register()["lens_id"])


def listed(caller: LensApi, **query: Any) -> list[dict[str, Any]]:
    return caller.get("/lens/sessions/metadata", params=query).raise_for_status().json()


def wave(samples: int, amplitude: float, period: float) -> list[float]:
    return [round(amplitude * math.sin(n / period), 4) for n in range(samples)]


# ------------------------------------------------------------------------------------- life and death


def test_a_new_session_is_registered_and_names_its_websocket(caller: LensApi) -> None:
    record = create(caller)
    assert record["session_status"] == "LensSessionStatus.SESSION_STATUS_REGISTERED"
    assert record["session_start_timestamp"] is None
    assert record["session_endpoint"] == (
        f"{caller.mock.url.replace('http', 'ws')}/lens/sessions/{record['session_id']}"
    )


def test_the_record_repeats_the_key_as_it_was_sent(caller: LensApi) -> None:
    assert create(caller)["api_key"] == KEY["Authorization"].removeprefix("Bearer ")


def test_a_session_runs_when_its_time_has_come(caller: LensApi, newton_mock: MockServer) -> None:
    newton_mock.clock(freeze=True)
    record = create(caller)
    newton_mock.clock(advance=0.1)
    assert "REGISTERED" in caller.event(record["session_id"], "session.status")["session_status"]
    newton_mock.clock(advance=0.11)
    status = caller.event(record["session_id"], "session.status")
    assert status["session_status"] == "LensSessionStatus.SESSION_STATUS_RUNNING"
    assert status["session_start_timestamp"] == pytest.approx(record["registration_timestamp"] + 0.2)


def test_how_long_it_takes_to_start_can_be_set(caller: LensApi, newton_mock: MockServer) -> None:
    newton_mock.transitions(session_start=0)
    assert "RUNNING" in create(caller)["session_status"]


def test_how_fast_things_move_can_be_ordered_over_http(caller: LensApi, newton_mock: MockServer) -> None:
    url = f"{newton_mock.root}/_mock/transitions"
    assert caller.ok(url, session_start=5, heartbeat=0.1)["session_start"] == 5
    assert caller.get(url).json()["heartbeat"] == 0.1
    assert caller.post(url, json={"heartbeat": -1}).status_code == 400
    assert caller.post(url, json={"sunrise": 1}).status_code == 400
    newton_mock.reset()
    assert caller.get(url).json()["session_start"] == 0.2


def test_a_status_is_spelled_in_three_ways(caller: LensApi, newton_mock: MockServer) -> None:
    session_id = caller.start()
    assert caller.event(session_id, "session.status")["session_status"] == (
        "LensSessionStatus.SESSION_STATUS_RUNNING"
    )
    assert listed(caller)[0]["session_status"] == "SESSION_STATUS_RUNNING"
    newton_mock.transitions(numeric_status=True)
    assert caller.event(session_id, "session.status")["session_status"] == "3"
    destroyed = caller.ok("/lens/sessions/destroy", session_id=session_id)
    assert destroyed["session_status"] == "SESSION_STATUS_DESTROYED"


def test_a_session_of_an_unknown_processor_fails(caller: LensApi, newton_mock: MockServer) -> None:
    session_id = caller.start("lens_from_the_future")
    assert "FAILED" in caller.event(session_id, "session.status")["session_status"]
    newton_mock.transitions(numeric_status=True)
    assert caller.event(session_id, "session.status")["session_status"] == "6"


def test_the_eleventh_session_is_refused_until_one_is_destroyed(caller: LensApi) -> None:
    lens_id = caller.register()["lens_id"]
    sessions = [caller.ok("/lens/sessions/create", lens_id=lens_id)["session_id"] for _ in range(10)]
    assert code(caller.post("/lens/sessions/create", json={"lens_id": lens_id})) == (409, "capacity_reached")
    caller.ok("/lens/sessions/destroy", session_id=sessions[0])
    caller.ok("/lens/sessions/create", lens_id=lens_id)


def test_a_destroyed_session_is_unknown(caller: LensApi) -> None:
    session_id = caller.start()
    destroyed = caller.ok("/lens/sessions/destroy", session_id=session_id)
    assert destroyed["session_duration_sec"] >= 1
    assert listed(caller, session_id=session_id) == []
    again = caller.post("/lens/sessions/destroy", json={"session_id": session_id})
    assert code(again) == (404, "SESSION_NOT_FOUND")
    consumed = caller.get(f"/lens/sessions/consumer/{session_id}")
    assert code(consumed) == (404, "SESSION_NOT_FOUND")
    assert caller.event(session_id, "session.status") == {
        "type": "error",
        "message": f"Unknown session id: {session_id}",
    }


def test_an_idle_session_expires_after_a_day_and_a_busy_one_does_not(
    caller: LensApi, newton_mock: MockServer
) -> None:
    idle, busy = caller.start(), caller.start()
    newton_mock.clock(advance=80_000)
    caller.event(busy, "session.heartbeat")
    newton_mock.clock(advance=80_000)
    assert [session["session_id"] for session in listed(caller)] == [busy]
    assert caller.event(idle, "session.status")["type"] == "error"


def test_the_list_counts_what_went_in_and_out(caller: LensApi) -> None:
    session_id = caller.start(LOGS)
    caller.push(session_id, {"value": 3})
    (entry,) = listed(caller)
    assert (entry["num_inputs"], entry["num_outputs"], entry["num_events"]) == (1, 1, 1)
    assert "api_key" not in entry


# -------------------------------------------------------------------------------------------- events


def test_a_session_that_does_not_run_yet_has_no_runner(caller: LensApi, newton_mock: MockServer) -> None:
    newton_mock.clock(freeze=True)
    session_id = create(caller)["session_id"]
    assert caller.push(session_id, {}) == {"type": "error", "message": "Failed to fetch session_runner!"}
    assert caller.event(session_id, "output_stream.set", SSE)["event_data"] is None


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("session.heartbeat", None),
        ("session.modify", {"focus": "heat"}),
        ("output_stream.set", SSE),
        ("input_stream.set", {"stream_type": "sensor_streamer"}),
        ("data.text", {"contents": "warm"}),
        ("session.destroy", None),
    ],
)
def test_an_event_that_finds_nothing_is_answered_with_nothing(caller: LensApi, kind: str, data: Any) -> None:
    assert caller.event(caller.start(), kind, data) == {"type": f"{kind}.response", "event_data": None}


def test_an_unknown_event_is_answered_in_the_envelope(caller: LensApi) -> None:
    reply = caller.event(caller.start(), "session.levitate")
    assert reply == {"type": "session.levitate.response", "message": "Unknown event type: session.levitate"}


@pytest.mark.parametrize(
    ("kind", "data", "complaint"),
    [
        ("session.read", {}, "client_id"),
        ("session.update", None, "event_data"),
        ("session.modify", {"max_new_tokens": "many"}, "integer"),
        ("input_stream.set", {"stream_type": "csv_file_reader"}, "stream_config"),
    ],
)
def test_an_event_that_its_type_does_not_allow_says_why(
    caller: LensApi, kind: str, data: Any, complaint: str
) -> None:
    reply = caller.event(caller.start(), kind, data)
    assert reply["type"] == f"{kind}.response"
    assert complaint in reply["message"]


def test_modified_parameters_are_in_use(caller: LensApi) -> None:
    session_id = caller.start(parameters={"focus": "heat", "max_new_tokens": 9})
    caller.event(session_id, "session.modify", {"focus": "noise"})
    assert caller.event(session_id, "session.get")["event_data"] == {"focus": "noise", "max_new_tokens": 9}


def test_validation_names_what_is_missing(caller: LensApi) -> None:
    parameters = {"model_version": "OmegaEncoder::none", "input_n_shot": {"ok": "gone.csv"}}
    session_id = caller.start(MACHINE_STATE, parameters=parameters)
    found = caller.event(session_id, "session.validate")["event_data"]
    assert found["is_valid"] is False
    assert found["error_messages"] == [
        "Invalid model version: OmegaEncoder::none",
        "No file named 'gone.csv'.",
    ]
    assert caller.event(caller.start(), "session.validate")["event_data"] == {
        "is_valid": True,
        "error_messages": [],
    }


def test_each_client_reads_the_mailbox_from_the_start_at_its_own_pace(caller: LensApi) -> None:
    session_id = caller.start(LOGS)
    caller.push(session_id, {"value": 1})
    assert len(caller.mail(session_id, 1, "first")) == 1
    caller.push(session_id, {"value": 2})
    assert len(caller.mail(session_id, 1, "first")) == 1
    assert caller.event(session_id, "session.read", {"client_id": "first"})["event_data"] is None
    assert len(caller.mail(session_id, 2, "second")) == 2


def test_a_lens_writes_to_the_stream_or_the_mailbox_never_to_both(caller: LensApi) -> None:
    session_id = caller.start(LOGS, output_streams=[SSE])
    caller.push(session_id, {"value": 1})
    assert caller.event(session_id, "session.read", {"client_id": "reader"})["event_data"] is None
    assert caller.event(session_id, "session.status")["num_outputs"] == 1


def test_a_camera_answers_queries_once_it_was_modified(caller: LensApi) -> None:
    session_id = caller.run(ACTIVITY_MONITOR)
    question = {"focus": "What is it?", "data": [{"type": "base64_img", "base64_img": "iVBORw0KGgo="}]}
    assert caller.event(session_id, "model.query", question) == {
        "type": "model.query.response",
        "message": "Response timed out for query",
    }
    caller.event(session_id, "session.modify", {"camera_buffer_size": 1})
    (text,) = caller.event(session_id, "model.query", question)["event_data"]["response"]
    assert "What is it?" in text
    assert "image 1" in text


# --------------------------------------------------------------------------------------- what is computed


def machine_state(caller: LensApi, **parameters: Any) -> str:
    """A session that knows quiet and loud windows of one channel."""
    caller.upload("quiet.csv", rows(wave(160, 0.1, 2)))
    caller.upload("loud.csv", rows(wave(160, 5, 3)))
    return caller.start(
        MACHINE_STATE,
        parameters={"input_n_shot": {"quiet": "quiet.csv", "loud": "loud.csv"}, "csv_configs": WINDOW}
        | parameters,
    )


def ask(caller: LensApi, session_id: str, data: list[list[float]]) -> Any:
    caller.push(session_id, {"sensor_data": data})
    (message,) = caller.mail(session_id, 1)
    return message


def test_a_pushed_window_comes_back_with_label_votes_and_sensor(caller: LensApi) -> None:
    session_id = machine_state(caller)
    metadata = {"sensor_id": "pump_1", "sensor_timestamp": 1776900000.0}
    window = {"sensor_data": [wave(16, 4.5, 3)], "sensor_metadata": metadata}
    assert caller.push(session_id, window) == {"type": "session.update.response", "event_data": None}
    (message,) = caller.mail(session_id, 1)
    assert message["type"] == "inference.result"
    assert message["data"]["response"] == ["loud", {"loud": 5, "quiet": 0}]
    assert message["data"]["query_metadata"]["sensor_id"] == "pump_1"
    assert message["data"]["query_id"].startswith("qry-")


def test_votes_by_distance_are_shares(caller: LensApi) -> None:
    session_id = machine_state(caller, knn_configs={"weights": "distance", "n_neighbors": 20})
    label, votes = ask(caller, session_id, [wave(16, 4.5, 3)])["data"]["response"]
    assert label == "loud"
    assert sum(votes.values()) == pytest.approx(1)
    assert 0 < votes["quiet"] < votes["loud"]


def test_without_examples_the_state_is_unknown(caller: LensApi) -> None:
    assert ask(caller, caller.start(MACHINE_STATE), [[1.0] * 16])["data"]["response"] == ["unknown", {}]


def test_examples_may_be_given_to_a_running_session(caller: LensApi) -> None:
    session_id = machine_state(caller, input_n_shot={})
    shots = {"quiet": ["quiet.csv"], "loud": "loud.csv", "odd": "gone.csv"}
    caller.event(session_id, "session.modify", {"input_n_shot": shots})
    *learned, failed = caller.mail(session_id, 3)
    assert [(m["type"], m["data"]["query_metadata"]["class_name"]) for m in learned] == [
        ("session.modify.result", "quiet"),
        ("session.modify.result", "loud"),
    ]
    assert failed["type"] == "inference.error"
    assert failed["data"]["error_messages"][1] == "No file named 'gone.csv'."


def test_samples_by_channels_gives_a_result_all_the_same(caller: LensApi) -> None:
    caller.upload("two.csv", rows(wave(160, 1, 2), channels=2))
    shots = {"input_n_shot": {"ok": "two.csv"}, "csv_configs": WINDOW}
    session_id = caller.start(MACHINE_STATE, parameters=shots)
    assert ask(caller, session_id, [[1.0, 2.0]] * 16)["data"]["response"] == ["ok", {"ok": 5}]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"model_version": "OmegaEncoder::none"}, "Invalid model version: OmegaEncoder::none"),
        ({"knn_configs": {"n_neighbors": 99}}, "n_neighbors must be <= number of samples in index"),
        ({"input_n_shot": {"ok": "gone.csv"}}, "No file named 'gone.csv'."),
        ({"csv_configs": {"window_size": 0}}, "window_size must be an integer >= 2, got 0"),
        ({"csv_configs": {"data_columns": ["b1"]}}, "unable to find column"),
    ],
)
def test_what_cannot_be_inferred_is_an_inference_error(
    caller: LensApi, change: dict[str, Any], complaint: str
) -> None:
    message = ask(caller, machine_state(caller, **change), [wave(16, 1, 2)])
    assert message["type"] == "inference.error"
    assert complaint in message["data"]["error_messages"][0]


@pytest.mark.parametrize("data", [[[1.0], [1.0, 2.0]], [], [["warm"]], "warm", None])
def test_a_window_that_is_none_is_refused_in_the_reply(caller: LensApi, data: Any) -> None:
    reply = caller.push(machine_state(caller), {"sensor_data": data})
    assert reply["type"] == "session.update.response"
    assert "sensor_data" in reply["message"]


def test_embeddings_have_768_numbers_for_each_channel(caller: LensApi) -> None:
    session_id = caller.start(EMBEDDING)
    several = ask(caller, session_id, [wave(16, 1, 2), wave(16, 2, 2)])["data"]["response"]
    one = ask(caller, session_id, [wave(16, 1, 2)])["data"]["response"]
    assert [len(vector) for vector in several] == [768, 768]
    assert one == several[0]


def test_a_csv_file_is_read_window_by_window(caller: LensApi) -> None:
    session_id = machine_state(caller)
    caller.upload("data.csv", rows(wave(40, 0.1, 2) + wave(40, 5, 3)))
    reader = {"file_id": "data.csv", "window_size": 20, "step_size": 20}
    caller.event(session_id, "input_stream.set", {"stream_type": "csv_file_reader", "stream_config": reader})
    *found, end = caller.mail(session_id, 5)
    assert [message["data"]["response"][0] for message in found] == ["quiet", "quiet", "loud", "loud"]
    about = [message["data"]["query_metadata"] for message in found]
    assert [entry["query_timestamp"] for entry in about] == ["0", "20", "40", "60"]
    assert about[1]["query_metadata"] == {
        "read_index": 20,
        "file_id": "data.csv",
        "window_size": 20,
        "total_rows": 80,
    }
    assert end["type"] == "stream.end"


def test_the_first_four_columns_count_where_none_are_named(caller: LensApi) -> None:
    caller.upload("wide.csv", rows(wave(16, 1, 2), channels=6))
    session_id = caller.start(EMBEDDING, parameters={"csv_configs": WINDOW})
    reader = {"stream_type": "csv_file_reader", "stream_config": {"file_id": "wide.csv"}}
    caller.event(session_id, "input_stream.set", reader)
    assert len(caller.mail(session_id, 2)[0]["data"]["response"]) == 4


def test_rows_without_a_number_are_an_invalid_state(caller: LensApi) -> None:
    session_id = machine_state(caller)
    caller.upload("data.csv", rows([float("nan"), *wave(15, 1, 2), 1e300, *wave(15, 1, 2), *wave(16, 5, 3)]))
    reader = {"stream_type": "csv_file_reader", "stream_config": {"file_id": "data.csv"}}
    caller.event(session_id, "input_stream.set", reader)
    labels = [message["data"]["response"][0] for message in caller.mail(session_id, 4)[:3]]
    assert labels == ["INVALID_STATE", "INVALID_STATE", "loud"]


def test_a_lens_reads_its_input_as_soon_as_it_runs(caller: LensApi) -> None:
    caller.upload("log.jsonl", '{"value": 1}\n{"value": 2}\n', "text/plain")
    reader = {"stream_type": "jsonl_file_reader", "stream_config": {"file_id": "log.jsonl"}}
    session_id = caller.start(LOGS, input_streams=[reader])
    assert messages(caller.mail(session_id, 3)) == ["inference.result", "inference.result", "stream.end"]


def test_a_log_is_described_a_buffer_at_a_time(caller: LensApi) -> None:
    parameters = {"sensor_buffer_size": 3, "input_buffer_step_size": 2, "focus": "Is it warm?"}
    session_id = caller.start(LOGS, parameters=parameters)
    lines = "".join(json.dumps({"value": value}) + "\n" for value in range(6))
    caller.upload("log.jsonl", lines, "text/plain")
    reader = {"stream_type": "jsonl_file_reader", "stream_config": {"file_id": "log.jsonl"}}
    caller.event(session_id, "input_stream.set", reader)
    *found, _ = caller.mail(session_id, 4)
    covered = [message["data"]["query_metadata"]["query_metadata"] for message in found]
    assert [(entry["read_index"], entry["window_size"]) for entry in covered] == [(0, 3), (2, 3), (3, 3)]
    assert found[0]["data"]["response"] == [
        "You asked: Is it warm? I read 3 values with a mean of 1, from 0 to 2."
    ]


def test_a_row_of_a_log_names_its_sensor(caller: LensApi) -> None:
    session_id = caller.start(LOGS)
    caller.push(session_id, {"sensor_id": "sensor_1", "value": 3})
    (message,) = caller.mail(session_id, 1)
    assert message["data"]["query_metadata"]["sensor_id"] == "sensor_1"


def test_a_video_gives_the_same_few_texts_each_time(caller: LensApi) -> None:
    caller.upload("road.mp4", b"\0\0\0\x18ftypmp42", "video/mp4")
    reader = {"file_id": "road.mp4", "window_size": 60, "step_size": 60}
    seen: list[list[dict[str, Any]]] = []
    for _ in range(2):
        session_id = caller.run(ACTIVITY_MONITOR)
        stream = {"stream_type": "video_file_reader", "stream_config": reader}
        caller.event(session_id, "input_stream.set", stream)
        seen.append([m["data"]["query_metadata"] | m["data"] for m in caller.mail(session_id, 4)[:3]])
    first, second = ([(m["response"], m["sensor_timestamp"]) for m in found] for found in seen)
    assert first == second
    assert [moment for _, moment in first] == ["00:00:00", "00:00:02", "00:00:04"]
    assert seen[0][1]["frame_ids"] == list(range(60, 120))


@pytest.mark.parametrize(
    ("name", "reader", "complaint"),
    [
        ("gone.mp4", "video_file_reader", "Input stream is unhealthy!"),
        ("table.csv", "video_file_reader", "Failed to load video"),
        ("table.csv", "csv_file_reader", "Input stream is unhealthy!"),
    ],
)
def test_an_input_that_cannot_be_read_says_so_and_ends(
    caller: LensApi, name: str, reader: str, complaint: str
) -> None:
    caller.upload("table.csv", rows([1, 2]))
    session_id = caller.run(ACTIVITY_MONITOR)
    caller.event(session_id, "input_stream.set", {"stream_type": reader, "stream_config": {"file_id": name}})
    error, end = caller.mail(session_id, 2)
    assert (error["type"], error["data"]["message"], end["type"]) == ("error", complaint, "stream.end")


def test_a_looped_file_goes_on_until_another_input_is_set(caller: LensApi) -> None:
    session_id = machine_state(caller)
    looped = {
        "stream_type": "csv_file_reader",
        "stream_config": {"file_id": "loud.csv", "loop_recording": True},
    }
    caller.event(session_id, "input_stream.set", looped)
    assert messages(caller.mail(session_id, 12))[:12] == ["inference.result"] * 12
    caller.event(session_id, "input_stream.set", {"stream_type": "sensor_streamer"})
    inputs = caller.event(session_id, "session.status")["num_inputs"]
    time.sleep(0.2)
    assert caller.event(session_id, "session.status")["num_inputs"] == inputs


def test_two_mocks_with_one_seed_and_time_give_the_same_bytes() -> None:
    answers: list[list[Any]] = []
    for _ in range(2):
        with MockServer(seed=3) as mock, LensApi(mock) as caller:
            mock.clock(freeze=True)
            mock.clock(advance=4e9 - caller.ok(f"{mock.root}/_mock/clock")["now"])
            session_id = machine_state(caller)
            found = ask(caller, session_id, [wave(16, 4.5, 3)])
            answers.append([found, caller.event(session_id, "session.status") | {"session_endpoint": ""}])
    assert answers[0] == answers[1]


# --------------------------------------------------------------------------------------- the real data


def test_real_bearings_are_told_apart_by_pushed_windows(
    caller: LensApi, bearings: dict[str, list[str]]
) -> None:
    size, step = 64, 16
    columns = bearings["healthy"][0].strip().split(",")[1:]
    shots: dict[str, str] = {}
    unseen: list[tuple[str, list[list[float]]]] = []
    for state, (header, *lines) in bearings.items():
        half = len(lines) // 2
        shots[state] = f"{state}.csv"
        caller.upload(shots[state], "".join([header, *lines[:half]]))
        numbers = [[float(value) for value in line.split(",")[1:]] for line in lines[half:]]
        for start in range(0, len(numbers) - size + 1, step):
            unseen.append(
                (state, [list(channel) for channel in zip(*numbers[start : start + size], strict=True)])
            )
    session_id = caller.start(
        MACHINE_STATE,
        parameters={
            "model_version": "OmegaEncoder::omega_embeddings_01",
            "normalize_input": False,
            "csv_configs": {
                "timestamp_column": "timestamp",
                "data_columns": columns,
                "window_size": size,
                "step_size": step,
            },
            "knn_configs": {"n_neighbors": 5, "metric": "euclidean", "weights": "uniform"},
            "input_n_shot": shots,
        },
    )
    for number, (_, window) in enumerate(unseen):
        metadata = {"sensor_id": str(number), "sensor_timestamp": float(number)}
        caller.push(session_id, {"sensor_data": window, "sensor_metadata": metadata})
    found = caller.mail(session_id, len(unseen))
    labels = [message["data"]["response"][0] for message in found]
    assert [message["data"]["query_metadata"]["sensor_id"] for message in found] == [
        *map(str, range(len(unseen)))
    ]
    right = sum(label == state for label, (state, _) in zip(labels, unseen, strict=True))
    assert right / len(unseen) >= 0.95
