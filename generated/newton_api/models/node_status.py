from typing import Literal

NodeStatus = Literal["BUSY", "ERROR", "READY", "STALE", "UNKNOWN"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_node_status(value: object) -> NodeStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
