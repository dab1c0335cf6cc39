from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.lens_config import LensConfig


T = TypeVar("T", bound="LensModifyRequest")


@_attrs_define
class LensModifyRequest:
    """
    Attributes:
        lens_id (str): A lens of your own.
        lens_name (str | Unset): Its new name.
        lens_config (LensConfig | Unset): The settings of a lens.
    """

    lens_id: str
    lens_name: str | Unset = UNSET
    lens_config: LensConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lens_id = self.lens_id

        lens_name = self.lens_name

        lens_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.lens_config, Unset):
            lens_config = self.lens_config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lens_id": lens_id,
            }
        )
        if lens_name is not UNSET:
            field_dict["lens_name"] = lens_name
        if lens_config is not UNSET:
            field_dict["lens_config"] = lens_config

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lens_config import LensConfig  # noqa: PLC0415

        d = dict(src_dict)
        lens_id = d.pop("lens_id")

        lens_name = d.pop("lens_name", UNSET)

        _lens_config = d.pop("lens_config", UNSET)
        lens_config: LensConfig | Unset
        if _lens_config is None or isinstance(_lens_config, Unset):
            lens_config = UNSET
        else:
            lens_config = LensConfig.from_dict(_lens_config)

        lens_modify_request = cls(
            lens_id=lens_id,
            lens_name=lens_name,
            lens_config=lens_config,
        )

        lens_modify_request.additional_properties = d
        return lens_modify_request

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
