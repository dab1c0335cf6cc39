from typing import Any

import httpx

from ...models.job_page import JobPage
from ...models.job_status import JobStatus
from ...models.pipeline_type import PipelineType
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    status: JobStatus | Unset = UNSET,
    pipeline_type: PipelineType | Unset = UNSET,
    q: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    json_pipeline_type: str | Unset = UNSET
    if not isinstance(pipeline_type, Unset):
        json_pipeline_type = pipeline_type

    params["pipeline_type"] = json_pipeline_type

    params["q"] = q

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs",
        "params": params,
        "extensions": {
            "operation": "jobs_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobPage:
    response_200 = JobPage.from_dict(response.json())

    return response_200
