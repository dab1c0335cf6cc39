"""pytest fixtures: `newton_mock`, a running mock, and `newton`, a client for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.request import getproxies

import pytest

if TYPE_CHECKING:
    from newton_client import Newton
    from newton_mock.server import MockServer


@pytest.fixture(scope="session")
def newton_mock_server() -> Iterator[MockServer]:
    """The mock that the whole session shares; tests take `newton_mock` in its place."""
    from newton_mock.server import MockServer

    with MockServer() as server:
        yield server


@pytest.fixture
def newton_mock(newton_mock_server: MockServer, monkeypatch: pytest.MonkeyPatch) -> MockServer:
    """A mock of the Newton API on a loopback port, as if just started. No proxy is asked for it."""
    newton_mock_server.reset()
    unproxied = [getproxies().get("no"), "127.0.0.1"]
    monkeypatch.setenv("no_proxy", ",".join(filter(None, unproxied)))
    return newton_mock_server


@pytest.fixture
def newton(newton_mock: MockServer) -> Iterator[Newton]:
    """A client that talks to `newton_mock`."""
    from newton_client import Newton

    with Newton(api_key="sk_test", base_url=newton_mock.url) as client:
        yield client
