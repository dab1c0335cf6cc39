from typing import Any
from urllib.parse import quote

import httpx

from ...models.fine_tuning_job import FineTuningJob


def _get_kwargs(
    job_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/fine-tune/jobs/{job_id}/cancel".format(
            job_id=quote(str(job_id), safe=""),
        ),
        "extensions": {
            "operation": "fine_tuning_cancel",
            "path": {
                "job_id": job_id,
            },
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> FineTuningJob:
    response_200 = FineTuningJob.from_dict(response.json())

    return response_200
