"""MB/s of whole files, and the memory it takes, beside `curl` and the vendor's client on the same server.

    python -m benchmarks.transfers [--size 1024] [--rounds 5]

Where a store's ETags are MD5s, ours makes the MD5 of each part to compare: that is the line "sync, MD5".
Each transfer is a process of its own; its time is taken inside, without the start of the interpreter.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from attrs import frozen

from . import part_server

MB = 2**20

OURS = {
    "upload": 'Newton("sk_bench", url).files.upload(path, strategy="direct", resume=False)',
    "download": 'Newton("sk_bench", url).files.download("large.csv", path, resume=False)',
}
_SYNC = """
import sys, time
from newton_client import Newton
url, path = sys.argv[1:]
began = time.perf_counter()
{call}
print(time.perf_counter() - began)
"""
_ASYNC = """
import asyncio, sys, time
from newton_client import AsyncNewton
url, path = sys.argv[1:]
async def main():
    began = time.perf_counter()
    await Async{call}
    print(time.perf_counter() - began)
asyncio.run(main())
"""
_VENDOR = """
import sys, time
from archetypeai.api_client import ArchetypeAI
url, path = sys.argv[1:]
client = ArchetypeAI("sk_bench", url)
began = time.perf_counter()
client.files.local.upload(path, use_proxy=False)
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


def contenders(way: str, root: str, scratch: Path) -> Iterator[tuple[str, list[str]]]:
    """The name and the command of each; the first is the yardstick."""
    large, back, url = str(scratch / part_server.NAME), str(scratch / "back"), f"{root}/v0.5"
    curl = ["curl", "--silent", "--show-error", "--fail", "--write-out", "%{time_total}"]
    if way == "upload":
        yield "curl -T", [*curl, "--upload-file", large, f"{root}/bucket/0"]
    else:
        yield "curl -o", [*curl, "--output", back, f"{url}/files/download/{part_server.NAME}"]
    path = large if way == "upload" else back
    if way == "upload":
        md5 = f"{root}{part_server.MD5}/v0.5"
        yield "sync, MD5", [sys.executable, "-c", _SYNC.format(call=OURS[way]), md5, large]
    yield "sync", [sys.executable, "-c", _SYNC.format(call=OURS[way]), url, path]
    yield "async", [sys.executable, "-c", _ASYNC.format(call=OURS[way]), url, path]
    if way == "upload" and (python := vendor(scratch)):
        yield "archetypeai", [str(python), "-c", _VENDOR, url, path]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=1024, help="MB in the file")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not shutil.which("curl"):
        sys.exit("curl is the yardstick here, and it is not installed")
    print(f"{options.size} MB, median of {options.rounds} runs, taken in turns")
    with tempfile.TemporaryDirectory() as directory, part_server.running(options.size * MB) as root:
        scratch = Path(directory)
        os.environ["NEWTON_STATE_DIR"] = str(scratch / "state")
        with (scratch / part_server.NAME).open("wb") as file:
            file.truncate(options.size * MB)
        for way in ("upload", "download"):
            commands = dict(contenders(way, root, scratch))
            runs: dict[str, list[Run]] = {name: [] for name in commands}
            for _ in range(options.rounds):
                for name, command in commands.items():
                    runs[name].append(run(command))
            yardstick, *_ = commands
            for name, taken in runs.items():
                seconds = median(each.seconds for each in taken)
                ratio = median(a.seconds / b.seconds for a, b in zip(runs[yardstick], taken, strict=True))
                cpu = median(each.cpu for each in taken)
                memory = max(each.memory for each in taken) / MB
                print(
                    f"{way:9} {name:12} {options.size / seconds:7.0f} MB/s   {ratio:5.2f} x {yardstick}"
                    f"   {cpu:5.2f} s of CPU   {memory:5.0f} MB of memory"
                )


if __name__ == "__main__":
    main()
