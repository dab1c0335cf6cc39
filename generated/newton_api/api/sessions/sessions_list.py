from typing import Any

import httpx

from ...models.session_record import SessionRecord
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    session_id: str | Unset = UNSET,
    shard_index: int | Unset = UNSET,
    max_items_per_shard: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["session_id"] = session_id

    params["shard_index"] = shard_index

    params["max_items_per_shard"] = max_items_per_shard

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/lens/sessions/metadata",
        "params": params,
        "extensions": {
            "operation": "sessions_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> list[SessionRecord]:
    response_200 = []
    _response_200 = response.json()
    for componentsschemas_session_list_item_data in _response_200:
        componentsschemas_session_list_item = SessionRecord.from_dict(
            componentsschemas_session_list_item_data
        )

        response_200.append(componentsschemas_session_list_item)

    return response_200
