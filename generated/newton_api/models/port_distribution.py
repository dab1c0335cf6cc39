from typing import Literal

PortDistribution = Literal["replicate", "scatter"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_port_distribution(value: object) -> PortDistribution:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
