from typing import Any

import httpx

from ...models.files_info import FilesInfo


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/files/info",
        "extensions": {
            "operation": "files_info",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FilesInfo:
    response_200 = FilesInfo.from_dict(response.json())

    return response_200
