"""Several things at a time: threads here, tasks there, with the same names."""

import asyncio
import tempfile
import threading
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, ParamSpec, TypeVar

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

_GRACE = 5.0
"""Seconds that threads get to notice that they shall stop."""

_BUFFER = 1024 * 1024
"""Bytes that wait in memory for being written."""

_here = threading.local()
"""What each thread works for."""


class Stopped(BaseException):
    """Another thread has failed, so this one gives up. Nobody sees it."""


class Parallel:
    """Acts on items in so many threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._stop = threading.Event()
        self._outer: Parallel | None = getattr(_here, "parallel", None)  # when that stops, so does this

    def _is_stopped(self) -> bool:
        return self._stop.is_set() or (self._outer is not None and self._outer._is_stopped())

    def check(self) -> None:
        """Leave off when the others have; called often by what runs long."""
        if self._is_stopped():
            raise Stopped

    def each(self, act: Callable[[T], None], items: Iterable[T]) -> None:
        """Act on every item. The first failure stops the rest, and is raised."""
        lock, rest = threading.Lock(), iter(items)
        failures: list[BaseException] = []

        def work() -> None:
            _here.parallel = self
            try:
                while not self._is_stopped():
                    with lock:
                        item = next(rest, self)
                    if item is self:
                        return
                    act(item)  # type: ignore[arg-type]
            except Stopped:
                pass
            except BaseException as error:
                failures.append(error)
                self._stop.set()

        # Daemons: a thread that waits for a dead network must not keep the process.
        threads = [threading.Thread(target=work, daemon=True) for _ in range(self._limit)]
        try:
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads) and not self._is_stopped():
                for thread in threads:
                    thread.join(0.1)
        finally:
            self._stop.set()
            until = time.monotonic() + _GRACE
            for thread in threads:
                thread.join(max(0.0, until - time.monotonic()))
        if failures:
            raise failures[0]
        if self._outer:
            self._outer.check()

    @staticmethod
    @contextmanager
    def at_hand(source: T) -> Iterator[T]:
        """A source that can be read here and now: for a thread they all can."""
        yield source

    @staticmethod
    def aside(act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call what blocks: a thread has nothing else to do."""
        return act(*args, **kwargs)


class AsyncParallel:
    """Acts on items in so many tasks."""

    def __init__(self, limit: int) -> None:
        self._limit = limit

    def check(self) -> None:
        """Tasks are cancelled, so there is nothing to look for."""

    async def each(self, act: Callable[[T], Awaitable[None]], items: Iterable[T]) -> None:
        """Act on every item. The first failure stops the rest, and is raised."""
        rest = iter(items)

        async def work() -> None:
            for item in rest:
                await act(item)

        tasks = [asyncio.create_task(work()) for _ in range(self._limit)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    @staticmethod
    @asynccontextmanager
    async def at_hand(source: Any) -> AsyncIterator[Any]:
        """A source that can be read here and now: what an asynchronous iterator gives is, in a file."""
        if not isinstance(source, AsyncIterable):
            yield source
            return
        with tempfile.TemporaryFile(buffering=2 * _BUFFER) as kept:
            waiting = 0
            async for piece in source:
                waiting += kept.write(piece)
                if waiting >= _BUFFER:
                    await asyncio.to_thread(kept.flush)
                    waiting = 0
            kept.seek(0)
            yield kept

    @staticmethod
    async def aside(act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call what blocks, in a thread."""
        return await asyncio.to_thread(act, *args, **kwargs)
