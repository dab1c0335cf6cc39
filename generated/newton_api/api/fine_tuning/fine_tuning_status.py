from typing import Any

import httpx

from ...models.fine_tuning_node import FineTuningNode


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/fine-tune/status",
        "extensions": {
            "operation": "fine_tuning_status",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FineTuningNode:
    response_200 = FineTuningNode.from_dict(response.json())

    return response_200
