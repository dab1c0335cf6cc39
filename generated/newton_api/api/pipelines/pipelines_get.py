from typing import Any
from urllib.parse import quote

import httpx

from ...models.pipeline import Pipeline


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/registry/pipelines/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "pipelines_get",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> Pipeline:
    response_200 = Pipeline.from_dict(response.json())

    return response_200
