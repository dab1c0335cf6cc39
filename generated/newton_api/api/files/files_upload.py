from typing import Any

import httpx

from ...models.file_receipt import FileReceipt
from ...models.file_upload_request import FileUploadRequest


def _get_kwargs(
    *,
    body: FileUploadRequest,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files",
        "extensions": {
            "operation": "files_upload",
        },
    }
    _kwargs["files"] = body.to_multipart()
    return _kwargs


def _parse_response(response: httpx.Response) -> FileReceipt:
    response_200 = FileReceipt.from_dict(response.json())

    return response_200
