from collections.abc import Mapping
from typing import Any

import httpx

from ...models.fine_tuning_create_request import FineTuningCreateRequest
from ...models.fine_tuning_job import FineTuningJob
from ...types import to_json


def _get_kwargs(
    *,
    body: FineTuningCreateRequest | Mapping[str, Any],
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/fine-tune/jobs",
        "extensions": {
            "operation": "fine_tuning_create",
        },
    }
    _kwargs["json"] = to_json(body)
    return _kwargs


def _parse_response(response: httpx.Response) -> FineTuningJob:
    response_200 = FineTuningJob.from_dict(response.json())

    return response_200
