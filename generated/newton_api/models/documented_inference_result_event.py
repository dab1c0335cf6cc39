from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.documented_inference_result import DocumentedInferenceResult


T = TypeVar("T", bound="DocumentedInferenceResultEvent")


@_attrs_define
class DocumentedInferenceResultEvent:
    """One result in the form of the documentation's sample.

    Attributes:
        type_ (Literal['inference.result']):
        data (DocumentedInferenceResult):
        timestamp (float | Unset): Unix seconds.
    """

    type_: Literal["inference.result"]
    data: DocumentedInferenceResult
    timestamp: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        data = self.data.to_dict()

        timestamp = self.timestamp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "data": data,
            }
        )
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.documented_inference_result import DocumentedInferenceResult  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['inference.result']", d.pop("type"))
        if type_ != "inference.result":
            raise ValueError(f"type must match const 'inference.result', got '{type_}'")

        data = DocumentedInferenceResult.from_dict(d.pop("data"))

        timestamp = d.pop("timestamp", UNSET)

        documented_inference_result_event = cls(
            type_=type_,
            data=data,
            timestamp=timestamp,
        )

        documented_inference_result_event.additional_properties = d
        return documented_inference_result_event

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
