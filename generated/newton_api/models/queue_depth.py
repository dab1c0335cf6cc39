from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pipeline_type import PipelineType, check_pipeline_type

T = TypeVar("T", bound="QueueDepth")


@_attrs_define
class QueueDepth:
    """The queue of one kind of pipeline.

    Attributes:
        pipeline_type (PipelineType): The kind of pipeline, and of its queue.
        depth (int): How many jobs wait in it.
    """

    pipeline_type: PipelineType
    depth: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pipeline_type: str = self.pipeline_type

        depth = self.depth

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pipeline_type": pipeline_type,
                "depth": depth,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pipeline_type = check_pipeline_type(d.pop("pipeline_type"))

        depth = d.pop("depth")

        queue_depth = cls(
            pipeline_type=pipeline_type,
            depth=depth,
        )

        queue_depth.additional_properties = d
        return queue_depth

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
