from typing import Literal

NeighborWeights = Literal["distance", "uniform"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_neighbor_weights(value: object) -> NeighborWeights:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
