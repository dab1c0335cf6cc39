"""Train a model on examples, watch its loss fall, and draw the curve.

    python examples/follow_training.py [PICTURE]

PICTURE is a file to draw the curve to, .png or .svg, which needs matplotlib; without it, it is drawn here.

Everything runs against a mock of the Newton API inside this process: no key, no network, no bill.
"""

import json
import os
import sys
from typing import Any

from newton_client import Newton, NewtonError, plot_metrics
from newton_mock import MockServer

KEY = "sk_demo"
READINGS = {"steady": "0.01,0.02,0.01", "worn": "0.91,0.12,0.87"}


def example(reading: str, state: str) -> str:
    """One line of a dataset: what the model is shown, and what it should say."""
    said: dict[str, Any] = {
        "instruction": "How is the bearing?",
        "inputs": [{"type": "data.text", "event_data": {"contents": reading}}],
        "outputs": [{"type": "data.text", "event_data": {"contents": state}}],
    }
    return json.dumps({"type": "data.example", "event_data": json.dumps({"lens_parameters": said})})


def train(newton: Newton, picture: str | None) -> None:
    """Upload the data, follow the run, draw its curve."""
    for split, copies in (("train", 50), ("eval", 5)):
        lines = [example(reading, state) for state, reading in READINGS.items()] * copies
        newton.files.upload("\n".join(lines).encode(), name=f"{split}.jsonl", strategy="simple")
    job = newton.fine_tuning.create(
        name="bearings",
        config={
            "datasets": [
                {"name": split, "split": split, "file_ids": [f"{split}.jsonl"]} for split in ("train", "eval")
            ]
        },
    )
    metrics = []
    for metric in newton.fine_tuning.follow(job.id, poll=0.2):
        metrics.append(metric)
        print(f"step {metric.step}: loss {metric.loss}")
    job = newton.fine_tuning.wait(job.id)
    print(f"{job.id} is {job.status}")
    print(
        plot_metrics(metrics, picture, title=job.name) if picture else plot_metrics(metrics, title=job.name)
    )


def main() -> int:
    """Run, and draw where the command line says."""
    os.environ["no_proxy"] = "127.0.0.1"  # the mock is reached directly, whatever proxy this machine uses
    try:
        with MockServer(api_key=KEY) as mock, Newton(KEY, mock.url) as newton:
            train(newton, sys.argv[1] if len(sys.argv) > 1 else None)
    except (NewtonError, ImportError, OSError) as error:
        print(f"follow_training.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
