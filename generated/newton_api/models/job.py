from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus, check_job_status
from ..models.pipeline_type import PipelineType, check_pipeline_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.input_counts import InputCounts
    from ..models.job_error_info import JobErrorInfo
    from ..models.job_parameters import JobParameters


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """A run of a pipeline.

    Attributes:
        id (str): `job_...`.
        name (str): The label given at creation.
        pipeline_type (PipelineType): The kind of pipeline, and of its queue.
        pipeline_key (str): The pipeline.
        pipeline_version (str): The version that runs; chosen by the server if none was named.
        status (JobStatus): Where a job stands: `COMPLETED`, `FAILED` and `CANCELLED` are ends, of which the last two
            can be
            retried. `ADMITTED` lies between queue and run (INFERRED).
        created_at (datetime.datetime): When it was created.
        org_id (str | Unset): The organization, `org_...`.
        parameters (JobParameters | Unset): The set-up of each component, by its name (`worker` in the deployed
            pipelines).
        retry_count (int | Unset): How often it was retried.
        preemption_count (int | Unset): How often it was preempted.
        queue_position (int | None | Unset): Its place in the queue; null when it is not queued.
        queue_depth (int | None | Unset): The length of the queue; null when it is not queued.
        input_progress (InputCounts | Unset): How many tracked inputs have each status.
        updated_at (datetime.datetime | Unset): When it last changed.
        started_at (datetime.datetime | None | Unset): When it began to run.
        completed_at (datetime.datetime | None | Unset): When it completed.
        failed_at (datetime.datetime | None | Unset): When it failed.
        cancelled_at (datetime.datetime | None | Unset): When its cancelling was accepted.
        error (JobErrorInfo | None | Unset): Why it failed; null otherwise.
    """

    id: str
    name: str
    pipeline_type: PipelineType
    pipeline_key: str
    pipeline_version: str
    status: JobStatus
    created_at: datetime.datetime
    org_id: str | Unset = UNSET
    parameters: JobParameters | Unset = UNSET
    retry_count: int | Unset = UNSET
    preemption_count: int | Unset = UNSET
    queue_position: int | None | Unset = UNSET
    queue_depth: int | None | Unset = UNSET
    input_progress: InputCounts | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    started_at: datetime.datetime | None | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    failed_at: datetime.datetime | None | Unset = UNSET
    cancelled_at: datetime.datetime | None | Unset = UNSET
    error: JobErrorInfo | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_error_info import JobErrorInfo  # noqa: PLC0415

        id = self.id

        name = self.name

        pipeline_type: str = self.pipeline_type

        pipeline_key = self.pipeline_key

        pipeline_version = self.pipeline_version

        status: str = self.status

        created_at = self.created_at.isoformat()

        org_id = self.org_id

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        retry_count = self.retry_count

        preemption_count = self.preemption_count

        queue_position: int | None | Unset
        if isinstance(self.queue_position, Unset):
            queue_position = UNSET
        else:
            queue_position = self.queue_position

        queue_depth: int | None | Unset
        if isinstance(self.queue_depth, Unset):
            queue_depth = UNSET
        else:
            queue_depth = self.queue_depth

        input_progress: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_progress, Unset):
            input_progress = self.input_progress.to_dict()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        started_at: None | str | Unset
        if isinstance(self.started_at, Unset):
            started_at = UNSET
        elif isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        completed_at: None | str | Unset
        if isinstance(self.completed_at, Unset):
            completed_at = UNSET
        elif isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        failed_at: None | str | Unset
        if isinstance(self.failed_at, Unset):
            failed_at = UNSET
        elif isinstance(self.failed_at, datetime.datetime):
            failed_at = self.failed_at.isoformat()
        else:
            failed_at = self.failed_at

        cancelled_at: None | str | Unset
        if isinstance(self.cancelled_at, Unset):
            cancelled_at = UNSET
        elif isinstance(self.cancelled_at, datetime.datetime):
            cancelled_at = self.cancelled_at.isoformat()
        else:
            cancelled_at = self.cancelled_at

        error: dict[str, Any] | None | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        elif isinstance(self.error, JobErrorInfo):
            error = self.error.to_dict()
        else:
            error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "pipeline_type": pipeline_type,
                "pipeline_key": pipeline_key,
                "pipeline_version": pipeline_version,
                "status": status,
                "created_at": created_at,
            }
        )
        if org_id is not UNSET:
            field_dict["org_id"] = org_id
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if retry_count is not UNSET:
            field_dict["retry_count"] = retry_count
        if preemption_count is not UNSET:
            field_dict["preemption_count"] = preemption_count
        if queue_position is not UNSET:
            field_dict["queue_position"] = queue_position
        if queue_depth is not UNSET:
            field_dict["queue_depth"] = queue_depth
        if input_progress is not UNSET:
            field_dict["input_progress"] = input_progress
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if started_at is not UNSET:
            field_dict["started_at"] = started_at
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at
        if failed_at is not UNSET:
            field_dict["failed_at"] = failed_at
        if cancelled_at is not UNSET:
            field_dict["cancelled_at"] = cancelled_at
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.input_counts import InputCounts  # noqa: PLC0415
        from ..models.job_error_info import JobErrorInfo  # noqa: PLC0415
        from ..models.job_parameters import JobParameters  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        pipeline_type = check_pipeline_type(d.pop("pipeline_type"))

        pipeline_key = d.pop("pipeline_key")

        pipeline_version = d.pop("pipeline_version")

        status = check_job_status(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        org_id = d.pop("org_id", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: JobParameters | Unset
        if _parameters is None or isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = JobParameters.from_dict(_parameters)

        retry_count = d.pop("retry_count", UNSET)

        preemption_count = d.pop("preemption_count", UNSET)

        def _parse_queue_position(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        queue_position = _parse_queue_position(d.pop("queue_position", UNSET))

        def _parse_queue_depth(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        queue_depth = _parse_queue_depth(d.pop("queue_depth", UNSET))

        _input_progress = d.pop("input_progress", UNSET)
        input_progress: InputCounts | Unset
        if _input_progress is None or isinstance(_input_progress, Unset):
            input_progress = UNSET
        else:
            input_progress = InputCounts.from_dict(_input_progress)

        _updated_at = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is None or isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        def _parse_started_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        started_at = _parse_started_at(d.pop("started_at", UNSET))

        def _parse_completed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        completed_at = _parse_completed_at(d.pop("completed_at", UNSET))

        def _parse_failed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failed_at_type_0 = datetime.datetime.fromisoformat(data)

                return failed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        failed_at = _parse_failed_at(d.pop("failed_at", UNSET))

        def _parse_cancelled_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancelled_at_type_0 = datetime.datetime.fromisoformat(data)

                return cancelled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        cancelled_at = _parse_cancelled_at(d.pop("cancelled_at", UNSET))

        def _parse_error(data: object) -> JobErrorInfo | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = JobErrorInfo.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("JobErrorInfo | None | Unset", data)

        error = _parse_error(d.pop("error", UNSET))

        job = cls(
            id=id,
            name=name,
            pipeline_type=pipeline_type,
            pipeline_key=pipeline_key,
            pipeline_version=pipeline_version,
            status=status,
            created_at=created_at,
            org_id=org_id,
            parameters=parameters,
            retry_count=retry_count,
            preemption_count=preemption_count,
            queue_position=queue_position,
            queue_depth=queue_depth,
            input_progress=input_progress,
            updated_at=updated_at,
            started_at=started_at,
            completed_at=completed_at,
            failed_at=failed_at,
            cancelled_at=cancelled_at,
            error=error,
        )

        job.additional_properties = d
        return job

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
