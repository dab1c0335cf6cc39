from typing import Literal

EventLevel = Literal["ERROR", "FAILED", "INFO", "SUCCESS", "WARN"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_event_level(value: object) -> EventLevel:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
