from typing import Any

import httpx

from ...models.lens import Lens
from ...types import UNSET, Unset


def _get_kwargs(
    *,
    lens_id: str | Unset = UNSET,
    shard_index: int | Unset = UNSET,
    max_items_per_shard: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["lens_id"] = lens_id

    params["shard_index"] = shard_index

    params["max_items_per_shard"] = max_items_per_shard

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/lens/metadata",
        "params": params,
        "extensions": {
            "operation": "lenses_list",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> list[Lens]:
    response_200 = []
    _response_200 = response.json()
    for componentsschemas_lens_list_item_data in _response_200:
        componentsschemas_lens_list_item = Lens.from_dict(componentsschemas_lens_list_item_data)

        response_200.append(componentsschemas_lens_list_item)

    return response_200
