from typing import Any
from urllib.parse import quote

import httpx


def _get_kwargs(
    upload_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/uploads/{upload_id}/abort".format(
            upload_id=quote(str(upload_id), safe=""),
        ),
        "extensions": {
            "operation": "uploads_abort",
            "path": {
                "upload_id": upload_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> None:
    if response.status_code == 200:
        return None
    if response.status_code == 204:
        return None
    return None
