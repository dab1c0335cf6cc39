from collections.abc import Mapping
from typing import Any

import httpx

from ...models.direct_upload import DirectUpload
from ...models.upload_initiate_request import UploadInitiateRequest
from ...types import to_json


def _get_kwargs(
    *,
    body: UploadInitiateRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/uploads/initiate",
        "extensions": {
            "operation": "uploads_initiate",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> DirectUpload:
    response_200 = DirectUpload.from_dict(response.json())

    return response_200
