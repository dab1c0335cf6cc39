"""Large files up and down through the mock, and how much memory the client takes: `make large-files`."""

import argparse
import contextlib
import filecmp
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newton_mock import MockServer
from support import memory
from support.clients import KINDS
from support.transfers import bad_weather, journals

MB = 2**20
MOST = 64 * MB


def main() -> None:
    """Print a line for each client and each weather."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=4096, help="MB in the file")
    options = parser.parse_args()
    for kind in KINDS:
        for weather in ("fair", "bad"):
            with tempfile.TemporaryDirectory() as directory, MockServer() as mock:
                os.environ["NEWTON_STATE_DIR"] = str(state := Path(directory, "state"))
                path, to = Path(directory, "large.csv"), Path(directory, "back.csv")
                with path.open("wb") as file:
                    file.write(b"begin")
                    file.truncate(options.size * MB)
                if weather == "bad":
                    mock.faults("files_download", "cut_body", times=2)
                command = [sys.executable, memory.__file__, kind, mock.url, path, to]
                began = time.monotonic()
                with bad_weather(mock) if weather == "bad" else contextlib.nullcontext():
                    grown = int(subprocess.run(command, check=True, capture_output=True).stdout)
                seconds = time.monotonic() - began
                assert filecmp.cmp(path, to, shallow=False), "other bytes came back"
                assert journals(state) == [], "a journal was left"
            print(
                f"{options.size} MB up and down, {kind:5}, {weather:4} weather:"
                f" memory grew by {grown / MB:4.1f} MB, {seconds:5.0f} s"
            )
            assert grown < MOST, f"more than {MOST // MB} MB"


if __name__ == "__main__":
    main()
