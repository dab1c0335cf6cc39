from typing import Literal

IntegrityAlgorithm = Literal["crc32c", "none"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_integrity_algorithm(value: object) -> IntegrityAlgorithm:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
