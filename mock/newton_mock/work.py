"""What a pipeline gets to do its work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from newton_mock.records import StoredFile


class PipelineError(Exception):
    """The job fails; the message goes into the job and its events."""


@dataclass(slots=True)
class JobInput:
    """A file on a port of a job, or a checkpoint, which has no file."""

    id: str
    port_name: str
    file: StoredFile | None
    metadata: dict[str, Any]
    tracked: bool
    done: int = 0
    total: int = 0
    finished_at: float | None = None
    error: str | None = None


class Work(Protocol):
    """One run of a job, as its pipeline sees it."""

    config: dict[str, Any]

    def files(self, port_name: str) -> list[tuple[JobInput, StoredFile]]:
        """The files on a port."""
        ...

    def log(
        self,
        event_type: str,
        message: str,
        *,
        level: str = "INFO",
        payload: dict[str, Any] | None = None,
        about: JobInput | None = None,
    ) -> None:
        """Add an event."""
        ...

    def report(self, about: JobInput, done: int, total: int) -> None:
        """Say how many items of an input are done. Ends the run when the job was cancelled."""
        ...

    def output(self, port_name: str, made_from: JobInput, filename: str, media_type: str) -> Path:
        """Where to write an output."""
        ...

    def finish(self, about: JobInput) -> None:
        """An input is done."""
        ...


Pipeline = Callable[[Work], None]
