from typing import Any
from urllib.parse import quote

import httpx

from ...models.job import Job


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "jobs_get",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> Job:
    response_200 = Job.from_dict(response.json())

    return response_200
