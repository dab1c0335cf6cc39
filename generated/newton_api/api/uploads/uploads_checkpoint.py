from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ...models.upload_checkpoint import UploadCheckpoint
from ...models.upload_checkpoint_request import UploadCheckpointRequest
from ...types import to_json


def _get_kwargs(
    upload_id: str,
    *,
    body: UploadCheckpointRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/uploads/{upload_id}/parts/checkpoint".format(
            upload_id=quote(str(upload_id), safe=""),
        ),
        "extensions": {
            "operation": "uploads_checkpoint",
            "path": {
                "upload_id": upload_id,
            },
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> UploadCheckpoint:
    response_200 = UploadCheckpoint.from_dict(response.json())

    return response_200
