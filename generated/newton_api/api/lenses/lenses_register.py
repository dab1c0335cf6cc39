from collections.abc import Mapping
from typing import Any

import httpx

from ...models.lens import Lens
from ...models.lens_register_request import LensRegisterRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: LensRegisterRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/register",
        "extensions": {
            "operation": "lenses_register",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> Lens:
    response_200 = Lens.from_dict(response.json())

    return response_200
