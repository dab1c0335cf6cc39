from typing import Any
from urllib.parse import quote

import httpx

from ...models.input_status import InputStatus
from ...models.job_input_page import JobInputPage
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    port_name: str | Unset = UNSET,
    status: InputStatus | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["port_name"] = port_name

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/inputs".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_inputs",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobInputPage:
    response_200 = JobInputPage.from_dict(response.json())

    return response_200
