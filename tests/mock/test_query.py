import json
from typing import Any

import httpx
import pytest

from .conftest import code, upload

TEXT = "Newton::c2_4_7b_251215a172f6d7"
OMEGA = "OmegaEncoder::omega_embeddings_1_4"
IMAGE = {"type": "data.base64_img", "event_data": {"contents": "aW1hZ2U="}}


def ask(api: httpx.Client, **body: Any) -> httpx.Response:
    return api.post("/query", json={"model": TEXT, "query": "", **body})


def numbers(*channels: list[float]) -> dict[str, Any]:
    return {"type": "data.numeric_array", "event_data": {"contents": list(channels)}}


def embed(api: httpx.Client, *events: dict[str, Any], **body: Any) -> dict[str, Any]:
    response = ask(api, model=OMEGA, events=list(events), **body)
    assert response.status_code == 200, response.text
    result: dict[str, Any] = response.json()["response"]
    return result


def test_the_answer_reflects_the_query_and_its_readings(api: httpx.Client) -> None:
    answer = ask(api, query="Pressures: 4.0, 5.0 and -3e1. Fine?").json()
    text = answer["response"]["response"][0]
    assert text.startswith("You asked: Pressures:")
    assert "I read 3 values with a mean of -7, from -30 to 5." in text
    assert answer["status"] == "completed"
    assert len(answer["query_id"]) == 22


def test_the_same_question_has_the_same_answer(api: httpx.Client) -> None:
    answers = [ask(api, query="1 2 3").json()["response"]["response"] for _ in range(2)]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("instruction", "kind"), [("Return ONLY a JSON array.", list), ("Answer in JSON.", dict)]
)
def test_json_is_answered_where_json_is_asked_for(api: httpx.Client, instruction: str, kind: type) -> None:
    answer = ask(api, query="1 2", instruction_prompt=instruction).json()
    assert isinstance(json.loads(answer["response"]["response"][0]), kind)


def test_texts_of_files_and_events_are_read_but_no_csv(api: httpx.Client) -> None:
    upload(api, "a.txt", "1 2", "text/plain")
    upload(api, "b.csv", "x\n1000\n")
    text = {"type": "data.text", "event_data": {"contents": "3"}}
    document = {"type": "data.json", "event_data": {"contents": '{"v": 6}'}}
    answer = ask(api, file_ids=["a.txt", "b.csv"], events=[text, document]).json()
    said = answer["response"]["response"][0]
    assert "I read 4 values with a mean of 3, from 1 to 6." in said
    assert "I cannot see the content of b.csv." in said


def test_frames_of_a_video_need_their_metadata(api: httpx.Client) -> None:
    metadata = {"raw_fps": 1.0, "frames_indices": [0, 1], "total_num_frames": 2}
    assert code(ask(api, events=[IMAGE, IMAGE])) == (400, "query_failed")
    assert ask(api, events=[IMAGE, IMAGE], query_metadata=metadata).status_code == 200
    assert ask(api, events=[IMAGE, IMAGE], multi_image=True).status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"model": "omega_1_4_base"}, "invalid_model_version"),
        ({"file_ids": ["fil_58shkhqztj9tnbye4dmphzxa2r"]}, "unsupported_file_type"),
        ({"query": 7}, "invalid_parameter_type"),
        (
            {"events": [{"type": "data.json", "event_data": {"contents": {"a": 1}}}]},
            "invalid_parameter_type",
        ),
        (
            {"events": [{"type": "data.numeric_array", "event_data": {"sensor_data": []}}]},
            "missing_parameter",
        ),
        ({"events": [{"type": "data.unheard", "event_data": {}}]}, "invalid_request"),
        (
            {"events": [{"type": "data.base64_img", "event_data": {"contents": "no image!"}}]},
            "event_payload_error",
        ),
        (
            {"events": [{"type": "data.base64_img_array", "event_data": {"contents": ["aW1n"]}}]},
            "event_payload_error",
        ),
        ({"query": "x" * 50_000}, "query_failed"),
        ({"model": OMEGA}, "missing_parameter"),
    ],
)
def test_documented_mistakes_have_their_documented_code(
    api: httpx.Client, changes: dict[str, Any], error: str
) -> None:
    assert code(ask(api, **changes)) == (400, error)


def test_an_object_where_serialized_json_belongs_is_explained(api: httpx.Client) -> None:
    event = {"type": "data.json", "event_data": {"contents": {"a": 1}}}
    error = ask(api, events=[event]).json()["errors"][0]
    assert error["message"] == ("Parameter 'contents' should be a <class 'str'>. Got: <class 'dict'>")


def test_a_missing_key_is_named(api: httpx.Client) -> None:
    error = api.post("/query", json={"query": ""}).json()["errors"][0]
    assert (error["code"], error["message"]) == ("missing_parameter", "Failed to find key: model")


def test_a_file_that_is_not_there_is_not_found(api: httpx.Client) -> None:
    assert code(ask(api, file_ids=["none.txt"])) == (404, "file_not_found")


def test_no_time_to_wait_times_out(api: httpx.Client) -> None:
    assert code(ask(api, max_wait_time_sec=0)) == (504, "gateway_timeout")


def test_the_raw_record_holds_the_key_only_when_asked_for(api: httpx.Client) -> None:
    assert "api_key" not in ask(api).json()
    record = ask(api, sanitize_response=False, query_metadata={"run": 3}).json()
    assert (record["api_key"], record["query_metadata"]) == ("sk_test", {"run": 3})


def test_one_channel_gives_a_flat_vector_and_several_one_each(api: httpx.Client) -> None:
    wave = [float(number % 7) for number in range(64)]
    flat = embed(api, numbers(wave))["response"]
    nested = embed(api, numbers(wave, wave[::-1]))["response"]
    events = embed(api, numbers(wave), numbers(wave[::-1]))["response"]
    assert len(flat) == 768
    assert [len(vector) for vector in nested] == [768, 768]
    assert nested == events
    assert nested[0] == flat


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (8, ["may not perform well", "padding with zeros"]),
        (64, ["padding with zeros"]),
        (1024, []),
        (1500, ["truncating to the last 1024"]),
    ],
)
def test_the_encoder_remarks_on_the_length_of_a_window(
    api: httpx.Client, length: int, words: list[str]
) -> None:
    remarks = embed(api, numbers([float(n) for n in range(length)]))["warning_messages"]
    assert len(remarks) == len(words)
    assert all(word in remark for word, remark in zip(words, remarks, strict=True))


def test_only_the_last_1024_samples_count(api: httpx.Client) -> None:
    tail = [float(n % 13) for n in range(1024)]
    assert embed(api, numbers([9.0] * 99 + tail))["response"] == embed(api, numbers(tail))["response"]


def test_normalizing_takes_the_amplitude_away(api: httpx.Client) -> None:
    quiet = [float(n % 7) for n in range(64)]
    loud = [8 * value for value in quiet]
    plain = [embed(api, numbers(window))["response"] for window in (quiet, loud)]
    normal = [embed(api, numbers(w), normalize_input=True)["response"] for w in (quiet, loud)]
    assert normal[0] == pytest.approx(normal[1], abs=1e-4)
    assert max(abs(a - b) for a, b in zip(*plain, strict=True)) > 0.5


def test_channels_of_different_length_cannot_be_read(api: httpx.Client) -> None:
    response = ask(api, model=OMEGA, events=[numbers([1.0, 2.0], [1.0])])
    assert code(response) == (400, "event_payload_error")


@pytest.mark.parametrize("value", [0.0, 1e308, -1e308])
def test_any_window_has_a_finite_vector(api: httpx.Client, value: float) -> None:
    assert len(embed(api, numbers([value] * 16))["response"]) == 768
