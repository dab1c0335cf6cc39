from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.inference_result import InferenceResult


T = TypeVar("T", bound="InferenceResultEvent")


@_attrs_define
class InferenceResultEvent:
    """One result of the model.

    Attributes:
        type_ (Literal['inference.result']):
        event_data (InferenceResult):
    """

    type_: Literal["inference.result"]
    event_data: InferenceResult
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        event_data = self.event_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "event_data": event_data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.inference_result import InferenceResult  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['inference.result']", d.pop("type"))
        if type_ != "inference.result":
            raise ValueError(f"type must match const 'inference.result', got '{type_}'")

        event_data = InferenceResult.from_dict(d.pop("event_data"))

        inference_result_event = cls(
            type_=type_,
            event_data=event_data,
        )

        inference_result_event.additional_properties = d
        return inference_result_event

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
