"""Make vibration recordings of a rotating machine, once healthy and once with a damaged bearing.

    python examples/make_data.py FOLDER

The same numbers every time. Each file has a time in seconds and four acceleration channels in g.
"""

import csv
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROWS = 2000
RATE = 2000.0  # samples a second
SHAFT = 29.5  # Hz
IMPACTS = 104.3  # Hz: how often a ball rolls over the damage
RINGING = 640.0  # Hz: what each impact sets swinging
FADING = 350.0  # 1/s: how fast that dies away
COLUMNS = ["time", "drive_end_x", "drive_end_y", "fan_end_x", "fan_end_y"]
NEARNESS = [1.0, 0.8, 0.5, 0.4]  # how well each channel feels the damaged bearing


def rows(*, damaged: bool, seed: int) -> Iterator[list[str]]:
    """The rows of one recording."""
    random = Random(seed)
    noise = 0.09 if damaged else 0.06
    for n in range(ROWS):
        time = n / RATE
        turn = 2 * math.pi * SHAFT * time
        since = (time * IMPACTS) % 1 / IMPACTS  # seconds since the last impact
        strength = 0.7 + 0.3 * math.cos(turn)  # the damage passes through the loaded zone once a turn
        ring = strength * math.exp(-FADING * since) * math.sin(2 * math.pi * RINGING * since)
        values = (
            0.08 * math.sin(turn + channel) + random.gauss(0, noise) + (0.6 * near * ring if damaged else 0)
            for channel, near in enumerate(NEARNESS)
        )
        yield [f"{time:.4f}", *(f"{value:.4f}" for value in values)]


def write(folder: Path) -> Path:
    """Write both recordings to a folder, which is made if it is not there, and give it back."""
    folder.mkdir(parents=True, exist_ok=True)
    for state in ("healthy", "degraded"):
        with (folder / f"pump_{state}.csv").open("w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(rows(damaged=state == "degraded", seed=len(state)))
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
