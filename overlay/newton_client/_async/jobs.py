"""Batch jobs, from the start to their outputs."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from newton_api.api import jobs
from newton_api.models import InputProgressCounts, Job, JobOutput

from .._files import partial_file
from .._jobs import FAILED, TERMINAL, failure
from ..errors import WaitTimeoutError
from .caller import AsyncHTTPCaller

PAGE = 100


class AsyncJobs(jobs.AsyncJobs):
    """Operations on `jobs`."""

    def __init__(self, caller: AsyncHTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller

    async def wait(
        self,
        id: str,
        *,
        timeout: float | None = None,
        poll: float = 2.0,
        progress: Callable[[InputProgressCounts], Any] | None = None,
    ) -> Job:
        """Wait until a job has ended.

        Args:
            id: The job's id.
            timeout: Seconds to wait at most; None waits as long as it takes.
            poll: Seconds between looks.
            progress: Called after each look with the numbers of inputs pending, processing,
                completed and failed.

        Raises:
            JobFailedError: It failed or was cancelled.
            WaitTimeoutError: It has not ended in time; it goes on.
            NewtonError: What went wrong; see its subclasses.
        """
        clock = self._http.retry.clock
        began = clock()
        while True:
            job = await self.get(id)
            if progress is not None:
                progress(await self.inputs_progress_counts(id))
            if job.status in FAILED:
                raise failure(job)
            if job.status in TERMINAL:
                return job
            if timeout is not None and clock() - began + poll > timeout:
                raise WaitTimeoutError(
                    f"Job {id} is {job.status} after {timeout:g} s; it goes on. Wait again, or cancel it."
                )
            await (self._http.retry.sleep or asyncio.sleep)(poll)

    async def iter_outputs(self, id: str) -> AsyncIterator[JobOutput]:
        """Every output of a job, page after page.

        Args:
            id: The job's id.
        """
        seen = 0
        while True:
            page = await self.outputs(id, offset=seen, limit=PAGE)
            for output in page.outputs:
                yield output
            seen += len(page.outputs)
            if not page.outputs or seen >= page.total:
                return

    async def download_outputs(self, id: str, to: str | os.PathLike[str] = ".") -> AsyncIterator[Path]:
        """Download every output of a job, and give each path as it is written.

        Args:
            id: The job's id.
            to: The folder to write to; made if it is not there.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        folder = Path(to)
        folder.mkdir(parents=True, exist_ok=True)
        async for output in self.iter_outputs(id):
            with partial_file(output.data.filename, folder) as (target, out):
                async for chunk in self._http.fetch(output.data.ref):
                    out.write(chunk)
            yield target
