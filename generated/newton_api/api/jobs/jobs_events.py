from typing import Any
from urllib.parse import quote

import httpx

from ...models.event_level import EventLevel
from ...models.job_event_page import JobEventPage
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    level: EventLevel | Unset = UNSET,
    event_type: str | Unset = UNSET,
    input_id: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_level: str | Unset = UNSET
    if not isinstance(level, Unset):
        json_level = level

    params["level"] = json_level

    params["event_type"] = event_type

    params["input_id"] = input_id

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/events".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_events",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> JobEventPage:
    response_200 = JobEventPage.from_dict(response.json())

    return response_200
