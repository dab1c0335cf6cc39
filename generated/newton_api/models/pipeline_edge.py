from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PipelineEdge")


@_attrs_define
class PipelineEdge:
    """An output of one component that feeds an input of another.

    Attributes:
        from_ (str | Unset): The component it leaves.
        output (str | Unset): That component's output.
        to (str | Unset): The component it enters.
        input_ (str | Unset): That component's input.
    """

    from_: str | Unset = UNSET
    output: str | Unset = UNSET
    to: str | Unset = UNSET
    input_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        output = self.output

        to = self.to

        input_ = self.input_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if from_ is not UNSET:
            field_dict["from"] = from_
        if output is not UNSET:
            field_dict["output"] = output
        if to is not UNSET:
            field_dict["to"] = to
        if input_ is not UNSET:
            field_dict["input"] = input_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = d.pop("from", UNSET)

        output = d.pop("output", UNSET)

        to = d.pop("to", UNSET)

        input_ = d.pop("input", UNSET)

        pipeline_edge = cls(
            from_=from_,
            output=output,
            to=to,
            input_=input_,
        )

        pipeline_edge.additional_properties = d
        return pipeline_edge

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
