from typing import Literal

PipelineStatus = Literal["deactivated", "deleted", "draft", "published"] | str
"""The values known when this was generated; newer ones pass as they are."""


def check_pipeline_status(value: object) -> PipelineStatus:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected a string, got {value!r}")
