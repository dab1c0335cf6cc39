from typing import Literal

FineTuningStatus = (
    Literal[
        "CANCELLED",
        "COMPLETED",
        "FAILED",
        "FINALIZING",
        "REGISTERED",
        "RUNNING",
        "STARTING",
        "STOPPED",
        "STOPPING",
        "UNKNOWN",
    ]
    | str
)
"""The values known when this was generated; newer ones pass as they are."""


def check_fine_tuning_status(value: object) -> FineTuningStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
