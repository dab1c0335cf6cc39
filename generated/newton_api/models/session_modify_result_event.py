from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.session_modify_result import SessionModifyResult


T = TypeVar("T", bound="SessionModifyResultEvent")


@_attrs_define
class SessionModifyResultEvent:
    """One file of a `session.modify`'s `input_n_shot` has been taken in.

    Attributes:
        type_ (Literal['session.modify.result']):
        event_data (SessionModifyResult | Unset):
    """

    type_: Literal["session.modify.result"]
    event_data: SessionModifyResult | Unset = UNSET
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
        from ..models.session_modify_result import SessionModifyResult  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['session.modify.result']", d.pop("type"))
        if type_ != "session.modify.result":
            raise ValueError(f"type must match const 'session.modify.result', got '{type_}'")

        _event_data = d.pop("event_data", UNSET)
        event_data: SessionModifyResult | Unset
        if _event_data is None or isinstance(_event_data, Unset):
            event_data = UNSET
        else:
            event_data = SessionModifyResult.from_dict(_event_data)

        session_modify_result_event = cls(
            type_=type_,
            event_data=event_data,
        )

        session_modify_result_event.additional_properties = d
        return session_modify_result_event

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
