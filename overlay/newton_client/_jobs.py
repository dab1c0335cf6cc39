"""What is read from a job: when it has ended, how far it is, what to say of one that failed."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from newton_api.models import InputProgress, InputProgressCounts, Job, JobEvent, JobOutput
from newton_api.types import Unset

from .errors import JobFailedError

FAILED = frozenset({"FAILED", "CANCELLED"})
TERMINAL = FAILED | {"COMPLETED"}

BAD_LEVELS = ("ERROR", "FAILED")
"""Levels of the events that tell why."""

TOLD = 5
"""How many of those an error shows."""


@frozen
class JobProgress:
    """How far a job is.

    Attributes:
        job: The job, as it was just now.
        pending: Inputs that wait.
        processing: Inputs that are worked on.
        completed: Inputs that are done.
        failed: Inputs that failed.
        items_done: Items (rows, windows, lines) done of the inputs that are worked on, where that is known.
        items_total: Items of those in all.
        fraction: How much of the job is done, from 0 to 1; None where the job has no input that counts.
    """

    job: Job
    pending: int
    processing: int
    completed: int
    failed: int
    items_done: int | None
    items_total: int | None
    fraction: float | None

    def __str__(self) -> str:
        share = "" if self.fraction is None else f" {self.fraction:.0%}"
        total = self.pending + self.processing + self.completed + self.failed
        return f"{self.job.status}{share}, {self.completed + self.failed} of {total} inputs"


def job_progress(job: Job, counts: InputProgressCounts, at_work: Sequence[InputProgress]) -> JobProgress:
    """The numbers of a job in one.

    Args:
        job: The job.
        counts: Its inputs by status.
        at_work: Inputs that are worked on, all or some.
    """
    pairs = [pair for each in at_work if (pair := _items(each)) is not None]
    shares = [done / total for done, total in pairs if total]
    total = counts.pending + counts.processing + counts.completed + counts.failed
    done = counts.completed + counts.failed + (sum(shares) / len(shares) * counts.processing if shares else 0)
    return JobProgress(
        job,
        counts.pending,
        counts.processing,
        counts.completed,
        counts.failed,
        int(sum(done for done, _ in pairs)) if pairs else None,
        int(sum(total for _, total in pairs)) if pairs else None,
        min(done / total, 1.0) if total else None,
    )


def _items(progress: InputProgress) -> tuple[float, float] | None:
    """Items done and items in all, of one input."""
    entry = progress.latest_progress
    if not entry or isinstance(entry.metrics, Unset):
        return None
    metrics = entry.metrics.additional_properties
    done, total = metrics.get("items_processed"), metrics.get("items_total")
    return (done, total) if isinstance(done, int | float) and isinstance(total, int | float) else None


def last_events(events: Iterable[JobEvent]) -> tuple[JobEvent, ...]:
    """The newest few, oldest first; each once."""
    found = {event.id: event for event in events}
    return tuple(sorted(found.values(), key=lambda event: (event.created_at, event.id))[-TOLD:])


def failure(job: Job, events: tuple[JobEvent, ...] = ()) -> JobFailedError:
    """The error that a job is which did not complete."""
    reasons = [_reason(job)] if job.error else []
    reasons += [event.message for event in events if not any(event.message in known for known in reasons)]
    said = f": {'; '.join(reasons)}" if reasons else ""
    advice = "newton.jobs.retry(...) queues it again." if job.status == "CANCELLED" else ""
    if job.status == "FAILED" and not events:
        advice = f"newton.jobs.events({job.id!r}) may say more."
    text = f"Job {job.id} ({job.name}) is {job.status}{said}. {advice}".rstrip()
    return JobFailedError(text, job=job, events=events)


def _reason(job: Job) -> str:
    """What the job says of itself; the fields of its error are not documented."""
    assert job.error
    said = job.error.to_dict()
    message = said.get("message") if isinstance(said, dict) else None
    return str(message or said)


def in_order(outputs: Iterable[JobOutput]) -> list[JobOutput]:
    """Outputs as they belong together: input after input, and the parts of each by their numbers."""
    each = list({output.id: output for output in outputs}.values())
    first: dict[object, Any] = {}
    for output in each:
        begun = first.get(output.input_id)
        first[output.input_id] = output.created_at if begun is None else min(begun, output.created_at)
    return sorted(
        each,
        key=lambda output: (
            first[output.input_id],
            str(output.input_id),
            output.port_name,
            part_number(output.data.filename),
            output.created_at,
            output.data.filename,
        ),
    )


def part_number(filename: str) -> int:
    """The number of a part: 12 of `pred_pump_part_12.csv`; -1 where there is none."""
    stem = filename.rpartition(".")[0] or filename
    digits = stem.rpartition("_part_")[2]
    return int(digits) if "_part_" in stem and digits.isdecimal() else -1


def missing_parts(outputs: Iterable[JobOutput]) -> list[str]:
    """Parts that are not there although later ones are, by the names they should have."""
    found: dict[tuple[object, str, str], set[int]] = {}
    for output in outputs:
        number = part_number(output.data.filename)
        if number >= 0:
            name = output.data.filename.replace(f"_part_{number}.", "_part_{}.")
            found.setdefault((output.input_id, output.port_name, name), set()).add(number)
    return [
        name.format(number)
        for (_, _, name), numbers in found.items()
        for number in range(min(numbers | {1}), max(numbers))
        if number not in numbers
    ]
