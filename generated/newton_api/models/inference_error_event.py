from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.inference_error import InferenceError


T = TypeVar("T", bound="InferenceErrorEvent")


@_attrs_define
class InferenceErrorEvent:
    """One inference failed; the session goes on.

    Attributes:
        type_ (Literal['inference.error']):
        event_data (InferenceError | Unset):
    """

    type_: Literal["inference.error"]
    event_data: InferenceError | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        event_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.event_data, Unset):
            event_data = self.event_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if event_data is not UNSET:
            field_dict["event_data"] = event_data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.inference_error import InferenceError  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['inference.error']", d.pop("type"))
        if type_ != "inference.error":
            raise ValueError(f"type must match const 'inference.error', got '{type_}'")

        _event_data = d.pop("event_data", UNSET)
        event_data: InferenceError | Unset
        if _event_data is None or isinstance(_event_data, Unset):
            event_data = UNSET
        else:
            event_data = InferenceError.from_dict(_event_data)

        inference_error_event = cls(
            type_=type_,
            event_data=event_data,
        )

        inference_error_event.additional_properties = d
        return inference_error_event

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
