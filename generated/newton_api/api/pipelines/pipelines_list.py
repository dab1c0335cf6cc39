from typing import Any

import httpx

from ...models.pipeline_page import PipelinePage
from ...models.pipeline_status import PipelineStatus
from ...models.pipeline_type import PipelineType
from ...models.pipeline_visibility import PipelineVisibility
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    pipeline_type: PipelineType | Unset = UNSET,
    visibility: PipelineVisibility | Unset = UNSET,
    status: PipelineStatus | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_pipeline_type: str | Unset = UNSET
    if not isinstance(pipeline_type, Unset):
        json_pipeline_type = pipeline_type

    params["pipeline_type"] = json_pipeline_type

    json_visibility: str | Unset = UNSET
    if not isinstance(visibility, Unset):
        json_visibility = visibility

    params["visibility"] = json_visibility

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/registry/pipelines",
        "params": params,
        "extensions": {
            "operation": "pipelines_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> PipelinePage:
    response_200 = PipelinePage.from_dict(response.json())

    return response_200
