"""Uploads killed at random points and started again: `make kill-test`.

Every file must arrive with the right content, no checkpointed part may be sent twice, and no journal
may be left.
"""

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newton_mock import MockServer
from support import uploader
from support.transfers import checkpointed, journals, puts, twice

MB = 2**20


def digest(path: Path) -> str:
    """The content of a file, in short."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


def begin(mock: MockServer, path: Path) -> subprocess.Popen[bytes]:
    """An upload in a process of its own."""
    command = [sys.executable, uploader.__file__, mock.url, str(path)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def killed_and_resumed(mock: MockServer, path: Path, longest: float, left: Path) -> tuple[int, int]:
    """Kill an upload of a file and start it again; gives the parts sent before and after."""
    process = begin(mock, path)
    time.sleep(random.uniform(0, longest))
    process.kill()
    process.communicate()
    files = mock._mock.state.files
    finished = path.name in files and not journals(left)
    safe = checkpointed(mock, left)
    before = puts(mock)
    if not finished:  # there is nothing to go on with where it was quicker than we
        again = begin(mock, path)
        _, errors = again.communicate()
        assert again.returncode == 0, errors.decode()
    after = puts(mock)[len(before) :]
    assert digest(files[path.name].path) == digest(path), "other bytes arrived"
    assert not twice(mock, safe), "a checkpointed part was sent twice"
    return len(before), len(after)


def main() -> None:
    """Say what came of each upload."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--size", type=int, default=256, help="MB in each file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory, MockServer() as mock:
        os.environ["NEWTON_STATE_DIR"] = str(state := Path(directory, "state"))
        path = Path(directory, "recording.csv")
        with path.open("wb") as file:
            for _ in range(options.size):
                file.write(random.randbytes(MB))
        began = time.monotonic()
        assert begin(mock, path).wait() == 0
        longest = time.monotonic() - began
        for number in range(options.count):
            mock.reset()
            before, after = killed_and_resumed(mock, path, longest, state)
            print(f"{number + 1:3}: {before:3} parts in storage when it was killed, {after:3} sent after")
            assert journals(state) == [], "a journal was left"
    print(f"{options.count} uploads of {options.size} MB arrived")


if __name__ == "__main__":
    main()
