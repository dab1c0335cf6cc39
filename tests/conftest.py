from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from support import closing
from support.clients import KINDS, Client
from support.server import ScriptedServer


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where journals are kept: not in the home folder of whoever runs the tests."""
    path = tmp_path_factory.getbasetemp() / f"state-{uuid4().hex}"
    monkeypatch.setenv("NEWTON_STATE_DIR", str(path))
    return path


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that does what a script says."""
    with ScriptedServer() as server:
        yield server


@pytest.fixture(params=KINDS)
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[..., Client]]:
    """Makes clients; a test that asks for it runs with the sync one and with the async one."""
    made: list[Client] = []

    def connect(base_url: str, **options: Any) -> Client:
        made.append(Client(request.param, base_url, **options))
        return made[-1]

    yield connect
    for client in made:
        client.close()


@pytest.fixture
def client(connect: Callable[..., Client], server: ScriptedServer) -> Client:
    """A client of either kind, of the scripted server."""
    return connect(server.url)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        each for each in chain(*terminalreporter.stats.values()) if isinstance(each, pytest.TestReport)
    ]
    for line in closing.lines(reports):
        terminalreporter.write_line(line)
