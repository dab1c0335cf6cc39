"""The client itself."""

from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import httpx

from newton_api.api import RawResources, Resources

from .._config import Config
from .._http import HTTPPool
from .._retry import RetryBudget, RetryEvent, RetryPolicy
from .._secrets import scramble, unscramble
from .caller import HTTPCaller
from .many import ManyQueries

if TYPE_CHECKING:
    from .files import Files
    from .fine_tuning import FineTuning
    from .jobs import Jobs
    from .pipelines import Pipelines
    from .query import Query
    from .sessions import Sessions


class Newton(ManyQueries, Resources):
    """A synchronous client of the Newton API.

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
        http_client: httpx.Client | None = None,
        on_retry: Callable[[RetryEvent], Any] | None = None,
    ) -> None:
        self._use(
            HTTPCaller(
                Config.resolve(api_key, base_url),
                HTTPPool(http_client),
                RetryBudget(),
                timeout=timeout,
                retry=retry or RetryPolicy(),
                on_retry=on_retry,
            ),
            owns_pool=True,
        )

    def _use(self, caller: HTTPCaller, *, owns_pool: bool) -> None:
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
            HTTPCaller(
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
    def raw(self) -> RawResources:
        """The same operations, giving status and headers with the parsed answer."""
        return RawResources(self._http_caller)

    @cached_property
    def files(self) -> "Files":
        """The operations tagged `files`, with uploads and downloads of whole files."""
        from .files import Files

        return Files(self._http_caller)

    @cached_property
    def query(self) -> "Query":
        """Ask: `newton.query(model=..., query=...)`."""
        from .query import Query

        return Query(self._http_caller)

    @cached_property
    def jobs(self) -> "Jobs":
        """The operations tagged `jobs`, with waiting and downloads."""
        from .jobs import Jobs

        return Jobs(self._http_caller)

    @cached_property
    def fine_tuning(self) -> "FineTuning":
        """The operations tagged `fine_tuning`, with waiting and following."""
        from .fine_tuning import FineTuning

        return FineTuning(self._http_caller)

    @cached_property
    def pipelines(self) -> "Pipelines":
        """The operations tagged `pipelines`, with templates of jobs."""
        from .pipelines import Pipelines

        return Pipelines(self._http_caller)

    @cached_property
    def sessions(self) -> "Sessions":
        """The operations tagged `sessions`, with sessions that clean up after themselves."""
        from .sessions import Sessions

        return Sessions(self._http_caller)

    def close(self) -> None:
        """Close the connections."""
        if self._owns_pool:
            self._http_caller.pool.close()

    def __reduce__(self) -> tuple[Any, ...]:
        if self._http_caller.pool.given is not None:
            raise TypeError("A client made with http_client= cannot be pickled; make one in each process.")
        caller = self._http_caller
        settings = {"timeout": caller.timeout, "retry": caller.retry, "on_retry": caller.on_retry}
        return _unpickle, (type(self), scramble(caller.config.api_key), self.base_url, settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _unpickle(cls: type[Newton], key: bytes, base_url: str, settings: dict[str, Any]) -> Newton:
    return cls(unscramble(key), base_url, **settings)
