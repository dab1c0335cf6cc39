"""Two ways of doing the same, timed in turns: what the machine does besides hits both."""

import gc
import time
from collections.abc import Callable
from statistics import median

from attrs import frozen

ROUNDS = 41


@frozen
class Row:
    """One line of a table: medians of all rounds, the median of the ratios of each, and what else it took."""

    name: str
    yardstick: float
    ours: float
    ratio: float
    note: str = ""


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    gc.enable()
    return seconds


def in_turns(name: str, yardstick: Callable[[], float], ours: Callable[[], float], scale: float) -> Row:
    """Each gives the seconds that it took; the row has them times `scale`."""
    yardstick(), ours()  # connections are made, caches filled
    pairs = []
    for turn in range(ROUNDS):
        if turn % 2:
            mine = ours()
            pairs.append((yardstick(), mine))
        else:
            pairs.append((yardstick(), ours()))
    others, mines = zip(*pairs, strict=True)
    ratio = median(mine / other for other, mine in pairs)
    return Row(name, median(others) * scale, median(mines) * scale, ratio)
