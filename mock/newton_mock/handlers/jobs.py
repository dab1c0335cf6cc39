"""Batch jobs."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from newton_mock.call import Call, Reply, empty
from newton_mock.clock import rfc3339
from newton_mock.errors import ApiError
from newton_mock.handlers import handles
from newton_mock.handlers.pipelines import registry
from newton_mock.jobs import ENDS, PIPELINES, Event, Job, Output, Progress
from newton_mock.paging import page
from newton_mock.presign import presign
from newton_mock.state import ORG_ID
from newton_mock.work import JobInput

_URL_SEC = 3600
_CHECKPOINTS = "worker.fine_tune_checkpoint"
_BUCKETS = (10, 1000)


@handles("jobs_create")
def create(call: Call) -> Reply:
    """Queue a job over files that are there."""
    body: dict[str, Any] = call.body
    pipeline = _pipeline(call)
    now = call.state.clock.now()
    job = Job(
        id=call.state.ids.typed("job"),
        name=body["name"],
        pipeline=pipeline,
        parameters=body.get("parameters", pipeline["default_config"]),
        inputs=_inputs(call, pipeline),
        created_at=now,
    )
    call.state.jobs.submit(job)
    return Reply(_job(call, job))


def _pipeline(call: Call) -> dict[str, Any]:
    body: dict[str, Any] = call.body
    key, version = body["pipeline_key"], body.get("pipeline_version")
    versions = [
        pipeline
        for pipeline in registry(call)
        if pipeline["pipeline_key"] == key and pipeline["pipeline_type"] == body["pipeline_type"]
    ]
    if not versions or key not in PIPELINES:
        raise ApiError(404, "NOT_FOUND", f"Pipeline '{key}' has no active versions")
    for pipeline in versions:
        if version in (None, pipeline["pipeline_version"]):
            return pipeline
    raise ApiError(404, "NOT_FOUND", f"Pipeline '{key}' version '{version}' not found")


def _inputs(call: Call, pipeline: dict[str, Any]) -> list[JobInput]:
    given: dict[str, list[dict[str, Any]]] = call.body.get("inputs", {})
    ports: dict[str, dict[str, Any]] = pipeline["inputs"]
    for name in given.keys() - ports.keys() - {_CHECKPOINTS}:
        raise _refused(f"Pipeline has no input port '{name}'", f"Its ports: {', '.join(ports)}")
    for name, port in ports.items():
        if port["required"] and not given.get(name):
            raise _refused(f"Input port '{name}' needs at least one file")
    return [
        _input(call, name, entry, tracked=bool(ports.get(name, {}).get("tracked")))
        for name, entries in given.items()
        for entry in entries
    ]


def _input(call: Call, port_name: str, entry: dict[str, Any], *, tracked: bool) -> JobInput:
    file = call.state.files.get(entry.get("file_id", ""))
    if "file_id" in entry and file is None:
        suggestion = f"No file named '{entry['file_id']}'; upload it first."
        raise _refused("Failed to resolve file inputs", suggestion)
    metadata: dict[str, Any] = entry.get("metadata", {})
    return JobInput(call.state.ids.typed("inp"), port_name, file, metadata, tracked)


def _refused(message: str, suggestion: str | None = None) -> ApiError:
    return ApiError(400, "invalid_request", message, suggestion)


@handles("jobs_list", quick=True)
def list_jobs(call: Call) -> Reply:
    """The newest first."""
    wanted, text = call.query, call.query.get("q", "").lower()
    found = [
        job
        for job in reversed(call.state.jobs.list())
        if wanted.get("status") in (None, job.status)
        and wanted.get("pipeline_type") in (None, job.pipeline["pipeline_type"])
        and text in f"{job.id} {job.name} {job.pipeline['pipeline_key']}".lower()
    ]
    return page(call, "jobs", [_job(call, job) for job in found])


@handles("jobs_get", quick=True)
def get(call: Call) -> Reply:
    """The job as it is now."""
    return Reply(_job(call, _find(call)))


@handles("jobs_delete")
def delete(call: Call) -> Reply:
    """Remove a job, running or not."""
    job = _find(call)
    call.state.jobs.delete(job)
    return Reply({"id": job.id, "deleted": True})


@handles("jobs_cancel")
def cancel(call: Call) -> Reply:
    """Stop a job that has not ended."""
    job = _find(call)
    if job.status in ENDS:
        message = f"Job '{job.id}' is already {job.status}"
        raise ApiError(409, "job_already_completed", message)
    call.state.jobs.cancel(job)
    return Reply({"id": job.id, "status": job.status, "cancelled_at": _when(job.ended_at)})


@handles("jobs_retry")
def retry(call: Call) -> Reply:
    """Queue a job again that failed or was cancelled."""
    job = _find(call)
    if job.status not in ("FAILED", "CANCELLED"):
        message = f"Job '{job.id}' is {job.status}; only FAILED and CANCELLED jobs can be retried"
        raise ApiError(409, "conflict", message)
    call.state.jobs.retry(job)
    return Reply({"id": job.id, "status": job.status, "retry_count": job.retry_count})


@handles("jobs_queue", quick=True)
def queue(call: Call) -> Reply:
    """How many jobs wait."""
    depths = {"batch": 0, "training": 0}
    for job in _queued(call):
        depths[job.pipeline["pipeline_type"]] += 1
    queues = [{"pipeline_type": name, "depth": depth} for name, depth in depths.items()]
    return Reply({"queues": queues})


@handles("jobs_events", quick=True)
def events(call: Call) -> Reply:
    """The oldest first."""
    job = _find(call)
    found = [
        event
        for event in job.events
        if _fits(call, "level", event.level)
        and _fits(call, "event_type", event.event_type)
        and _fits(call, "input_id", event.input_id)
    ]
    return page(call, "events", [_event(event) for event in found], job_id=job.id)


@handles("jobs_inputs", quick=True)
def inputs(call: Call) -> Reply:
    """Every file the job reads."""
    job = _find(call)
    found = [
        entry
        for entry in job.inputs
        if _fits(call, "port_name", entry.port_name) and _fits(call, "status", job.state_of(entry))
    ]
    return page(call, "inputs", [_input_of(call, job, entry) for entry in found], job_id=job.id)


@handles("jobs_outputs")
def outputs(call: Call) -> Reply:
    """What was written for inputs that are done."""
    job = _find(call)
    # Files become visible when they are complete: with their input.
    found = [
        output
        for output in job.outputs
        if job.state_of(output.made_from) == "completed"
        and _fits(call, "port_name", output.port_name)
        and _fits(call, "input_id", output.made_from.id)
    ]
    return page(call, "outputs", [_output(call, job, entry) for entry in found], job_id=job.id)


@handles("jobs_progress", quick=True)
def progress(call: Call) -> Reply:
    """The oldest first."""
    job = _find(call)
    found = [
        row
        for row in job.progress
        if _fits(call, "kind", "inference") and _fits(call, "input_id", row.input_id)
    ]
    return page(call, "entries", [_progress(row) for row in found], job_id=job.id)


@handles("jobs_inputs_progress", quick=True)
def inputs_progress(call: Call) -> Reply:
    """Tracked inputs, each with its latest progress."""
    job = _find(call)
    statuses: list[str] = call.query.get("status", [])
    finished = sorted(
        (entry for entry in _tracked(call, job) if entry.finished_at is not None),
        key=lambda entry: entry.finished_at or 0.0,
    )
    latest = {row.input_id: row for row in job.progress}
    items = [
        {
            "input": _input_of(call, job, entry),
            "latest_progress": _progress(latest[entry.id]) if entry.id in latest else None,
            "step": finished.index(entry) + 1 if entry in finished else None,
        }
        for entry in _tracked(call, job)
        if not statuses or job.state_of(entry) in statuses
    ]
    if call.query.get("order") == "desc":
        items.reverse()
    return page(call, "items", items, job_id=job.id)


@handles("jobs_inputs_progress_counts", quick=True)
def counts(call: Call) -> Reply:
    """Tracked inputs by status."""
    job = _find(call)
    return Reply({"job_id": job.id, **_counts(job, _tracked(call, job))})


@handles("jobs_inputs_progress_traces", quick=True)
def traces(call: Call) -> Reply:
    """The job's life in buckets of time; 304 for the `ETag` of the same state."""
    job = _find(call)
    fewest, most = _BUCKETS
    buckets = min(max(call.query.get("buckets", 100), fewest), most)
    tracked = [entry for entry in job.inputs if entry.tracked]
    seen = f"{job.id} {job.status} {job.retry_count} {job.updated_at} {len(job.progress)} {buckets}"
    etag = f'"{hashlib.sha256(seen.encode()).hexdigest()[:32]}"'
    if call.headers.get("if-none-match") == etag:
        return empty(304)
    moments = [row.at for row in job.progress] + [e.finished_at for e in tracked if e.finished_at]
    start = job.started_at
    end = job.ended_at or call.state.clock.now()
    width = (end - start) / buckets if start is not None else 0.0
    points = [
        _point(job, tracked, start + width * number) for number in range(1, buckets + 1) if start is not None
    ]
    body = {
        "job_id": job.id,
        "bucket_seconds": width,
        "latest_event_at": _when(max(moments, default=None)),
        "points": points,
    }
    return Reply(body, headers={"ETag": etag})


def _point(job: Job, tracked: list[JobInput], moment: float) -> dict[str, Any]:
    # Rounding may put the end of the last bucket a hair before what happened in it.
    moment += 1e-6
    ended = [e for e in tracked if e.finished_at is not None and e.finished_at <= moment]
    failed = sum(entry.error is not None for entry in ended)
    done = {row.input_id: row.done for row in job.progress if row.at <= moment}
    return {
        "t": rfc3339(moment),
        "step": len(ended),
        "files": {"completed": len(ended) - failed, "failed": failed},
        "items": {"inference": {"success": sum(done.values()), "failed": 0}} if done else {},
    }


def _find(call: Call) -> Job:
    if job := call.state.jobs.get(call.path["id"]):
        return job
    raise ApiError(404, "NOT_FOUND", f"Job '{call.path['id']}' not found")


def _fits(call: Call, name: str, value: str | None) -> bool:
    return call.query.get(name) in (None, value)


def _tracked(call: Call, job: Job) -> list[JobInput]:
    return [e for e in job.inputs if e.tracked and _fits(call, "port_name", e.port_name)]


def _queued(call: Call) -> list[Job]:
    return [job for job in call.state.jobs.list() if job.status == "PENDING"]


def _counts(job: Job, entries: list[JobInput]) -> dict[str, int]:
    statuses = [job.state_of(entry) for entry in entries]
    names = ("pending", "processing", "completed", "failed")
    return {name: statuses.count(name) for name in names}


def _when(moment: float | None) -> str | None:
    return None if moment is None else rfc3339(moment)


def _job(call: Call, job: Job) -> dict[str, Any]:
    waiting = _queued(call)
    is_queued = job in waiting
    return {
        "id": job.id,
        "org_id": ORG_ID,
        "name": job.name,
        "pipeline_type": job.pipeline["pipeline_type"],
        "pipeline_key": job.pipeline["pipeline_key"],
        "pipeline_version": job.pipeline["pipeline_version"],
        "status": job.status,
        "parameters": job.parameters,
        "retry_count": job.retry_count,
        "preemption_count": 0,
        "queue_position": waiting.index(job) + 1 if is_queued else None,
        "queue_depth": len(waiting) if is_queued else None,
        "input_progress": _counts(job, [entry for entry in job.inputs if entry.tracked]),
        "created_at": rfc3339(job.created_at),
        "updated_at": rfc3339(job.updated_at),
        "started_at": _when(job.started_at),
        "completed_at": _when(job.ended_at) if job.status == "COMPLETED" else None,
        "failed_at": _when(job.ended_at) if job.status == "FAILED" else None,
        "cancelled_at": _when(job.ended_at) if job.status == "CANCELLED" else None,
        "error": {"message": job.error} if job.error is not None else None,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "event_type": event.event_type,
        "level": event.level,
        "message": event.message,
        "payload": event.payload,
        "input_id": event.input_id,
        "index": 0 if event.input_id else None,
        "created_at": rfc3339(event.at),
    }


def _progress(row: Progress) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": "inference",
        "step": row.step,
        "message": f"Processed {row.done} of {row.total}",
        "metrics": {
            "percent_complete": round(100 * row.done / row.total, 2),
            "items_processed": row.done,
            "items_total": row.total,
        },
        "payload": {},
        "input_id": row.input_id,
        "index": 0,
        "created_at": rfc3339(row.at),
    }


def _input_of(call: Call, job: Job, entry: JobInput) -> dict[str, Any]:
    file = entry.file
    data = None
    if file:
        url = _url(call, file.file_uid, call.state.clock.now() + _URL_SEC)
        data = _data(url, file.file_id, file.file_type, file.num_bytes, entry.metadata)
    return {
        "id": entry.id,
        "job_id": job.id,
        "port_name": entry.port_name,
        "file_id": file.file_id if file else None,
        "data": data,
        "status": job.state_of(entry),
        "error_message": entry.error,
        "created_at": rfc3339(job.created_at),
        "completed_at": None if entry.error else _when(entry.finished_at),
    }


def _output(call: Call, job: Job, output: Output) -> dict[str, Any]:
    source = output.made_from
    expires = call.state.clock.now() + _URL_SEC
    stored = output.stored
    size = stored.path.stat().st_size
    return {
        "id": output.id,
        "job_id": job.id,
        "port_name": output.port_name,
        "input_id": source.id,
        "input_file_id": source.file.file_id if source.file else None,
        "data": _data(_url(call, output.id, expires), output.filename, stored.media_type, size, {}),
        "expires_at": rfc3339(int(expires)),
        "created_at": rfc3339(output.at),
    }


def _data(url: str, filename: str, file_type: str, size: int, metadata: dict[str, Any]) -> dict[str, Any]:
    return {
        "ref": url,
        "filename": filename,
        "file_type": file_type,
        "file_extension": PurePath(filename).suffix,
        "num_bytes": size,
        "metadata": metadata,
        "file_tags": None,
        "file_attributes": None,
    }


def _url(call: Call, key: str, expires: float) -> str:
    return presign(call.origin, call.state.secret, "GET", key, expires)
