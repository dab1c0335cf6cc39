from typing import Any
from urllib.parse import quote

import httpx

from ...models.fine_tuning_metrics import FineTuningMetrics
from ...types import UNSET, Unset


def _get_kwargs(
    job_id: str,
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:
    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/fine-tune/jobs/{job_id}/metrics".format(
            job_id=quote(str(job_id), safe=""),
        ),
        "params": params,
        "extensions": {
            "operation": "fine_tuning_metrics",
            "path": {
                "job_id": job_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FineTuningMetrics:
    response_200 = FineTuningMetrics.from_dict(response.json())

    return response_200
