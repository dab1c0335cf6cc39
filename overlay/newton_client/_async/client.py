"""The client itself."""

from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import httpx

from newton_api.api import AsyncRawResources, AsyncResources

from .._config import Config
from .._http import AsyncHTTPPool
from .._retry import RetryBudget, RetryEvent, RetryPolicy
from .._secrets import scramble, unscramble
from .caller import AsyncHTTPCaller
from .many import AsyncManyQueries

if TYPE_CHECKING:
    from .files import AsyncFiles
    from .fine_tuning import AsyncFineTuning
    from .jobs import AsyncJobs
    from .pipelines import AsyncPipelines
    from .query import AsyncQuery
    from .sessions import AsyncSessions


class AsyncNewton(AsyncManyQueries, AsyncResources):
    """An asynchronous client of the Newton API.

    Every operation of the contract is a method at its tag: `newton.files.get(...)`,
    `newton.jobs.create(...)`. The client can be shared; close it, or use it in a `with` block.

    Docs: https://docs.archetypeai.app/api-reference/quick-reference

    Args:
        api_key: The bearer token; by default that of the environment variable ATAI_API_KEY.
        base_url: The API's URL, with or without its version; by default that of ATAI_API_ENDPOINT,
            else production.
        timeout: Seconds to wait for the server while it says nothing; None waits for ever. Video
            questions can take minutes.
        retry: How often and how patiently to try again.
        http_client: An `httpx` client to send with, for proxies or certificates of your own. It is
            not closed with this one.
        on_retry: Called with a `RetryEvent` before each wait.

    Raises:
        ConfigurationError: There is no key, or the endpoint is no URL.
    """

    def __init__(
        self,
        api_key: str | None = None,
        base_url: str | None = None,
        *,
        timeout: float | None = 120.0,
        retry: RetryPolicy | None = None,
        http_client: httpx.AsyncClient | None = None,
        on_retry: Callable[[RetryEvent], Any] | None = None,
    ) -> None:
        self._use(
            AsyncHTTPCaller(
                Config.resolve(api_key, base_url),
                AsyncHTTPPool(http_client),
                RetryBudget(),
                timeout=timeout,
                retry=retry or RetryPolicy(),
                on_retry=on_retry,
            ),
            owns_pool=True,
        )

    def _use(self, caller: AsyncHTTPCaller, *, owns_pool: bool) -> None:
        super().__init__(caller)
        self._http_caller = caller
        self._owns_pool = owns_pool

    def with_options(self, *, timeout: float | None = None, retry: RetryPolicy | None = None) -> Self:
        """A client with other settings, on the same connections; this one stays as it is.

        Args:
            timeout: Seconds to wait for the server while it says nothing.
            retry: How often and how patiently to try again.
        """
        caller = self._http_caller
        derived = object.__new__(type(self))
        derived._use(
            AsyncHTTPCaller(
                caller.config,
                caller.pool,
                caller.budget,
                timeout=caller.timeout if timeout is None else timeout,
                retry=retry or caller.retry,
                on_retry=caller.on_retry,
            ),
            owns_pool=False,
        )
        return derived

    @property
    def base_url(self) -> str:
        """The API's URL, with its version."""
        return self._http_caller.config.base_url

    @cached_property
    def raw(self) -> AsyncRawResources:
        """The same operations, giving status and headers with the parsed answer."""
        return AsyncRawResources(self._http_caller)

    @cached_property
    def files(self) -> "AsyncFiles":
        """The operations tagged `files`, with uploads and downloads of whole files."""
        from .files import AsyncFiles

        return AsyncFiles(self._http_caller)

    @cached_property
    def query(self) -> "AsyncQuery":
        """Ask: `newton.query(model=..., query=...)`."""
        from .query import AsyncQuery

        return AsyncQuery(self._http_caller)

    @cached_property
    def jobs(self) -> "AsyncJobs":
        """The operations tagged `jobs`, with waiting and downloads."""
        from .jobs import AsyncJobs

        return AsyncJobs(self._http_caller)

    @cached_property
    def fine_tuning(self) -> "AsyncFineTuning":
        """The operations tagged `fine_tuning`, with waiting and following."""
        from .fine_tuning import AsyncFineTuning

        return AsyncFineTuning(self._http_caller)

    @cached_property
    def pipelines(self) -> "AsyncPipelines":
        """The operations tagged `pipelines`, with templates of jobs."""
        from .pipelines import AsyncPipelines

        return AsyncPipelines(self._http_caller)

    @cached_property
    def sessions(self) -> "AsyncSessions":
        """The operations tagged `sessions`, with sessions that clean up after themselves."""
        from .sessions import AsyncSessions

        return AsyncSessions(self._http_caller)

    async def aclose(self) -> None:
        """Close the connections."""
        if self._owns_pool:
            await self._http_caller.pool.aclose()

    def __reduce__(self) -> tuple[Any, ...]:
        if self._http_caller.pool.given is not None:
            raise TypeError("A client made with http_client= cannot be pickled; make one in each process.")
        caller = self._http_caller
        settings = {"timeout": caller.timeout, "retry": caller.retry, "on_retry": caller.on_retry}
        return _unpickle, (type(self), scramble(caller.config.api_key), self.base_url, settings)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _unpickle(cls: type[AsyncNewton], key: bytes, base_url: str, settings: dict[str, Any]) -> AsyncNewton:
    return cls(unscramble(key), base_url, **settings)
