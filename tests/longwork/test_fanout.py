"""Many questions at a time."""

import asyncio
import itertools
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import aclosing, closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import distributed
import pytest

from newton_client import BadRequestError, GuardError, Newton, RateLimit, ResponseValidationError
from newton_mock import MockServer
from support.clients import KEY

from .conftest import Make, MockTime
from .twins import both

MODEL = "Newton::c2_4_7b_251215a172f6d7"


def windows(count: int | None = None) -> Iterator[list[list[float]]]:
    numbers = itertools.count() if count is None else range(count)
    return ([[float(number + sample % 7) for sample in range(32)]] for number in numbers)


class TestManyQuestions:
    @both
    async def test_are_answered_in_order_each_with_its_own_failure(self, new: Make) -> None:
        requests = [{"model": MODEL, "query": f"What is {number}?"} for number in range(20)]
        requests[7] = {"model": "nobody", "query": "?"}
        requests[9] = {"model": MODEL, "query": "?", "file_ids": ["pump.exe"]}
        told: list[Any] = []
        async with new() as newton:
            results = [
                each async for each in newton.query_many(requests, concurrency=4, progress=told.append)
            ]
        assert [each.index for each in results] == list(range(20))
        assert [each.item for each in results] == requests
        assert all(f"What is {n}?" in results[n].get().text for n in range(20) if n not in (7, 9))
        assert isinstance(results[7].error, BadRequestError)
        assert isinstance(results[9].error, GuardError)
        with pytest.raises(BadRequestError):
            results[7].get()
        assert (told[-1].done, told[-1].failed, told[-1].total) == (20, 2, 20)

    @both
    async def test_can_be_taken_as_they_come(self, new: Make, mock: MockServer) -> None:
        mock.faults("query_create", "slow", delay=1.0)
        async with new() as newton:
            results = newton.embed(windows(8), concurrency=4, order="completion")
            found = [each.index async for each in results]
        assert sorted(found) == list(range(8))
        assert found != sorted(found)

    @both
    async def test_are_read_only_as_they_are_needed(self, new: Make, mock: MockServer) -> None:
        read = 0

        def endless() -> Iterator[Any]:
            nonlocal read
            for window in windows():
                read += 1
                yield window

        async with new() as newton, aclosing(newton.embed(endless(), concurrency=3)) as results:
            for _ in range(10):
                await anext(results)
        assert read <= 10 + 2 * 3
        assert len(mock.requests("query_create")) <= read

    @both
    async def test_a_window_becomes_a_vector_for_each_channel(self, new: Make) -> None:
        async with new() as newton:
            two = [[0.1] * 32, [0.2] * 32]
            (one,) = [each async for each in newton.embed([two], normalize=True)]
        assert [len(vector) for vector in one.get()] == [768, 768]

    @both
    async def test_keep_to_a_rate(self, new: Make, time_of_mock: MockTime) -> None:
        async with new() as newton:
            limit = RateLimit((5, 10.0))
            results = newton.embed(windows(11), concurrency=1, rate_limit=limit)
            assert len([each async for each in results]) == 11
        assert time_of_mock.now == pytest.approx(20.0)

    @pytest.mark.parametrize("order", ["input", "completion"])
    @both
    async def test_an_error_of_whoever_asks_comes_after_the_answers_so_far(
        self, new: Make, order: Any
    ) -> None:
        def broken() -> Iterator[Any]:
            yield from windows(5)
            raise ZeroDivisionError

        found = []
        async with new() as newton:
            with pytest.raises(ZeroDivisionError):  # noqa: PT012
                async with aclosing(newton.embed(broken(), order=order)) as results:
                    async for each in results:
                        found.append(each.index)
        assert sorted(found) == [0, 1, 2, 3, 4]

    @pytest.mark.parametrize("kind", ["sync"])
    def test_are_answered_while_the_next_are_still_to_come(self, new: Make) -> None:
        read = 0

        def slow() -> Iterator[Any]:
            nonlocal read
            for window in windows(20):
                read += 1
                yield window
                time.sleep(0.2)

        with new(real=True) as newton, closing(newton.embed(slow(), concurrency=8)) as results:
            next(results)
        assert read < 8

    @both
    async def test_that_wait_for_their_turn_are_not_asked_when_nobody_wants_them(
        self, new: Make, mock: MockServer
    ) -> None:
        async with new(real=True) as newton:
            limit = RateLimit((2, 1.0))
            async with aclosing(newton.embed(windows(), concurrency=4, rate_limit=limit)) as results:
                await anext(results)
                await anext(results)
                began = time.monotonic()
            assert time.monotonic() - began < 0.5
            await asyncio.sleep(1.5)
        assert len(mock.requests("query_create")) == 2

    @both
    async def test_a_model_that_gives_no_vectors_is_an_error(self, new: Make) -> None:
        async with new() as newton:
            (one,) = [each async for each in newton.embed(windows(1), model=MODEL)]
        assert isinstance(one.error, ResponseValidationError)
        assert "is the model an encoder?" in str(one.error)

    @both
    async def test_go_to_other_processes(self, new: Make) -> None:
        with ProcessPoolExecutor(2, get_context("spawn")) as executor:
            async with new(real=True) as newton:
                requests = [{"model": MODEL, "query": "?"}, {"model": "nobody", "query": "?"}]
                results = [each async for each in newton.query_many(requests, executor=executor)]
        assert results[0].get().text
        assert isinstance(results[1].error, BadRequestError)

    @both
    async def test_one_that_cannot_go_to_another_process_stops_no_other(self, new: Make) -> None:
        requests: list[dict[str, Any]] = [{"model": MODEL, "query": "?"} for _ in range(3)]
        requests[1]["query"] = lambda: "?"
        with ProcessPoolExecutor(1, get_context("spawn")) as executor:
            async with new(real=True) as newton:
                results = [each async for each in newton.query_many(requests, executor=executor)]
        assert [each.error is None for each in results] == [True, False, True]
        assert results[1].item is requests[1]

    def test_that_hang_do_not_keep_the_process(self, mock: MockServer, tmp_path: Path) -> None:
        mock.faults("query_create", "slow", delay=60.0, times=10)
        program = tmp_path / "program.py"
        program.write_text(
            f"""
from newton_client import Newton

with Newton({KEY!r}, {mock.url!r}) as newton:
    for _ in newton.query_many([{{"model": {MODEL!r}, "query": "?"}}] * 4, concurrency=2):
        pass
"""
        )
        with subprocess.Popen([sys.executable, program], stderr=subprocess.PIPE) as run:
            while len(mock.requests("query_create")) < 2:
                time.sleep(0.02)
            run.send_signal(signal.SIGINT)
            run.communicate(timeout=20)
        assert run.returncode == -signal.SIGINT


class TestRateLimits:
    def test_hold_in_any_stretch_of_time(self) -> None:
        limit = RateLimit.documented()
        now, begun = 0.0, []
        for _ in range(400):
            begun.append(now + limit.reserve(now))
            now += 0.01
        for calls, seconds in limit.rules:
            assert all(
                later - earlier >= seconds - 1e-9
                for earlier, later in zip(begun, begun[calls:], strict=False)
            )
        assert begun[:20] == pytest.approx([n * 0.01 for n in range(20)])

    def test_must_allow_something(self) -> None:
        with pytest.raises(ValueError, match="one call or more"):
            RateLimit((0, 1.0))


class TestCancellation:
    def test_ends_what_is_in_flight(self, mock: MockServer) -> None:
        from newton_client import AsyncNewton

        async def run() -> int:
            async with AsyncNewton(KEY, mock.url) as newton:

                async def ask() -> None:
                    async for _ in newton.embed(windows(), concurrency=4):
                        pass

                task = asyncio.create_task(ask())
                await asyncio.sleep(0.5)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                return len(asyncio.all_tasks())

        assert asyncio.run(run()) == 1


def test_a_dask_cluster_answers_too(mock: MockServer) -> None:
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as dask,
        Newton(KEY, mock.url) as newton,
    ):
        results = list(newton.embed(windows(40), executor=dask.get_executor(), concurrency=8))
    assert [each.index for each in results] == list(range(40))
    assert all(len(each.get()[0]) == 768 for each in results)
