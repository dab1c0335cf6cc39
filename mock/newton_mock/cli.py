"""`newton-mock`: run the mock from a shell."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Generator
from pathlib import Path

import click
import uvicorn

from newton_mock.app import create_app
from newton_mock.mock import Mock
from newton_mock.server import configure, listen, root_of
from newton_mock.state import PART_SIZE


class _Server(uvicorn.Server):
    """Says when it listens, and takes being told to stop for a success."""

    def __init__(self, config: uvicorn.Config, root: str, prefix: str) -> None:
        super().__init__(config)
        self._root = root
        self._url = root + prefix

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        click.echo(self._url)
        click.echo(f"A page for people: {self._root}/ (Ctrl+C stops the mock)", err=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.handle_exit)
        yield


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=0,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 picks a free one.",
)
@click.option("--api-key", help="The only API key to let in; any key when left out.")
@click.option("--seed", default=0, show_default=True, help="Ids are drawn from this number.")
@click.option(
    "--latency",
    default=0.0,
    show_default=True,
    type=click.FloatRange(0),
    help="Seconds that each answer takes at least.",
)
@click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder where files outlive the mock; nothing is left when left out.",
)
@click.option(
    "--part-size",
    default=PART_SIZE,
    show_default=True,
    type=click.IntRange(1),
    help="Bytes of each part of a direct upload.",
)
@click.version_option(package_name="newton-client")
def main(
    *,
    host: str,
    port: int,
    api_key: str | None,
    seed: int,
    latency: float,
    state: Path | None,
    part_size: int,
) -> None:
    """Run a mock of the Newton API, until Ctrl+C.

    The first line it prints is the URL it serves. A client finds the mock there when ATAI_API_ENDPOINT
    is that URL, and ATAI_API_KEY any key.

    A page beside it, at /, shows what is asked and kept, and orders failures. What the page does can be
    done over HTTP too, below /_mock.
    """
    try:
        sock = listen(host, port)
    except OSError as error:
        raise click.ClickException(f"Cannot listen on {host}:{port}: {error.strerror}.") from None
    # What was wrong with a request is in the answer and the journal: libraries need not say it too.
    logging.basicConfig(handlers=[logging.NullHandler()])
    try:
        app = create_app(api_key=api_key, seed=seed, latency=latency, state=state, part_size=part_size)
    except OSError as error:
        raise click.ClickException(f"Cannot keep files in {state}: {error.strerror}.") from None
    mock: Mock = app.state.mock
    with sock:
        server = _Server(configure(app), root_of(sock), mock.contract.prefix)
        asyncio.run(server.serve([sock]))
    mock.state.close()
