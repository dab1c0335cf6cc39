"""One client, many threads, tasks and event loops."""

import asyncio
import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from echo import Echo, eventually

from newton_client import AsyncNewton, Newton
from support.clients import KEY

NAMES = [f"{number}.csv" for number in range(400)]


def test_each_of_many_threads_gets_its_own_answers(echo: Echo) -> None:
    with Newton(KEY, echo.url) as newton, ThreadPoolExecutor(32) as threads:
        answers = list(threads.map(lambda name: newton.files.get(name).file_id, NAMES))
    assert answers == NAMES


def test_as_many_connections_as_were_needed_at_once_are_kept(echo: Echo) -> None:
    with Newton(KEY, echo.url) as newton, ThreadPoolExecutor(40) as threads:
        for times in (1, 2, 3):
            echo.go.clear()
            calls = [threads.submit(newton.files.get, "slow.csv") for _ in range(40)]
            assert eventually(lambda times=times: len(echo.requests) == 40 * times)
            echo.go.set()
            for call in calls:
                call.result()
    assert len({port for _, port in echo.requests}) == 40
    assert eventually(lambda: not echo.open)


def test_each_of_many_tasks_gets_its_own_answers(echo: Echo) -> None:
    async def main() -> list[str]:
        async with AsyncNewton(KEY, echo.url) as newton:
            files = await asyncio.gather(*(newton.files.get(name) for name in NAMES[:100]))
            return [file.file_id for file in files]

    assert asyncio.run(main()) == NAMES[:100]
    assert eventually(lambda: not echo.open)


def test_an_async_client_works_in_the_event_loops_of_several_threads(echo: Echo) -> None:
    newton = AsyncNewton(KEY, echo.url)

    async def several(number: int) -> list[str]:
        mine = NAMES[number * 20 : number * 20 + 20]
        files = await asyncio.gather(*(newton.files.get(name) for name in mine))
        return [file.file_id for file in files]

    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda number: asyncio.run(several(number)), range(8))
        assert [name for names in answers for name in names] == NAMES[:160]
    assert eventually(lambda: not echo.open)


def test_an_async_client_is_used_again_under_a_second_run(echo: Echo) -> None:
    newton = AsyncNewton(KEY, echo.url)
    loops: list[weakref.ref[Any]] = []

    async def one(name: str) -> str:
        loops.append(weakref.ref(asyncio.get_running_loop()))
        return (await newton.files.get(name)).file_id

    for name in NAMES[:3]:
        assert asyncio.run(one(name)) == name
        assert eventually(lambda: not echo.open), "the connections end with their event loop"
    gc.collect()
    assert [loop() for loop in loops] == [None, None, None]


def test_an_async_client_is_used_again_after_a_run_that_failed(echo: Echo) -> None:
    newton = AsyncNewton(KEY, echo.url)

    async def fail() -> None:
        await newton.files.get("1.csv")
        raise ZeroDivisionError

    async def one() -> str:
        return (await newton.files.get("2.csv")).file_id

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            asyncio.run(fail())
        assert asyncio.run(one()) == "2.csv"
    assert eventually(lambda: not echo.open)
