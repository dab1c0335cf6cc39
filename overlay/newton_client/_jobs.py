"""When a job has ended, and what to say of one that failed."""

from newton_api.models import Job

from .errors import JobFailedError

FAILED = frozenset({"FAILED", "CANCELLED"})
TERMINAL = FAILED | {"COMPLETED"}


def failure(job: Job) -> JobFailedError:
    """The error that a job is which did not complete."""
    said = f": {job.error.to_dict()}" if job.error else ""
    return JobFailedError(
        f"Job {job.id} ({job.name}) is {job.status}{said}. "
        f"newton.jobs.events({job.id!r}, level='ERROR') may say more.",
        job=job,
    )
