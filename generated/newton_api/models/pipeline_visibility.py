from typing import Literal

PipelineVisibility = Literal["org", "platform"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_pipeline_visibility(value: object) -> PipelineVisibility:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
