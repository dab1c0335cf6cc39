"""What an import costs beside `import httpx`, in a fresh interpreter each time."""

import subprocess
import sys
from collections.abc import Callable, Iterator

from .turns import Row, in_turns

TITLE = "milliseconds, and modules loaded"
YARDSTICK = "import httpx"

OURS = ("import newton_client", "from newton_client import Newton", "from newton_client import AsyncNewton")
_PROBE = """
import sys, time
before, began = set(sys.modules), time.perf_counter()
{statement}
print(time.perf_counter() - began, len(set(sys.modules) - before))
"""


def rows() -> Iterator[Row]:
    """Time and modules of each import."""
    modules = _probe(YARDSTICK)[1]
    for statement in OURS:
        yield in_turns(statement, _seconds(YARDSTICK), _seconds(statement), 1e3)
        count = _probe(statement)[1]
        yield Row("  its modules", modules, count, count / modules)


def _seconds(statement: str) -> Callable[[], float]:
    return lambda: _probe(statement)[0]


def _probe(statement: str) -> tuple[float, int]:
    """Seconds and modules of an import."""
    command = [sys.executable, "-c", _PROBE.format(statement=statement)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, modules = run.stdout.split()
    return float(seconds), int(modules)
