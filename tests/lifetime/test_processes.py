"""Clients in other processes: forked ones, and those of process pools."""

import asyncio
import gc
import multiprocessing
import os
import pickle
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import httpx
import pytest
from echo import Echo, eventually

from newton_client import AsyncNewton, Newton, RetryEvent, RetryPolicy
from support.clients import KEY

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here"),
    pytest.mark.filterwarnings("ignore:.*use of fork.*:DeprecationWarning"),
]


def test_a_fork_uses_connections_of_its_own(echo: Echo) -> None:
    with Newton(KEY, echo.url) as newton:
        newton.files.get("parent-1.csv")
        for name in ("child-1.csv", "child-2.csv"):
            assert _in_fork(lambda name=name: newton.files.get(name).file_id) == name
        newton.files.get("parent-2.csv")
        ports = dict(echo.requests)
        assert ports["parent-1.csv"] == ports["parent-2.csv"], "the parent's connection has lived on"
        assert len(set(ports.values())) == 3


@pytest.mark.skipif(not os.path.exists("/proc/self/net/tcp"), reason="it reads Linux's table of sockets")
def test_a_fork_closes_its_copies_of_the_parents_sockets_quietly(echo: Echo) -> None:
    def sockets_after_a_call() -> tuple[int, list[str]]:
        complaints: list[str] = []
        sys.unraisablehook = lambda complaint: complaints.append(str(complaint.exc_value))
        newton.files.get("child.csv")
        eventually(lambda: _sockets_to(echo) == 1)
        gc.collect()
        return _sockets_to(echo), complaints

    with Newton(KEY, echo.url) as newton:
        newton.files.get("parent.csv")
        assert _in_fork(sockets_after_a_call) == (1, [])


def test_a_fork_that_closes_the_client_leaves_the_parents_open(echo: Echo) -> None:
    with Newton(KEY, echo.url) as newton:
        newton.files.get("parent-1.csv")
        _in_fork(newton.close)
        assert newton.files.get("parent-2.csv").file_id == "parent-2.csv"


def test_a_fork_in_the_middle_of_other_threads_calls_works(echo: Echo) -> None:
    with Newton(KEY, echo.url) as newton:
        done = threading.Event()

        def call_on() -> None:
            while not done.is_set():
                newton.files.get("thread.csv")

        threads = [threading.Thread(target=call_on) for _ in range(8)]
        for thread in threads:
            thread.start()
        try:
            for _ in range(10):
                assert _in_fork(lambda: newton.files.get("child.csv").file_id) == "child.csv"
        finally:
            done.set()
            for thread in threads:
                thread.join()


def test_an_async_client_works_in_a_fork(echo: Echo) -> None:
    newton = AsyncNewton(KEY, echo.url)

    async def one(name: str) -> str:
        return (await newton.files.get(name)).file_id

    assert asyncio.run(one("parent.csv")) == "parent.csv"
    assert _in_fork(lambda: asyncio.run(one("child.csv"))) == "child.csv"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_client_goes_to_the_workers_of_a_process_pool(echo: Echo, method: str) -> None:
    names = ["1.csv", "2.csv", "3.csv", "4.csv"]
    context = multiprocessing.get_context(method)
    with Newton(KEY, echo.url) as newton, ProcessPoolExecutor(2, mp_context=context) as workers:
        newton.files.get("parent.csv")
        assert list(workers.map(_read, [newton] * 4, names)) == names
        assert list(workers.map(_read_async, [AsyncNewton(KEY, echo.url)] * 4, names)) == names
    parent = dict(echo.requests)["parent.csv"]
    assert [name for name, port in echo.requests if port == parent] == ["parent.csv"]


def test_an_unpickled_client_has_the_settings_of_the_first(echo: Echo) -> None:
    first = Newton(KEY, echo.url, timeout=7, retry=RetryPolicy(max_attempts=2), on_retry=_remember)
    second = pickle.loads(pickle.dumps(first.with_options(timeout=0.05)))
    with pytest.raises(TimeoutError), first, second:
        second.files.get("slow.csv")
    assert [event.attempt for event in _seen] == [1]


def test_a_client_with_an_http_client_of_the_callers_says_that_it_cannot_be_pickled() -> None:
    with httpx.Client() as http, pytest.raises(TypeError, match="make one in each process"):
        pickle.dumps(Newton(KEY, http_client=http))


_seen: list[RetryEvent] = []


def _remember(event: RetryEvent) -> None:
    _seen.append(event)


def _read(newton: Newton, name: str) -> str:
    return newton.files.get(name).file_id


def _read_async(newton: AsyncNewton, name: str) -> str:
    async def read() -> str:
        return (await newton.files.get(name)).file_id

    return asyncio.run(read())


def _in_fork(call: Any) -> Any:
    """What a call gives in a forked process; it gets 20 seconds."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer: Any = call()
        except BaseException as error:
            answer = error
        os.write(sender, pickle.dumps(answer))
        os._exit(0)
    os.close(sender)
    watch = threading.Timer(20, os.kill, (child, 9))
    watch.start()
    with open(receiver, "rb") as pipe:
        answered = pipe.read()
    watch.cancel()
    watch.join()
    os.waitpid(child, 0)
    assert answered, "the forked process hangs"
    return pickle.loads(answered)


def _sockets_to(echo: Echo) -> int:
    """Sockets of this process that are connected to the server: from the kernel's table."""
    mine = set()
    for descriptor in os.listdir("/proc/self/fd"):
        try:
            mine.add(os.readlink(f"/proc/self/fd/{descriptor}"))
        except FileNotFoundError:
            continue
    with open("/proc/self/net/tcp") as table:
        rows = [row.split() for row in table][1:]
    remote = f":{echo.server_port:04X}"
    return sum(row[2].endswith(remote) and f"socket:[{row[9]}]" in mine for row in rows)
