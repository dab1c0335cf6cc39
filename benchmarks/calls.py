"""What a call costs beside the same call with bare httpx: sync and async, one and 64 in flight."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from newton_client import AsyncNewton, Newton

from . import server
from .serving import running
from .turns import Row, in_turns, timed

TITLE = "microseconds a call"
YARDSTICK = "httpx"

KEY = "sk_bench"
MANY = 64
CALLS = {1: 50, MANY: 3 * MANY}
"""Calls in a round, by how many are in flight."""

QUESTION: dict[str, Any] = {
    "model": "Newton::c2_4_7b_251215a172f6d7",
    "query": "How is the pump?",
    "file_ids": ["pump.txt"],
    "max_new_tokens": 64,
}
BARE: dict[str, Any] = {
    "headers": {"Authorization": f"Bearer {KEY}"},
    "limits": httpx.Limits(max_connections=100, max_keepalive_connections=100),
    "timeout": httpx.Timeout(120, connect=10),
}

Call = Callable[[], Any]
AsyncCall = Callable[[], Awaitable[Any]]


def rows() -> Iterator[Row]:
    """Each call, in each of the four ways."""
    with running("-m", server.__name__) as root:
        yield from _sync(f"{root}/v0.5")
        yield from _async(f"{root}/v0.5")


def _sync(url: str) -> Iterator[Row]:
    file, question = f"{url}/files/metadata/pump.csv", f"{url}/query"
    with httpx.Client(**BARE) as http, Newton(KEY, url) as newton, ThreadPoolExecutor(MANY) as threads:

        def cost(call: Call, in_flight: int) -> Callable[[], float]:
            calls = range(CALLS[in_flight])
            run = map if in_flight == 1 else threads.map
            return lambda: timed(lambda: list(run(lambda _: call(), calls))) / len(calls)

        pairs: dict[str, tuple[Call, Call]] = {
            "files.get": (
                lambda: http.get(file).raise_for_status().json(),
                lambda: newton.files.get("pump.csv"),
            ),
            "query": (
                lambda: http.post(question, json=QUESTION).raise_for_status().json(),
                lambda: newton.query(**QUESTION),
            ),
        }
        for in_flight in CALLS:
            for name, (theirs, ours) in pairs.items():
                label = f"{name}, sync, {in_flight} in flight"
                yield in_turns(label, cost(theirs, in_flight), cost(ours, in_flight), 1e6)


def _async(url: str) -> Iterator[Row]:
    file, question = f"{url}/files/metadata/pump.csv", f"{url}/query"
    http, newton = httpx.AsyncClient(**BARE), AsyncNewton(KEY, url)

    async def get() -> Any:
        return (await http.get(file)).raise_for_status().json()

    async def post() -> Any:
        return (await http.post(question, json=QUESTION)).raise_for_status().json()

    async def several(call: AsyncCall, calls: int) -> None:
        for _ in range(calls):
            await call()

    async def at_once(call: AsyncCall, in_flight: int) -> None:
        await asyncio.gather(*(several(call, CALLS[in_flight] // in_flight) for _ in range(in_flight)))

    async def close() -> None:
        await http.aclose()
        await newton.aclose()

    def cost(call: AsyncCall, in_flight: int) -> Callable[[], float]:
        return lambda: timed(lambda: runner.run(at_once(call, in_flight))) / CALLS[in_flight]

    pairs: dict[str, tuple[AsyncCall, AsyncCall]] = {
        "files.get": (get, lambda: newton.files.get("pump.csv")),
        "query": (post, lambda: newton.query(**QUESTION)),
    }
    with asyncio.Runner() as runner:
        for in_flight in CALLS:
            for name, (theirs, ours) in pairs.items():
                label = f"{name}, async, {in_flight} in flight"
                yield in_turns(label, cost(theirs, in_flight), cost(ours, in_flight), 1e6)
        runner.run(close())
