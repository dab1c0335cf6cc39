"""Many calls, some at a time: threads here, tasks there, with the same names."""

import asyncio
import pickle
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import lru_cache
from itertools import islice
from queue import SimpleQueue
from typing import Any, Generic, Literal, ParamSpec, TypeVar, cast

from attrs import frozen

from ._parallel import Stopped

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")
P = ParamSpec("P")

Order = Literal["input", "completion"]
"""Results in the order of what was asked, or as they come."""

_GRACE = 5.0
"""Seconds that calls in flight get to end when nobody takes the results any more."""

_AHEAD = 2
"""How many results may be begun or waiting for one turn each: so that a slow one does not idle the rest."""


class _Threads(Executor):
    """So many threads. They are daemons: one that waits for a dead network must not keep the process."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._threads: list[threading.Thread] = []
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def submit(self, fn: Callable[P, S], /, *args: P.args, **kwargs: P.kwargs) -> Future[S]:
        """Call it in the next thread that is free."""
        future: Future[S] = Future()

        def act() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(fn(*args, **kwargs))
                except BaseException as error:
                    future.set_exception(error)

        self._work.put(act)
        if len(self._threads) < self._limit:
            self._threads.append(threading.Thread(target=self._run, daemon=True))
            self._threads[-1].start()
        return future

    def _run(self) -> None:
        while (act := self._work.get()) is not None:
            act()
            del act  # or it would keep its result until the next

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the threads end when they are free."""
        for _ in self._threads:
            self._work.put(None)


class FanOut(Generic[T, R]):
    """Acts on items in so many threads, and gives the results as they are taken.

    Args:
        act: What to do with an item. What it raises is raised in place of its result.
        concurrency: How many at a time.
        order: Which result is given next.
        executor: Where to act, in place of threads of its own; not shut down.
        failed: The result of an item whose `act` raised, or which could not be brought to the executor.
        pace: Seconds until one more may begin.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        act: Callable[[T], R],
        *,
        concurrency: int,
        order: Order,
        executor: Executor | None = None,
        failed: Callable[[T, Exception], R] | None = None,
        pace: Callable[[], float] = lambda: 0.0,
        sleep: Callable[[float], Any] | None = None,
    ) -> None:
        self._act = act
        self._concurrency = concurrency
        self._order: Order = order
        self._executor = executor
        self._failed = failed
        self._pace = pace
        self._stop = threading.Event()
        self._sleep = sleep or self._stop.wait

    def check(self) -> None:
        """Leave off when nobody takes the results any more; called often by what runs long."""
        if self._stop.is_set():
            raise Stopped

    def over(self, items: Iterable[T]) -> Generator[R]:
        """The results; items are read only as room is made for them.

        An error of the items themselves is raised after the results of those that came before.
        """
        executor = self._executor or _Threads(self._concurrency)
        room = self._concurrency * (1 if self._executor else _AHEAD)
        pending: dict[Future[Any], T] = {}
        rest = iter(items)
        failure: Exception | None = None
        try:
            while True:
                if len(pending) < room:
                    try:
                        item = next(rest)
                        pending[self._begin(executor, item)] = item
                    except StopIteration:
                        room = 0
                    except Exception as error:
                        room, failure = 0, error
                if not pending:
                    break
                future = _ready(pending, self._order)
                if future is None:
                    if len(pending) < room:
                        continue
                    future = self._next(pending)
                yield _result(future, pending.pop(future), self._failed)
            if failure is not None:
                raise failure
        finally:
            self._stop.set()
            for future in pending:
                future.cancel()
            if self._executor is None:
                wait(pending, timeout=_GRACE)
                executor.shutdown()

    def _begin(self, executor: Executor, item: T) -> Future[R]:
        if self._executor is None:
            return executor.submit(self._in_turn, item)
        self._wait_turn()  # what is elsewhere cannot wait there
        return executor.submit(self._act, item)

    def _in_turn(self, item: T) -> R:
        self._wait_turn()
        return self._act(item)

    def _wait_turn(self) -> None:
        if (seconds := self._pace()) > 0:
            self._sleep(seconds)
        self.check()

    def _next(self, pending: Iterable[Future[Any]]) -> Future[Any]:
        """The one whose result is given next, when it is there."""
        if self._order == "input":
            pending = [next(iter(pending))]
        return next(iter(wait(pending, return_when=FIRST_COMPLETED).done))


def _ready(pending: Iterable[Any], order: Order) -> Any:
    """The one whose result is given next, if it is there: waiting for any of many is costly."""
    candidates = islice(pending, 1 if order == "input" else None)
    return next((future for future in candidates if future.done()), None)


def _result(future: Any, item: T, failed: Callable[[T, Exception], R] | None) -> R:
    try:
        result: R = future.result()
    except Exception as error:
        if failed is None:
            raise
        return failed(item, error)
    return result


class AsyncFanOut(Generic[T, R]):
    """Acts on items in so many tasks, and gives the results as they are taken.

    Args:
        act: What to do with an item. What it raises is raised in place of its result.
        concurrency: How many at a time.
        order: Which result is given next.
        executor: Where to act, in place of tasks; `act` is a plain function then.
        failed: The result of an item whose `act` raised, or which could not be brought to the executor.
        pace: Seconds until one more may begin.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        act: Callable[[T], Awaitable[R]],
        *,
        concurrency: int,
        order: Order,
        executor: Executor | None = None,
        failed: Callable[[T, Exception], R] | None = None,
        pace: Callable[[], float] = lambda: 0.0,
        sleep: Callable[[float], Any] | None = None,
    ) -> None:
        self._act: Callable[[Any], Any] = act
        self._concurrency = concurrency
        self._order: Order = order
        self._executor = executor
        self._failed = failed
        self._pace = pace
        self._sleep = sleep or asyncio.sleep
        self._turns = asyncio.Semaphore(concurrency)

    def check(self) -> None:
        """Tasks are cancelled, so there is nothing to look for."""

    async def over(self, items: Iterable[T]) -> AsyncGenerator[R]:
        """The results; items are read only as room is made for them.

        An error of the items themselves is raised after the results of those that came before.
        """
        room = self._concurrency * (1 if self._executor else _AHEAD)
        pending: dict[asyncio.Future[Any], T] = {}
        rest = iter(items)
        failure: Exception | None = None
        try:
            while True:
                if len(pending) < room:
                    try:
                        item = next(rest)
                        pending[await self._begin(item)] = item
                    except StopIteration:
                        room = 0
                    except Exception as error:
                        room, failure = 0, error
                if not pending:
                    break
                future = _ready(pending, self._order)
                if future is None:
                    if len(pending) < room:
                        continue
                    future = await self._next(pending)
                yield _result(future, pending.pop(future), self._failed)
            if failure is not None:
                raise failure
        finally:
            for future in pending:
                future.cancel()
            await asyncio.gather(*pending, return_exceptions=True)

    async def _begin(self, item: T) -> asyncio.Future[Any]:
        if self._executor is None:
            return asyncio.ensure_future(self._in_turn(item))
        await self._wait_turn()  # what is elsewhere cannot wait there
        return asyncio.wrap_future(self._executor.submit(self._act, item))

    async def _in_turn(self, item: T) -> Any:
        async with self._turns:
            await self._wait_turn()
            return await self._act(item)

    async def _wait_turn(self) -> None:
        if (seconds := self._pace()) > 0:
            await self._sleep(seconds)

    async def _next(self, pending: Iterable[asyncio.Future[Any]]) -> asyncio.Future[Any]:
        """The one whose result is given next, when it is there."""
        if self._order == "input":
            pending = [next(iter(pending))]
        done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done))


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
        except Exception as error:  # here, for a cluster would report it as its own failure
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
