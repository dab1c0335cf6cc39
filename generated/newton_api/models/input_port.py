from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.port_distribution import PortDistribution, check_port_distribution
from ..types import UNSET, Unset

T = TypeVar("T", bound="InputPort")


@_attrs_define
class InputPort:
    """A port that takes files.

    Attributes:
        name (str | Unset): Its name, for people.
        description (str | Unset): What belongs there.
        mode (str | Unset): How its files are meant, plain or as labelled examples.
        distribute (PortDistribution | Unset): How a port's files reach the workers: divided (`scatter`), or all to each
            (`replicate`).
        required (bool | Unset): Whether a job must give it files.
        tracked (bool | Unset): Whether each file's progress is kept; if not, its status is `reference` (newer).
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    mode: str | Unset = UNSET
    distribute: PortDistribution | Unset = UNSET
    required: bool | Unset = UNSET
    tracked: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        mode = self.mode

        distribute: str | Unset = UNSET
        if not isinstance(self.distribute, Unset):
            distribute = self.distribute

        required = self.required

        tracked = self.tracked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if mode is not UNSET:
            field_dict["mode"] = mode
        if distribute is not UNSET:
            field_dict["distribute"] = distribute
        if required is not UNSET:
            field_dict["required"] = required
        if tracked is not UNSET:
            field_dict["tracked"] = tracked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        description = d.pop("description", UNSET)

        mode = d.pop("mode", UNSET)

        _distribute = d.pop("distribute", UNSET)
        distribute: PortDistribution | Unset
        if _distribute is None or isinstance(_distribute, Unset):
            distribute = UNSET
        else:
            distribute = check_port_distribution(_distribute)

        required = d.pop("required", UNSET)

        tracked = d.pop("tracked", UNSET)

        input_port = cls(
            name=name,
            description=description,
            mode=mode,
            distribute=distribute,
            required=required,
            tracked=tracked,
        )

        input_port.additional_properties = d
        return input_port

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
