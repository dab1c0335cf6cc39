from typing import Any
from urllib.parse import quote

import httpx

from ...models.input_progress_counts import InputProgressCounts
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    port_name: str | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["port_name"] = port_name

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/inputs/progress/counts".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_inputs_progress_counts",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> InputProgressCounts:
    response_200 = InputProgressCounts.from_dict(response.json())

    return response_200
