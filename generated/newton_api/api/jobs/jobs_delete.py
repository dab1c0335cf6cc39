from typing import Any
from urllib.parse import quote

import httpx

from ...models.job_delete_result import JobDeleteResult


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/batch/jobs/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "jobs_delete",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobDeleteResult:
    response_200 = JobDeleteResult.from_dict(response.json())

    return response_200
