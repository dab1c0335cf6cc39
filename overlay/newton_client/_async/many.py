"""Many questions at a time."""

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sized
from concurrent.futures import Executor
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .._fanout import AsyncFanOut, AsyncRemote, FanOutProgress, ItemResult, Order, Work
from .._limits import RateLimit

if TYPE_CHECKING:
    from .._answer import Answer
    from .client import AsyncNewton

R = TypeVar("R")


class AsyncManyQueries:
    """The part of a client that asks many questions at a time."""

    async def query_many(
        self,
        requests: Iterable[Mapping[str, Any]],
        *,
        concurrency: int = 16,
        order: Order = "input",
        rate_limit: RateLimit | None = None,
        executor: Executor | None = None,
        progress: Callable[[FanOutProgress], Any] | None = None,
    ) -> AsyncGenerator["ItemResult[Answer]"]:
        """Ask many questions, some at a time. A question that fails stops no other.

        Questions are read as they are needed, so there may be any number of them.

            questions = ({"model": MODEL, "query": text} for text in texts)
            async for result in newton.query_many(questions):
                print(result.value.text if result.value else result.error)

        Args:
            requests: The arguments of `query` for each.
            concurrency: How many at a time.
            order: Results in the order of the questions (`input`), or as they come (`completion`).
            rate_limit: How many in how long; `RateLimit.documented()` is what the API's quick reference
                allows. Retries are not counted.
            executor: Where to ask, in place of here: a process pool, a Dask client's `get_executor()`, or
                any other of `concurrent.futures`. A copy of this client goes there, and with it the key.
            progress: Called with each result, with a `FanOutProgress`.

        Returns:
            An `ItemResult` for each question: its `value` is the `Answer`, or its `error` says why not.
        """
        from .._answer import same

        work = Work(dict, same)
        results = self._each(
            work,
            requests,
            concurrency=concurrency,
            order=order,
            rate_limit=rate_limit,
            executor=executor,
            progress=progress,
        )
        async with aclosing(results):
            async for result in results:
                yield result

    async def embed(
        self,
        windows: Iterable[Any],
        *,
        model: str = "OmegaEncoder::omega_embeddings_1_4",
        normalize: bool | None = None,
        concurrency: int = 16,
        order: Order = "input",
        rate_limit: RateLimit | None = None,
        executor: Executor | None = None,
        progress: Callable[[FanOutProgress], Any] | None = None,
    ) -> AsyncGenerator[ItemResult[list[list[float]]]]:
        """Turn windows of sensor data into vectors, some at a time. One that fails stops no other.

        The API takes one window in a call. Windows are read as they are needed, so there may be any
        number of them.

        Args:
            windows: Each is channels × samples, as lists or as an array; 16 to 1024 samples.
            model: The encoder.
            normalize: Whether to bring each channel of a window to mean 0 and deviation 1 first; by
                default it is as the API has it.
            concurrency: How many at a time.
            order: Results in the order of the windows (`input`), or as they come (`completion`).
            rate_limit: How many in how long; `RateLimit.documented()` is what the API's quick reference
                allows. Retries are not counted.
            executor: Where to ask, in place of here; see `query_many`.
            progress: Called with each result, with a `FanOutProgress`.

        Returns:
            An `ItemResult` for each window: its `value` is channels × 768, or its `error` says why not.
        """
        from .._answer import embedding_request, vectors

        request = partial(embedding_request, model=model, normalize=normalize)
        work = Work(request, vectors)
        results = self._each(
            work,
            windows,
            concurrency=concurrency,
            order=order,
            rate_limit=rate_limit,
            executor=executor,
            progress=progress,
        )
        async with aclosing(results):
            async for result in results:
                yield result

    async def _each(
        self,
        work: Work[R],
        items: Iterable[Any],
        *,
        concurrency: int,
        order: Order,
        rate_limit: RateLimit | None,
        executor: Executor | None,
        progress: Callable[[FanOutProgress], Any] | None,
    ) -> AsyncGenerator[ItemResult[R]]:
        if concurrency < 1:
            raise ValueError("concurrency is 1 or more")
        if order not in ("input", "completion"):
            raise ValueError(f"order is 'input' or 'completion', not {order!r}")
        newton: AsyncNewton = self  # type: ignore[assignment]
        policy = newton._http_caller.retry

        async def ask(numbered: tuple[int, Any]) -> ItemResult[R]:
            index, item = numbered
            return ItemResult(index, item, work.value(await newton.query(**work.request(item))))

        def unanswered(numbered: tuple[int, Any], error: Exception) -> ItemResult[R]:
            return ItemResult(*numbered, None, error)

        def pace() -> float:
            return 0.0 if rate_limit is None else rate_limit.reserve(policy.clock())

        act: Any = ask if executor is None else AsyncRemote(newton, work)
        fan = AsyncFanOut[tuple[int, Any], ItemResult[R]](
            act,
            concurrency=concurrency,
            order=order,
            executor=executor,
            failed=unanswered,
            pace=pace,
            sleep=policy.sleep,
        )
        total = len(items) if isinstance(items, Sized) else None
        done = failed = 0
        async with aclosing(fan.over(enumerate(items))) as results:
            async for result in results:
                done += 1
                failed += result.error is not None
                if progress is not None:
                    progress(FanOutProgress(done, failed, total))
                yield result
