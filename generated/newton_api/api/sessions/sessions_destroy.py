from collections.abc import Mapping
from typing import Any

import httpx

from ...models.destroyed_session import DestroyedSession
from ...models.session_destroy_request import SessionDestroyRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: SessionDestroyRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/sessions/destroy",
        "extensions": {
            "operation": "sessions_destroy",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> DestroyedSession:
    response_200 = DestroyedSession.from_dict(response.json())

    return response_200
