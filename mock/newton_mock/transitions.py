"""How fast things move."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Transitions:
    """How fast jobs and sessions move, in seconds of the mock's clock."""

    job_pending: float = 0.2
    job_running: float = 0.3
    """At least; a long computation takes longer."""
    session_start: float = 0.2
    """From registered to running."""
    heartbeat: float = 5.0
    """Real seconds between the heartbeats of a quiet stream."""
    fine_tuning: float = 3.0
    """From creation to completion."""
    numeric_status: bool = False
    """Whether `session.status` says "3" and "6" for running and failed, as some deployments do."""
