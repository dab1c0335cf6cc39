from typing import Any
from urllib.parse import quote

import httpx

from ...models.pipeline_schema import PipelineSchema


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/registry/pipelines/{id}/schema".format(
            id=quote(str(id), safe=""),
        ),
        "extensions": {
            "operation": "pipelines_schema",
            "path": {
                "id": id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> PipelineSchema:
    response_200 = PipelineSchema.from_dict(response.json())

    return response_200
