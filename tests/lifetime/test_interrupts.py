"""Calls that are cut off from outside: what they held is free again, and the client works on."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from echo import Echo, eventually, metadata

from newton_client import AsyncNewton, RetryPolicy
from support.clients import KEY
from support.server import Reply, ScriptedServer

ONE = httpx.Limits(max_connections=1)
"""With one connection, whatever keeps it makes the next call fail."""


@pytest.mark.parametrize("name", ["slow.csv", "half.csv"])
def test_a_cancelled_call_gives_up_its_connection(echo: Echo, name: str) -> None:
    async def main() -> str:
        async with httpx.AsyncClient(limits=ONE) as http:
            newton = AsyncNewton(KEY, echo.url, http_client=http, timeout=5, retry=RetryPolicy.off())
            for _ in range(3):
                call = asyncio.create_task(newton.files.get(name))
                await _soon(lambda: bool(echo.requests))
                echo.requests.clear()
                call.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await call
            return (await newton.files.get("1.csv")).file_id

    assert asyncio.run(main()) == "1.csv"


def test_a_call_that_asyncio_times_out_gives_up_its_connection(echo: Echo) -> None:
    async def main() -> str:
        async with httpx.AsyncClient(limits=ONE) as http:
            newton = AsyncNewton(KEY, echo.url, http_client=http, timeout=5)
            for name in ("slow.csv", "half.csv"):
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await newton.files.get(name)
            return (await newton.files.get("1.csv")).file_id

    assert asyncio.run(main()) == "1.csv"


def test_a_cancelled_wait_between_tries_ends_at_once(server: ScriptedServer) -> None:
    server.script(Reply(503, headers={"Retry-After": "30"}), Reply(200, metadata("1.csv")))

    async def main() -> str:
        async with AsyncNewton(KEY, server.url, timeout=5) as newton:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await newton.files.get("1.csv")
            return (await newton.files.get("1.csv")).file_id

    assert asyncio.run(main()) == "1.csv"
    assert len(server.requests) == 2


def test_cancelling_one_of_many_calls_leaves_the_others_alone(echo: Echo) -> None:
    async def main() -> list[Any]:
        async with AsyncNewton(KEY, echo.url) as newton:
            calls = [asyncio.create_task(newton.files.get(f"slow-{number}.csv")) for number in range(10)]
            await _soon(lambda: len(echo.requests) == 10)
            for call in calls[::2]:
                call.cancel()
            echo.go.set()
            return await asyncio.gather(*calls, return_exceptions=True)

    answers = asyncio.run(main())
    assert all(isinstance(answer, asyncio.CancelledError) for answer in answers[::2])
    assert [answer.file_id for answer in answers[1::2]] == [
        f"slow-{number}.csv" for number in range(1, 10, 2)
    ]


CTRL_C = """
import sys

import httpx

from newton_client import Newton

with httpx.Client(limits=httpx.Limits(max_connections=1)) as http:
    newton = Newton("sk_test", sys.argv[1], http_client=http, timeout=5)
    try:
        newton.files.get(sys.argv[2])
    except KeyboardInterrupt:
        print("interrupted", flush=True)
    print(newton.files.get("1.csv").file_id)
"""


@pytest.mark.parametrize("name", ["slow.csv", "half.csv"])
def test_ctrl_c_in_a_call_leaves_the_client_usable(echo: Echo, name: str) -> None:
    command = [sys.executable, "-W", "error", "-c", CTRL_C, echo.url, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert eventually(lambda: bool(echo.requests), 20)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (out.split(), err) == (["interrupted", "1.csv"], "")


async def _soon(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)
