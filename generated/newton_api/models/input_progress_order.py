from typing import Literal

InputProgressOrder = Literal["asc", "desc"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_input_progress_order(value: object) -> InputProgressOrder:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
