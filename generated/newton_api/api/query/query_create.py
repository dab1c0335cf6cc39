from collections.abc import Mapping
from typing import Any

import httpx

from ...models.query_request import QueryRequest
from ...models.query_response import QueryResponse
from ...types import to_json


def _get_kwargs(
    *,
    body: QueryRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/query",
        "extensions": {
            "operation": "query_create",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> QueryResponse:
    response_200 = QueryResponse.from_dict(response.json())

    return response_200
