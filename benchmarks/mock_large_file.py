"""A large file up to the mock by direct upload and down again: `python -m benchmarks.mock_large_file`.

The content is made up as it is sent. What comes back must have the same checksum, and the memory of the
server must stay small.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from attrs import frozen

MIB = 1024**2
MOST_MEMORY = 200 * MIB
NAME = "large.jsonl"
_BLOCK = hashlib.shake_128(b"newton").digest(MIB - 8)


@frozen
class Figures:
    """What was seen: seconds, and bytes of resident memory at most."""

    num_bytes: int
    up: float
    down: float
    memory: int
    same: bool


def content(offset: int, length: int) -> Iterator[bytes]:
    """A piece of the content, whose every MiB is another."""
    for start in range(offset, offset + length, MIB):
        yield ((start // MIB).to_bytes(8, "big") + _BLOCK)[: offset + length - start]


@contextmanager
def server(folder: str) -> Iterator[tuple[str, int]]:
    """The URL and the process id of a mock that keeps its files in a folder."""
    command = [sys.executable, "-m", "newton_mock", "--state", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


def peak_memory(pid: int) -> int:
    """The most resident memory that a process had, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def measure(num_bytes: int) -> Figures:
    """Send and fetch a file of that size; nothing stays on disk."""
    with (
        tempfile.TemporaryDirectory() as folder,
        server(folder) as (url, pid),
        httpx.Client(base_url=url, headers={"Authorization": "Bearer sk_bench"}, timeout=120) as api,
        httpx.Client(timeout=120) as storage,
    ):
        began = time.perf_counter()
        sent = _send(api, storage, num_bytes)
        between = time.perf_counter()
        received = hashlib.sha256()
        with api.stream("GET", f"/files/download/{NAME}") as response:
            response.raise_for_status()
            for chunk in response.iter_raw():
                received.update(chunk)
        ended = time.perf_counter()
        same = sent == received.hexdigest()
        return Figures(num_bytes, between - began, ended - between, peak_memory(pid), same)


def _send(api: httpx.Client, storage: httpx.Client, num_bytes: int) -> str:
    asked = {"filename": NAME, "file_type": "application/x-ndjson", "num_bytes": num_bytes}
    plan = api.post("/files/uploads/initiate", json=asked).raise_for_status().json()
    digest = hashlib.sha256()

    def piece(offset: int, length: int) -> Iterator[bytes]:
        for chunk in content(offset, length):
            digest.update(chunk)
            yield chunk

    parts = []
    for part in plan["parts"]:
        length = part["length"]
        body, headers = piece(part["offset"], length), {"Content-Length": str(length)}
        answer = storage.put(part["url"], content=body, headers=headers).raise_for_status()
        parts.append({"part_number": part["part_number"], "part_token": answer.headers["ETag"]})
    api.post(f"/files/uploads/{plan['upload_id']}/complete", json={"parts": parts}).raise_for_status()
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mock_large_file")
    parser.add_argument("--megabytes", type=int, default=5000)
    figures = measure(parser.parse_args().megabytes * 1000**2)
    megabytes = figures.num_bytes / 1000**2
    print(f"{megabytes:.0f} MB up in {figures.up:.1f} s, {megabytes / figures.up:.0f} MB/s")
    print(f"{megabytes:.0f} MB down in {figures.down:.1f} s, {megabytes / figures.down:.0f} MB/s")
    print(f"memory of the server, at most: {figures.memory / MIB:.0f} MiB")
    if not figures.same:
        sys.exit("The checksums differ.")
    if figures.memory > MOST_MEMORY:
        sys.exit(f"More than {MOST_MEMORY // MIB} MiB.")
    print("checksums equal")


if __name__ == "__main__":
    main()
