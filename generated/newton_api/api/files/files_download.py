from typing import Any
from urllib.parse import quote


def _get_kwargs(
    file_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/files/download/{file_id}".format(
            file_id=quote(str(file_id), safe=""),
        ),
        "extensions": {
            "operation": "files_download",
            "path": {
                "file_id": file_id,
            },
        },
    }
    return _kwargs
