"""Tell the state of a machine from its vibration, in two ways: by embeddings, and by a batch job.

    python examples/machine_state.py [--data FOLDER]

FOLDER holds `*_healthy.csv` and `*_degraded.csv`: a header, the time in the first column, a sensor
channel in each other one. The first half of each file serves as a labelled example; the second halves,
joined, are classified. Of long files the first 10,000 rows are used. Without FOLDER, recordings are made up.

Everything runs against a mock of the Newton API inside this process: no key, no network, no bill.
"""

import argparse
import csv
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import make_data
import numpy as np
from recordings import STATES, STEP, WINDOW, DataError, Recording, Task, load
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, track
from rich.table import Column, Table

from newton_api.models import InputProgressCounts
from newton_client import GuardError, Newton, NewtonError
from newton_mock import MockServer

KEY = "sk_demo"
TEXT_MODEL = "Newton::c2_4_7b_251215a172f6d7"
ENCODER = "OmegaEncoder::omega_embeddings_1_4"
NEIGHBORS = 5

console = Console(markup=False, highlight=False)


def upload(newton: Newton, task: Task) -> None:
    """Upload the examples and the recording to classify."""
    table = Table("file_id", "state", "rows", Column("file_uid", no_wrap=True))
    for state, recording in [*task.examples, ("?", task.unknown)]:
        receipt = newton.files.upload(recording.csv(), name=recording.name)
        table.add_row(receipt.file_id, state, f"{len(recording.rows):,}", receipt.file_uid)
    console.print(table)


def be_refused(newton: Newton, recording: Recording) -> None:
    """Pass a `file_uid` where a `file_id` belongs, and be told so before anything is sent."""
    file_uid = newton.files.get(recording.name).file_uid
    try:
        newton.query(model=TEXT_MODEL, query="What is this?", file_ids=[file_uid])
    except GuardError as refusal:
        console.print(f"GuardError: {refusal}", style="yellow")
    console.print(f"files.resolve({file_uid!r}) -> {newton.files.resolve(file_uid)!r}")


def ask(newton: Newton, recording: Recording) -> str:
    """Ask a text model about some readings. It cannot see a CSV file, so they go along as text."""
    readings = "\n".join(",".join(row[1:]) for row in recording.rows[:WINDOW])
    answer = newton.query(
        model=TEXT_MODEL,
        query="How strong is the vibration in these readings?",
        events=[{"type": "data.text", "event_data": {"contents": readings}}],
    )
    return answer.text


def embed(newton: Newton, recording: Recording) -> np.ndarray:
    """Turn each window of a recording into one vector: windows × (channels · 768)."""
    windows = list(recording.windows())
    results = track(
        newton.embed(windows, model=ENCODER), f"Embedding {recording.name}", len(windows), console=console
    )
    return np.array([np.concatenate(result.get()) for result in results])


def classify_by_embeddings(newton: Newton, task: Task) -> list[str]:
    """The state of each window, by the vote of the labelled windows that are nearest to it."""
    examples = [(state, embed(newton, recording)) for state, recording in task.examples]
    known = np.concatenate([vectors for _, vectors in examples])
    labels = [state for state, vectors in examples for _ in vectors]

    def vote(vector: np.ndarray) -> str:
        nearest = np.linalg.norm(known - vector, axis=1).argsort()[:NEIGHBORS]
        return Counter(labels[place] for place in nearest).most_common(1)[0][0]

    return [vote(vector) for vector in embed(newton, task.unknown)]


def classify_by_job(newton: Newton, task: Task, folder: Path) -> list[str]:
    """The state of each window, by the batch pipeline that does the same on the server."""
    time, *channels = task.unknown.columns
    job = newton.jobs.create(
        name="machine-state-demo",
        pipeline_type="batch",
        pipeline_key="machine-state-classification",
        inputs={
            "worker.inference": [{"file_id": task.unknown.name}],
            "worker.n_shots": [
                {"file_id": recording.name, "metadata": {"class": state}}
                for state, recording in task.examples
            ],
        },
        parameters={
            "worker": {
                "parallelism": 1,
                "config": {
                    "model_type": "omega_1_4_base",
                    "reader_config": {
                        "timestamp_column": time,
                        "data_columns": channels,
                        "window_size": WINDOW,
                        "step_size": STEP,
                    },
                    "classifier_config": {"n_neighbors": NEIGHBORS, "metric": "euclidean"},
                },
            }
        },
    )
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console) as bars:
        bar = bars.add_task(f"Job {job.id}", total=None)

        def show(inputs: InputProgressCounts) -> None:
            left = inputs.pending + inputs.processing
            done = inputs.completed + inputs.failed
            bars.update(bar, completed=done, total=done + left)

        newton.jobs.wait(job.id, timeout=600, poll=0.1, progress=show)

    predictions: list[str] = []
    for path in newton.jobs.download_outputs(job.id, folder):
        console.print(f"Downloaded {path.name}")
        with path.open(newline="") as file:
            predictions += [row["Prediction"] for row in csv.DictReader(file)]
    return predictions


def show_result(predictions: list[str], truth: list[str]) -> None:
    """Print how often each state was taken for which, and the accuracy."""
    counts = Counter(zip(truth, predictions, strict=True))
    table = Table("windows", *(f"predicted {state}" for state in STATES))
    for state in STATES:
        table.add_row(f"truly {state}", *(str(counts[state, guess]) for guess in STATES))
    right = sum(counts[state, state] for state in STATES)
    console.print(table)
    console.print(f"Accuracy: {right / len(truth):.3f} ({right} of {len(truth)} windows)", style="bold")


def run(newton: Newton, task: Task, folder: Path) -> None:
    """The whole story, step by step."""
    console.rule("1. Upload two labelled recordings, and one to classify")
    upload(newton, task)
    console.rule("2. Mix up file_uid and file_id")
    be_refused(newton, task.unknown)
    console.rule("3. Ask about the readings")
    console.print(ask(newton, task.unknown))
    console.rule("4. Classify by Omega embeddings and their nearest neighbours")
    show_result(classify_by_embeddings(newton, task), task.truth)
    console.rule("5. Classify by a batch job")
    show_result(classify_by_job(newton, task, folder), task.truth)


def main() -> int:
    """Run on the recordings that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0], allow_abbrev=False)
    parser.add_argument(
        "--data",
        metavar="FOLDER",
        type=Path,
        help="a folder with *_healthy.csv and *_degraded.csv; recordings are made up without",
    )
    arguments = parser.parse_args()
    os.environ["no_proxy"] = "127.0.0.1"  # the mock is reached directly, whatever proxy this machine uses
    with TemporaryDirectory() as scratch:
        try:
            task = load(arguments.data or make_data.write(Path(scratch, "made")))
            with MockServer(api_key=KEY) as mock, Newton(KEY, mock.url) as newton:
                run(newton, task, Path(scratch, "outputs"))
        except (DataError, NewtonError, OSError) as error:
            print(f"{parser.prog}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
