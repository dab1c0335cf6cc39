from typing import Any
from urllib.parse import quote

import httpx

from ...models.progress_traces import ProgressTraces
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["buckets"] = buckets

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/inputs/progress/traces".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_inputs_progress_traces",
            "path": {
                "id": id,
            },
        },
    }
    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ProgressTraces | None:
    if response.status_code == 304:
        return None
    response_200 = ProgressTraces.from_dict(response.json())

    return response_200
