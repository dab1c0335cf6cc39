from typing import Any

import httpx

from ...models.queue_depths import QueueDepths


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/batch/jobs/queue",
        "extensions": {
            "operation": "jobs_queue",
        },
    }
    return _kwargs


def _parse_response(response: httpx.Response) -> QueueDepths:
    response_200 = QueueDepths.from_dict(response.json())

    return response_200
