from typing import Any
from urllib.parse import quote

import httpx

from ...models.input_progress_order import InputProgressOrder
from ...models.input_progress_page import InputProgressPage
from ...types import UNSET, Unset


def _get_kwargs(
    id: str,
    *,
    port_name: str | Unset = UNSET,
    status: Any | Unset = UNSET,
    order: InputProgressOrder | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["port_name"] = port_name

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item: str = status_item_data
            json_status.append(status_item)

    params["status"] = json_status

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order

    params["order"] = json_order

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/{id}/inputs/progress".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "jobs_inputs_progress",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> InputProgressPage:
    response_200 = InputProgressPage.from_dict(response.json())

    return response_200
