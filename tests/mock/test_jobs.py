import csv
import io
import json
import time
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .conftest import code, upload

READER = {"window_size": 4, "step_size": 2, "timestamp_column": "t"}


def recording(level: float, rows: int = 40) -> str:
    lines = [f"{1000 + row},{level + row % 3},{level - row % 2}\n" for row in range(rows)]
    return "t,a,b\n" + "".join(lines)


@pytest.fixture
def plant(api: httpx.Client) -> httpx.Client:
    """A client of a mock that has recordings of a pump, quiet and loud."""
    upload(api, "quiet.csv", recording(1))
    upload(api, "loud.csv", recording(50))
    upload(api, "unknown.csv", recording(49))
    return api


def order(config: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    return {
        "name": "pump states",
        "pipeline_type": "batch",
        "pipeline_key": "machine-state-classification",
        "inputs": {
            "worker.inference": [{"file_id": "unknown.csv"}],
            "worker.n_shots": [
                {"file_id": "quiet.csv", "metadata": {"class": "quiet"}},
                {"file_id": "loud.csv", "metadata": {"class": "loud"}},
            ],
        },
        "parameters": {"worker": {"parallelism": 1, "config": {"reader_config": READER, **(config or {})}}},
    } | changes


def create(api: httpx.Client, body: dict[str, Any]) -> str:
    response = api.post("/batch/jobs", json=body)
    assert response.status_code == 200, response.text
    job: dict[str, Any] = response.json()
    assert job["status"] == "PENDING"
    return str(job["id"])


def run(api: httpx.Client, mock: MockServer, body: dict[str, Any]) -> dict[str, Any]:
    """The job when it is over."""
    job_id = create(api, body)
    mock.clock(advance=1)
    job: dict[str, Any] = api.get(f"/batch/jobs/{job_id}").json()
    return job


def outputs(api: httpx.Client, job_id: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = api.get(f"/batch/jobs/{job_id}/outputs").json()["outputs"]
    return listed


def test_learned_halves_of_real_bearings_classify_the_other_halves(
    api: httpx.Client, newton_mock: MockServer, bearings: dict[str, list[str]]
) -> None:
    for state, lines in bearings.items():
        upload(api, f"{state}_first.csv", "".join(lines[:1001]))
        upload(api, f"{state}_second.csv", "".join(lines[:1] + lines[1001:]))
    body = order(
        {"reader_config": {"window_size": 64, "step_size": 16}},
        inputs={
            "worker.inference": [{"file_id": f"{state}_second.csv"} for state in bearings],
            "worker.n_shots": [
                {"file_id": f"{state}_first.csv", "metadata": {"class": state}} for state in bearings
            ],
        },
    )
    job = run(api, newton_mock, body)
    assert job["status"] == "COMPLETED", job["error"]
    right = total = 0
    for output in outputs(api, job["id"]):
        state = output["input_file_id"].removesuffix("_second.csv")
        rows = list(csv.DictReader(io.StringIO(httpx.get(output["data"]["ref"]).text)))
        right += sum(row["Prediction"] == state for row in rows)
        total += len(rows)
    assert total == 2 * 59
    assert right / total >= 0.95


def test_every_window_has_a_row_under_the_time_of_its_first_sample(
    plant: httpx.Client, newton_mock: MockServer
) -> None:
    job = run(plant, newton_mock, order())
    (output,) = outputs(plant, job["id"])
    lines = httpx.get(output["data"]["ref"]).text.splitlines()
    assert lines[0] == "t,Prediction"
    assert lines[1:] == [f"{1000 + 2 * window},loud" for window in range(19)]
    assert output["data"]["filename"] == "pred_unknown_part_0.csv"
    assert output["data"]["num_bytes"] == sum(len(line) + 1 for line in lines)


def test_parts_have_batch_size_times_flush_rows(plant: httpx.Client, newton_mock: MockServer) -> None:
    job = run(plant, newton_mock, order({"batch_size": 4, "flush_every_n_iteration": 2}))
    parts = [httpx.get(output["data"]["ref"]).text for output in outputs(plant, job["id"])]
    names = [output["data"]["filename"] for output in outputs(plant, job["id"])]
    assert [len(part.splitlines()) - 1 for part in parts] == [8, 8, 3]
    assert names == [f"pred_unknown_part_{number}.csv" for number in range(3)]


def test_the_data_columns_can_be_chosen(plant: httpx.Client, newton_mock: MockServer) -> None:
    config = {"reader_config": {**READER, "data_columns": ["b"]}}
    assert run(plant, newton_mock, order(config))["status"] == "COMPLETED"


@pytest.mark.parametrize("metric", ["euclidean", "cosine", "manhattan"])
@pytest.mark.parametrize("weights", ["uniform", "distance"])
def test_every_classifier_is_there(
    plant: httpx.Client, newton_mock: MockServer, metric: str, weights: str
) -> None:
    config = {"classifier_config": {"n_neighbors": 3, "metric": metric, "weights": weights}}
    job = run(plant, newton_mock, order(config))
    assert job["status"] == "COMPLETED", job["error"]
    assert "quiet" not in httpx.get(outputs(plant, job["id"])[0]["data"]["ref"]).text


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"classifier_config": {"n_neighbors": 500}}, "n_neighbors must be <= number of samples in index"),
        ({"classifier_config": {"n_neighbors": 2}}, "n_neighbors must be an integer >= 3"),
        ({"classifier_config": {"metric": "hamming"}}, "metric must be one of euclidean, cosine"),
        ({"reader_config": {**READER, "data_columns": ["c"]}}, 'unable to find column "c"'),
        ({"reader_config": {**READER, "timestamp_column": "when"}}, 'unable to find column "when"'),
        ({"reader_config": {**READER, "window_size": 1}}, "window_size must be an integer >= 2"),
        ({"model_type": "omega_1_3_surface"}, "shape '[-1, 6912]' is invalid"),
    ],
)
def test_a_mistake_in_the_configuration_shows_as_a_failed_job(
    plant: httpx.Client, newton_mock: MockServer, config: dict[str, Any], message: str
) -> None:
    job = run(plant, newton_mock, order(config))
    assert job["status"] == "FAILED"
    assert message in job["error"]["message"]
    assert job["failed_at"]
    assert job["input_progress"] == {"pending": 0, "processing": 0, "completed": 0, "failed": 1}
    events = plant.get(f"/batch/jobs/{job['id']}/events", params={"level": "ERROR"}).json()
    assert message in events["events"][0]["message"]


def test_text_in_a_data_column_fails_the_job(plant: httpx.Client, newton_mock: MockServer) -> None:
    upload(plant, "unknown.csv", recording(1) + "1040,broken,3\n")
    job = run(plant, newton_mock, order())
    assert job["error"]["message"] == "could not parse `broken` as dtype `i64` at column 'a'"


def test_a_file_that_was_replaced_before_the_job_ran_fails_it(
    plant: httpx.Client, newton_mock: MockServer
) -> None:
    newton_mock.clock(freeze=True)
    job_id = create(plant, order())
    upload(plant, "unknown.csv", recording(1))
    newton_mock.clock(advance=1)
    job = plant.get(f"/batch/jobs/{job_id}").json()
    assert (job["status"], job["error"]["message"]) == ("FAILED", "S3 object not found")


def test_too_short_a_recording_gives_no_rows(plant: httpx.Client, newton_mock: MockServer) -> None:
    upload(plant, "unknown.csv", recording(1, rows=3))
    job = run(plant, newton_mock, order())
    (output,) = outputs(plant, job["id"])
    assert httpx.get(output["data"]["ref"]).text == "t,Prediction\n"


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"pipeline_key": "x"}, 404, "Pipeline 'x' has no active versions"),
        (
            {"pipeline_type": "training"},
            404,
            "Pipeline 'machine-state-classification' has no active versions",
        ),
        ({"pipeline_version": "9.9"}, 404, "Pipeline 'machine-state-classification' version '9.9'"),
        ({"inputs": {}}, 400, "Input port 'worker.inference' needs at least one file"),
        ({"inputs": {"worker.data": []}}, 400, "Pipeline has no input port 'worker.data'"),
        ({"inputs": {"worker.inference": [{"file_id": "none.csv"}]}}, 400, "Input port 'worker.n_shots'"),
    ],
)
def test_an_impossible_job_is_refused(
    plant: httpx.Client, changes: dict[str, Any], status: int, message: str
) -> None:
    response = plant.post("/batch/jobs", json=order(**changes))
    assert response.status_code == status
    assert response.json()["errors"][0]["message"].startswith(message)


def test_a_file_that_was_never_uploaded_is_refused(plant: httpx.Client) -> None:
    body = order()
    body["inputs"]["worker.inference"] = [{"file_id": "none.csv"}]
    response = plant.post("/batch/jobs", json=body)
    assert code(response) == (400, "invalid_request")
    assert response.json()["errors"][0]["message"] == "Failed to resolve file inputs"


def test_a_checkpoint_is_an_input_without_a_file(plant: httpx.Client, newton_mock: MockServer) -> None:
    body = order()
    checkpoint = {"kind": "checkpoint", "checkpoint_id": "ckp_3m7c1v9q2x8e5r0t4y6w1z9k2b"}
    body["inputs"]["worker.fine_tune_checkpoint"] = [checkpoint]
    job = run(plant, newton_mock, body)
    listed = plant.get(f"/batch/jobs/{job['id']}/inputs").json()["inputs"]
    assert [entry["status"] for entry in listed] == ["completed", "reference", "reference", "reference"]
    assert listed[3]["file_id"] is None


def test_a_job_moves_by_itself_and_shows_progress(plant: httpx.Client) -> None:
    job_id = create(plant, order())
    seen: list[tuple[str, int]] = []
    deadline = time.monotonic() + 20
    while not seen or seen[-1][0] != "COMPLETED":
        assert time.monotonic() < deadline
        status = plant.get(f"/batch/jobs/{job_id}").json()["status"]
        rows = plant.get(f"/batch/jobs/{job_id}/progress", params={"limit": 1}).json()["total"]
        if not seen or seen[-1] != (status, rows):
            seen.append((status, rows))
    assert list(dict.fromkeys(status for status, _ in seen)) == ["PENDING", "RUNNING", "COMPLETED"]
    assert len([rows for status, rows in seen if status == "RUNNING"]) > 2


def test_a_job_waits_while_the_clock_stands(plant: httpx.Client, newton_mock: MockServer) -> None:
    newton_mock.clock(freeze=True)
    first, second = create(plant, order()), create(plant, order())
    time.sleep(0.3)
    waiting = plant.get(f"/batch/jobs/{second}").json()
    assert (waiting["status"], waiting["queue_position"], waiting["queue_depth"]) == ("PENDING", 2, 2)
    assert {"pipeline_type": "batch", "depth": 2} in plant.get("/batch/jobs/queue").json()["queues"]
    newton_mock.clock(advance=1)
    for job_id in (first, second):
        assert plant.get(f"/batch/jobs/{job_id}").json()["status"] == "COMPLETED"


def test_a_job_can_be_cancelled_once_and_retried(plant: httpx.Client, newton_mock: MockServer) -> None:
    newton_mock.clock(freeze=True)
    job_id = create(plant, order())
    assert code(plant.post(f"/batch/jobs/{job_id}/retry")) == (409, "conflict")
    cancelled = plant.post(f"/batch/jobs/{job_id}/cancel").json()
    assert cancelled["status"] == "CANCELLED"
    newton_mock.clock(advance=1)
    assert plant.get(f"/batch/jobs/{job_id}").json()["cancelled_at"] == cancelled["cancelled_at"]
    assert code(plant.post(f"/batch/jobs/{job_id}/cancel")) == (409, "job_already_completed")
    again = plant.post(f"/batch/jobs/{job_id}/retry").json()
    assert again == {"id": job_id, "status": "PENDING", "retry_count": 1}
    newton_mock.clock(advance=1)
    assert plant.get(f"/batch/jobs/{job_id}").json()["status"] == "COMPLETED"


def test_a_deleted_job_is_gone_with_its_outputs(plant: httpx.Client, newton_mock: MockServer) -> None:
    job = run(plant, newton_mock, order())
    url = outputs(plant, job["id"])[0]["data"]["ref"]
    assert plant.delete(f"/batch/jobs/{job['id']}").json() == {"id": job["id"], "deleted": True}
    assert code(plant.get(f"/batch/jobs/{job['id']}")) == (404, "NOT_FOUND")
    assert httpx.get(url).status_code == 404


def test_jobs_are_listed_newest_first_and_can_be_searched(
    plant: httpx.Client, newton_mock: MockServer
) -> None:
    newton_mock.clock(freeze=True)
    ids = [create(plant, order(name=f"run {number}")) for number in range(3)]
    plant.post(f"/batch/jobs/{ids[0]}/cancel")

    def listed(**query: Any) -> list[str]:
        return [job["id"] for job in plant.get("/batch/jobs", params=query).json()["jobs"]]

    assert listed() == ids[::-1]
    assert listed(offset=1, limit=1) == [ids[1]]
    assert listed(status="CANCELLED") == [ids[0]]
    assert listed(q="RUN 2") == [ids[2]]
    assert listed(pipeline_type="training") == []
    assert plant.get("/batch/jobs", params={"limit": 1}).json()["total"] == 3


def test_presigned_outputs_need_no_key_serve_ranges_and_expire(
    plant: httpx.Client, newton_mock: MockServer
) -> None:
    job = run(plant, newton_mock, order())
    url = outputs(plant, job["id"])[0]["data"]["ref"]
    whole = httpx.get(url)
    part = httpx.get(url, headers={"Range": "bytes=4-9"})
    assert (part.status_code, part.content) == (206, whole.content[4:10])
    assert plant.get(url).status_code == 400
    newton_mock.clock(advance=3601)
    assert httpx.get(url).status_code == 403


def test_inputs_are_tracked_but_examples_are_references(plant: httpx.Client, newton_mock: MockServer) -> None:
    job = run(plant, newton_mock, order())
    path = f"/batch/jobs/{job['id']}"
    listed = plant.get(f"{path}/inputs").json()["inputs"]
    assert [entry["status"] for entry in listed] == ["completed", "reference", "reference"]
    assert httpx.get(listed[0]["data"]["ref"]).text == recording(49)
    (item,) = plant.get(f"{path}/inputs/progress").json()["items"]
    assert (item["input"]["id"], item["step"]) == (listed[0]["id"], 1)
    assert item["latest_progress"]["metrics"]["percent_complete"] == 100
    query = [("status", "failed"), ("status", "pending")]
    assert plant.get(f"{path}/inputs/progress", params=query).json()["items"] == []
    counts = plant.get(f"{path}/inputs/progress/counts").json()
    assert counts == {"job_id": job["id"], "pending": 0, "processing": 0, "completed": 1, "failed": 0}


def test_a_trace_ends_with_all_that_was_done_and_has_an_etag(
    plant: httpx.Client, newton_mock: MockServer
) -> None:
    job = run(plant, newton_mock, order())
    path = f"/batch/jobs/{job['id']}/inputs/progress/traces"
    trace = plant.get(path, params={"buckets": 1})
    points = trace.json()["points"]
    assert len(points) == 10
    assert points[-1]["files"] == {"completed": 1, "failed": 0}
    assert points[-1]["items"] == {"inference": {"success": 19, "failed": 0}}
    same = {"If-None-Match": trace.headers["ETag"]}
    unchanged = plant.get(path, params={"buckets": 1}, headers=same)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert plant.get(path, params={"buckets": 20}, headers=same).status_code == 200


def test_activity_detection_answers_each_line_and_marks_bad_ones(
    api: httpx.Client, newton_mock: MockServer
) -> None:
    lines = [
        '{"prompt": "Readings 1 and 3?", "inputs": [{"type": "text", "format": "plain", "data": "5"}]}',
        "{oops",
        '{"prompt": ""}',
    ]
    upload(api, "prompts.jsonl", "\n".join(lines), "text/plain")
    inputs = {"worker.data": [{"file_id": "prompts.jsonl"}]}
    body = order(pipeline_key="activity-detection", inputs=inputs, parameters={})
    job = run(api, newton_mock, body)
    assert job["status"] == "COMPLETED"
    (output,) = outputs(api, job["id"])
    assert output["data"]["filename"] == "pred_prompts_part_0.jsonl"
    answers = [json.loads(line) for line in httpx.get(output["data"]["ref"]).text.splitlines()]
    assert "3 values with a mean of 3" in answers[0]["prediction"]
    assert [answer.get("error") for answer in answers] == [None, "parse error", "no text field is set"]


def test_the_registry_tells_what_a_job_may_set(api: httpx.Client) -> None:
    pipelines = api.get("/batch/registry/pipelines").json()["pipelines"]
    keys = [pipeline["pipeline_key"] for pipeline in pipelines]
    assert keys == ["machine-state-classification", "activity-detection"]
    path = f"/batch/registry/pipelines/{pipelines[0]['id']}"
    assert api.get(path).json() == pipelines[0]
    schema = api.get(f"{path}/schema").json()["user_schema"]
    classifier = schema["properties"]["classifier_config"]["properties"]
    assert classifier["n_neighbors"]["minimum"] == 3
    assert code(api.get("/batch/registry/pipelines/ppl_none")) == (404, "NOT_FOUND")
    query = {"status": "draft"}
    assert api.get("/batch/registry/pipelines", params=query).json()["pipelines"] == []
