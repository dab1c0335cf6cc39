from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from ...models.upload_part_list import UploadPartList
from ...models.upload_part_urls_request import UploadPartUrlsRequest
from ...types import to_json


def _get_kwargs(
    upload_id: str,
    *,
    body: UploadPartUrlsRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/files/uploads/{upload_id}/parts/urls".format(
            upload_id=quote(str(upload_id), safe=""),
        ),
        "extensions": {
            "operation": "uploads_part_urls",
            "path": {
                "upload_id": upload_id,
            },
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> UploadPartList:
    response_200 = UploadPartList.from_dict(response.json())

    return response_200
