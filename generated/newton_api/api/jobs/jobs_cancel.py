from typing import Any
from urllib.parse import quote

import httpx

from ...models.job_cancel_result import JobCancelResult


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/batch/jobs/{id}/cancel".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "jobs_cancel",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobCancelResult:
    response_200 = JobCancelResult.from_dict(response.json())

    return response_200
