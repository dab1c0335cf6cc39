"""Servers in processes of their own."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def serve(protocol: Callable[[], asyncio.Protocol]) -> None:
    """Serve on a free port until this process is ended; the first line printed is the URL."""

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
        print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def running(*arguments: str) -> Iterator[str]:
    """The first line that Python prints with these arguments, for as long as it runs: a server's URL."""
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
