from typing import Any
from urllib.parse import quote

import httpx

from ...models.fine_tuning_delete_result import FineTuningDeleteResult


def _get_kwargs(
    job_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/fine-tune/jobs/{job_id}".format(
            job_id=quote(str(job_id), safe=""),
        ),
        "extensions": {
            "operation": "fine_tuning_delete",
            "path": {
                "job_id": job_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FineTuningDeleteResult | None:
    if response.status_code == 204:
        return None
    response_200 = FineTuningDeleteResult.from_dict(response.json())

    return response_200
