from collections.abc import Mapping
from typing import Any

import httpx

from ...models.lens import Lens
from ...models.lens_clone_request import LensCloneRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: LensCloneRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/lens/clone",
        "extensions": {
            "operation": "lenses_clone",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> Lens:
    response_200 = Lens.from_dict(response.json())

    return response_200
