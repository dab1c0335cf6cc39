from typing import Any
from urllib.parse import quote

import httpx

from ...models.file_metadata import FileMetadata


def _get_kwargs(
    file_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/files/metadata/{file_id}".format(
            file_id=quote(str(file_id), safe=""),
        ),
        "extensions": {
            "operation": "files_get",
            "path": {
                "file_id": file_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FileMetadata:
    response_200 = FileMetadata.from_dict(response.json())

    return response_200
