from typing import Literal

UploadStatus = (
    Literal["Corrupt", "Deleted", "Deleting", "Ingested", "Registered", "Unknown", "Uploading"] | str
)
"""The values known when this was generated; newer ones pass as they are."""


def check_upload_status(value: object) -> UploadStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
