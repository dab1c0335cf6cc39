from typing import Any

import httpx

from ...models.sessions_info import SessionsInfo


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/lens/sessions/info",
        "extensions": {
            "operation": "sessions_info",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> SessionsInfo:
    response_200 = SessionsInfo.from_dict(response.json())

    return response_200
