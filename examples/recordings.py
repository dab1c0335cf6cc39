"""Recordings of known state, split into labelled examples and a part to classify."""

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

STATES = ("healthy", "degraded")
WINDOW = 64  # rows
STEP = 16  # rows from one window's start to the next
FEWEST_ROWS = 2 * (WINDOW + 4 * STEP)  # five windows in each half
MOST_ROWS = 10_000  # read of each file: a demonstration should be quick


class DataError(Exception):
    """There are no recordings that can be used; the message says why, in one sentence."""


@dataclass(frozen=True)
class Recording:
    """Rows of text: the time first, then one value for each sensor channel."""

    name: str
    columns: list[str]
    rows: list[list[str]]

    def csv(self) -> bytes:
        """The recording as a CSV file."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([self.columns, *self.rows])
        return out.getvalue().encode()

    def windows(self) -> Iterator[list[list[float]]]:
        """Every window, as channels × samples."""
        for start in range(0, len(self.rows) - WINDOW + 1, STEP):
            rows = self.rows[start : start + WINDOW]
            yield [[float(row[channel]) for row in rows] for channel in range(1, len(self.columns))]


@dataclass(frozen=True)
class Task:
    """Labelled examples, one recording to classify, and the true state of each of its windows."""

    examples: list[tuple[str, Recording]]
    unknown: Recording
    truth: list[str]


def load(folder: Path) -> Task:
    """Read `*_healthy.csv` and `*_degraded.csv`; first halves are examples, second halves are to classify.

    Raises:
        DataError: They are not there, or cannot be used.
    """
    if not folder.is_dir():
        raise DataError(f"There is no folder {str(folder)!r}.")
    found = {state: sorted(folder.glob(f"*_{state}.csv")) for state in STATES}
    if missing := [f"*_{state}.csv" for state in STATES if not found[state]]:
        raise DataError(f"The folder {str(folder)!r} holds no {' and no '.join(missing)}.")

    examples: list[tuple[str, Recording]] = []
    rows: list[list[str]] = []
    states: list[str] = []
    for state, path in ((name, path) for name, paths in found.items() for path in paths):
        whole = read(path)
        columns = examples[0][1].columns if examples else whole.columns
        if whole.columns != columns:
            raise DataError(f"{path.name} has the columns {whole.columns}, the files before it {columns}.")
        half = len(whole.rows) // 2
        examples.append((state, Recording(path.name, columns, whole.rows[:half])))
        rows += whole.rows[half:]
        states += [state] * (len(whole.rows) - half)
    # A window is in the state that its middle is in.
    middles = range(WINDOW // 2, len(rows) - WINDOW // 2 + 1, STEP)
    return Task(examples, Recording("unknown.csv", columns, rows), [states[row] for row in middles])


def read(path: Path) -> Recording:
    """Read one CSV file, and make sure that every value is a number.

    Raises:
        DataError: It cannot be read, or has no such content.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = filter(None, csv.reader(file))
            columns, rows = next(lines, []), list(islice(lines, MOST_ROWS))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name} cannot be read as CSV: {error}.") from None
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise DataError(f"{path.name}, row {number}: {len(row)} values for {len(columns)} columns.")
        for column, value in zip(columns[1:], row[1:], strict=True):
            if not is_number(value):
                raise DataError(f"{path.name}, row {number}: {column} is {value!r}, which is no number.")
    if len(columns) < 2 or len(rows) < FEWEST_ROWS:
        raise DataError(
            f"{path.name} has {len(rows)} rows of {len(columns)} comma-separated columns; "
            f"at least {FEWEST_ROWS} rows with a time and a sensor channel are needed."
        )
    return Recording(path.name, columns, rows)


def is_number(text: str) -> bool:
    """Whether this is the text of a finite number."""
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
