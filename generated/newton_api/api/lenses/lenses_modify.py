from collections.abc import Mapping
from typing import Any

import httpx

from ...models.lens import Lens
from ...models.lens_modify_request import LensModifyRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: LensModifyRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/modify",
        "extensions": {
            "operation": "lenses_modify",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> Lens:
    response_200 = Lens.from_dict(response.json())

    return response_200
