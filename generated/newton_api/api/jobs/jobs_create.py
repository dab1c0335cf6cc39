from collections.abc import Mapping
from typing import Any

import httpx

from ...models.job import Job
from ...models.job_create_request import JobCreateRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: JobCreateRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/batch/jobs",
        "extensions": {
            "operation": "jobs_create",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> Job:
    response_200 = Job.from_dict(response.json())

    return response_200
