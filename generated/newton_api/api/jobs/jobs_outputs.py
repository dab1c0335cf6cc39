from typing import Any
from urllib.parse import quote

import httpx

from ...models.job_output_page import JobOutputPage
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    port_name: str | Unset = UNSET,
    input_id: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["port_name"] = port_name

    params["input_id"] = input_id

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/outputs".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_outputs",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobOutputPage:
    response_200 = JobOutputPage.from_dict(response.json())

    return response_200
