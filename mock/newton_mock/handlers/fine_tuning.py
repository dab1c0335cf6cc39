"""Fine-tuning jobs."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from newton_mock.call import Call, Reply
from newton_mock.clock import rfc3339
from newton_mock.errors import ApiError
from newton_mock.handlers import handles
from newton_mock.state import ORG_ID
from newton_mock.training import ENDS, Training

_MODEL = "Newton::c2_4_7b_251215a172f6d7"
_LONGEST_SLUG = 40

_Entry = TypeVar("_Entry")


@handles("fine_tuning_create")
def create(call: Call) -> Reply:
    """Begin a training, under the caller's id or one that is made."""
    body: dict[str, Any] = call.body
    trainings = call.state.trainings
    for dataset in body["config"]["datasets"]:
        for file_id in dataset["file_ids"]:
            if file_id not in call.state.files:
                suggestion = f"No file named '{file_id}'; upload it first."
                raise ApiError(400, "invalid_request", "Failed to resolve dataset files", suggestion)
    job_id = body.get("id") or _new_id(call, body["name"])
    if trainings.get(job_id):
        raise ApiError(409, "conflict", f"A job with the id '{job_id}' exists already.")
    config = {"model": _MODEL, **body["config"]}
    return Reply(_record(call, trainings.create(job_id, body["name"], config)))


def _new_id(call: Call, name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST_SLUG].strip("-")
    return "-".join(filter(None, ("ft-job", slug, call.state.ids.hex(8))))


@handles("fine_tuning_list")
def list_jobs(call: Call) -> Reply:
    """The jobs, newest first."""
    statuses: list[str] = call.query.get("statuses", [])
    now = call.state.clock.now()
    found = [job for job in call.state.trainings.list() if not statuses or job.status(now) in statuses]
    return Reply([_record(call, job) for job in _page(call, found)])


@handles("fine_tuning_get")
def get(call: Call) -> Reply:
    """One job."""
    return Reply(_record(call, _find(call)))


@handles("fine_tuning_metrics")
def metrics(call: Call) -> Reply:
    """The training curve so far."""
    job, now = _find(call), call.state.clock.now()
    return Reply({"last_checkpoint_step": job.checkpoint(now), "metrics": _page(call, job.metrics(now))})


@handles("fine_tuning_stop")
def stop(call: Call) -> Reply:
    """End it in good order."""
    job = _find_running(call)
    if job.stopped_at is None:
        job.stopped_at = call.state.clock.now()
    return Reply(_record(call, job))


@handles("fine_tuning_cancel")
def cancel(call: Call) -> Reply:
    """End it at once."""
    job = _find_running(call)
    job.cancelled_at = call.state.clock.now()
    return Reply(_record(call, job))


@handles("fine_tuning_delete")
def delete(call: Call) -> Reply:
    """Forget it; what a successful answer holds is not known."""
    call.state.trainings.delete(_find(call))
    return Reply({})


@handles("fine_tuning_status")
def status(call: Call) -> Reply:
    """Whether the node is free."""
    return Reply({"status": "BUSY" if call.state.trainings.busy() else "READY"})


def _find(call: Call) -> Training:
    if job := call.state.trainings.get(call.path["job_id"]):
        return job
    raise ApiError(404, "NOT_FOUND", f"Job '{call.path['job_id']}' not found")


def _find_running(call: Call) -> Training:
    job = _find(call)
    if (ended := job.status(call.state.clock.now())) in ENDS:
        raise ApiError(409, "job_already_completed", f"Job '{job.id}' is already {ended}")
    return job


def _page(call: Call, entries: list[_Entry]) -> list[_Entry]:
    offset: int = call.query.get("offset", 0)
    limit: int = call.query.get("limit", -1)
    return entries[offset:] if limit < 0 else entries[offset : offset + limit]


def _record(call: Call, job: Training) -> dict[str, Any]:
    status, moment = job.stage(call.state.clock.now())
    path = f"s3://atai-finetune/inference-configs/{job.id}.yaml"
    return {
        "name": job.name,
        "id": job.id,
        "config": job.config,
        "uuid": job.uuid,
        "org_uuid": ORG_ID,
        "status": status,
        "created_at": rfc3339(job.created_at),
        "updated_at": rfc3339(moment),
        "inference_config_path": path if status == "COMPLETED" else None,
    }
