"""Batch jobs, from the start to their results."""

import asyncio
import os
import warnings
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import Any

from newton_api.api import jobs
from newton_api.models import (
    InputProgress,
    InputProgressCounts,
    Job,
    JobEvent,
    JobInputMap,
    JobOutput,
    JobParameters,
    PipelineType,
    ProgressEntry,
)

from .._fanout import AsyncFanOut
from .._guards import NewtonWarning
from .._jobs import (
    BAD_LEVELS,
    FAILED,
    TERMINAL,
    JobProgress,
    failure,
    in_order,
    job_progress,
    last_events,
    missing_parts,
)
from .._results import ReadTimestamp, Row, Rows, read_timestamp, to_arrow, to_pandas
from .._schema import configs, misspelt, problems
from .._watch import Listing, Watch, merged
from ..errors import GuardError, NewtonError, RequestError
from ..progress import Meter, Progress, ProgressCallback
from .caller import AsyncHTTPCaller
from .downloads import AsyncDownload
from .pipelines import AsyncPipelines

PAGE = 100


class AsyncJobs(jobs.AsyncJobs):
    """Operations on `jobs`."""

    def __init__(self, caller: AsyncHTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller
        self._pipelines = AsyncPipelines(caller)

    async def create(
        self,
        *,
        name: str,
        pipeline_type: PipelineType,
        pipeline_key: str,
        inputs: JobInputMap | Mapping[str, Any] | None = None,
        parameters: JobParameters | Mapping[str, Any] | None = None,
        pipeline_version: str | None = None,
        check: bool = True,
    ) -> Job:
        """Queue one run of a pipeline over files that are already uploaded.

        Most mistakes in a configuration would show only when the job fails, so it is held against what
        the pipeline says can be set. `newton.pipelines.template(...)` gives arguments to begin with.
        Sending the request twice makes two jobs.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/create-job

        Args:
            name: A label, for people.
            pipeline_type: The kind of pipeline, and of its queue.
            pipeline_key: Which pipeline.
            inputs: The inputs of each port, by its name (`<component>.<port>`, e.g. `worker.inference`).
            parameters: The set-up of each component, by its name (`worker` in the deployed pipelines).
            pipeline_version: Which version; the latest published one when left out. A draft must be
                named.
            check: Whether to look at the parameters first; the pipeline's schema is asked for once.

        Raises:
            GuardError: A parameter is not what the pipeline takes; nothing was sent.
            NewtonError: What went wrong; see its subclasses.
        """
        if check and parameters:
            await self._check(parameters, pipeline_key, pipeline_version)
        return await super().create(
            name=name,
            pipeline_type=pipeline_type,
            pipeline_key=pipeline_key,
            inputs=inputs,
            parameters=parameters,
            pipeline_version=pipeline_version,
        )

    async def _check(self, parameters: Any, pipeline_key: str, version: str | None) -> None:
        wrong: list[str] = []
        for again in (False, True):  # what is remembered may be out of date
            try:
                schema = await self._pipelines.user_schema(pipeline_key, version, again=again)
            except NewtonError:
                return  # whether there is such a pipeline is the server's to say
            found = list(configs(parameters, schema))
            wrong = [
                each
                for name, config, own in found
                for each in problems(config, own, f"parameters.{name}.config")
            ]
            if not wrong:
                for name, config, own in found:
                    for hint in misspelt(config, own, f"parameters.{name}.config"):
                        warnings.warn(hint, NewtonWarning, stacklevel=3)
                return
        raise GuardError(f"jobs_create: {'; '.join(wrong)}. Nothing was sent; check=False sends it.")

    async def wait(
        self,
        id: str,
        *,
        timeout: float | None = None,
        poll: float = 1.0,
        progress: Callable[[JobProgress], Any] | None = None,
    ) -> Job:
        """Wait until a job has ended.

        An outage of some minutes does not end the wait.

        Args:
            id: The job's id.
            timeout: Seconds to wait at most; None waits as long as it takes.
            poll: Seconds before the second look; the time between looks grows to 30 seconds.
            progress: Called after each look with a `newton_client.JobProgress`.

        Raises:
            JobFailedError: It failed or was cancelled; carries the job and its last error events.
            WaitTimeoutError: It has not ended in time; it goes on.
            NewtonError: What went wrong; see its subclasses.
        """
        watch = Watch(self._http.retry, timeout=timeout, poll=poll, what=f"Job {id} is {{}}")
        while True:
            try:
                job = await self.get(id)
                watch.saw(job.status)
                if progress is not None:
                    progress(await self._progress(job))
                if job.status in FAILED:
                    raise failure(job, await self._complaints(id))
                if job.status in TERMINAL:
                    return job
                delay = watch.delay()
            except RequestError as error:
                delay = watch.missed(error)
            await (self._http.retry.sleep or asyncio.sleep)(delay)

    async def _progress(self, job: Job) -> JobProgress:
        """How far a job is, as far as that can be had: older servers have no such lists."""
        counts, at_work = InputProgressCounts(0, 0, 0, 0), list[InputProgress]()
        try:
            if given := job.input_progress:
                counts = InputProgressCounts(
                    given.pending or 0, given.processing or 0, given.completed or 0, given.failed or 0
                )
            else:
                counts = await self.inputs_progress_counts(job.id)
            if counts.processing:
                at_work = (await self.inputs_progress(job.id, status=["processing"], limit=PAGE)).items
        except NewtonError:
            pass  # the job goes on all the same
        return job_progress(job, counts, at_work)

    async def _complaints(self, id: str) -> tuple[JobEvent, ...]:
        """The last events that tell what went wrong, as far as they can be had."""
        found: list[JobEvent] = []
        try:
            for level in BAD_LEVELS:
                page = await self.events(id, level=level, limit=PAGE)
                found += page.events
                if page.total > len(page.events):  # the newest may be at the other end
                    offset = page.total - len(page.events)
                    found += (await self.events(id, level=level, offset=offset, limit=PAGE)).events
        except NewtonError:
            pass
        return last_events(found)

    async def follow(
        self, id: str, *, timeout: float | None = None, poll: float = 1.0
    ) -> AsyncGenerator[JobEvent | ProgressEntry]:
        """What a job and its workers report, from the first report on, until it has ended.

        Each comes once, in the order of their times, whichever order the server lists them in. How the
        job ended is not said: ask `wait`, which returns at once then.

        Args:
            id: The job's id.
            timeout: Seconds to follow it at most; None follows it to its end.
            poll: Seconds before the second look; the time between looks grows to 30 seconds.

        Raises:
            WaitTimeoutError: It has not ended in time; it goes on.
            NewtonError: What went wrong; see its subclasses.
        """
        watch = Watch(self._http.retry, timeout=timeout, poll=poll, what=f"Job {id} is {{}}")
        events, progress = Listing(), Listing()
        held: list[JobEvent | ProgressEntry] = []
        count = 0
        while True:
            due: list[JobEvent | ProgressEntry] = []
            status, delay = "", None
            try:
                status = (await self.get(id)).status
                await self._list_progress(id, progress)
                await self._list_events(id, events)
                if events.found:
                    held += [*progress.fresh(), *events.fresh()]
                    # An event may be older than progress that is already told, if that was looked at later.
                    await self._list_progress(id, progress)
                    due, held = merged(held, progress.fresh())
                else:
                    due, held = merged([*held, *progress.fresh()], [])
                if status in TERMINAL:
                    due, held = [*due, *held], []
                count += len(due)
                watch.saw(f"{status} with {count} reports")
            except RequestError as error:
                status, delay = "", watch.missed(error)
            for entry in due:
                yield entry
            if status in TERMINAL:
                return
            await (self._http.retry.sleep or asyncio.sleep)(watch.delay() if delay is None else delay)

    async def _list_events(self, id: str, listing: Listing) -> None:
        listing.begin()
        while (offset := listing.offset) is not None:
            page = await self.events(id, offset=offset, limit=PAGE)
            listing.take(page.events, page.total)

    async def _list_progress(self, id: str, listing: Listing) -> None:
        listing.begin()
        while (offset := listing.offset) is not None:
            page = await self.progress(id, offset=offset, limit=PAGE)
            listing.take(page.entries, page.total)

    async def iter_outputs(self, id: str) -> AsyncIterator[JobOutput]:
        """Every output of a job, page after page, each once.

        Args:
            id: The job's id.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        offset, known = 0, set[str]()
        while True:
            page = await self.outputs(id, offset=offset, limit=PAGE)
            for output in page.outputs:
                if output.id not in known:
                    known.add(output.id)
                    yield output
            offset += len(page.outputs)
            if not page.outputs or offset >= page.total:
                return

    async def _outputs(self, id: str) -> list[JobOutput]:
        """All of them, in the order in which they belong together."""
        return in_order([output async for output in self.iter_outputs(id)])

    async def download_outputs(
        self,
        id: str,
        to: str | os.PathLike[str] = ".",
        *,
        concurrency: int = 4,
        progress: ProgressCallback | None = None,
    ) -> AsyncIterator[Path]:
        """Download every output of a job, and give the paths: input after input, part after part.

        URLs that expire meanwhile are renewed.

        Args:
            id: The job's id.
            to: The folder to write to; made if it is not there.
            concurrency: Files at a time.
            progress: Called as they go on, with a `newton_client.progress.Progress`.

        Raises:
            NewtonError: What went wrong; see its subclasses.
            OSError: It cannot be written.
        """
        folder = Path(to)
        folder.mkdir(parents=True, exist_ok=True)
        outputs = await self._outputs(id)
        names = Counter(output.data.filename for output in outputs)

        def tell(how_far: Progress) -> None:
            fan.check()
            if progress is not None:
                progress(how_far)

        async def download(output: JobOutput) -> Path:
            name = output.data.filename
            name = name if names[name] == 1 else f"{output.id}_{name}"
            return await self._download(id, output, tell).to_path(name, folder)

        fan = AsyncFanOut(download, concurrency=concurrency, order="input")
        async with aclosing(fan.over(outputs)) as paths:
            async for path in paths:
                yield path

    def _download(self, id: str, output: JobOutput, tell: ProgressCallback | None) -> AsyncDownload:
        request = {"method": "get", "url": output.data.ref, "extensions": {"operation": "files_download"}}
        meter = Meter(output.data.filename, output.data.num_bytes or None, tell)
        renew = partial(self._ref, id, output.id)
        return AsyncDownload(self._http, request, meter, key=output.id, renew=renew)

    async def _ref(self, id: str, output_id: str) -> str | None:
        """Where an output is now: the URL that was given for it before has expired."""
        async for output in self.iter_outputs(id):
            if output.id == output_id:
                return output.data.ref
        return None

    def results(
        self, id: str, *, timestamps: ReadTimestamp = read_timestamp, check: bool = True
    ) -> "AsyncResults":
        """The predictions of a job as rows, in the order of its inputs.

            async for row in newton.jobs.results(job.id):
                print(row["timestamp"], row["prediction"])

        A row is a dict: `input`, the file it is about; `timestamp` (machine state) or `line_index`
        (activity detection); `prediction`; `error` where a line failed; and what else the output holds.

        Args:
            id: The job's id.
            timestamps: Reads a timestamp. By default a number stays one, and a date becomes a `datetime`;
                `str` leaves them as they are.
            check: Whether to warn when a part is missing among others.
        """

        async def outputs() -> list[JobOutput]:
            found = await self._outputs(id)
            if check and (missing := missing_parts(found)):
                warnings.warn(f"Job {id} has no {', '.join(missing)}", NewtonWarning, stacklevel=4)
            return found

        return AsyncResults(outputs, lambda output: self._download(id, output, None), timestamps)


class AsyncResults:
    """The rows of a job's outputs: iterate, and they are read as you go; or take them all."""

    def __init__(
        self, outputs: Any, download: Callable[[JobOutput], AsyncDownload], timestamps: ReadTimestamp
    ):
        self._outputs = outputs
        self._download = download
        self._timestamps = timestamps

    async def __aiter__(self) -> AsyncIterator[Row]:
        for output in await self._outputs():
            rows = Rows(output, self._timestamps)
            async with aclosing(self._download(output).chunks()) as chunks:
                async for chunk in chunks:
                    for row in rows.feed(chunk):
                        yield row
            for row in rows.feed(b"", last=True):
                yield row

    async def list(self) -> list[Row]:
        """All rows.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        return [row async for row in self]

    async def to_pandas(self) -> Any:
        """All rows as a `pandas.DataFrame`.

        Raises:
            ImportError: pandas is not installed.
            NewtonError: What went wrong; see its subclasses.
        """
        return to_pandas(await self.list())

    async def to_arrow(self) -> Any:
        """All rows as a `pyarrow.Table`.

        Raises:
            ImportError: pyarrow is not installed.
            NewtonError: What went wrong; see its subclasses.
        """
        return to_arrow(await self.list())
