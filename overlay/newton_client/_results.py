"""Rows of a job's outputs, whichever of their forms they come in."""

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any

from newton_api.models import JobOutput

from .errors import NewtonError

Row = dict[str, Any]
"""One prediction: `input`, the file it is about; `timestamp` or `line_index`; `prediction`; `error` where a
line failed; and whatever else the output holds."""

ReadTimestamp = Callable[[str], Any]

_PREDICTION, _TIMESTAMP = "prediction", "timestamp"


def read_timestamp(text: str) -> Any:
    """A moment as the outputs write it: a number stays one, a date becomes a `datetime`, the rest stays text.

    Where day and month can be taken for one another, the month is first.
    """
    try:
        return float(text) if "." in text or "e" in text.lower() else int(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return import_module("dateutil.parser").parse(text)
    except (ImportError, ValueError, OverflowError):
        return text


class Rows:
    """Makes rows of the bytes of one output.

    Args:
        output: What it is.
        timestamps: Reads a timestamp.

    Raises:
        NewtonError: It is neither CSV nor JSON Lines.
    """

    def __init__(self, output: JobOutput, timestamps: ReadTimestamp) -> None:
        self._common: Row = {"input": output.input_file_id or output.input_id or None}
        self._timestamps = timestamps
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""
        self._header: list[str] | None = None
        self._lines = 0
        name = output.data.filename.lower()
        if name.endswith((".jsonl", ".ndjson")):
            self._read = self._json
        elif name.endswith(".csv"):
            self._read = self._csv
        else:
            raise NewtonError(
                f"{output.data.filename} holds no rows that can be read; "
                "download_outputs writes it to a file as it is."
            )

    def feed(self, chunk: bytes, *, last: bool = False) -> list[Row]:
        """The rows that are whole with this."""
        text = self._rest + self._decoder.decode(chunk, last)
        end = len(text) if last else self._end(text)
        self._rest = text[end:]
        return self._read(text[:end])

    def _end(self, text: str) -> int:
        """Where the last whole line ends; in CSV a line goes on while a quote is open."""
        end = text.rfind("\n") + 1
        while self._read == self._csv and end and text.count('"', 0, end) % 2:
            end = text.rfind("\n", 0, end - 1) + 1
        return end

    def _csv(self, text: str) -> list[Row]:
        lines = filter(None, csv.reader(io.StringIO(text, newline="")))
        if self._header is None:
            if (header := next(lines, None)) is None:
                return []
            self._header = _names(header)
        return [self._timed(dict(zip(self._header, line, strict=False))) for line in lines]

    def _timed(self, row: Row) -> Row:
        if _TIMESTAMP in row:
            row[_TIMESTAMP] = self._timestamps(row[_TIMESTAMP])
        return {**self._common, **row}

    def _json(self, text: str) -> list[Row]:
        rows: list[Row] = []
        for line in text.split("\n"):
            if line.strip():
                rows.append({**self._common, "line_index": self._lines, **_record(line)})
            self._lines += bool(line.strip())
        return rows


def _names(header: list[str]) -> list[str]:
    """The names that rows get: `prediction`, and `timestamp` for the first column that is no prediction."""
    names = [_PREDICTION if name.strip().lower() == _PREDICTION else name.strip() for name in header]
    if (
        _PREDICTION in names
        and _TIMESTAMP not in names
        and (others := [name for name in names if name != _PREDICTION])
    ):
        names[names.index(others[0])] = _TIMESTAMP
    return names


def _record(line: str) -> Row:
    try:
        record = json.loads(line)
    except ValueError as error:
        return {_PREDICTION: None, "error": f"the line is no JSON ({error})"}
    return record if isinstance(record, dict) else {_PREDICTION: record}


def optional(module: str, purpose: str) -> ModuleType:
    """A module that need not be installed.

    Raises:
        ImportError: It is not, and how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ImportError(f"{purpose} needs {package}: pip install {package}") from error


def to_pandas(rows: Iterable[Row]) -> Any:
    """The rows as a `pandas.DataFrame`."""
    return optional("pandas", "A data frame").DataFrame(list(rows))


def to_arrow(rows: Iterable[Row]) -> Any:
    """The rows as a `pyarrow.Table`; a column that holds several types is text."""
    arrow = optional("pyarrow", "An Arrow table")
    columns: dict[str, list[Any]] = {}
    for number, row in enumerate(rows):
        for name in row:
            columns.setdefault(name, [None] * number)
        for name, values in columns.items():
            values.append(row.get(name))
    arrays = {}
    for name, values in columns.items():
        try:
            arrays[name] = arrow.array(values)
        except (arrow.ArrowInvalid, arrow.ArrowTypeError):
            arrays[name] = arrow.array([None if value is None else str(value) for value in values])
    return arrow.table(arrays)
