"""The operations tagged `pipelines`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.pipeline import Pipeline
from ...models.pipeline_page import PipelinePage
from ...models.pipeline_schema import PipelineSchema
from ...models.pipeline_status import PipelineStatus, check_pipeline_status
from ...models.pipeline_type import PipelineType, check_pipeline_type
from ...models.pipeline_visibility import PipelineVisibility, check_pipeline_visibility
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    pipelines_get,
    pipelines_list,
    pipelines_schema,
)


class Pipelines:
    """Operations on `pipelines`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        pipeline_type: PipelineType | None = None,
        visibility: PipelineVisibility | None = None,
        status: PipelineStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> PipelinePage:
        """List pipelines

        The pipelines your organization can see: one entry per version. A job names a pipeline by
        `pipeline_key`; only a published version is chosen without `pipeline_version`.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/list-pipelines

        Args:
            pipeline_type: The kind of pipeline, and of its queue.
            visibility: Who sees a pipeline: all organizations (`platform`), or the one that owns it
                (`org`).
            status: A job runs a `published` version unless it names another.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            pipelines_list._get_kwargs(
                pipeline_type=given(pipeline_type),
                visibility=given(visibility),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            pipelines_list._parse_response,
        )

    def get(
        self,
        id: str,
    ) -> Pipeline:
        """Get a pipeline

        One version of a pipeline: its ports, defaults and schemas.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/get-pipeline

        Args:
            id: The pipeline's id, `ppl_...` (older documentation shows `pip_...`). Not its key.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            pipelines_get._get_kwargs(
                id,
            ),
            pipelines_get._parse_response,
        )

    def schema(
        self,
        id: str,
    ) -> PipelineSchema:
        """Get a pipeline's schema

        What a job may set: the JSON Schema of each configuration and the ports. `user_schema` is the part
        open to the submitter (the pipeline itself calls it `user_config_schema`); everything else stays at
        the pipeline's defaults. This, not the documentation, tells the models that a version accepts.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/get-pipeline-schema

        Args:
            id: The pipeline's id, `ppl_...` (older documentation shows `pip_...`). Not its key.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            pipelines_schema._get_kwargs(
                id,
            ),
            pipelines_schema._parse_response,
        )


class AsyncPipelines:
    """Operations on `pipelines`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        pipeline_type: PipelineType | None = None,
        visibility: PipelineVisibility | None = None,
        status: PipelineStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> PipelinePage:
        """List pipelines

        The pipelines your organization can see: one entry per version. A job names a pipeline by
        `pipeline_key`; only a published version is chosen without `pipeline_version`.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/list-pipelines

        Args:
            pipeline_type: The kind of pipeline, and of its queue.
            visibility: Who sees a pipeline: all organizations (`platform`), or the one that owns it
                (`org`).
            status: A job runs a `published` version unless it names another.
            offset: How many to skip; 0 when left out.
            limit: How many to return at most.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            pipelines_list._get_kwargs(
                pipeline_type=given(pipeline_type),
                visibility=given(visibility),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            pipelines_list._parse_response,
        )

    async def get(
        self,
        id: str,
    ) -> Pipeline:
        """Get a pipeline

        One version of a pipeline: its ports, defaults and schemas.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/get-pipeline

        Args:
            id: The pipeline's id, `ppl_...` (older documentation shows `pip_...`). Not its key.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            pipelines_get._get_kwargs(
                id,
            ),
            pipelines_get._parse_response,
        )

    async def schema(
        self,
        id: str,
    ) -> PipelineSchema:
        """Get a pipeline's schema

        What a job may set: the JSON Schema of each configuration and the ports. `user_schema` is the part
        open to the submitter (the pipeline itself calls it `user_config_schema`); everything else stays at
        the pipeline's defaults. This, not the documentation, tells the models that a version accepts.

        Docs: https://docs.archetypeai.app/api-reference/batch/registry/pipelines/get-pipeline-schema

        Args:
            id: The pipeline's id, `ppl_...` (older documentation shows `pip_...`). Not its key.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            pipelines_schema._get_kwargs(
                id,
            ),
            pipelines_schema._parse_response,
        )


class RawPipelines:
    """Operations on `pipelines`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        pipeline_type: PipelineType | None = None,
        visibility: PipelineVisibility | None = None,
        status: PipelineStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[PipelinePage]:
        """List pipelines"""
        return self._caller.call_raw(
            pipelines_list._get_kwargs(
                pipeline_type=given(pipeline_type),
                visibility=given(visibility),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            pipelines_list._parse_response,
        )

    def get(
        self,
        id: str,
    ) -> Response[Pipeline]:
        """Get a pipeline"""
        return self._caller.call_raw(
            pipelines_get._get_kwargs(
                id,
            ),
            pipelines_get._parse_response,
        )

    def schema(
        self,
        id: str,
    ) -> Response[PipelineSchema]:
        """Get a pipeline's schema"""
        return self._caller.call_raw(
            pipelines_schema._get_kwargs(
                id,
            ),
            pipelines_schema._parse_response,
        )


class AsyncRawPipelines:
    """Operations on `pipelines`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        pipeline_type: PipelineType | None = None,
        visibility: PipelineVisibility | None = None,
        status: PipelineStatus | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Response[PipelinePage]:
        """List pipelines"""
        return await self._caller.call_raw(
            pipelines_list._get_kwargs(
                pipeline_type=given(pipeline_type),
                visibility=given(visibility),
                status=given(status),
                offset=given(offset),
                limit=given(limit),
            ),
            pipelines_list._parse_response,
        )

    async def get(
        self,
        id: str,
    ) -> Response[Pipeline]:
        """Get a pipeline"""
        return await self._caller.call_raw(
            pipelines_get._get_kwargs(
                id,
            ),
            pipelines_get._parse_response,
        )

    async def schema(
        self,
        id: str,
    ) -> Response[PipelineSchema]:
        """Get a pipeline's schema"""
        return await self._caller.call_raw(
            pipelines_schema._get_kwargs(
                id,
            ),
            pipelines_schema._parse_response,
        )
