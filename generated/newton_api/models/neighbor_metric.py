from typing import Literal

NeighborMetric = Literal["cosine", "euclidean", "manhattan"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_neighbor_metric(value: object) -> NeighborMetric:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
