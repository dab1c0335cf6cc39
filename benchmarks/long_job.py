"""A job over 200,000 rows, to its end on the mock's clock: followed, downloaded, joined.

python -m benchmarks.long_job [ROWS]
"""

import random
import sys
import time

from newton_client import Newton, RetryPolicy
from newton_mock import MockServer

WINDOW, STEP = 64, 16


def recording(rows: int, strength: float, seed: int) -> bytes:
    """A time and one channel of noise."""
    noise = random.Random(seed)
    lines = (f"{row},{noise.gauss(0, strength):.4f}\n" for row in range(rows))
    return "".join(["time,x\n", *lines]).encode()


def main(rows: int) -> None:
    """Print what took how long, and stop where something is lost, double or out of order."""
    with MockServer() as mock:
        mock.transitions(job_pending=60.0, job_running=7200.0)
        now = 0.0

        def sleep(seconds: float) -> None:
            nonlocal now
            now += seconds
            mock.clock(advance=seconds)

        with Newton("sk_bench", mock.url, retry=RetryPolicy(sleep=sleep, clock=lambda: now)) as newton:
            for name, size, strength in (("calm", 500, 0.1), ("wild", 500, 2.0), ("pump", rows, 2.0)):
                newton.files.upload(recording(size, strength, len(name)), name=f"{name}.csv")
            began = time.perf_counter()
            job = newton.jobs.create(
                name="long",
                pipeline_type="batch",
                pipeline_key="machine-state-classification",
                inputs={
                    "worker.inference": [{"file_id": "pump.csv"}],
                    "worker.n_shots": [
                        {"file_id": f"{state}.csv", "metadata": {"class": state}}
                        for state in ("calm", "wild")
                    ],
                },
                parameters={
                    "worker": {
                        "config": {
                            "batch_size": 8,
                            "flush_every_n_iteration": 100,
                            "reader_config": {
                                "timestamp_column": "time",
                                "window_size": WINDOW,
                                "step_size": STEP,
                            },
                        }
                    }
                },
            )
            reports = [
                (report.created_at, report.id, report.message) for report in newton.jobs.follow(job.id)
            ]
            assert len(set(reports)) == len(reports)
            assert [moment for moment, *_ in reports] == sorted(moment for moment, *_ in reports)
            seconds = time.perf_counter() - began
            print(f"{len(reports)} reports in {seconds:.1f} s, {now / 3600:.1f} h of the mock's time")
            assert newton.jobs.wait(job.id).status == "COMPLETED"

            began = time.perf_counter()
            outputs = len(list(newton.jobs.iter_outputs(job.id)))
            stamps = [row["timestamp"] for row in newton.jobs.results(job.id)]
            assert stamps == list(range(0, rows - WINDOW + 1, STEP))
            print(f"{len(stamps)} rows of {outputs} parts in {time.perf_counter() - began:.1f} s, in order")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
