"""The operations tagged `fine_tuning`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.fine_tuning_config import FineTuningConfig
from ...models.fine_tuning_create_request import FineTuningCreateRequest
from ...models.fine_tuning_delete_result import FineTuningDeleteResult
from ...models.fine_tuning_job import FineTuningJob
from ...models.fine_tuning_metrics import FineTuningMetrics
from ...models.fine_tuning_node import FineTuningNode
from ...models.fine_tuning_status import FineTuningStatus, check_fine_tuning_status
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    fine_tuning_cancel,
    fine_tuning_create,
    fine_tuning_delete,
    fine_tuning_get,
    fine_tuning_list,
    fine_tuning_metrics,
    fine_tuning_status,
    fine_tuning_stop,
)


class FineTuning:
    """Operations on `fine_tuning`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        statuses: builtins.list[FineTuningStatus] | tuple[FineTuningStatus, ...] | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> builtins.list[FineTuningJob]:
        """List fine-tuning jobs

        The organization's fine-tuning jobs, as a bare array without a total. Without `limit` it is all of
        them.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/list-jobs

        Args:
            statuses: Only jobs with one of these: `statuses=RUNNING&statuses=STARTING`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most; -1, the server's default, for all.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_list._get_kwargs(
                statuses=given(statuses),
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_list._parse_response,
        )

    def create(
        self,
        *,
        name: str,
        config: FineTuningConfig | Mapping[str, Any],
        id: str | None = None,
    ) -> FineTuningJob:
        """Create a fine-tuning job

        Trains a model on your examples. Only the model and the datasets are yours to choose: epochs,
        learning rate and batch size follow from the size of the data. The datasets are uploaded JSONL files
        of labelled examples, for training (`train`) and evaluation (`eval`). The one form of a line that
        was
        seen is `{"type": "data.example", "event_data": "<JSON as a string>"}`.

        Some deployments may not offer fine-tuning yet. Without an `id` of your own, sending the request
        twice makes two jobs.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/create-job

        Args:
            name: A label, for people.
            config: What is trained, and on what.
            id: An id of your own; the server makes one when left out.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_create._get_kwargs(
                body={
                    "name": name,
                    "config": config,
                    "id": given(id),
                },
            ),
            fine_tuning_create._parse_response,
        )

    def get(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Get a fine-tuning job

        The job as it is now. A job goes `REGISTERED`, `STARTING`, `RUNNING`, `FINALIZING`, `COMPLETED`; it
        can also end as `STOPPED` (by way of `STOPPING`), `CANCELLED` or `FAILED`.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/get-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_get._get_kwargs(
                job_id,
            ),
            fine_tuning_get._parse_response,
        )

    def delete(
        self,
        job_id: str,
    ) -> FineTuningDeleteResult | None:
        """Delete a fine-tuning job

        Removes the job. A running job is not wound down by this: stop or cancel it first. What a successful
        answer holds is not documented.

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_delete._get_kwargs(
                job_id,
            ),
            fine_tuning_delete._parse_response,
        )

    def metrics(
        self,
        job_id: str,
        *,
        offset: int | None = None,
        limit: int | None = None,
    ) -> FineTuningMetrics:
        """Get a fine-tuning job's metrics

        The training curve, one row per report. Without `limit` it is all of them.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/get-job-metrics

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most; -1, the server's default, for all.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_metrics._get_kwargs(
                job_id,
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_metrics._parse_response,
        )

    def stop(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Stop a fine-tuning job

        Ends the training in good order: a running evaluation is finished and the latest checkpoint kept.
        The answer usually says `STOPPING` or `STOPPED`. To end it at once, cancel.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/stop-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_stop._get_kwargs(
                job_id,
            ),
            fine_tuning_stop._parse_response,
        )

    def cancel(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Cancel a fine-tuning job

        Ends the training at once: nothing is finished and no further checkpoint is written. The answer
        usually says `CANCELLED`. To keep the work done so far, stop it instead.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/cancel-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_cancel._get_kwargs(
                job_id,
            ),
            fine_tuning_cancel._parse_response,
        )

    def status(
        self,
    ) -> FineTuningNode:
        """Get the fine-tuning node's status

        Whether the node that runs fine-tuning jobs is free. Only the list of statuses is known of the
        answer.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            fine_tuning_status._get_kwargs(),
            fine_tuning_status._parse_response,
        )


class AsyncFineTuning:
    """Operations on `fine_tuning`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        statuses: builtins.list[FineTuningStatus] | tuple[FineTuningStatus, ...] | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> builtins.list[FineTuningJob]:
        """List fine-tuning jobs

        The organization's fine-tuning jobs, as a bare array without a total. Without `limit` it is all of
        them.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/list-jobs

        Args:
            statuses: Only jobs with one of these: `statuses=RUNNING&statuses=STARTING`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most; -1, the server's default, for all.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_list._get_kwargs(
                statuses=given(statuses),
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_list._parse_response,
        )

    async def create(
        self,
        *,
        name: str,
        config: FineTuningConfig | Mapping[str, Any],
        id: str | None = None,
    ) -> FineTuningJob:
        """Create a fine-tuning job

        Trains a model on your examples. Only the model and the datasets are yours to choose: epochs,
        learning rate and batch size follow from the size of the data. The datasets are uploaded JSONL files
        of labelled examples, for training (`train`) and evaluation (`eval`). The one form of a line that
        was
        seen is `{"type": "data.example", "event_data": "<JSON as a string>"}`.

        Some deployments may not offer fine-tuning yet. Without an `id` of your own, sending the request
        twice makes two jobs.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/create-job

        Args:
            name: A label, for people.
            config: What is trained, and on what.
            id: An id of your own; the server makes one when left out.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_create._get_kwargs(
                body={
                    "name": name,
                    "config": config,
                    "id": given(id),
                },
            ),
            fine_tuning_create._parse_response,
        )

    async def get(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Get a fine-tuning job

        The job as it is now. A job goes `REGISTERED`, `STARTING`, `RUNNING`, `FINALIZING`, `COMPLETED`; it
        can also end as `STOPPED` (by way of `STOPPING`), `CANCELLED` or `FAILED`.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/get-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_get._get_kwargs(
                job_id,
            ),
            fine_tuning_get._parse_response,
        )

    async def delete(
        self,
        job_id: str,
    ) -> FineTuningDeleteResult | None:
        """Delete a fine-tuning job

        Removes the job. A running job is not wound down by this: stop or cancel it first. What a successful
        answer holds is not documented.

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_delete._get_kwargs(
                job_id,
            ),
            fine_tuning_delete._parse_response,
        )

    async def metrics(
        self,
        job_id: str,
        *,
        offset: int | None = None,
        limit: int | None = None,
    ) -> FineTuningMetrics:
        """Get a fine-tuning job's metrics

        The training curve, one row per report. Without `limit` it is all of them.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/get-job-metrics

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most; -1, the server's default, for all.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_metrics._get_kwargs(
                job_id,
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_metrics._parse_response,
        )

    async def stop(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Stop a fine-tuning job

        Ends the training in good order: a running evaluation is finished and the latest checkpoint kept.
        The answer usually says `STOPPING` or `STOPPED`. To end it at once, cancel.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/stop-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_stop._get_kwargs(
                job_id,
            ),
            fine_tuning_stop._parse_response,
        )

    async def cancel(
        self,
        job_id: str,
    ) -> FineTuningJob:
        """Cancel a fine-tuning job

        Ends the training at once: nothing is finished and no further checkpoint is written. The answer
        usually says `CANCELLED`. To keep the work done so far, stop it instead.

        Docs: https://docs.archetypeai.app/api-reference/fine-tune/cancel-job

        Args:
            job_id: The job's `id`, yours or `ft-job-...`; not its `uuid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_cancel._get_kwargs(
                job_id,
            ),
            fine_tuning_cancel._parse_response,
        )

    async def status(
        self,
    ) -> FineTuningNode:
        """Get the fine-tuning node's status

        Whether the node that runs fine-tuning jobs is free. Only the list of statuses is known of the
        answer.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            fine_tuning_status._get_kwargs(),
            fine_tuning_status._parse_response,
        )


class RawFineTuning:
    """Operations on `fine_tuning`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        statuses: builtins.list[FineTuningStatus] | tuple[FineTuningStatus, ...] | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[builtins.list[FineTuningJob]]:
        """List fine-tuning jobs"""
        return self._caller.call_raw(
            fine_tuning_list._get_kwargs(
                statuses=given(statuses),
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_list._parse_response,
        )

    def create(
        self,
        *,
        name: str,
        config: FineTuningConfig | Mapping[str, Any],
        id: str | None = None,
    ) -> Response[FineTuningJob]:
        """Create a fine-tuning job"""
        return self._caller.call_raw(
            fine_tuning_create._get_kwargs(
                body={
                    "name": name,
                    "config": config,
                    "id": given(id),
                },
            ),
            fine_tuning_create._parse_response,
        )

    def get(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Get a fine-tuning job"""
        return self._caller.call_raw(
            fine_tuning_get._get_kwargs(
                job_id,
            ),
            fine_tuning_get._parse_response,
        )

    def delete(
        self,
        job_id: str,
    ) -> Response[FineTuningDeleteResult | None]:
        """Delete a fine-tuning job"""
        return self._caller.call_raw(
            fine_tuning_delete._get_kwargs(
                job_id,
            ),
            fine_tuning_delete._parse_response,
        )

    def metrics(
        self,
        job_id: str,
        *,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[FineTuningMetrics]:
        """Get a fine-tuning job's metrics"""
        return self._caller.call_raw(
            fine_tuning_metrics._get_kwargs(
                job_id,
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_metrics._parse_response,
        )

    def stop(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Stop a fine-tuning job"""
        return self._caller.call_raw(
            fine_tuning_stop._get_kwargs(
                job_id,
            ),
            fine_tuning_stop._parse_response,
        )

    def cancel(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Cancel a fine-tuning job"""
        return self._caller.call_raw(
            fine_tuning_cancel._get_kwargs(
                job_id,
            ),
            fine_tuning_cancel._parse_response,
        )

    def status(
        self,
    ) -> Response[FineTuningNode]:
        """Get the fine-tuning node's status"""
        return self._caller.call_raw(
            fine_tuning_status._get_kwargs(),
            fine_tuning_status._parse_response,
        )


class AsyncRawFineTuning:
    """Operations on `fine_tuning`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        statuses: builtins.list[FineTuningStatus] | tuple[FineTuningStatus, ...] | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[builtins.list[FineTuningJob]]:
        """List fine-tuning jobs"""
        return await self._caller.call_raw(
            fine_tuning_list._get_kwargs(
                statuses=given(statuses),
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_list._parse_response,
        )

    async def create(
        self,
        *,
        name: str,
        config: FineTuningConfig | Mapping[str, Any],
        id: str | None = None,
    ) -> Response[FineTuningJob]:
        """Create a fine-tuning job"""
        return await self._caller.call_raw(
            fine_tuning_create._get_kwargs(
                body={
                    "name": name,
                    "config": config,
                    "id": given(id),
                },
            ),
            fine_tuning_create._parse_response,
        )

    async def get(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Get a fine-tuning job"""
        return await self._caller.call_raw(
            fine_tuning_get._get_kwargs(
                job_id,
            ),
            fine_tuning_get._parse_response,
        )

    async def delete(
        self,
        job_id: str,
    ) -> Response[FineTuningDeleteResult | None]:
        """Delete a fine-tuning job"""
        return await self._caller.call_raw(
            fine_tuning_delete._get_kwargs(
                job_id,
            ),
            fine_tuning_delete._parse_response,
        )

    async def metrics(
        self,
        job_id: str,
        *,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[FineTuningMetrics]:
        """Get a fine-tuning job's metrics"""
        return await self._caller.call_raw(
            fine_tuning_metrics._get_kwargs(
                job_id,
                offset=given(offset),
                limit=given(limit),
            ),
            fine_tuning_metrics._parse_response,
        )

    async def stop(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Stop a fine-tuning job"""
        return await self._caller.call_raw(
            fine_tuning_stop._get_kwargs(
                job_id,
            ),
            fine_tuning_stop._parse_response,
        )

    async def cancel(
        self,
        job_id: str,
    ) -> Response[FineTuningJob]:
        """Cancel a fine-tuning job"""
        return await self._caller.call_raw(
            fine_tuning_cancel._get_kwargs(
                job_id,
            ),
            fine_tuning_cancel._parse_response,
        )

    async def status(
        self,
    ) -> Response[FineTuningNode]:
        """Get the fine-tuning node's status"""
        return await self._caller.call_raw(
            fine_tuning_status._get_kwargs(),
            fine_tuning_status._parse_response,
        )
