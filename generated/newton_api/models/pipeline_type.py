from typing import Literal

PipelineType = Literal["batch", "training"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_pipeline_type(value: object) -> PipelineType:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
