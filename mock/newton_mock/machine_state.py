"""The pipeline `machine-state-classification`: windows of sensor data, labelled by examples."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast, get_args

from newton_mock.knn import Classifier, Metric, Weights
from newton_mock.work import JobInput, PipelineError, Work

if TYPE_CHECKING:
    from newton_mock.omega import Floats

_SLICES = 10  # progress reports of a small file
_SLICE = 2048  # windows between reports of a large one
_OLD_MODELS = "omega_1_3"
_OLD_CHANNELS = 9
_VECTOR = 768


@dataclass(frozen=True, slots=True)
class Config:
    """The part of a job's configuration that the mock acts on."""

    window_size: int
    step_size: int
    data_columns: list[str] | None
    timestamp_column: str
    part_size: int
    channels: int | None
    n_neighbors: int
    metric: Metric
    weights: Weights
    normalize_embeddings: bool

    @classmethod
    def read(cls, given: dict[str, Any]) -> Config:
        """Read a configuration; what is left out has the pipeline's defaults."""
        reader, knn = section(given, "reader_config"), section(given, "classifier_config")
        model = given.get("model_type", "omega_1_4_base")
        batches = whole(given, "flush_every_n_iteration", 250)
        return cls(
            window_size=whole(reader, "window_size", 64, least=2),
            step_size=whole(reader, "step_size", 1),
            data_columns=_names(reader, "data_columns"),
            timestamp_column=str(reader.get("timestamp_column", "timestamp")),
            part_size=whole(given, "batch_size", 32) * batches,
            channels=_OLD_CHANNELS if str(model).startswith(_OLD_MODELS) else None,
            n_neighbors=whole(knn, "n_neighbors", 5, least=3),
            metric=one_of(knn, "metric", get_args(Metric)),
            weights=one_of(knn, "weights", get_args(Weights)),
            normalize_embeddings=bool(knn.get("normalize_embeddings", False)),
        )


def section(config: dict[str, Any], name: str) -> dict[str, Any]:
    """A part of a configuration; empty where it is left out."""
    value = config.get(name, {})
    if not isinstance(value, dict):
        raise PipelineError(f"{name} must be an object, got {value!r}")
    return cast("dict[str, Any]", value)


def _names(config: dict[str, Any], name: str) -> list[str] | None:
    given: Any = config.get(name)
    if given is None:
        return None
    if isinstance(given, list) and all(isinstance(value, str) for value in given):
        return given
    raise PipelineError(f"{name} must be a list of strings, got {given!r}")


def whole(config: dict[str, Any], name: str, default: int, least: int = 1) -> int:
    """A whole number of a configuration; the run fails where it is something else."""
    value = config.get(name, default)
    if not isinstance(value, int) or value < least:
        raise PipelineError(f"{name} must be an integer >= {least}, got {value!r}")
    return value


def one_of(config: dict[str, Any], name: str, values: Sequence[str]) -> Any:
    """A choice of a configuration, by default the first one."""
    value = config.get(name, values[0])
    if value not in values:
        raise PipelineError(f"{name} must be one of {', '.join(values)}, got {value!r}")
    return value


def run(work: Work) -> None:
    """Label every window of every inference file, and write the labels in parts."""
    config = Config.read(work.config)
    classifier = _learn(work, config)
    for entry, file in work.files("worker.inference"):
        table = read_table(file.path, config)
        work.log("vectorizing_file", f"Vectorizing file {file.file_id}", about=entry)
        rows = list(_classified(work, config, classifier, entry, table))
        parts = [rows[at : at + config.part_size] for at in range(0, len(rows), config.part_size)]
        for number, part in enumerate(parts or [rows]):
            name = f"pred_{PurePath(file.file_id).stem}_part_{number}.csv"
            path = work.output("worker.results", entry, name, "text/csv")
            with path.open("w", encoding="utf-8", newline="") as out:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow([config.timestamp_column, "Prediction"])
                writer.writerows(part)
        message = f"Inference completed for input {file.file_id}"
        payload = {"windows": len(rows)}
        work.log("inference.success", message, level="SUCCESS", payload=payload, about=entry)
        work.finish(entry)


def _learn(work: Work, config: Config) -> Classifier:
    import numpy as np

    vectors: list[Floats] = []
    labels: list[str] = []
    for entry, file in work.files("worker.n_shots"):
        label = entry.metadata.get("class")
        if not isinstance(label, str):
            raise PipelineError(f"n-shot file '{file.file_id}' has no class in its metadata")
        work.log("vectorizing_file", f"Vectorizing file {file.file_id}", about=entry)
        windows = read_table(file.path, config).windows(config)
        vectors.append(embed(windows))
        labels += [label] * len(windows)
    try:
        return Classifier(
            np.concatenate(vectors),
            labels,
            n_neighbors=config.n_neighbors,
            metric=config.metric,
            weights=config.weights,
            normalize_embeddings=config.normalize_embeddings,
        )
    except ValueError as error:
        raise PipelineError(str(error)) from None


def _classified(
    work: Work, config: Config, classifier: Classifier, entry: JobInput, table: Table
) -> Iterator[tuple[str, str]]:
    """The timestamp of each window's first row, and the window's label."""
    windows = table.windows(config)
    total = len(windows)
    size = max(1, min(_SLICE, total // _SLICES))
    for start in range(0, total, size):
        labels = classifier.predict(embed(windows[start : start + size]))
        for place, label in enumerate(labels, start):
            yield table.timestamps[place * config.step_size], label
        work.report(entry, min(start + size, total), total)


def embed(windows: Floats) -> Floats:
    """Windows (windows x channels x samples) to vectors, channel after channel; NaN counts as 0."""
    import numpy as np

    from newton_mock.omega import encode

    count, channels, samples = windows.shape
    vectors = encode(np.nan_to_num(windows).reshape(count * channels, samples))
    return vectors.reshape(count, channels * _VECTOR)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a CSV that count: the time, as text, and channels x rows of numbers."""

    timestamps: list[str]
    channels: Floats

    def windows(self, config: Config) -> Floats:
        """Windows x channels x samples; none when there are too few rows."""
        import numpy as np

        if self.channels.shape[1] < config.window_size:
            return np.empty((0, len(self.channels), config.window_size), dtype=np.float32)
        view = np.lib.stride_tricks.sliding_window_view(self.channels, config.window_size, axis=1)
        return view[:, :: config.step_size].transpose(1, 0, 2)


def read_table(path: Path, config: Config) -> Table:
    """Read a CSV file; what cannot be used in it ends the run."""
    import numpy as np

    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows, list[str]())
            columns = list(zip(*rows, strict=True)) or [()] * len(header)
        by_name = dict(zip(header, columns, strict=True))
    except (csv.Error, ValueError) as error:
        raise PipelineError(f"could not read the CSV: {error}") from None
    if config.timestamp_column not in by_name:
        raise _unknown(config.timestamp_column, header)
    names = config.data_columns or [
        name
        for name, values in by_name.items()
        if name != config.timestamp_column and all(map(_is_number, islice(values, 1)))
    ]
    for name in names:
        if name not in by_name:
            raise _unknown(name, header)
    if not names:
        raise PipelineError("there is no numeric data column")
    if config.channels and len(names) != config.channels:
        size = len(names) * _VECTOR
        shape = config.channels * _VECTOR
        raise PipelineError(f"shape '[-1, {shape}]' is invalid for input of size {size}")
    numbers = [_numbers(name, by_name[name]) for name in names]
    with np.errstate(over="ignore"):
        channels = np.array(numbers).astype(np.float32)
    return Table(list(by_name[config.timestamp_column]), channels)


def _unknown(name: str, header: list[str]) -> PipelineError:
    return PipelineError(f'unable to find column "{name}"; valid columns: {header}')


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _numbers(name: str, values: Sequence[str]) -> list[float]:
    """The values of a column; an empty one counts as 0."""
    numbers: list[float] = []
    for text in values:
        try:
            numbers.append(float(text or 0))
        except ValueError:
            kind = "i64" if values[0].lstrip("-").isdigit() else "f64"
            message = f"could not parse `{text}` as dtype `{kind}` at column '{name}'"
            raise PipelineError(message) from None
    return numbers
