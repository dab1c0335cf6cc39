from typing import Any

import httpx

from ...models.fine_tuning_job import FineTuningJob
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    statuses: Any | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    json_statuses: list[str] | Unset = UNSET
    if not isinstance(statuses, Unset):
        json_statuses = []
        for statuses_item_data in statuses:
            statuses_item: str = statuses_item_data
            json_statuses.append(statuses_item)

    params["statuses"] = json_statuses

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/fine-tune/jobs",
        "params": params,
        "extensions": {
            "operation": "fine_tuning_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> list[FineTuningJob]:
    response_200 = []
    _response_200 = response.json()
    for componentsschemas_fine_tuning_job_list_item_data in _response_200:
        componentsschemas_fine_tuning_job_list_item = FineTuningJob.from_dict(
            componentsschemas_fine_tuning_job_list_item_data
        )

        response_200.append(componentsschemas_fine_tuning_job_list_item)

    return response_200
