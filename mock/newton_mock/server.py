"""The mock on a real socket, in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from newton_mock.app import create_app
from newton_mock.delivery import TRANSPORT
from newton_mock.faults import Fault, Kind
from newton_mock.mock import Mock
from newton_mock.state import PART_SIZE

_START_TIMEOUT = 10.0


class _Protocol(H11Protocol):
    """HTTP/1.1 that lets the application reach its connection, so that faults can break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        app = cast("ASGIApp", self.app)

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[TRANSPORT] = transport
            await app(scope, receive, send)

        self.app = cast("Any", with_transport)


def configure(app: ASGIApp) -> uvicorn.Config:
    """How uvicorn runs the mock: quiet, and quick to stop."""
    return uvicorn.Config(
        app,
        http=_Protocol,
        ws="auto",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        # A test under a debugger, or on a busy machine, comes back late to a connection it has kept.
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that the port is known before the server runs; 0 picks a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle's algorithm off: 40 ms less for each answer.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(128)
    except OSError:
        sock.close()
        raise
    return sock


def root_of(sock: socket.socket) -> str:
    """The URL that a listening socket serves."""
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class MockServer:
    """A mock of the Newton API that listens on a free loopback port.

        with MockServer() as mock:
            newton = Newton(api_key="sk_test", base_url=mock.url)

    Args:
        api_key: The only key it lets in; any key when None.
        seed: Ids are drawn from it.
        latency: Seconds that each answer takes at least.
        state: A folder where files outlive the mock; without one they go with it.
        part_size: Bytes of each part of a direct upload, more where there would be over 1,000 of them.
        contract: An OpenAPI 3.1 document to serve in place of the Newton API's.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        seed: int = 0,
        latency: float = 0.0,
        state: str | Path | None = None,
        part_size: int = PART_SIZE,
        contract: dict[str, Any] | None = None,
    ) -> None:
        self._app = create_app(
            api_key=api_key, seed=seed, latency=latency, state=state, part_size=part_size, contract=contract
        )
        self._mock: Mock = self._app.state.mock
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.root = ""
        """Where it listens, without the version; `/_mock` is below it. Empty until started."""

    @property
    def url(self) -> str:
        """The base URL for a client, with the version."""
        return self.root + self._mock.contract.prefix

    def start(self) -> Self:
        """Listen, and return when requests are answered."""
        sock = listen("127.0.0.1", 0)
        self.root = root_of(sock)
        server = self._server = uvicorn.Server(configure(self._app))
        self._thread = threading.Thread(target=server.run, args=([sock],), name="newton-mock", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _START_TIMEOUT
        while not server.started:
            if time.monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the mock server did not start")
            time.sleep(0.002)
        return self

    def stop(self) -> None:
        """Stop listening and forget everything."""
        if self._server is not None and self._thread is not None:
            with self._mock.state.lock:
                self._mock.state.sessions.stop()  # their connections close, which shutting down waits for
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None
        self._mock.state.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def faults(
        self,
        operation: str,
        kind: Kind,
        *,
        status: int | None = None,
        times: int = 1,
        retry_after: float | str | None = None,
        delay: float = 1.0,
        cut_after: int = 0,
        code: int = 1011,
    ) -> None:
        """Let the next `times` requests of an operation ("*": of any) fail.

        Args:
            operation: An operationId, `storage_get` or `storage_put` for presigned URLs, or
                `sessions_socket` for WebSockets.
            kind: See `newton_mock.faults.Kind`.
            status: The status that "status" (default 503) and "html" (default 502) answer with.
            times: How many requests it happens to.
            retry_after: The `Retry-After` header of "status" and "html": seconds, or a date.
            delay: Seconds that "slow" waits or "drip" takes.
            cut_after: How many results "truncate_stream" or replies "ws_close" lets through first.
            code: The code that "ws_close" closes with.
        """
        self._mock.order(Fault(operation, kind, status, times, retry_after, delay, cut_after, code))

    def requests(self, operation: str | None = None) -> list[dict[str, Any]]:
        """What was asked so far, oldest first; of one operation when it is named."""
        return self._mock.journal.list(operation)

    def clock(self, *, advance: float = 0.0, freeze: bool | None = None, now: float | None = None) -> None:
        """Set the mock's time (Unix seconds), put it forward by seconds, stop it, or let it go on."""
        self._mock.set_clock(advance, freeze, now)

    def transitions(self, **changes: float | bool) -> None:
        """Let things move faster or slower from now on; see `newton_mock.transitions.Transitions`."""
        self._mock.set_transitions(**changes)

    def reset(self) -> None:
        """Back to the beginning: no files, no jobs, no faults, an empty journal, the real time."""
        self._mock.reset()

    def seed(self, number: int) -> None:
        """Back to the beginning, with ids drawn from another number until the next reset."""
        self._mock.reset(number)
