from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LensParameters")


@_attrs_define
class LensParameters:
    """The older place of the prompt; newer code puts these into `ModelParameters`.

    Attributes:
        instruction (str | Unset): The task of the model.
        focus (str | Unset): What to watch for.
        temporal_focus (int | Unset): Seconds of video to look at.
    """

    instruction: str | Unset = UNSET
    focus: str | Unset = UNSET
    temporal_focus: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        instruction = self.instruction

        focus = self.focus

        temporal_focus = self.temporal_focus

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if instruction is not UNSET:
            field_dict["instruction"] = instruction
        if focus is not UNSET:
            field_dict["focus"] = focus
        if temporal_focus is not UNSET:
            field_dict["temporal_focus"] = temporal_focus

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        instruction = d.pop("instruction", UNSET)

        focus = d.pop("focus", UNSET)

        temporal_focus = d.pop("temporal_focus", UNSET)

        lens_parameters = cls(
            instruction=instruction,
            focus=focus,
            temporal_focus=temporal_focus,
        )

        lens_parameters.additional_properties = d
        return lens_parameters

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
