"""Every tag of the contract as an attribute: `files`, `jobs`, ..."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..client import AsyncCaller, Caller
    from .files import AsyncFiles, AsyncRawFiles, Files, RawFiles
    from .fine_tuning import AsyncFineTuning, AsyncRawFineTuning, FineTuning, RawFineTuning
    from .jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
    from .lenses import AsyncLenses, AsyncRawLenses, Lenses, RawLenses
    from .pipelines import AsyncPipelines, AsyncRawPipelines, Pipelines, RawPipelines
    from .query import AsyncQuery, AsyncRawQuery, Query, RawQuery
    from .sessions import AsyncRawSessions, AsyncSessions, RawSessions, Sessions
    from .uploads import AsyncRawUploads, AsyncUploads, RawUploads, Uploads


class Resources:
    """The operations, by tag."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def files(self) -> Files:
        """The operations tagged `files`."""
        from .files import Files

        return Files(self._caller)

    @cached_property
    def fine_tuning(self) -> FineTuning:
        """The operations tagged `fine_tuning`."""
        from .fine_tuning import FineTuning

        return FineTuning(self._caller)

    @cached_property
    def jobs(self) -> Jobs:
        """The operations tagged `jobs`."""
        from .jobs import Jobs

        return Jobs(self._caller)

    @cached_property
    def lenses(self) -> Lenses:
        """The operations tagged `lenses`."""
        from .lenses import Lenses

        return Lenses(self._caller)

    @cached_property
    def pipelines(self) -> Pipelines:
        """The operations tagged `pipelines`."""
        from .pipelines import Pipelines

        return Pipelines(self._caller)

    @cached_property
    def query(self) -> Query:
        """The operations tagged `query`."""
        from .query import Query

        return Query(self._caller)

    @cached_property
    def sessions(self) -> Sessions:
        """The operations tagged `sessions`."""
        from .sessions import Sessions

        return Sessions(self._caller)

    @cached_property
    def uploads(self) -> Uploads:
        """The operations tagged `uploads`."""
        from .uploads import Uploads

        return Uploads(self._caller)


class AsyncResources:
    """The operations, by tag, to be awaited."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations tagged `files`."""
        from .files import AsyncFiles

        return AsyncFiles(self._caller)

    @cached_property
    def fine_tuning(self) -> AsyncFineTuning:
        """The operations tagged `fine_tuning`."""
        from .fine_tuning import AsyncFineTuning

        return AsyncFineTuning(self._caller)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """The operations tagged `jobs`."""
        from .jobs import AsyncJobs

        return AsyncJobs(self._caller)

    @cached_property
    def lenses(self) -> AsyncLenses:
        """The operations tagged `lenses`."""
        from .lenses import AsyncLenses

        return AsyncLenses(self._caller)

    @cached_property
    def pipelines(self) -> AsyncPipelines:
        """The operations tagged `pipelines`."""
        from .pipelines import AsyncPipelines

        return AsyncPipelines(self._caller)

    @cached_property
    def query(self) -> AsyncQuery:
        """The operations tagged `query`."""
        from .query import AsyncQuery

        return AsyncQuery(self._caller)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """The operations tagged `sessions`."""
        from .sessions import AsyncSessions

        return AsyncSessions(self._caller)

    @cached_property
    def uploads(self) -> AsyncUploads:
        """The operations tagged `uploads`."""
        from .uploads import AsyncUploads

        return AsyncUploads(self._caller)


class RawResources:
    """The operations, by tag, giving status and headers with the parsed answer."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def files(self) -> RawFiles:
        """The operations tagged `files`."""
        from .files import RawFiles

        return RawFiles(self._caller)

    @cached_property
    def fine_tuning(self) -> RawFineTuning:
        """The operations tagged `fine_tuning`."""
        from .fine_tuning import RawFineTuning

        return RawFineTuning(self._caller)

    @cached_property
    def jobs(self) -> RawJobs:
        """The operations tagged `jobs`."""
        from .jobs import RawJobs

        return RawJobs(self._caller)

    @cached_property
    def lenses(self) -> RawLenses:
        """The operations tagged `lenses`."""
        from .lenses import RawLenses

        return RawLenses(self._caller)

    @cached_property
    def pipelines(self) -> RawPipelines:
        """The operations tagged `pipelines`."""
        from .pipelines import RawPipelines

        return RawPipelines(self._caller)

    @cached_property
    def query(self) -> RawQuery:
        """The operations tagged `query`."""
        from .query import RawQuery

        return RawQuery(self._caller)

    @cached_property
    def sessions(self) -> RawSessions:
        """The operations tagged `sessions`."""
        from .sessions import RawSessions

        return RawSessions(self._caller)

    @cached_property
    def uploads(self) -> RawUploads:
        """The operations tagged `uploads`."""
        from .uploads import RawUploads

        return RawUploads(self._caller)


class AsyncRawResources:
    """The operations, by tag, giving status and headers, to be awaited."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def files(self) -> AsyncRawFiles:
        """The operations tagged `files`."""
        from .files import AsyncRawFiles

        return AsyncRawFiles(self._caller)

    @cached_property
    def fine_tuning(self) -> AsyncRawFineTuning:
        """The operations tagged `fine_tuning`."""
        from .fine_tuning import AsyncRawFineTuning

        return AsyncRawFineTuning(self._caller)

    @cached_property
    def jobs(self) -> AsyncRawJobs:
        """The operations tagged `jobs`."""
        from .jobs import AsyncRawJobs

        return AsyncRawJobs(self._caller)

    @cached_property
    def lenses(self) -> AsyncRawLenses:
        """The operations tagged `lenses`."""
        from .lenses import AsyncRawLenses

        return AsyncRawLenses(self._caller)

    @cached_property
    def pipelines(self) -> AsyncRawPipelines:
        """The operations tagged `pipelines`."""
        from .pipelines import AsyncRawPipelines

        return AsyncRawPipelines(self._caller)

    @cached_property
    def query(self) -> AsyncRawQuery:
        """The operations tagged `query`."""
        from .query import AsyncRawQuery

        return AsyncRawQuery(self._caller)

    @cached_property
    def sessions(self) -> AsyncRawSessions:
        """The operations tagged `sessions`."""
        from .sessions import AsyncRawSessions

        return AsyncRawSessions(self._caller)

    @cached_property
    def uploads(self) -> AsyncRawUploads:
        """The operations tagged `uploads`."""
        from .uploads import AsyncRawUploads

        return AsyncRawUploads(self._caller)
