from typing import Literal

FileStatus = (
    Literal[
        "FILE_STATUS_CORRUPT",
        "FILE_STATUS_IN_COLD_STORAGE",
        "FILE_STATUS_IN_MEMORY",
        "FILE_STATUS_INGESTED",
        "FILE_STATUS_INGESTING",
        "FILE_STATUS_REGISTERED",
        "FILE_STATUS_UNKNOWN",
    ]
    | str
)
"""The values known when this was generated; newer ones pass as they are."""


def check_file_status(value: object) -> FileStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
