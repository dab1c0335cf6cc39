from typing import Any

import httpx

from ...models.lenses_info import LensesInfo


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/lens/info",
        "extensions": {
            "operation": "lenses_info",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> LensesInfo:
    response_200 = LensesInfo.from_dict(response.json())

    return response_200
