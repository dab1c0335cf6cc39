"""One test source for both clients: `client.do(lambda newton: newton.files.info())`."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any, Literal

from newton_client import AsyncNewton, Newton, RetryPolicy

Kind = Literal["sync", "async"]
KINDS: tuple[Kind, ...] = ("sync", "async")
KEY = "sk_test_0123456789"


class Time:
    """Passes when somebody sleeps, and not otherwise.

    Attributes:
        naps: Every sleep, in seconds.
    """

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class Client:
    """A `Newton` or an `AsyncNewton`, called alike.

    Its waits take no time and are kept in `time.naps`; the jitter is what it is at most, so that the
    waits are 0.5, 1 and 2 seconds.
    """

    def __init__(self, kind: Kind, base_url: str, *, retry: dict[str, Any] | None = None, **options: Any):
        self.kind = kind
        self.time = Time()
        self._runner = asyncio.Runner()
        make: Any = Newton if kind == "sync" else AsyncNewton
        options.setdefault("api_key", KEY)
        self.newton = make(base_url=base_url, retry=self.policy(**(retry or {})), **options)

    def policy(self, **settings: Any) -> RetryPolicy:
        """A retry policy on this client's time."""
        sleep = self.time.sleep if self.kind == "sync" else self.time.sleep_async
        defaults = {"clock": self.time.clock, "sleep": sleep, "random": lambda: 1.0}
        return RetryPolicy(**{**defaults, **settings})

    def do(self, call: Callable[[Any], Any]) -> Any:
        """What a call gives; of one that gives its results as they come, the list of them."""
        result = call(self.newton)
        if self.kind == "async":
            return self._runner.run(_awaited(result))
        return list(result) if isinstance(result, Iterator) else result

    def close(self) -> None:
        if self.kind == "sync":
            self.newton.close()
        else:
            self._runner.run(self.newton.aclose())
        self._runner.close()


async def _awaited(result: Any) -> Any:
    if hasattr(result, "__aiter__"):
        return [item async for item in result]
    return await result if hasattr(result, "__await__") else result
