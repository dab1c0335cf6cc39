"""Batch jobs: a state machine that moves with the clock, and threads that do the work."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newton_mock.activity import run as detect_activity
from newton_mock.ids import Ids
from newton_mock.machine_state import run as classify_machine_state
from newton_mock.records import StoredFile, StoredObject
from newton_mock.work import JobInput, Pipeline, PipelineError

if TYPE_CHECKING:
    from newton_mock.state import State

PIPELINES: dict[str, Pipeline] = {
    "machine-state-classification": classify_machine_state,
    "activity-detection": detect_activity,
}
ENDS = ("COMPLETED", "FAILED", "CANCELLED")
_AT_ONCE = 2
_LONGEST_SETTLE = 30.0


class _StoppedError(Exception):
    """The job was cancelled or deleted while it ran."""


@dataclass(slots=True)
class Event:
    """An entry of a job's log."""

    id: int
    event_type: str
    level: str
    message: str
    payload: dict[str, Any]
    input_id: str | None
    at: float


@dataclass(slots=True)
class Progress:
    """A report on how far an input is."""

    id: int
    step: int
    input_id: str
    done: int
    total: int
    at: float


@dataclass(slots=True)
class Output:
    """A file that a job wrote."""

    id: str
    port_name: str
    made_from: JobInput
    filename: str
    stored: StoredObject
    at: float


@dataclass(slots=True)
class Job:
    """A run of a pipeline, as the API sees it."""

    id: str
    name: str
    pipeline: dict[str, Any]
    parameters: dict[str, Any]
    inputs: list[JobInput]
    created_at: float
    status: str = "PENDING"
    retry_count: int = 0
    updated_at: float = 0.0
    started_at: float | None = None
    ended_at: float | None = None
    error: str | None = None
    events: list[Event] = field(default_factory=list[Event])
    progress: list[Progress] = field(default_factory=list[Progress])
    outputs: list[Output] = field(default_factory=list[Output])
    attempt: Attempt | None = None

    def move(self, status: str, now: float) -> None:
        """Enter a status."""
        self.status, self.updated_at = status, now
        if status == "RUNNING":
            self.started_at = now
        if status in ENDS:
            self.ended_at = now

    def state_of(self, entry: JobInput) -> str:
        """The status of one of its inputs."""
        if not entry.tracked:
            return "reference"
        if entry.error is not None:
            return "failed"
        if entry.finished_at is not None:
            return "completed"
        return "processing" if self.started_at is not None else "pending"


class Attempt:
    """One try at a job, in a thread of its own; implements `work.Work`."""

    def __init__(self, state: State, job: Job, slots: threading.Semaphore) -> None:
        self._state = state
        self._clock = state.clock
        self._job = job
        self._slots = slots
        # Ids of its own: which thread draws first is left to chance.
        self._ids = Ids(f"{state.seed}/{job.id}/{job.retry_count}")
        self._start_at = self._clock.now() + state.transitions.job_pending
        self._least_sec = state.transitions.job_running
        self.stopped = threading.Event()
        components: list[dict[str, Any]] = list(job.parameters.values())
        self.config: dict[str, Any] = components[0].get("config", {}) if components else {}
        self._thread = threading.Thread(target=self._live, name=job.id, daemon=True)
        self._thread.start()

    @property
    def due(self) -> float:
        """When it can be over at the earliest."""
        return self._start_at + self._least_sec

    def join(self) -> None:
        """Wait until it is over, though not for ever."""
        self._thread.join(_LONGEST_SETTLE)

    def _live(self) -> None:
        if not self._clock.wait_until(self._start_at, self.stopped.is_set):
            return
        with self._slots:
            try:
                self._begin()
                PIPELINES[self._job.pipeline["pipeline_key"]](self)
                self._pause(1)
                self._end(None)
            except _StoppedError:
                return
            except FileNotFoundError:
                self._end("S3 object not found")
            except PipelineError as error:
                self._end(str(error))
            except Exception as error:
                self._end(f"The mock failed: {error!r}")

    def _begin(self) -> None:
        with self._state.lock:
            self._check()
            self._job.move("RUNNING", self._clock.now())
        self.log("running_job", "Running job")

    def _end(self, error: str | None) -> None:
        with self._state.lock:
            if self.stopped.is_set():
                return
            now = self._clock.now()
            if error is not None:
                self.log("job.failed", error, level="ERROR")
                for entry in self._job.inputs:
                    if entry.tracked and entry.finished_at is None:
                        entry.finished_at, entry.error = now, error
            self._job.error = error
            self._job.move("COMPLETED" if error is None else "FAILED", now)

    def _check(self) -> None:
        if self.stopped.is_set():
            raise _StoppedError

    def _pause(self, part: float) -> None:
        """Wait until that part of the shortest run is over, so that progress can be seen."""
        if not self._clock.wait_until(self._start_at + part * self._least_sec, self.stopped.is_set):
            raise _StoppedError

    def files(self, port_name: str) -> list[tuple[JobInput, StoredFile]]:
        """See `work.Work`."""
        inputs = [entry for entry in self._job.inputs if entry.port_name == port_name]
        return [(entry, entry.file) for entry in inputs if entry.file]

    def log(
        self,
        event_type: str,
        message: str,
        *,
        level: str = "INFO",
        payload: dict[str, Any] | None = None,
        about: JobInput | None = None,
    ) -> None:
        """See `work.Work`."""
        with self._state.lock:
            events = self._job.events
            about_id = about.id if about else None
            now = self._clock.now()
            number = len(events) + 1
            events.append(Event(number, event_type, level, message, payload or {}, about_id, now))

    def report(self, about: JobInput, done: int, total: int) -> None:
        """See `work.Work`."""
        tracked = [entry for entry in self._job.inputs if entry.tracked]
        self._pause((tracked.index(about) + done / total) / len(tracked))
        with self._state.lock:
            self._check()
            about.done, about.total = done, total
            rows = self._job.progress
            number = len(rows) + 1
            rows.append(Progress(number, number, about.id, done, total, self._clock.now()))
            self._job.updated_at = rows[-1].at

    def output(self, port_name: str, made_from: JobInput, filename: str, media_type: str) -> Path:
        """See `work.Work`."""
        with self._state.lock:
            self._check()
            stored = StoredObject(self._state.blob(), media_type)
            output_id = self._ids.typed("out")
            self._state.objects[output_id] = stored
            now = self._clock.now()
            self._job.outputs.append(Output(output_id, port_name, made_from, filename, stored, now))
            return stored.path

    def finish(self, about: JobInput) -> None:
        """See `work.Work`."""
        with self._state.lock:
            self._check()
            about.finished_at = self._job.updated_at = self._clock.now()
            for output in self._job.outputs:
                if output.made_from is about:
                    self._state.stamp(output.stored.path)


class Jobs:
    """All jobs, in the order they were created."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._slots = threading.Semaphore(_AT_ONCE)
        self._jobs: dict[str, Job] = {}

    def list(self) -> list[Job]:
        """The oldest first."""
        return list(self._jobs.values())

    def get(self, job_id: str) -> Job | None:
        """The job of that id, if there is one."""
        return self._jobs.get(job_id)

    def submit(self, job: Job) -> None:
        """Queue a new job."""
        self._jobs[job.id] = job
        self._begin(job)

    def retry(self, job: Job) -> None:
        """Queue it again, as if nothing had been done."""
        self._forget_outputs(job)
        job.retry_count += 1
        job.started_at = job.ended_at = job.error = None
        job.events, job.progress, job.outputs = [], [], []
        for entry in job.inputs:
            entry.done = entry.total = 0
            entry.finished_at = entry.error = None
        self._begin(job)

    def _begin(self, job: Job) -> None:
        job.move("PENDING", self._state.clock.now())
        job.attempt = Attempt(self._state, job, self._slots)

    def cancel(self, job: Job) -> None:
        """Stop it; it can be retried."""
        self._stop(job)
        job.move("CANCELLED", self._state.clock.now())

    def delete(self, job: Job) -> None:
        """Stop it and forget it with its outputs."""
        self._stop(job)
        self._forget_outputs(job)
        del self._jobs[job.id]

    def stop(self) -> None:
        """End all work."""
        for job in self._jobs.values():
            self._stop(job)

    def settle(self) -> None:
        """Wait for the jobs whose time is over. Call it without the state's lock."""
        now = self._state.clock.now()
        for job in self.list():
            if job.attempt and job.status not in ENDS and job.attempt.due <= now:
                job.attempt.join()

    def _stop(self, job: Job) -> None:
        if job.attempt:
            job.attempt.stopped.set()

    def _forget_outputs(self, job: Job) -> None:
        for output in job.outputs:
            del self._state.objects[output.id]
            output.stored.path.unlink(missing_ok=True)
