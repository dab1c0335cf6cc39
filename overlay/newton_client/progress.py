"""How far a transfer is: what progress callbacks are given, and a bar for terminals.

with ProgressBar() as bar:
    newton.files.upload("recordings.csv", progress=bar)
"""

import time
from collections import deque
from collections.abc import Callable
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import frozen

if TYPE_CHECKING:
    from ._jobs import JobProgress

State = Literal["started", "resumed", "moving", "rewound", "finishing", "done"]

_EVERY = 0.1
"""Seconds between two calls that say no more than `moving`."""

_LATELY = 150
"""Calls that the rate looks back, so for 15 seconds or more."""


@frozen
class Progress:
    """How far a transfer is.

    Attributes:
        name: The file.
        done: Bytes so far, those of earlier tries included. Less than before in state `rewound` alone.
        total: Bytes in all, where that is known.
        part: The part that moved, where the file goes in parts.
        state: `started` or, with bytes of an earlier try, `resumed`; then `moving`; `rewound` where
            bytes must be sent or read again; `finishing` while the server makes one file of the
            parts; `done`.
        rate: Bytes per second lately.
        left: Seconds left at that rate, where both are known.
    """

    name: str
    done: int
    total: int | None
    part: int | None
    state: State
    rate: float
    left: float | None


ProgressCallback = Callable[[Progress], Any]
"""Called as a transfer goes on: not more than ten times a second, and never twice at once. What it
raises ends the transfer."""


def one_at_a_time(tell: ProgressCallback) -> ProgressCallback:
    """A callback that several transfers can share."""
    lock = Lock()

    def told(progress: Progress) -> None:
        with lock:
            tell(progress)

    return told


class Meter:
    """Counts the bytes of one transfer, from any thread, and tells the callback."""

    def __init__(self, name: str, total: int | None, tell: ProgressCallback | None) -> None:
        self.name = name
        self.total = total
        self._tell = tell
        self._lock = Lock()
        self._done = 0
        self._parts: dict[int | None, int] = {}
        self._told = 0.0
        self._past: deque[tuple[float, int]] = deque(maxlen=_LATELY)

    def start(self, done: int = 0) -> None:
        """It begins, with so many bytes of an earlier try."""
        with self._lock:
            self._done = self._parts[None] = done
            self._say("resumed" if done else "started")

    def at(self, position: int, part: int | None = None) -> None:
        """So many bytes of this part, or of the whole, have moved by now."""
        with self._lock:
            step = position - self._parts.get(part, 0)
            self._parts[part] = position
            self._done += step
            if step < 0:
                self._past.clear()
                self._say("rewound", part)
            elif step and time.monotonic() - self._told >= _EVERY:
                self._say("moving", part)

    def end_part(self, part: int) -> None:
        """This part will not be sent again."""
        with self._lock:
            self._parts.pop(part, None)

    def state(self, state: State) -> None:
        """Say where it is."""
        with self._lock:
            self._say(state)

    def _say(self, state: State, part: int | None = None) -> None:
        if self._tell is None:
            return
        self._told = now = time.monotonic()
        self._past.append((now, self._done))
        began, had = self._past[0]
        rate = (self._done - had) / (now - began) if now > began else 0.0
        left = (self.total - self._done) / rate if self.total is not None and rate else None
        self._tell(Progress(self.name, self._done, self.total, part, state, rate, left))


class _Bar:
    """Bars on a terminal, shown inside a `with` block."""

    def __init__(self, console: Any, *columns: str) -> None:
        try:
            from rich import console as consoles
            from rich import progress as bars
        except ImportError as error:
            raise ImportError("A progress bar needs rich: pip install 'newton-client[cli]'") from error
        self._bars = bars.Progress(
            bars.TextColumn("{task.description}", markup=False),
            bars.BarColumn(),
            *(
                bars.DownloadColumn(binary_units=True) if name == "DownloadColumn" else getattr(bars, name)()
                for name in columns
            ),
            bars.TextColumn("{task.fields[state]}", markup=False),
            console=console or consoles.Console(stderr=True),
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bars.stop()


class ProgressBar(_Bar):
    """Shows transfers on a terminal, one line for each; give it as `progress=`.

    Args:
        console: The `rich` console to show them on; by default standard error.

    Raises:
        ImportError: `rich` is not installed.
    """

    def __init__(self, console: Any = None) -> None:
        super().__init__(console, "DownloadColumn", "TransferSpeedColumn", "TimeRemainingColumn")

    def __call__(self, progress: Progress) -> None:
        """Show this."""
        if progress.state in ("started", "resumed") or progress.name not in self._tasks:
            self._tasks[progress.name] = self._bars.add_task(progress.name, state="")
        task = self._tasks[progress.name]
        quiet = progress.state in ("moving", "done")
        self._bars.update(
            task, completed=progress.done, total=progress.total, state="" if quiet else progress.state
        )


class JobProgressBar(_Bar):
    """Shows jobs on a terminal, one line for each; give it as `progress=` to `jobs.wait`.

    Args:
        console: The `rich` console to show them on; by default standard error.

    Raises:
        ImportError: `rich` is not installed.
    """

    def __init__(self, console: Any = None) -> None:
        super().__init__(console, "TimeElapsedColumn")

    def __call__(self, progress: "JobProgress") -> None:
        """Show this."""
        job = progress.job
        if job.id not in self._tasks:
            self._tasks[job.id] = self._bars.add_task(job.name, total=1.0, state="")
        self._bars.update(self._tasks[job.id], completed=progress.fraction or 0.0, state=str(progress))
