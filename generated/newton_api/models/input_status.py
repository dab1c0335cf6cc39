from typing import Literal

InputStatus = Literal["completed", "failed", "pending", "processing", "reference"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_input_status(value: object) -> InputStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
