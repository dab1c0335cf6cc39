"""The operations tagged `jobs`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.event_level import EventLevel, check_event_level
from ...models.input_progress_counts import InputProgressCounts
from ...models.input_progress_order import InputProgressOrder, check_input_progress_order
from ...models.input_progress_page import InputProgressPage
from ...models.input_status import InputStatus, check_input_status
from ...models.job import Job
from ...models.job_cancel_result import JobCancelResult
from ...models.job_create_request import JobCreateRequest
from ...models.job_delete_result import JobDeleteResult
from ...models.job_event_page import JobEventPage
from ...models.job_input_map import JobInputMap
from ...models.job_input_page import JobInputPage
from ...models.job_output_page import JobOutputPage
from ...models.job_page import JobPage
from ...models.job_parameters import JobParameters
from ...models.job_retry_result import JobRetryResult
from ...models.job_status import JobStatus, check_job_status
from ...models.pipeline_type import PipelineType, check_pipeline_type
from ...models.progress_page import ProgressPage
from ...models.progress_traces import ProgressTraces
from ...models.queue_depths import QueueDepths
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    jobs_cancel,
    jobs_create,
    jobs_delete,
    jobs_events,
    jobs_get,
    jobs_inputs,
    jobs_inputs_progress,
    jobs_inputs_progress_counts,
    jobs_inputs_progress_traces,
    jobs_list,
    jobs_outputs,
    jobs_progress,
    jobs_queue,
    jobs_retry,
)


class Jobs:
    """Operations on `jobs`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        status: JobStatus | None = None,
        pipeline_type: PipelineType | None = None,
        q: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobPage:
        """List batch jobs

        The organization's jobs, a page at a time. The server's default and maximum of `limit` are not
        documented; pages of 100 work.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/list-jobs

        Args:
            status: Where a job stands: `COMPLETED`, `FAILED` and `CANCELLED` are ends, of which the
                last two can be
                retried. `ADMITTED` lies between queue and run (INFERRED).
            pipeline_type: The kind of pipeline, and of its queue.
            q: Free-text search.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_list._get_kwargs(
                status=given(status),
                pipeline_type=given(pipeline_type),
                q=given(q),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_list._parse_response,
        )

    def create(
        self,
        *,
        name: str,
        pipeline_type: PipelineType,
        pipeline_key: str,
        inputs: JobInputMap | Mapping[str, Any] | None = None,
        parameters: JobParameters | Mapping[str, Any] | None = None,
        pipeline_version: str | None = None,
    ) -> Job:
        """Create a batch job

        Queues one run of a pipeline over files that are already uploaded. The answer comes at once, with
        status `PENDING`; the work is done later.

        `inputs` gives files to the pipeline's ports, which are named `<component>.<port>`; `parameters`
        sets up its components. Both deployed pipelines have one component, `worker`:

        - `machine-state-classification` labels windows of sensor data by their nearest labelled examples.
          In: `worker.inference` (the CSV files to label; required), `worker.n_shots` (example CSV files,
          each with its label in `metadata.class`; required) and, newer, `worker.fine_tune_checkpoint`
          (optional; window, columns and neighbours then come from the checkpoint, and the examples, though
          still required, are ignored). Out: `worker.results`, CSV parts with one row per window.
          Configuration: `MachineStateConfig`.
        - `activity-detection` answers prompts about text, images or video. In: `worker.data` (JSONL;
          required), each line with some of `system`, `instruction`, `prompt` and `inputs`, a list of
          `{type: text | image | video, format: plain | base64, data}`; file ids are not allowed there. At
          least one of the texts must not be empty. Out: `worker.result`, JSONL with one prediction per
          line. Configuration: `ActivityDetectionConfig`. Declare the JSONL as `application/x-ndjson` in a
          direct upload: workers have failed on JSONL declared as something else, though `text/plain` was
          seen to work, too.

        `GET /batch/registry/pipelines/{id}/schema` tells the ports and the configuration of any pipeline.

        A pipeline that is unknown or has no published version gives 404; a file that was never uploaded is
        refused too. Most mistakes in a configuration show only later, as a `FAILED` job. Sending the
        request twice makes two jobs.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/create-job

        Args:
            name: A label, for people.
            pipeline_type: The kind of pipeline, and of its queue.
            pipeline_key: Which pipeline.
            inputs: The inputs of each port, by its name (`<component>.<port>`, e.g.
                `worker.inference`).
            parameters: The set-up of each component, by its name (`worker` in the deployed pipelines).
            pipeline_version: Which version; the latest published one when left out. A draft must be
                named.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_create._get_kwargs(
                body={
                    "name": name,
                    "pipeline_type": pipeline_type,
                    "pipeline_key": pipeline_key,
                    "inputs": given(inputs),
                    "parameters": given(parameters),
                    "pipeline_version": given(pipeline_version),
                },
            ),
            jobs_create._parse_response,
        )

    def queue(
        self,
    ) -> QueueDepths:
        """Get queue depths

        How many jobs wait, by kind of pipeline. The queues are those of the whole deployment, not of your
        organization alone.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/get-queue-depths

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_queue._get_kwargs(),
            jobs_queue._parse_response,
        )

    def get(
        self,
        id: str,
    ) -> Job:
        """Get a batch job

        The job as it is now. A job goes `PENDING`, (`ADMITTED`,) `RUNNING`, and ends as `COMPLETED`,
        `FAILED` or `CANCELLED`; a `PREEMPTED` job was pushed aside by the scheduler. There is no
        notification: ask again until it has ended.

        `COMPLETED` does not promise that every line succeeded: activity detection reports a failed line in
        its output.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/get-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_get._get_kwargs(
                id,
            ),
            jobs_get._parse_response,
        )

    def delete(
        self,
        id: str,
    ) -> JobDeleteResult:
        """Delete a batch job

        Removes the job for good, with its inputs, outputs, events and progress. Download the outputs first.
        What happens to a job that still runs is not documented: cancel it before.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/delete-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_delete._get_kwargs(
                id,
            ),
            jobs_delete._parse_response,
        )

    def retry(
        self,
        id: str,
    ) -> JobRetryResult:
        """Retry a failed or cancelled job

        Puts a `FAILED` or `CANCELLED` job back into the queue: same id, status `PENDING`, `retry_count` one
        higher. Any other status gives 409.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/retry-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_retry._get_kwargs(
                id,
            ),
            jobs_retry._parse_response,
        )

    def cancel(
        self,
        id: str,
    ) -> JobCancelResult:
        """Cancel a batch job

        Stops a job that is `PENDING`, `RUNNING` or `PREEMPTED` (older: not `PREEMPTED`); whether an
        `ADMITTED` one can be cancelled is not documented. It cannot be limited to some inputs. 409 says
        that the job has already ended. A cancelled job can be retried.

        `cancelled_at` is when the request was taken: the workers may take some seconds more to end, and
        `input_progress` may still count inputs as processing.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/cancel-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_cancel._get_kwargs(
                id,
            ),
            jobs_cancel._parse_response,
        )

    def events(
        self,
        id: str,
        *,
        level: EventLevel | None = None,
        event_type: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobEventPage:
        """List a job's events

        What the job and its workers reported, for people to read. `event_type` is an open set. The order is
        not documented: clients have taken it as newest first and as oldest first, so sort by `created_at`.

        Docs: https://docs.archetypeai.app/api-reference/batch/events/list-job-events

        Args:
            id: The job's id, `job_...`.
            level: How serious an event is, or how the step it reports ended.
            event_type: Only events of this type.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_events._get_kwargs(
                id,
                level=given(level),
                event_type=given(event_type),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_events._parse_response,
        )

    def inputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: InputStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobInputPage:
        """List a job's inputs

        The files the job reads, each with its status. Files on ports that are not tracked (labelled
        examples) have status `reference` from the start and keep it (newer).

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-inputs

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            status: Where an input stands. `reference` (newer): a file on a port that is not tracked,
                such as a labelled
                example; it never changes.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_inputs._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs._parse_response,
        )

    def outputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobOutputPage:
        """List a job's outputs

        The files the job wrote. A large input is written in parts: 7.3 million rows gave 1375 files, so
        page.

        `data.ref` is where to download a file: a presigned URL, fetched without the API key and valid until
        `expires_at` (about an hour; list again for fresh ones), or, newer, a path that starts with `/`,
        fetched under the base URL with the key.

        - `machine-state-classification` writes CSV, one row per window in input order: the timestamp of the
          window's first row, under the input's own column name (older: `TimePoint`), and `Prediction`. The
          order of the two columns differs between versions: read them by name.
        - `activity-detection` writes JSONL: `line_index`, `prediction`, and `error` where a line failed.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-outputs

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_outputs._get_kwargs(
                id,
                port_name=given(port_name),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_outputs._parse_response,
        )

    def progress(
        self,
        id: str,
        *,
        kind: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> ProgressPage:
        """List a job's progress

        Progress rows as the workers report them. What `metrics` and `payload` hold depends on `kind`. There
        is no stream: ask again.

        Docs: https://docs.archetypeai.app/api-reference/batch/progress/list-job-progress

        Args:
            id: The job's id, `job_...`.
            kind: Only rows of this kind.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_progress._get_kwargs(
                id,
                kind=given(kind),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_progress._parse_response,
        )

    def inputs_progress(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: builtins.list[InputStatus] | tuple[InputStatus, ...] | None = None,
        order: InputProgressOrder | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> InputProgressPage:
        """List the progress of each input

        Each tracked input with its latest progress row. Inputs of ports that are not tracked (labelled
        examples) never appear.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-inputs-progress

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            status: Only inputs with one of these: `status=processing&status=pending`.
            order: The direction of a list.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_inputs_progress._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                order=given(order),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs_progress._parse_response,
        )

    def inputs_progress_counts(
        self,
        id: str,
        *,
        port_name: str | None = None,
    ) -> InputProgressCounts:
        """Count a job's inputs by status

        How many tracked inputs have each status: the numbers of the job's `input_progress`, for one port if
        wanted.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/get-inputs-progress-counts

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_inputs_progress_counts._get_kwargs(
                id,
                port_name=given(port_name),
            ),
            jobs_inputs_progress_counts._parse_response,
        )

    def inputs_progress_traces(
        self,
        id: str,
        *,
        buckets: int | None = None,
        if_none_match: str | None = None,
    ) -> ProgressTraces | None:
        """Get a job's progress over time

        The job's life in equal buckets of time: inputs done and items processed at the end of each. Made
        for charts. Send the last answer's `ETag` as `If-None-Match` while polling: an unchanged trace is
        answered with 304 and no body.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/get-inputs-progress-traces

        Args:
            id: The job's id, `job_...`.
            buckets: Into how many buckets to divide the time; 100 when left out. Clamped to 10 to 1000.
            if_none_match: The `ETag` of the trace you hold.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            jobs_inputs_progress_traces._get_kwargs(
                id,
                buckets=given(buckets),
                if_none_match=given(if_none_match),
            ),
            jobs_inputs_progress_traces._parse_response,
        )


class AsyncJobs:
    """Operations on `jobs`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        status: JobStatus | None = None,
        pipeline_type: PipelineType | None = None,
        q: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobPage:
        """List batch jobs

        The organization's jobs, a page at a time. The server's default and maximum of `limit` are not
        documented; pages of 100 work.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/list-jobs

        Args:
            status: Where a job stands: `COMPLETED`, `FAILED` and `CANCELLED` are ends, of which the
                last two can be
                retried. `ADMITTED` lies between queue and run (INFERRED).
            pipeline_type: The kind of pipeline, and of its queue.
            q: Free-text search.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_list._get_kwargs(
                status=given(status),
                pipeline_type=given(pipeline_type),
                q=given(q),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_list._parse_response,
        )

    async def create(
        self,
        *,
        name: str,
        pipeline_type: PipelineType,
        pipeline_key: str,
        inputs: JobInputMap | Mapping[str, Any] | None = None,
        parameters: JobParameters | Mapping[str, Any] | None = None,
        pipeline_version: str | None = None,
    ) -> Job:
        """Create a batch job

        Queues one run of a pipeline over files that are already uploaded. The answer comes at once, with
        status `PENDING`; the work is done later.

        `inputs` gives files to the pipeline's ports, which are named `<component>.<port>`; `parameters`
        sets up its components. Both deployed pipelines have one component, `worker`:

        - `machine-state-classification` labels windows of sensor data by their nearest labelled examples.
          In: `worker.inference` (the CSV files to label; required), `worker.n_shots` (example CSV files,
          each with its label in `metadata.class`; required) and, newer, `worker.fine_tune_checkpoint`
          (optional; window, columns and neighbours then come from the checkpoint, and the examples, though
          still required, are ignored). Out: `worker.results`, CSV parts with one row per window.
          Configuration: `MachineStateConfig`.
        - `activity-detection` answers prompts about text, images or video. In: `worker.data` (JSONL;
          required), each line with some of `system`, `instruction`, `prompt` and `inputs`, a list of
          `{type: text | image | video, format: plain | base64, data}`; file ids are not allowed there. At
          least one of the texts must not be empty. Out: `worker.result`, JSONL with one prediction per
          line. Configuration: `ActivityDetectionConfig`. Declare the JSONL as `application/x-ndjson` in a
          direct upload: workers have failed on JSONL declared as something else, though `text/plain` was
          seen to work, too.

        `GET /batch/registry/pipelines/{id}/schema` tells the ports and the configuration of any pipeline.

        A pipeline that is unknown or has no published version gives 404; a file that was never uploaded is
        refused too. Most mistakes in a configuration show only later, as a `FAILED` job. Sending the
        request twice makes two jobs.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/create-job

        Args:
            name: A label, for people.
            pipeline_type: The kind of pipeline, and of its queue.
            pipeline_key: Which pipeline.
            inputs: The inputs of each port, by its name (`<component>.<port>`, e.g.
                `worker.inference`).
            parameters: The set-up of each component, by its name (`worker` in the deployed pipelines).
            pipeline_version: Which version; the latest published one when left out. A draft must be
                named.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_create._get_kwargs(
                body={
                    "name": name,
                    "pipeline_type": pipeline_type,
                    "pipeline_key": pipeline_key,
                    "inputs": given(inputs),
                    "parameters": given(parameters),
                    "pipeline_version": given(pipeline_version),
                },
            ),
            jobs_create._parse_response,
        )

    async def queue(
        self,
    ) -> QueueDepths:
        """Get queue depths

        How many jobs wait, by kind of pipeline. The queues are those of the whole deployment, not of your
        organization alone.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/get-queue-depths

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_queue._get_kwargs(),
            jobs_queue._parse_response,
        )

    async def get(
        self,
        id: str,
    ) -> Job:
        """Get a batch job

        The job as it is now. A job goes `PENDING`, (`ADMITTED`,) `RUNNING`, and ends as `COMPLETED`,
        `FAILED` or `CANCELLED`; a `PREEMPTED` job was pushed aside by the scheduler. There is no
        notification: ask again until it has ended.

        `COMPLETED` does not promise that every line succeeded: activity detection reports a failed line in
        its output.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/get-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_get._get_kwargs(
                id,
            ),
            jobs_get._parse_response,
        )

    async def delete(
        self,
        id: str,
    ) -> JobDeleteResult:
        """Delete a batch job

        Removes the job for good, with its inputs, outputs, events and progress. Download the outputs first.
        What happens to a job that still runs is not documented: cancel it before.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/delete-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_delete._get_kwargs(
                id,
            ),
            jobs_delete._parse_response,
        )

    async def retry(
        self,
        id: str,
    ) -> JobRetryResult:
        """Retry a failed or cancelled job

        Puts a `FAILED` or `CANCELLED` job back into the queue: same id, status `PENDING`, `retry_count` one
        higher. Any other status gives 409.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/retry-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_retry._get_kwargs(
                id,
            ),
            jobs_retry._parse_response,
        )

    async def cancel(
        self,
        id: str,
    ) -> JobCancelResult:
        """Cancel a batch job

        Stops a job that is `PENDING`, `RUNNING` or `PREEMPTED` (older: not `PREEMPTED`); whether an
        `ADMITTED` one can be cancelled is not documented. It cannot be limited to some inputs. 409 says
        that the job has already ended. A cancelled job can be retried.

        `cancelled_at` is when the request was taken: the workers may take some seconds more to end, and
        `input_progress` may still count inputs as processing.

        Docs: https://docs.archetypeai.app/api-reference/batch/jobs/cancel-job

        Args:
            id: The job's id, `job_...`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_cancel._get_kwargs(
                id,
            ),
            jobs_cancel._parse_response,
        )

    async def events(
        self,
        id: str,
        *,
        level: EventLevel | None = None,
        event_type: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobEventPage:
        """List a job's events

        What the job and its workers reported, for people to read. `event_type` is an open set. The order is
        not documented: clients have taken it as newest first and as oldest first, so sort by `created_at`.

        Docs: https://docs.archetypeai.app/api-reference/batch/events/list-job-events

        Args:
            id: The job's id, `job_...`.
            level: How serious an event is, or how the step it reports ended.
            event_type: Only events of this type.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_events._get_kwargs(
                id,
                level=given(level),
                event_type=given(event_type),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_events._parse_response,
        )

    async def inputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: InputStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobInputPage:
        """List a job's inputs

        The files the job reads, each with its status. Files on ports that are not tracked (labelled
        examples) have status `reference` from the start and keep it (newer).

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-inputs

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            status: Where an input stands. `reference` (newer): a file on a port that is not tracked,
                such as a labelled
                example; it never changes.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_inputs._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs._parse_response,
        )

    async def outputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> JobOutputPage:
        """List a job's outputs

        The files the job wrote. A large input is written in parts: 7.3 million rows gave 1375 files, so
        page.

        `data.ref` is where to download a file: a presigned URL, fetched without the API key and valid until
        `expires_at` (about an hour; list again for fresh ones), or, newer, a path that starts with `/`,
        fetched under the base URL with the key.

        - `machine-state-classification` writes CSV, one row per window in input order: the timestamp of the
          window's first row, under the input's own column name (older: `TimePoint`), and `Prediction`. The
          order of the two columns differs between versions: read them by name.
        - `activity-detection` writes JSONL: `line_index`, `prediction`, and `error` where a line failed.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-outputs

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_outputs._get_kwargs(
                id,
                port_name=given(port_name),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_outputs._parse_response,
        )

    async def progress(
        self,
        id: str,
        *,
        kind: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> ProgressPage:
        """List a job's progress

        Progress rows as the workers report them. What `metrics` and `payload` hold depends on `kind`. There
        is no stream: ask again.

        Docs: https://docs.archetypeai.app/api-reference/batch/progress/list-job-progress

        Args:
            id: The job's id, `job_...`.
            kind: Only rows of this kind.
            input_id: Only those about this input, `inp_...`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_progress._get_kwargs(
                id,
                kind=given(kind),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_progress._parse_response,
        )

    async def inputs_progress(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: builtins.list[InputStatus] | tuple[InputStatus, ...] | None = None,
        order: InputProgressOrder | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> InputProgressPage:
        """List the progress of each input

        Each tracked input with its latest progress row. Inputs of ports that are not tracked (labelled
        examples) never appear.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/list-inputs-progress

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.
            status: Only inputs with one of these: `status=processing&status=pending`.
            order: The direction of a list.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_inputs_progress._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                order=given(order),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs_progress._parse_response,
        )

    async def inputs_progress_counts(
        self,
        id: str,
        *,
        port_name: str | None = None,
    ) -> InputProgressCounts:
        """Count a job's inputs by status

        How many tracked inputs have each status: the numbers of the job's `input_progress`, for one port if
        wanted.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/get-inputs-progress-counts

        Args:
            id: The job's id, `job_...`.
            port_name: Only files of this port.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_inputs_progress_counts._get_kwargs(
                id,
                port_name=given(port_name),
            ),
            jobs_inputs_progress_counts._parse_response,
        )

    async def inputs_progress_traces(
        self,
        id: str,
        *,
        buckets: int | None = None,
        if_none_match: str | None = None,
    ) -> ProgressTraces | None:
        """Get a job's progress over time

        The job's life in equal buckets of time: inputs done and items processed at the end of each. Made
        for charts. Send the last answer's `ETag` as `If-None-Match` while polling: an unchanged trace is
        answered with 304 and no body.

        Docs: https://docs.archetypeai.app/api-reference/batch/io/get-inputs-progress-traces

        Args:
            id: The job's id, `job_...`.
            buckets: Into how many buckets to divide the time; 100 when left out. Clamped to 10 to 1000.
            if_none_match: The `ETag` of the trace you hold.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            jobs_inputs_progress_traces._get_kwargs(
                id,
                buckets=given(buckets),
                if_none_match=given(if_none_match),
            ),
            jobs_inputs_progress_traces._parse_response,
        )


class RawJobs:
    """Operations on `jobs`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        status: JobStatus | None = None,
        pipeline_type: PipelineType | None = None,
        q: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobPage]:
        """List batch jobs"""
        return self._caller.call_raw(
            jobs_list._get_kwargs(
                status=given(status),
                pipeline_type=given(pipeline_type),
                q=given(q),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_list._parse_response,
        )

    def create(
        self,
        *,
        name: str,
        pipeline_type: PipelineType,
        pipeline_key: str,
        inputs: JobInputMap | Mapping[str, Any] | None = None,
        parameters: JobParameters | Mapping[str, Any] | None = None,
        pipeline_version: str | None = None,
    ) -> Response[Job]:
        """Create a batch job"""
        return self._caller.call_raw(
            jobs_create._get_kwargs(
                body={
                    "name": name,
                    "pipeline_type": pipeline_type,
                    "pipeline_key": pipeline_key,
                    "inputs": given(inputs),
                    "parameters": given(parameters),
                    "pipeline_version": given(pipeline_version),
                },
            ),
            jobs_create._parse_response,
        )

    def queue(
        self,
    ) -> Response[QueueDepths]:
        """Get queue depths"""
        return self._caller.call_raw(
            jobs_queue._get_kwargs(),
            jobs_queue._parse_response,
        )

    def get(
        self,
        id: str,
    ) -> Response[Job]:
        """Get a batch job"""
        return self._caller.call_raw(
            jobs_get._get_kwargs(
                id,
            ),
            jobs_get._parse_response,
        )

    def delete(
        self,
        id: str,
    ) -> Response[JobDeleteResult]:
        """Delete a batch job"""
        return self._caller.call_raw(
            jobs_delete._get_kwargs(
                id,
            ),
            jobs_delete._parse_response,
        )

    def retry(
        self,
        id: str,
    ) -> Response[JobRetryResult]:
        """Retry a failed or cancelled job"""
        return self._caller.call_raw(
            jobs_retry._get_kwargs(
                id,
            ),
            jobs_retry._parse_response,
        )

    def cancel(
        self,
        id: str,
    ) -> Response[JobCancelResult]:
        """Cancel a batch job"""
        return self._caller.call_raw(
            jobs_cancel._get_kwargs(
                id,
            ),
            jobs_cancel._parse_response,
        )

    def events(
        self,
        id: str,
        *,
        level: EventLevel | None = None,
        event_type: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobEventPage]:
        """List a job's events"""
        return self._caller.call_raw(
            jobs_events._get_kwargs(
                id,
                level=given(level),
                event_type=given(event_type),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_events._parse_response,
        )

    def inputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: InputStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobInputPage]:
        """List a job's inputs"""
        return self._caller.call_raw(
            jobs_inputs._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs._parse_response,
        )

    def outputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobOutputPage]:
        """List a job's outputs"""
        return self._caller.call_raw(
            jobs_outputs._get_kwargs(
                id,
                port_name=given(port_name),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_outputs._parse_response,
        )

    def progress(
        self,
        id: str,
        *,
        kind: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[ProgressPage]:
        """List a job's progress"""
        return self._caller.call_raw(
            jobs_progress._get_kwargs(
                id,
                kind=given(kind),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_progress._parse_response,
        )

    def inputs_progress(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: builtins.list[InputStatus] | tuple[InputStatus, ...] | None = None,
        order: InputProgressOrder | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[InputProgressPage]:
        """List the progress of each input"""
        return self._caller.call_raw(
            jobs_inputs_progress._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                order=given(order),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs_progress._parse_response,
        )

    def inputs_progress_counts(
        self,
        id: str,
        *,
        port_name: str | None = None,
    ) -> Response[InputProgressCounts]:
        """Count a job's inputs by status"""
        return self._caller.call_raw(
            jobs_inputs_progress_counts._get_kwargs(
                id,
                port_name=given(port_name),
            ),
            jobs_inputs_progress_counts._parse_response,
        )

    def inputs_progress_traces(
        self,
        id: str,
        *,
        buckets: int | None = None,
        if_none_match: str | None = None,
    ) -> Response[ProgressTraces | None]:
        """Get a job's progress over time"""
        return self._caller.call_raw(
            jobs_inputs_progress_traces._get_kwargs(
                id,
                buckets=given(buckets),
                if_none_match=given(if_none_match),
            ),
            jobs_inputs_progress_traces._parse_response,
        )


class AsyncRawJobs:
    """Operations on `jobs`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        status: JobStatus | None = None,
        pipeline_type: PipelineType | None = None,
        q: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobPage]:
        """List batch jobs"""
        return await self._caller.call_raw(
            jobs_list._get_kwargs(
                status=given(status),
                pipeline_type=given(pipeline_type),
                q=given(q),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_list._parse_response,
        )

    async def create(
        self,
        *,
        name: str,
        pipeline_type: PipelineType,
        pipeline_key: str,
        inputs: JobInputMap | Mapping[str, Any] | None = None,
        parameters: JobParameters | Mapping[str, Any] | None = None,
        pipeline_version: str | None = None,
    ) -> Response[Job]:
        """Create a batch job"""
        return await self._caller.call_raw(
            jobs_create._get_kwargs(
                body={
                    "name": name,
                    "pipeline_type": pipeline_type,
                    "pipeline_key": pipeline_key,
                    "inputs": given(inputs),
                    "parameters": given(parameters),
                    "pipeline_version": given(pipeline_version),
                },
            ),
            jobs_create._parse_response,
        )

    async def queue(
        self,
    ) -> Response[QueueDepths]:
        """Get queue depths"""
        return await self._caller.call_raw(
            jobs_queue._get_kwargs(),
            jobs_queue._parse_response,
        )

    async def get(
        self,
        id: str,
    ) -> Response[Job]:
        """Get a batch job"""
        return await self._caller.call_raw(
            jobs_get._get_kwargs(
                id,
            ),
            jobs_get._parse_response,
        )

    async def delete(
        self,
        id: str,
    ) -> Response[JobDeleteResult]:
        """Delete a batch job"""
        return await self._caller.call_raw(
            jobs_delete._get_kwargs(
                id,
            ),
            jobs_delete._parse_response,
        )

    async def retry(
        self,
        id: str,
    ) -> Response[JobRetryResult]:
        """Retry a failed or cancelled job"""
        return await self._caller.call_raw(
            jobs_retry._get_kwargs(
                id,
            ),
            jobs_retry._parse_response,
        )

    async def cancel(
        self,
        id: str,
    ) -> Response[JobCancelResult]:
        """Cancel a batch job"""
        return await self._caller.call_raw(
            jobs_cancel._get_kwargs(
                id,
            ),
            jobs_cancel._parse_response,
        )

    async def events(
        self,
        id: str,
        *,
        level: EventLevel | None = None,
        event_type: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobEventPage]:
        """List a job's events"""
        return await self._caller.call_raw(
            jobs_events._get_kwargs(
                id,
                level=given(level),
                event_type=given(event_type),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_events._parse_response,
        )

    async def inputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: InputStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobInputPage]:
        """List a job's inputs"""
        return await self._caller.call_raw(
            jobs_inputs._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs._parse_response,
        )

    async def outputs(
        self,
        id: str,
        *,
        port_name: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[JobOutputPage]:
        """List a job's outputs"""
        return await self._caller.call_raw(
            jobs_outputs._get_kwargs(
                id,
                port_name=given(port_name),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_outputs._parse_response,
        )

    async def progress(
        self,
        id: str,
        *,
        kind: str | None = None,
        input_id: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[ProgressPage]:
        """List a job's progress"""
        return await self._caller.call_raw(
            jobs_progress._get_kwargs(
                id,
                kind=given(kind),
                input_id=given(input_id),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_progress._parse_response,
        )

    async def inputs_progress(
        self,
        id: str,
        *,
        port_name: str | None = None,
        status: builtins.list[InputStatus] | tuple[InputStatus, ...] | None = None,
        order: InputProgressOrder | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[InputProgressPage]:
        """List the progress of each input"""
        return await self._caller.call_raw(
            jobs_inputs_progress._get_kwargs(
                id,
                port_name=given(port_name),
                status=given(status),
                order=given(order),
                offset=given(offset),
                limit=given(limit),
            ),
            jobs_inputs_progress._parse_response,
        )

    async def inputs_progress_counts(
        self,
        id: str,
        *,
        port_name: str | None = None,
    ) -> Response[InputProgressCounts]:
        """Count a job's inputs by status"""
        return await self._caller.call_raw(
            jobs_inputs_progress_counts._get_kwargs(
                id,
                port_name=given(port_name),
            ),
            jobs_inputs_progress_counts._parse_response,
        )

    async def inputs_progress_traces(
        self,
        id: str,
        *,
        buckets: int | None = None,
        if_none_match: str | None = None,
    ) -> Response[ProgressTraces | None]:
        """Get a job's progress over time"""
        return await self._caller.call_raw(
            jobs_inputs_progress_traces._get_kwargs(
                id,
                buckets=given(buckets),
                if_none_match=given(if_none_match),
            ),
            jobs_inputs_progress_traces._parse_response,
        )
