from typing import Literal

JobStatus = Literal["ADMITTED", "CANCELLED", "COMPLETED", "FAILED", "PENDING", "PREEMPTED", "RUNNING"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_job_status(value: object) -> JobStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
