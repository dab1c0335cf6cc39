from typing import Any

import httpx

from ...models.file_receipt import FileReceipt
from ...models.file_upload_base_64_request import FileUploadBase64Request


def _get_kwargs(
    *,
    body: FileUploadBase64Request,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/base64",
        "extensions": {
            "operation": "files_upload_base64",
        },
    }
    _kwargs["files"] = body.to_multipart()
    return _kwargs


def _parse_response(response: httpx.Response) -> FileReceipt:
    response_200 = FileReceipt.from_dict(response.json())

    return response_200
