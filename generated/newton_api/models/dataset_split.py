from typing import Literal

DatasetSplit = Literal["eval", "train"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_dataset_split(value: object) -> DatasetSplit:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
