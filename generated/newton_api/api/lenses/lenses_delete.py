from collections.abc import Mapping
from typing import Any

import httpx

from ...models.deleted_lens import DeletedLens
from ...models.lens_delete_request import LensDeleteRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: LensDeleteRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/delete",
        "extensions": {
            "operation": "lenses_delete",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> DeletedLens:
    response_200 = DeletedLens.from_dict(response.json())

    return response_200
