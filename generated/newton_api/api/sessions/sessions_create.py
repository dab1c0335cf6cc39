from collections.abc import Mapping
from typing import Any

import httpx

from ...models.session_create_request import SessionCreateRequest
from ...models.session_record import SessionRecord
from ...types import to_json


def _get_kwargs(
    *,
    body: SessionCreateRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/sessions/create",
        "extensions": {
            "operation": "sessions_create",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> SessionRecord:
    response_200 = SessionRecord.from_dict(response.json())

    return response_200
