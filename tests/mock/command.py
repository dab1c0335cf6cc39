"""`newton-mock` as a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from .conftest import KEY

COMMAND = [sys.executable, "-m", "newton_mock"]


@contextmanager
def running(*options: str, **more: Any) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """A client of the process, and the process."""
    with subprocess.Popen(
        [*COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    ) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            with httpx.Client(base_url=url, headers=KEY, timeout=60, trust_env=False) as api:
                yield api, process
        finally:
            process.terminate()
            process.communicate(timeout=20)
