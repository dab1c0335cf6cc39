"""Turn the windows of many recordings into vectors on a cluster of processes.

    python examples/embed_with_dask.py [--data FOLDER]

FOLDER holds `*_healthy.csv` and `*_degraded.csv`, as for machine_state.py; recordings are made up without.
The cluster is one of Dask on this machine (`pip install distributed`); a scheduler's address in place of
LocalCluster takes the same lines to as many machines as there are. Each worker gets a copy of the client.

Everything runs against a mock of the Newton API inside this process: no key, no network, no bill.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import make_data
from dask.distributed import Client, LocalCluster
from recordings import DataError, Task, load
from rich.console import Console
from rich.progress import track
from rich.table import Table

from newton_client import Newton, NewtonError
from newton_mock import MockServer

KEY = "sk_demo"
WORKERS = 2
IN_FLIGHT = 16

console = Console(markup=False, highlight=False)


def windows(task: Task) -> Iterator[tuple[str, list[list[float]]]]:
    """Each window with the name of its recording; they are read as they are needed."""
    for _, recording in task.examples:
        for window in recording.windows():
            yield recording.name, window


def embed(newton: Newton, dask: Client, task: Task) -> None:
    """Embed all windows on the cluster, and tell of each recording."""
    names = [name for name, _ in windows(task)]
    vectors: dict[str, int] = dict.fromkeys(names, 0)
    results = newton.embed(
        (window for _, window in windows(task)), concurrency=IN_FLIGHT, executor=dask.get_executor()
    )
    with closing(results):
        for result in track(results, "Embedding", len(names), console=console):
            vectors[names[result.index]] += len(result.get())
    table = Table("recording", "windows", "vectors of 768")
    for name, count in vectors.items():
        table.add_row(name, f"{names.count(name):,}", f"{count:,}")
    console.print(table)


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
            task = load(arguments.data or make_data.write(Path(scratch)))
            with (
                LocalCluster(
                    n_workers=WORKERS,
                    host="127.0.0.1",
                    dashboard_address=None,
                    local_directory=scratch,
                ) as cluster,
                Client(cluster) as dask,
                MockServer(api_key=KEY) as mock,
                Newton(KEY, mock.url) as newton,
            ):
                embed(newton, dask, task)
        except (DataError, NewtonError, OSError) as error:
            print(f"{parser.prog}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
