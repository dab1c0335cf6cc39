"""Fine-tuning jobs of the mock."""

from itertools import pairwise
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .conftest import code, upload

TRAIN = {"name": "training-set", "split": "train", "file_ids": ["train.jsonl"]}
EVAL = {"name": "eval-set", "split": "eval", "file_ids": ["eval.jsonl"]}


@pytest.fixture
def node(api: httpx.Client, newton_mock: MockServer) -> httpx.Client:
    """The API with both data sets uploaded, and a clock that stands still."""
    for name in ("train.jsonl", "eval.jsonl"):
        upload(api, name, '{"type":"data.example","event_data":"{}"}\n', "text/plain")
    newton_mock.clock(freeze=True)
    return api


def create(node: httpx.Client, *datasets: dict[str, Any], **more: Any) -> dict[str, Any]:
    config = {"datasets": list(datasets) or [TRAIN, EVAL]}
    answer = node.post("/fine-tune/jobs", json={"name": "My Run", "config": config, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def get(node: httpx.Client, job: dict[str, Any]) -> dict[str, Any]:
    return node.get(f"/fine-tune/jobs/{job['id']}").raise_for_status().json()


def metrics(node: httpx.Client, job: dict[str, Any], **query: Any) -> dict[str, Any]:
    return node.get(f"/fine-tune/jobs/{job['id']}/metrics", params=query).raise_for_status().json()


def put(node: httpx.Client, job: dict[str, Any], verb: str) -> httpx.Response:
    return node.put(f"/fine-tune/jobs/{job['id']}/{verb}")


def test_a_job_is_registered_under_an_id_made_from_its_name(node: httpx.Client) -> None:
    job = create(node)
    assert job["id"].startswith("ft-job-my-run-")
    assert (job["status"], job["inference_config_path"]) == ("REGISTERED", None)
    assert job["config"] == {"model": "Newton::c2_4_7b_251215a172f6d7", "datasets": [TRAIN, EVAL]}


def test_a_job_runs_through_its_states_in_three_seconds(node: httpx.Client, newton_mock: MockServer) -> None:
    job, seen = create(node), []
    for _ in range(32):
        newton_mock.clock(advance=0.1)
        seen.append(get(node, job)["status"])
    assert list(dict.fromkeys(seen)) == ["REGISTERED", "STARTING", "RUNNING", "FINALIZING", "COMPLETED"]
    assert get(node, job)["inference_config_path"].endswith(f"{job['id']}.yaml")


def test_an_hour_put_forward_completes_it_at_once(node: httpx.Client, newton_mock: MockServer) -> None:
    newton_mock.transitions(fine_tuning=3600)
    job = create(node)
    newton_mock.clock(advance=1800)
    assert get(node, job)["status"] == "RUNNING"
    newton_mock.clock(advance=1800.001)
    assert get(node, job)["status"] == "COMPLETED"


def test_a_job_may_take_no_time_at_all(node: httpx.Client, newton_mock: MockServer) -> None:
    newton_mock.transitions(fine_tuning=0)
    job = create(node)
    assert job["status"] == "COMPLETED"
    assert metrics(node, job)["last_checkpoint_step"] == 1000


def test_the_caller_may_choose_the_id_but_not_twice(node: httpx.Client) -> None:
    assert create(node, id="mine")["id"] == "mine"
    again = node.post("/fine-tune/jobs", json={"name": "x", "id": "mine", "config": {"datasets": [TRAIN]}})
    assert code(again) == (409, "conflict")


def test_a_dataset_that_is_not_there_is_refused(node: httpx.Client) -> None:
    dataset = {**TRAIN, "file_ids": ["gone.jsonl"]}
    answer = node.post("/fine-tune/jobs", json={"name": "x", "config": {"datasets": [dataset]}})
    assert code(answer) == (400, "invalid_request")
    assert "gone.jsonl" in answer.text


def test_the_loss_falls_as_time_goes_by(node: httpx.Client, newton_mock: MockServer) -> None:
    job = create(node)
    assert metrics(node, job) == {"last_checkpoint_step": None, "metrics": []}
    newton_mock.clock(advance=1.5)
    half = metrics(node, job)
    newton_mock.clock(advance=3600)
    whole = metrics(node, job)
    assert 0 < len(half["metrics"]) < len(whole["metrics"]) == 20
    assert whole["metrics"][: len(half["metrics"])] == half["metrics"]
    assert 0 < half["last_checkpoint_step"] < whole["last_checkpoint_step"] == 1000
    for before, after in pairwise(whole["metrics"]):
        assert before["step"] < after["step"]
        assert before["loss"] > after["loss"]
        assert before["eval_loss"] > after["eval_loss"]
        assert before["wall_time_sec"] < after["wall_time_sec"]


def test_without_an_evaluation_set_there_is_no_evaluation_loss(
    node: httpx.Client, newton_mock: MockServer
) -> None:
    job = create(node, TRAIN)
    newton_mock.clock(advance=3600)
    assert {row["eval_loss"] for row in metrics(node, job)["metrics"]} == {None}


def test_metrics_come_in_pages(node: httpx.Client, newton_mock: MockServer) -> None:
    job = create(node)
    newton_mock.clock(advance=3600)
    assert metrics(node, job, offset=18, limit=5)["metrics"] == metrics(node, job, limit=-1)["metrics"][18:]
    assert metrics(node, job, limit=0)["metrics"] == []


def test_a_stopped_job_winds_down_and_keeps_a_checkpoint(node: httpx.Client, newton_mock: MockServer) -> None:
    job = create(node)
    newton_mock.clock(advance=1.5)
    before = metrics(node, job)["metrics"][-1]["step"]
    assert put(node, job, "stop").json()["status"] == "STOPPING"
    newton_mock.clock(advance=0.2)
    assert put(node, job, "stop").json()["status"] == "STOPPING"
    newton_mock.clock(advance=0.2)
    assert get(node, job)["status"] == "STOPPED"
    after = metrics(node, job)
    assert before <= after["last_checkpoint_step"] == after["metrics"][-1]["step"] < 1000


def test_a_cancelled_job_ends_at_once_without_another_checkpoint(
    node: httpx.Client, newton_mock: MockServer
) -> None:
    job = create(node)
    newton_mock.clock(advance=1.5)
    before = metrics(node, job)
    assert put(node, job, "cancel").json()["status"] == "CANCELLED"
    newton_mock.clock(advance=3600)
    assert get(node, job)["status"] == "CANCELLED"
    assert metrics(node, job) == before
    assert before["last_checkpoint_step"] < before["metrics"][-1]["step"]


def test_a_stopping_job_can_be_cancelled(node: httpx.Client) -> None:
    job = create(node)
    put(node, job, "stop")
    assert put(node, job, "cancel").json()["status"] == "CANCELLED"


@pytest.mark.parametrize("verb", ["stop", "cancel"])
@pytest.mark.parametrize("end", ["COMPLETED", "STOPPED", "CANCELLED"])
def test_a_job_that_has_ended_can_be_neither_stopped_nor_cancelled(
    node: httpx.Client, newton_mock: MockServer, verb: str, end: str
) -> None:
    job = create(node)
    if end != "COMPLETED":
        put(node, job, {"STOPPED": "stop", "CANCELLED": "cancel"}[end])
    newton_mock.clock(advance=3600)
    assert get(node, job)["status"] == end
    assert code(put(node, job, verb)) == (409, "job_already_completed")


def test_a_deleted_job_is_gone(node: httpx.Client) -> None:
    job = create(node)
    assert node.delete(f"/fine-tune/jobs/{job['id']}").status_code == 200
    assert code(node.get(f"/fine-tune/jobs/{job['id']}")) == (404, "NOT_FOUND")
    assert code(node.delete(f"/fine-tune/jobs/{job['id']}")) == (404, "NOT_FOUND")


def test_the_list_is_a_bare_array_newest_first(node: httpx.Client, newton_mock: MockServer) -> None:
    old, new = create(node, id="old"), create(node, id="new")
    put(node, old, "cancel")
    jobs = node.get("/fine-tune/jobs").json()
    assert [job["id"] for job in jobs] == ["new", "old"]
    assert jobs[0] == new
    newton_mock.clock(advance=0.2)
    query = [("statuses", "STARTING"), ("statuses", "CANCELLED")]
    assert len(node.get("/fine-tune/jobs", params=query).json()) == 2
    assert [job["id"] for job in node.get("/fine-tune/jobs?statuses=CANCELLED").json()] == ["old"]
    assert [job["id"] for job in node.get("/fine-tune/jobs?offset=1&limit=1").json()] == ["old"]
    assert len(node.get("/fine-tune/jobs?limit=-1").json()) == 2


def test_the_node_is_busy_while_a_job_is_at_work(node: httpx.Client, newton_mock: MockServer) -> None:
    def status() -> str:
        return str(node.get("/fine-tune/status").json()["status"])

    create(node)
    assert status() == "READY"
    newton_mock.clock(advance=1.5)
    assert status() == "BUSY"
    newton_mock.clock(advance=3600)
    assert status() == "READY"


def test_a_job_that_changed_says_when(node: httpx.Client, newton_mock: MockServer) -> None:
    job = create(node)
    newton_mock.clock(advance=1.5)
    running = get(node, job)
    assert job["created_at"] == running["created_at"] < running["updated_at"]
