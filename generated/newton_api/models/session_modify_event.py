from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.model_parameters import ModelParameters


T = TypeVar("T", bound="SessionModifyEvent")


@_attrs_define
class SessionModifyEvent:
    """Changes model parameters while the session runs. For each file of `input_n_shot` a
    `session.modify.result` comes later on the output.

        Attributes:
            type_ (Literal['session.modify']):
            event_data (ModelParameters): Parameters of a lens's model. Which of them count depends on the processors.
                Defaults named here
                are the server's.
    """

    type_: Literal["session.modify"]
    event_data: ModelParameters
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
        from ..models.model_parameters import ModelParameters  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast("Literal['session.modify']", d.pop("type"))
        if type_ != "session.modify":
            raise ValueError(f"type must match const 'session.modify', got '{type_}'")

        event_data = ModelParameters.from_dict(d.pop("event_data"))

        session_modify_event = cls(
            type_=type_,
            event_data=event_data,
        )

        session_modify_event.additional_properties = d
        return session_modify_event

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
