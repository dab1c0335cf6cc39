"""Runs a document: `python document.py README.md`, in an empty folder.

Its blocks run in their order, and what a block of `text` right after one shows must have been printed
(`...` stands for anything).

- `python`: run, all blocks of a document in one namespace. A block that opens with `# NAME.py` is
  written to that file instead.
- `console`: each line after `$ ` is run by a shell. One that ends in `&` runs until the document ends,
  and the next line waits for its first line of output; `export NAME=VALUE` holds for all that follows.
- `sh`, or none: there to be read.

The port 8642 of the document stands for a free one.
"""

import doctest
import io
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PORT = "8642"


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    assert "```" not in BLOCK.sub("", text), "a block is not closed, or its first line is not understood"
    for found in BLOCK.finditer(text):
        yield Block(found[1], found[2], text.count("\n", 0, found.start()) + 2)


class Reader:
    """Someone who follows a document line by line."""

    def __init__(self, document: Path) -> None:
        self.document = document
        self.namespace: dict[str, Any] = {"__name__": "__main__"}
        self.background: list[subprocess.Popen[str]] = []
        self.said = ""

    def follow(self) -> None:
        text = self.document.read_text().replace(PORT, str(free_port()))
        try:
            for block in blocks(text):
                getattr(self, f"do_{block.language or 'sh'}")(block)
        finally:
            for process in self.background:
                process.terminate()
                process.communicate()

    def do_python(self, block: Block) -> None:
        if name := re.match(r"# (\w+\.py)\n", block.text):
            Path(name[1]).write_text(block.text)
            return
        code = compile("\n" * (block.line - 1) + block.text, self.document.name, "exec")
        with redirect_stdout(io.StringIO()) as out:
            exec(code, self.namespace)
        self.said = out.getvalue()

    def do_console(self, block: Block) -> None:
        self.said = ""
        for command in re.findall(r"^\$ (.*)$", block.text, re.MULTILINE):
            if command.endswith("&"):
                arguments = shlex.split(command.removesuffix("&"))
                process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
                self.background.append(process)
                assert process.stdout is not None
                self.said += (first := process.stdout.readline())
                if not first:
                    self.fail(block, f"$ {command}\nended without a word")
            elif command.startswith("export "):
                os.environ.update(pair.split("=", 1) for pair in shlex.split(command)[1:])
            else:
                run = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, text=True, check=False)
                self.said += run.stdout
                if run.returncode:
                    self.fail(block, f"$ {command}\n{run.stdout}exit code {run.returncode}")

    def do_text(self, block: Block) -> None:
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        if not doctest.OutputChecker().check_output(block.text, self.said, flags):
            self.fail(block, f"shown:\n{block.text}printed:\n{self.said}")

    def do_sh(self, _: Block) -> None:
        self.said = ""

    def fail(self, block: Block, why: str) -> None:
        sys.exit(f"{self.document.name}, line {block.line}:\n{why}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


if __name__ == "__main__":
    Reader(Path(sys.argv[1])).follow()
