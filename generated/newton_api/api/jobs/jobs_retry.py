from typing import Any
from urllib.parse import quote

import httpx

from ...models.job_retry_result import JobRetryResult


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/batch/jobs/{id}/retry".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "jobs_retry",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobRetryResult:
    response_200 = JobRetryResult.from_dict(response.json())

    return response_200
