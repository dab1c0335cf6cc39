"""Fine-tuning: when a run has ended, and whether its data can be used."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newton_api.models import FineTuningJob
from newton_api.types import to_json

from ._guards import is_file_uid
from .errors import JobFailedError

FAILED = frozenset({"FAILED", "CANCELLED"})
TERMINAL = FAILED | {"COMPLETED", "STOPPED"}
SPLITS = ("train", "eval")
EXTENSIONS = (".jsonl", ".ndjson")

HEAD = 64 * 1024
"""Bytes of a data file that are looked at."""

CANCEL = (
    "fine_tuning_cancel: this ends the training at once, and what it has learned since the last checkpoint "
    "is lost. stop(...) ends it in good order and keeps the newest checkpoint. If you mean to cancel: "
    "cancel(..., discard=True). Nothing was sent."
)


def failure(job: FineTuningJob) -> JobFailedError:
    """The error that a run is which came to nothing."""
    said = [
        f"{name}: {value}" for name, value in job.additional_properties.items() if "error" in name and value
    ]
    reason = f": {'; '.join(said)}" if said else ""
    return JobFailedError(f"Fine-tuning job {job.id} ({job.name}) is {job.status}{reason}.", job=job)


def datasets(config: Any) -> list[dict[str, Any]]:
    """The datasets of a configuration, given as a model or as a dict."""
    plain = to_json(config)
    found = plain.get("datasets") if isinstance(plain, Mapping) else None
    return [dataset for dataset in found or () if isinstance(dataset, dict)]


def problems(found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with datasets, without a look into their files."""
    if not any(dataset.get("split") == "train" for dataset in found):
        yield "no dataset has the split 'train'"
    for name, times in Counter(dataset.get("name") for dataset in found).items():
        if times > 1:
            yield f"{times} datasets are named {name!r}"
    places: dict[str, set[Any]] = {}
    for dataset in found:
        where = f"dataset {dataset.get('name')!r}"
        if dataset.get("split") not in SPLITS:
            yield f"{where} has the split {dataset.get('split')!r}; there are {' and '.join(SPLITS)}"
        file_ids = dataset.get("file_ids") or ()
        if not file_ids:
            yield f"{where} has no file"
        if isinstance(file_ids, str):
            yield f"{where}: file_ids is a list, not {file_ids!r}"
            continue
        for file_id in file_ids:
            if is_file_uid(str(file_id)):
                finder = f"newton.files.resolve({file_id!r})"
                yield f"{where}: {file_id!r} is a file_uid; {finder} finds the file_id"
            elif not str(file_id).lower().endswith(EXTENSIONS):
                yield f"{where}: {file_id!r} is no JSON Lines file (.jsonl)"
            places.setdefault(str(file_id), set()).add(dataset.get("split"))
    for file_id, splits in places.items():
        if len(splits) > 1:
            yield f"{file_id!r} is in train and in eval: a model is not judged by what it has learned from"


def file_problems(head: bytes, *, whole: bool) -> Iterator[str]:
    """What is wrong with the beginning of a data file.

    Args:
        head: The beginning.
        whole: Whether that is all of it.
    """
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    lines = lines if whole else lines[:-1]
    if whole and not any(line.strip() for line in lines):
        yield "it is empty"
    for number, line in enumerate(lines, 1):
        if line.strip() and (wrong := _line_problem(line)):
            yield f"line {number}: {wrong}"
            return


def _line_problem(line: bytes) -> str | None:
    try:
        example = json.loads(line)
    except ValueError as error:
        return f"no JSON ({error})"
    if not isinstance(example, dict):
        return "not a JSON object"
    if example.get("type") != "data.example":
        return None  # only one form of a line was ever seen: others may be good, too
    data = example.get("event_data")
    try:
        inner = json.loads(data) if isinstance(data, str) else data
    except ValueError as error:
        return f"event_data is no JSON ({error})"
    parameters = inner.get("lens_parameters") if isinstance(inner, dict) else None
    if not isinstance(parameters, dict) or not parameters.get("inputs") or not parameters.get("outputs"):
        return "event_data has no lens_parameters with inputs and outputs"
    return None
