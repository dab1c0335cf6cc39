"""Tell the state of a machine while it runs: windows go to a lens session, labels come back.

    python examples/stream_windows.py [--data FOLDER]

FOLDER holds `*_healthy.csv` and `*_degraded.csv`, as for machine_state.py; recordings are made up without.
The first half of each is a labelled example, the rest is streamed. Ctrl-C and SIGTERM leave no session.

Everything runs against a mock of the Newton API inside this process: no key, no network, no bill.
"""

import argparse
import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import make_data
from recordings import STEP, WINDOW, DataError, Task, load

from newton_client import Newton, NewtonError
from newton_mock import MockServer

KEY = "sk_demo"


def lens(task: Task) -> dict[str, Any]:
    """A lens that labels windows by the examples that are nearest to them."""
    time, *channels = task.unknown.columns
    return {
        "lens_name": "machine-state",
        "lens_config": {
            "model_pipeline": [{"processor_name": "lens_timeseries_state_processor"}],
            "model_parameters": {
                "model_name": "OmegaEncoder",
                "model_version": "OmegaEncoder::omega_embeddings_1_4",
                "csv_configs": {
                    "timestamp_column": time,
                    "data_columns": channels,
                    "window_size": WINDOW,
                    "step_size": STEP,
                },
                "knn_configs": {"n_neighbors": 5, "metric": "euclidean", "weights": "uniform"},
                "input_n_shot": {state: recording.name for state, recording in task.examples},
            },
            "output_streams": [{"stream_type": "server_sent_events_writer"}],
        },
    }


def stream(newton: Newton, task: Task) -> None:
    """Send each window, and read its label."""
    for _, recording in task.examples:
        newton.files.upload(recording.csv(), name=recording.name)
    right = 0
    with (
        newton.sessions.open(lens=lens(task)) as session,
        session.connect() as socket,
        closing(session.results()) as results,
    ):
        print(f"session {session.session_id} runs")
        for number, window in enumerate(task.unknown.windows()):
            socket.update(window, sensor_id=f"window {number}")
            event = next(each for each in results if each.label is not None)
            right += event.label == task.truth[number]
            if number % 10 == 0:
                print(f"{event.sensor_id:>10}: {event.label} {event.scores}")
    print(f"{right} of {len(task.truth)} windows were labelled right ({right / len(task.truth):.3f})")


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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that `with` blocks are left
    with TemporaryDirectory() as scratch:
        try:
            task = load(arguments.data or make_data.write(Path(scratch)))
            with MockServer(api_key=KEY) as mock, Newton(KEY, mock.url) as newton:
                stream(newton, task)
        except (DataError, NewtonError, OSError) as error:
            print(f"{parser.prog}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
