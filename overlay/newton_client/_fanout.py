"""Many calls, some at a time: threads here, tasks there, with the same names."""

import asyncio
import pickle
import threading
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from functools import lru_cache
from typing import Any, Generic, Literal, TypeVar, cast

from attrs import frozen

from ._parallel import Stopped

T = TypeVar("T")
R = TypeVar("R")

Order = Literal["input", "completion"]
"""Results in the order of what was asked, or as they come."""

_GRACE = 5.0
"""Seconds that calls in flight get to end when nobody takes the results any more."""

_AHEAD = 2
"""How many results may be begun or waiting for one turn each: so that a slow one does not idle the rest."""


class FanOut(Generic[T, R]):
    """Acts on items in so many threads, and gives the results as they are taken.

    Args:
        act: What to do with an item. What it raises is raised in place of its result.
        concurrency: How many at a time.
        order: Which result is given next.
        executor: Where to act, in place of threads of its own; not shut down.
        pace: Waits until one more may begin.
    """

    def __init__(
        self,
        act: Callable[[T], R],
        *,
        concurrency: int,
        order: Order,
        executor: Executor | None = None,
        pace: Callable[[], None] | None = None,
    ) -> None:
        self._act = act
        self._concurrency = concurrency
        self._order: Order = order
        self._executor = executor
        self._pace = pace or (lambda: None)
        self._stop = threading.Event()

    def check(self) -> None:
        """Leave off when nobody takes the results any more; called often by what runs long."""
        if self._stop.is_set():
            raise Stopped

    def over(self, items: Iterable[T]) -> Generator[R]:
        """The results; items are read only as room is made for them."""
        executor = self._executor or ThreadPoolExecutor(self._concurrency)
        room = self._concurrency * (1 if self._executor else _AHEAD)
        pending: deque[Future[Any]] = deque()
        rest = iter(items)
        try:
            while True:
                while len(pending) < room:
                    try:
                        item = next(rest)
                    except StopIteration:
                        room = 0
                        break
                    if self._executor:  # that cannot wait its turn elsewhere
                        self._pace()
                        pending.append(executor.submit(self._act, item))
                    else:
                        pending.append(executor.submit(self._in_turn, item))
                if not pending:
                    return
                yield _first(pending, self._order)
        finally:
            self._stop.set()
            for future in pending:
                future.cancel()
            if self._executor is None:
                wait(pending, timeout=_GRACE)
                executor.shutdown(wait=False, cancel_futures=True)

    def _in_turn(self, item: T) -> R:
        self._pace()
        return self._act(item)


def _first(pending: deque[Future[Any]], order: Order) -> Any:
    """The next result; takes it out."""
    if order == "input":
        result = pending[0].result()
        pending.popleft()
        return result
    # Waiting for any of many is costly, so look first; a finished one is mostly near the front.
    future = next((future for future in pending if future.done()), None)
    if future is None:
        future = next(iter(wait(pending, return_when=FIRST_COMPLETED).done))
    pending.remove(future)
    return future.result()


class AsyncFanOut(Generic[T, R]):
    """Acts on items in so many tasks, and gives the results as they are taken.

    Args:
        act: What to do with an item. What it raises is raised in place of its result.
        concurrency: How many at a time.
        order: Which result is given next.
        executor: Where to act, in place of tasks; `act` is a plain function then.
        pace: Waits until one more may begin.
    """

    def __init__(
        self,
        act: Callable[[T], Awaitable[R]],
        *,
        concurrency: int,
        order: Order,
        executor: Executor | None = None,
        pace: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._act: Callable[[Any], Any] = act
        self._concurrency = concurrency
        self._order = order
        self._executor = executor
        self._pace = pace

    def check(self) -> None:
        """Tasks are cancelled, so there is nothing to look for."""

    async def over(self, items: Iterable[T]) -> AsyncGenerator[R]:
        """The results; items are read only as room is made for them."""
        room = self._concurrency * (1 if self._executor else _AHEAD)
        turn = asyncio.Semaphore(self._concurrency)

        async def in_turn(item: T) -> Any:
            async with turn:
                if self._pace is not None:
                    await self._pace()
                return await self._act(item)

        async def begin(item: T) -> asyncio.Future[Any]:
            if self._executor is None:
                return asyncio.ensure_future(in_turn(item))
            if self._pace is not None:  # what is elsewhere cannot wait its turn there
                await self._pace()
            return asyncio.wrap_future(self._executor.submit(self._act, item))

        pending: deque[asyncio.Future[Any]] = deque()
        rest = iter(items)
        try:
            while True:
                while len(pending) < room:
                    try:
                        item = next(rest)
                    except StopIteration:
                        room = 0
                        break
                    pending.append(await begin(item))
                if not pending:
                    return
                if self._order == "input":
                    future = pending[0]
                    await asyncio.wait([future])
                else:
                    future = next((each for each in pending if each.done()), pending[0])
                    if not future.done():
                        done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                        future = next(iter(done))
                pending.remove(future)
                yield future.result()
        finally:
            for future in pending:
                future.cancel()
            await asyncio.gather(*pending, return_exceptions=True)


@frozen
class ItemResult(Generic[R]):
    """What came of one of many.

    Attributes:
        index: Its place among them, from 0.
        item: What was asked.
        value: The answer; None if there is none.
        error: Why there is none.
    """

    index: int
    item: Any
    value: R | None
    error: Exception | None = None

    def get(self) -> R:
        """The answer.

        Raises:
            Exception: There is none; the `error`.
        """
        if self.error is not None:
            raise self.error
        return cast(R, self.value)


@frozen
class FanOutProgress:
    """How far many calls are.

    Attributes:
        done: Results that were given.
        failed: How many of them are errors.
        total: Results in all, where that is known.
    """

    done: int
    failed: int
    total: int | None


@frozen
class Work(Generic[R]):
    """How an item becomes a query, and an answer the value that is wanted. It can be pickled."""

    request: Callable[[Any], dict[str, Any]]
    value: Callable[[Any], R]


class Remote(Generic[R]):
    """Queries that are asked in another process, by a copy of the client there.

    Args:
        client: The client; one made with `http_client=` cannot go anywhere.
        work: What to ask.
    """

    def __init__(self, client: Any, work: Work[R]) -> None:
        self._client = pickle.dumps(client)
        self._work = work

    def __call__(self, numbered: tuple[int, Any]) -> ItemResult[R]:
        """Ask."""
        index, item = numbered
        try:
            return ItemResult(index, item, self._work.value(self._ask(self._work.request(item))))
        except Exception as error:
            return ItemResult(index, item, None, error)

    def _ask(self, request: dict[str, Any]) -> Any:
        return _revived(self._client).query(**request)


class AsyncRemote(Remote[R]):
    """The same with an asynchronous client, which gets an event loop for each query."""

    def _ask(self, request: dict[str, Any]) -> Any:
        async def ask() -> Any:
            return await _revived(self._client).query(**request)

        return asyncio.run(ask())


@lru_cache(maxsize=8)
def _revived(client: bytes) -> Any:
    """A client of this process; one for all queries, so that they share its connections."""
    return pickle.loads(client)  # noqa: S301 - made by Remote
