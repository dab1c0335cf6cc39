"""What lenses compute: a processor turns what a session reads, or is sent, into events."""

from __future__ import annotations

import csv
import json
import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from newton_mock.knn import Classifier, Metric, Weights
from newton_mock.lenses import NOOP
from newton_mock.machine_state import Config, Table, embed, one_of, read_table, whole
from newton_mock.records import StoredFile
from newton_mock.text_model import Prompt, answer
from newton_mock.work import PipelineError

if TYPE_CHECKING:
    from newton_mock.omega import Floats

Event = dict[str, Any]

_SLICE = 64  # windows inferred at a time: a long file's first results come soon
_MOST_CHANNELS = 4  # where no columns are named
_ENCODERS = ("OmegaEncoder::omega_embeddings_01", "OmegaEncoder::omega_embeddings_1_4")
_FRAME_RATE = 30
_VIDEO_WINDOWS = 3  # what a video has, as far as a mock that cannot see is concerned
_MOST_FRAMES = 1000
_LONGEST_BUFFER = 10_000


class UnusableError(Exception):
    """What was sent, or the file to be read, is nothing that the processor takes."""


def result(response: Any, **query_metadata: Any) -> Event:
    """An `inference.result`, as yet without its query."""
    return {
        "type": "inference.result",
        "event_data": {"response": response, "query_metadata": query_metadata},
    }


def failure(*messages: str) -> Event:
    """An `inference.error`."""
    return {"type": "inference.error", "event_data": {"error_messages": list(messages)}}


class Processor:
    """Takes data in and gives events out. This one, the default of a lens, gives none."""

    def __init__(self, parameters: dict[str, Any], files: Mapping[str, StoredFile]) -> None:
        self.parameters = parameters
        self._files = files

    def push(self, kind: str, data: dict[str, Any]) -> Iterable[Event]:
        """What follows from one data event; `kind` is its type."""
        return ()

    def read(self, stream: dict[str, Any]) -> Iterator[Event]:
        """What follows from a file, window by window. `stream` is a reader and its settings."""
        yield from ()

    def learn(self, label: str, file_id: str) -> None:
        """Take in an example of a class."""

    def query(self, data: dict[str, Any]) -> str:
        """Answer a `model.query`."""
        raise UnusableError("Response timed out for query")

    def problems(self) -> list[str]:
        """What keeps it from working."""
        version: str = self.parameters.get("model_version", _ENCODERS[0])
        known = version in _ENCODERS or version.startswith("Newton::")
        return [] if known else [f"Invalid model version: {version}"]

    def _file(self, stream: dict[str, Any], kind: str) -> StoredFile:
        """The file of a reader. It is looked for only now: it may come after the lens."""
        file = self._files.get(stream.get("stream_config", {}).get("file_id", ""))
        if file is None or stream["stream_type"] != kind:
            raise UnusableError("Input stream is unhealthy!")
        return file


class TimeSeries(Processor):
    """Windows of sensor data, channels x samples."""

    def infer(self, windows: Floats) -> Iterator[Any]:
        """The response to each window (windows x channels x samples)."""
        raise NotImplementedError

    def push(self, kind: str, data: dict[str, Any]) -> Iterable[Event]:
        """The response to one window."""
        window = _window(data) if kind == "data.json" else None
        if window is None:
            raise UnusableError("sensor_data must be channels x samples: lists of numbers of one length")
        about: dict[str, Any] = data.get("sensor_metadata", {})
        names = {"sensor_id": "sensor_id", "sensor_timestamp": "query_timestamp"}
        metadata = {named: about[name] for name, named in names.items() if name in about}
        yield from self._guarded(result(response, **metadata) for response in self.infer(window[None]))

    def read(self, stream: dict[str, Any]) -> Iterator[Event]:
        """The response to each window of a CSV file."""
        yield from self._guarded(self._read(self._file(stream, "csv_file_reader"), stream["stream_config"]))

    def _read(self, file: StoredFile, settings: dict[str, Any]) -> Iterator[Event]:
        sizes: dict[str, Any] = {
            name: settings[name] for name in ("window_size", "step_size") if name in settings
        }
        config = self._config(sizes)
        table, windows = self._windows(file, config)
        for start in range(0, len(windows), _SLICE):
            responses = self.infer(windows[start : start + _SLICE])
            for place, response in enumerate(responses, start):
                row = place * config.step_size
                covered = {
                    "read_index": row,
                    "window_size": config.window_size,
                    "total_rows": len(table.timestamps),
                    "file_id": file.file_id,
                }
                moment = table.timestamps[row]
                yield result(response, query_timestamp=moment, query_metadata=covered)

    def _guarded(self, events: Iterable[Event]) -> Iterator[Event]:
        """The events, up to the first failure."""
        try:
            if problems := self.problems():
                yield failure(*problems)
            else:
                yield from events
        except PipelineError as error:
            yield failure(str(error))

    def _config(self, sizes: dict[str, Any] | None = None) -> Config:
        given = {**self.parameters, **self.parameters.get("csv_configs", {}), **(sizes or {})}
        knn: dict[str, Any] = self.parameters.get("knn_configs", {})
        return Config(
            window_size=whole(given, "window_size", 1024, least=2),
            step_size=whole(given, "step_size", 1024),
            data_columns=given.get("data_columns"),
            timestamp_column=given.get("timestamp_column", "timestamp"),
            part_size=0,
            channels=None,
            n_neighbors=whole(knn, "n_neighbors", 5),
            metric=one_of(knn, "metric", get_args(Metric)),
            weights=one_of(knn, "weights", get_args(Weights)),
            normalize_embeddings=knn.get("normalize_embeddings", False),
        )

    def _windows(self, file: StoredFile, config: Config) -> tuple[Table, Floats]:
        table = read_table(file.path, config)
        channels = table.channels if config.data_columns else table.channels[:_MOST_CHANNELS]
        table = Table(table.timestamps, channels)
        fits = config.window_size <= len(table.timestamps)
        return table, table.windows(config) if fits else channels[None, :, :0][:0]

    def _embed(self, windows: Floats) -> Floats:
        import numpy as np

        from newton_mock.omega import normalize

        if self.parameters.get("normalize_input") and len(windows):
            windows = np.stack([normalize(np.nan_to_num(window)) for window in windows])
        return embed(windows)


class Embedding(TimeSeries):
    """Windows as vectors: one of 768 numbers for each channel."""

    def infer(self, windows: Floats) -> Iterator[Any]:
        """The vector of the only channel, or a list of vectors."""
        import numpy as np

        vectors = self._embed(windows).astype(np.float64).round(6)
        for vector in vectors.reshape(*windows.shape[:2], -1):
            yield vector.tolist() if len(vector) > 1 else vector[0].tolist()


class MachineState(TimeSeries):
    """Windows labelled by the examples of `input_n_shot`."""

    def __init__(self, parameters: dict[str, Any], files: Mapping[str, StoredFile]) -> None:
        super().__init__(parameters, files)
        self._examples: dict[tuple[str, str], Floats] = {}

    def learn(self, label: str, file_id: str) -> None:
        """Take in the windows of one file."""
        config = self._config()
        file = self._files.get(file_id)
        if file is None:
            raise PipelineError(f"No file named '{file_id}'.")
        _, windows = self._windows(file, config)
        self._examples[label, file_id] = self._embed(windows)

    def infer(self, windows: Floats) -> Iterator[Any]:
        """The label and the votes for each class."""
        import numpy as np

        if not self._shots:
            yield from (["unknown", {}] for _ in windows)
            return
        classifier, size = self._classifier
        for (label, votes), window in zip(classifier.poll(self._sized(windows, size)), windows, strict=True):
            if not np.isfinite(window).all():
                yield ["INVALID_STATE", dict.fromkeys(votes, 0)]
            elif self._config().weights == "uniform":
                yield [label, {name: round(weight) for name, weight in votes.items()}]
            else:
                total = math.fsum(votes.values())
                yield [label, {name: round(weight / total, 6) for name, weight in votes.items()}]

    @property
    def _shots(self) -> list[tuple[str, str]]:
        given: dict[str, str | list[str]] = self.parameters.get("input_n_shot", {})
        return [
            (label, file_id)
            for label, file_ids in given.items()
            for file_id in ([file_ids] if isinstance(file_ids, str) else file_ids)
        ]

    @cached_property
    def _classifier(self) -> tuple[Classifier, int]:
        """The classifier, and how long its vectors are."""
        import numpy as np

        for label, file_id in self._shots:
            if (label, file_id) not in self._examples:
                self.learn(label, file_id)
        vectors = [self._examples[shot] for shot in self._shots]
        if len({each.shape[1] for each in vectors}) > 1:
            raise PipelineError("the n-shot files have different numbers of channels")
        labels = [label for (label, _), each in zip(self._shots, vectors, strict=True) for _ in each]
        config = self._config()
        try:
            classifier = Classifier(
                np.concatenate(vectors),
                labels,
                n_neighbors=config.n_neighbors,
                metric=config.metric,
                weights=config.weights,
                normalize_embeddings=config.normalize_embeddings,
            )
        except ValueError as error:
            raise PipelineError(str(error)) from None
        return classifier, vectors[0].shape[1]

    def _sized(self, windows: Floats, size: int) -> Floats:
        vectors = self._embed(windows)
        if vectors.shape[1] == size:
            return vectors
        # Samples x channels is accepted too: its numbers are read in the order they come.
        count, channels, samples = windows.shape
        wanted = size * channels // vectors.shape[1]
        if wanted != samples:
            message = f"shape '[-1, {size}]' is invalid for input of size {vectors.shape[1]}"
            raise PipelineError(message)
        return self._embed(windows.reshape(count, samples, channels))

    def problems(self) -> list[str]:
        """A model that is not known, and examples that are not there."""
        missing = [file_id for _, file_id in self._shots if file_id not in self._files]
        return super().problems() + [f"No file named '{file_id}'." for file_id in missing]


def _window(data: dict[str, Any]) -> Floats | None:
    import numpy as np

    rows = data.get("sensor_data")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) and row for row in rows):
        return None
    try:
        window = np.array(rows)
    except ValueError:
        return None
    if window.ndim != 2 or window.dtype.kind not in "if":
        return None
    with np.errstate(over="ignore"):
        return window.astype(np.float32)


class _Texts(Processor):
    """Answers in words."""

    def _say(self, texts: Iterable[str] = (), images: Iterable[str] = ()) -> str:
        return self._answer(self.parameters, list(texts), list(images))

    def _answer(self, given: dict[str, Any], texts: list[str], images: list[str]) -> str:
        return answer(
            Prompt(
                query=given.get("focus", ""),
                instruction=given.get("instruction", ""),
                texts=texts,
                images=images,
                max_tokens=given.get("max_new_tokens", 512),
            )
        )


class SensorLogs(_Texts):
    """Rows of a log, described a buffer at a time."""

    def __init__(self, parameters: dict[str, Any], files: Mapping[str, StoredFile]) -> None:
        super().__init__(parameters, files)
        self._buffer: deque[str] = deque(maxlen=min(parameters.get("sensor_buffer_size", 1), _LONGEST_BUFFER))
        self._waiting = 0

    def push(self, kind: str, data: dict[str, Any]) -> Iterable[Event]:
        """A text, where the row fills the buffer."""
        row = data if kind == "data.json" else data.get("contents")
        sensor = {"sensor_id": data["sensor_id"]} if isinstance(data.get("sensor_id"), str) else {}
        yield from self._take(row, **sensor)

    def read(self, stream: dict[str, Any]) -> Iterator[Event]:
        """A text for each buffer of rows, and one for those that are left over."""
        is_csv = stream["stream_type"] == "csv_file_reader"
        file = self._file(stream, "csv_file_reader" if is_csv else "jsonl_file_reader")
        with file.path.open(encoding="utf-8", errors="replace", newline="") as lines:
            rows: list[Any] = (
                list(csv.DictReader(lines)) if is_csv else [*filter(None, map(str.strip, lines))]
            )
        for index, row in enumerate(rows):
            yield from self._take(row, query_metadata=self._covered(index, file, len(rows)))
        if rows and self._waiting:
            yield self._text(query_metadata=self._covered(len(rows) - 1, file, len(rows)))

    def _covered(self, index: int, file: StoredFile, total: int) -> dict[str, Any]:
        held = min(index + 1, self._buffer.maxlen or 1)
        return {
            "read_index": index + 1 - held,
            "window_size": held,
            "total_rows": total,
            "file_id": file.file_id,
        }

    def _take(self, row: Any, **metadata: Any) -> Iterator[Event]:
        if problems := self.problems():
            yield failure(*problems)
        elif not row:
            yield failure("empty_sensor_log_error: the sensor log is empty")
        else:
            self._buffer.append(row if isinstance(row, str) else json.dumps(row))
            self._waiting += 1
            full = len(self._buffer) == self._buffer.maxlen
            if full and self._waiting >= self.parameters.get("input_buffer_step_size", 1):
                yield self._text(**metadata)

    def _text(self, **metadata: Any) -> Event:
        self._waiting = 0
        return result([self._say(texts=self._buffer)], **metadata)


class Camera(_Texts):
    """Frames, which the mock cannot see: it says which ones it was shown."""

    def push(self, kind: str, data: dict[str, Any]) -> Iterable[Event]:
        """A text about what was sent."""
        if problems := self.problems():
            yield failure(*problems)
        elif kind == "data.base64_img":
            yield result([self._say(images=["image 1"])])
        else:
            yield result([self._say(texts=[str(data.get("contents", json.dumps(data)))])])

    def read(self, stream: dict[str, Any]) -> Iterator[Event]:
        """A text for each of a few windows of frames."""
        file = self._file(stream, "video_file_reader")
        if not file.file_type.startswith("video/"):
            raise UnusableError("Failed to load video")
        settings: dict[str, Any] = stream["stream_config"]
        size: int = settings.get("window_size", self.parameters.get("camera_buffer_size", 5))
        step: int = settings.get("step_size", self.parameters.get("camera_buffer_step_size", 5))
        for number in range(_VIDEO_WINDOWS):
            if problems := self.problems():
                yield failure(*problems)
                return
            start = number * max(1, step)
            seconds = start // _FRAME_RATE
            moment = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
            frames = list(range(start, start + min(max(1, size), _MOST_FRAMES)))
            text = self._say(images=[f"{file.file_id} at {moment}"])
            yield result([text], sensor_timestamp=moment, frame_ids=frames)

    def query(self, data: dict[str, Any]) -> str:
        """An answer to a question about images."""
        images = [f"image {number}" for number, _ in enumerate(data.get("data", []), 1)]
        return self._answer({**self.parameters, **data}, [], images)


PROCESSORS: dict[str, type[Processor]] = {
    "lens_camera_processor": Camera,
    "lens_timeseries_state_processor": MachineState,
    "lens_timeseries_embedding_processor": Embedding,
    "lens_sensor_logs_processor": SensorLogs,
    "lens_anomaly_detector": Processor,  # what it answers is not known
    NOOP: Processor,
}
