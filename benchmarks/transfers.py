"""Files of 1 GB up and down, beside curl and the vendor's client, all at the same part server.

Where a store's ETags are MD5s, ours makes the MD5 of each part to compare: that is the line "MD5". Each
transfer is a process of its own and moves a small file first; its time is taken inside.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from attrs import frozen

from . import part_server
from .serving import running
from .turns import Row

TITLE = "MB/s; medians; CPU and memory of the process that moves the file"
YARDSTICK = "curl"

MB = 2**20
SIZE = 1024 * MB
ROUNDS = 5

_UPLOAD = 'Newton("sk_bench", url).files.upload(path, strategy="direct", resume=False)'
_DOWNLOAD = 'Newton("sk_bench", url).files.download("large.csv", path, resume=False)'
_SYNC = """
import sys, time
from newton_client import Newton
for url, path in zip(sys.argv[1::2], sys.argv[2::2]):
    began = time.perf_counter()
    {call}
print(time.perf_counter() - began)
"""
_ASYNC = """
import asyncio, sys, time
from newton_client import AsyncNewton
async def main(url, path):
    began = time.perf_counter()
    await Async{call}
    return time.perf_counter() - began
for url, path in zip(sys.argv[1::2], sys.argv[2::2]):
    seconds = asyncio.run(main(url, path))
print(seconds)
"""
_HTTPX = """
import sys, time, httpx
for url, path in zip(sys.argv[1::2], sys.argv[2::2]):
    began = time.perf_counter()
    with httpx.stream("GET", url + "/files/download/large.csv") as answer, open(path, "wb") as file:
        for chunk in answer.iter_bytes():
            file.write(chunk)
print(time.perf_counter() - began)
"""
_VENDOR = """
import sys, time
from archetypeai.api_client import ArchetypeAI
for url, path in zip(sys.argv[1::2], sys.argv[2::2]):
    began = time.perf_counter()
    ArchetypeAI("sk_bench", url).files.local.upload(path, use_proxy=False)
print(time.perf_counter() - began)
"""


@frozen
class Run:
    """One transfer."""

    seconds: float
    cpu: float
    memory: int


def run(command: list[str]) -> Run:
    """Run a transfer, which prints its seconds."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return Run(float(out.split()[-1]), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def vendor(scratch: Path) -> Path | None:
    """A Python with the vendor's client, in an environment of its own; None where it cannot be had."""
    python = scratch / "vendor" / "bin" / "python"
    make = [
        [sys.executable, "-m", "venv", scratch / "vendor"],
        [python, "-m", "pip", "install", "archetypeai"],
    ]
    done = all(subprocess.run(command, capture_output=True, check=False).returncode == 0 for command in make)
    return python if done else None


def contenders(way: str, small: str, large: str, scratch: Path) -> Iterator[tuple[str, list[str]]]:
    """The name and the command of each; the first is the yardstick. `small` and `large` are servers' URLs."""
    curl = ["curl", "--silent", "--show-error", "--fail", "--write-out", "%{time_total}"]
    if way == "upload":
        files = [scratch / "small" / part_server.NAME, scratch / "large" / part_server.NAME]
        yield "curl -T", [*curl, "--upload-file", str(files[1]), f"{large}/bucket/0"]
    else:
        files = [scratch / "small.back", scratch / "large.back"]
        yield "curl -o", [*curl, "--output", str(files[1]), f"{large}/files/download/{part_server.NAME}"]

    def python(executable: str | Path, script: str, version: str = "/v0.5") -> list[str]:
        pairs = zip((small, large), files, strict=True)
        arguments = [text for root, path in pairs for text in (f"{root}{version}", str(path))]
        return [str(executable), "-c", script, *arguments]

    call = _UPLOAD if way == "upload" else _DOWNLOAD
    yield "sync", python(sys.executable, _SYNC.format(call=call))
    yield "async", python(sys.executable, _ASYNC.format(call=call))
    if way == "upload":
        yield "sync, MD5", python(sys.executable, _SYNC.format(call=call), f"{part_server.MD5}/v0.5")
        if executable := vendor(scratch):
            yield "archetypeai", python(executable, _VENDOR)
    else:
        yield "bare httpx", python(sys.executable, _HTTPX)


def rows() -> Iterator[Row]:
    """Each way of moving a file, in turns."""
    if not shutil.which("curl"):
        sys.exit("curl is the yardstick here, and it is not installed")
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["NEWTON_STATE_DIR"] = str(scratch / "state")
        servers = []
        for name, size in (("small", MB), ("large", SIZE)):
            servers.append(stack.enter_context(running("-m", part_server.__name__, str(size))))
            (scratch / name).mkdir()
            with (scratch / name / part_server.NAME).open("wb") as file:
                file.truncate(size)
        for way in ("upload", "download"):
            commands = dict(contenders(way, *servers, scratch))
            runs: dict[str, list[Run]] = {name: [] for name in commands}
            for _ in range(ROUNDS):
                for name, command in commands.items():
                    runs[name].append(run(command))
                    for back in scratch.glob("*.back"):  # to replace a file costs more than to make one
                        back.unlink()
            (_, yardstick), *others = runs.items()
            for name, taken in others:
                ratio = median(a.seconds / b.seconds for a, b in zip(yardstick, taken, strict=True))
                cpu = median(each.cpu for each in taken)
                memory = max(each.memory for each in taken) / MB
                note = f"{cpu:.2f} s of CPU, {memory:.0f} MB"
                yield Row(f"{way}, {name}", _rate(yardstick), _rate(taken), ratio, note)


def _rate(runs: list[Run]) -> float:
    return SIZE / MB / median(each.seconds for each in runs)
