"""A server that says who asked for what, and over which connection."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import Any
from urllib.parse import unquote


class Echo(ThreadingHTTPServer):
    """Has every file, and answers with the name that was asked for.

    A file named `slow...` comes when `go` is set, one named `half...` half at once and half then.

    Attributes:
        requests: The file's name and the client's port, of each request.
        open: The client's ports of the connections that are open now.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, tls: SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[str, int]] = []
        self.open: set[int] = set()
        self.go = threading.Event()
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self.server_port}"
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="echo")

    def __enter__(self) -> "Echo":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.go.set()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what some tests are about."""

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(client_address[1])
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with contextlib.suppress(OSError):
            self.open.discard(request.getpeername()[1])
        super().shutdown_request(request)


_EVENTS = b'data: {"type": "inference.result"}\n\n' * 2


def metadata(name: str) -> dict[str, Any]:
    """What the API says of a file."""
    return {
        "file_id": name,
        "file_uid": "fil_58shkhqztj9tnbye4dmphzxa2r",
        "file_type": "text/csv",
        "num_bytes": 8,
        "file_status": "FILE_STATUS_INGESTED",
    }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Echo

    def setup(self) -> None:
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().setup()

    def finish(self) -> None:
        super().finish()
        self.server.open.discard(self.client_address[1])

    def do_GET(self) -> None:
        *_, kind, name = map(unquote, self.path.split("/"))
        self.server.requests.append((name, self.client_address[1]))
        if name.startswith("slow"):
            self.server.go.wait(10)
        events = kind == "consumer"
        body = _EVENTS if events else json.dumps(metadata(name)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream" if events else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        half = len(body) // 2
        self.wfile.write(body[:half])
        if name.startswith("half"):
            self.wfile.flush()
            self.server.go.wait(10)
        self.wfile.write(body[half:])

    def log_message(self, *_: object) -> None:
        """Tests look at `requests`."""


def eventually(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether it comes to hold in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True
