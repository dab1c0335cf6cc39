from typing import Any
from urllib.parse import quote

import httpx

from ...models.file_receipt import FileReceipt


def _get_kwargs(
    file_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/files/delete/{file_id}".format(
            file_id=quote(str(file_id), safe=""),
        ),
        "extensions": {
            "operation": "files_delete",
            "path": {
                "file_id": file_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FileReceipt:
    response_200 = FileReceipt.from_dict(response.json())

    return response_200
