from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.lens_definition import LensDefinition


T = TypeVar("T", bound="LensRegisterRequest")


@_attrs_define
class LensRegisterRequest:
    """
    Attributes:
        lens_config (LensDefinition): A new lens; its name, and its settings in a `lens_config` of its own.
    """

    lens_config: LensDefinition
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lens_config = self.lens_config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lens_config": lens_config,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lens_definition import LensDefinition  # noqa: PLC0415

        d = dict(src_dict)
        lens_config = LensDefinition.from_dict(d.pop("lens_config"))

        lens_register_request = cls(
            lens_config=lens_config,
        )

        lens_register_request.additional_properties = d
        return lens_register_request

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
