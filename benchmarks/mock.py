"""What the mock costs: a call beside one of a bare Starlette route, and the time until it answers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx

from .serving import running
from .turns import Row, in_turns, timed

YARDSTICK = "starlette"
TITLE = "microseconds per call, milliseconds to start; medians"
CALLS = 50
TEXT_MODEL = "Newton::c2_4_7b_251215a172f6d7"
_BARE = """
import socket, uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

async def info(_: Request) -> JSONResponse:
    return JSONResponse({"num_files": 0, "num_bytes": 0, "num_ingested": 0, "last_updated": 0.0})

async def query(request: Request) -> JSONResponse:
    return JSONResponse({"response": {"response": [(await request.json())["query"]]}})

app = Starlette(routes=[Route("/files/info", info), Route("/query", query, methods=["POST"])])
# The protocol is named, so that asyncio sends at once (TCP_NODELAY); the mock does the same.
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
sock.bind(("127.0.0.1", 0))
sock.listen()
print(f"http://127.0.0.1:{sock.getsockname()[1]}", flush=True)
config = uvicorn.Config(app, http="h11", log_level="critical", access_log=False)
uvicorn.Server(config).run(sockets=[sock])
"""
BARE = ("-c", _BARE)
OURS = ("-m", "newton_mock")


def _start(arguments: tuple[str, ...]) -> None:
    with running(*arguments) as url:
        httpx.get(f"{url}/files/info")


def rows() -> Iterator[Row]:
    """Calls one after another on one connection, then starts."""
    question: dict[str, Any] = {"model": TEXT_MODEL, "query": "How is the pump?", "max_new_tokens": 64}
    calls: dict[str, Callable[[httpx.Client], httpx.Response]] = {
        "files_info": lambda api: api.get("/files/info"),
        "query_create, text": lambda api: api.post("/query", json=question),
    }
    with ExitStack() as stack:
        headers = {"Authorization": "Bearer sk_bench"}
        bare, ours = (
            stack.enter_context(httpx.Client(base_url=stack.enter_context(running(*each)), headers=headers))
            for each in (BARE, OURS)
        )

        def many(api: httpx.Client, call: Callable[[httpx.Client], httpx.Response]) -> Callable[[], float]:
            return lambda: timed(lambda: [call(api).raise_for_status() for _ in range(CALLS)])

        for name, call in calls.items():
            yield in_turns(name, many(bare, call), many(ours, call), 1e6 / CALLS)
    yield in_turns(
        "start to first answer, ms",
        lambda: timed(lambda: _start(BARE)),
        lambda: timed(lambda: _start(OURS)),
        1e3,
    )
