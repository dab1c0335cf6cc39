from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ...models.upload_complete_request import UploadCompleteRequest
from ...models.uploaded_file import UploadedFile
from ...types import to_json


def _get_kwargs(
    upload_id: str,
    *,
    body: UploadCompleteRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/uploads/{upload_id}/complete".format(
            upload_id=quote(str(upload_id), safe=""),
        ),
        "extensions": {
            "operation": "uploads_complete",
            "path": {
                "upload_id": upload_id,
            },
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> UploadedFile:
    response_200 = UploadedFile.from_dict(response.json())

    return response_200
