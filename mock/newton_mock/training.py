"""Fine-tuning jobs: states and losses that follow from the clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newton_mock.state import State

ENDS = ("COMPLETED", "STOPPED", "CANCELLED", "FAILED")
_STEPS = 1000
_REPORT_STEPS = 50
_CHECKPOINT_STEPS = 200
# When each state of an undisturbed run begins, in parts of the whole.
_PLAN = ((0.0, "REGISTERED"), (0.05, "STARTING"), (0.15, "RUNNING"), (0.9, "FINALIZING"), (1.0, "COMPLETED"))
_TRAINING = 0.15, 0.9
_WINDING_DOWN = 0.1


@dataclass(slots=True)
class Training:
    """One training run. `stopped_at` and `cancelled_at` are when somebody asked for it."""

    id: str
    uuid: str
    name: str
    config: dict[str, Any]
    created_at: float
    duration: float
    stopped_at: float | None = None
    cancelled_at: float | None = None

    def stage(self, now: float) -> tuple[str, float]:
        """The status, and since when it is so."""
        if self.cancelled_at is not None:
            return "CANCELLED", self.cancelled_at
        if self.stopped_at is not None:
            done_at = self.stopped_at + _WINDING_DOWN * self.duration
            return ("STOPPED", done_at) if now >= done_at else ("STOPPING", self.stopped_at)
        begun = [(self.created_at + part * self.duration, status) for part, status in _PLAN]
        moment, status = [entry for entry in begun if entry[0] <= max(now, self.created_at)][-1]
        return status, moment

    def status(self, now: float) -> str:
        """Where it stands."""
        return self.stage(now)[0]

    def checkpoint(self, now: float) -> int | None:
        """The step of the newest checkpoint. Stopping writes one, cancelling does not."""
        step = self._step(now)
        if self.status(now) != "STOPPED":
            step -= step % _CHECKPOINT_STEPS
        return step or None

    def metrics(self, now: float) -> list[dict[str, Any]]:
        """The training curve so far."""
        first, last = _TRAINING
        seconds_per_step = (last - first) * self.duration / _STEPS
        evaluates = any(dataset["split"] == "eval" for dataset in self.config["datasets"])
        return [
            {
                "step": step,
                "loss": round(0.8 + 1.6 * math.exp(-step / 300), 4),
                "eval_loss": round(0.9 + 1.6 * math.exp(-step / 320), 4) if evaluates else None,
                "learning_rate": round(2e-4 * (1 - step / (2 * _STEPS)), 8),
                "wall_time_sec": round(step * seconds_per_step, 3),
            }
            for step in range(_REPORT_STEPS, self._step(now) + 1, _REPORT_STEPS)
        ]

    def _step(self, now: float) -> int:
        """How far the training came, in whole reports; one that is running is finished on a stop."""
        if self.cancelled_at is not None:
            now = self.cancelled_at
        elif self.stopped_at is not None:
            now = min(now, self.stopped_at + _WINDING_DOWN * self.duration)
        if self.duration == 0:
            return _STEPS
        first, last = _TRAINING
        part = ((now - self.created_at) / self.duration - first) / (last - first)
        step = int(max(0.0, min(1.0, part)) * _STEPS)
        return step - step % _REPORT_STEPS


class Trainings:
    """All of them, in the order they were created."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._trainings: dict[str, Training] = {}

    def list(self) -> list[Training]:
        """All of them, newest first."""
        return list(reversed(self._trainings.values()))

    def get(self, job_id: str) -> Training | None:
        """The one with that id."""
        return self._trainings.get(job_id)

    def create(self, job_id: str, name: str, config: dict[str, Any]) -> Training:
        """Begin a training."""
        training = Training(
            id=job_id,
            uuid=self._state.ids.typed("job"),
            name=name,
            config=config,
            created_at=self._state.clock.now(),
            duration=self._state.transitions.fine_tuning,
        )
        self._trainings[job_id] = training
        return training

    def delete(self, training: Training) -> None:
        """Forget one."""
        del self._trainings[training.id]

    def busy(self) -> bool:
        """Whether any of them is at work."""
        now = self._state.clock.now()
        return any(training.status(now) not in (*ENDS, "REGISTERED") for training in self._trainings.values())
