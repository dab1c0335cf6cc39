from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.lens_config import LensConfig


T = TypeVar("T", bound="Lens")


@_attrs_define
class Lens:
    """A lens as the registry keeps it.

    Attributes:
        lens_id (str): `lns-` and more; no stricter pattern holds.
        lens_name (str | Unset): A name for people.
        lens_status (str | Unset): Where the lens stands.
        lens_modifiable (bool | Unset): Whether you may modify or delete it; false for built-in lenses.
        lens_config (LensConfig | Unset): The settings of a lens.
        is_valid (bool | Unset): Registration only: false says that it was refused.
        error_messages (list[str] | Unset): Registration only: why it was refused.
    """

    lens_id: str
    lens_name: str | Unset = UNSET
    lens_status: str | Unset = UNSET
    lens_modifiable: bool | Unset = UNSET
    lens_config: LensConfig | Unset = UNSET
    is_valid: bool | Unset = UNSET
    error_messages: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lens_id = self.lens_id

        lens_name = self.lens_name

        lens_status = self.lens_status

        lens_modifiable = self.lens_modifiable

        lens_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.lens_config, Unset):
            lens_config = self.lens_config.to_dict()

        is_valid = self.is_valid

        error_messages: list[str] | Unset = UNSET
        if not isinstance(self.error_messages, Unset):
            error_messages = self.error_messages

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lens_id": lens_id,
            }
        )
        if lens_name is not UNSET:
            field_dict["lens_name"] = lens_name
        if lens_status is not UNSET:
            field_dict["lens_status"] = lens_status
        if lens_modifiable is not UNSET:
            field_dict["lens_modifiable"] = lens_modifiable
        if lens_config is not UNSET:
            field_dict["lens_config"] = lens_config
        if is_valid is not UNSET:
            field_dict["is_valid"] = is_valid
        if error_messages is not UNSET:
            field_dict["error_messages"] = error_messages

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lens_config import LensConfig  # noqa: PLC0415

        d = dict(src_dict)
        lens_id = d.pop("lens_id")

        lens_name = d.pop("lens_name", UNSET)

        lens_status = d.pop("lens_status", UNSET)

        lens_modifiable = d.pop("lens_modifiable", UNSET)

        _lens_config = d.pop("lens_config", UNSET)
        lens_config: LensConfig | Unset
        if _lens_config is None or isinstance(_lens_config, Unset):
            lens_config = UNSET
        else:
            lens_config = LensConfig.from_dict(_lens_config)

        is_valid = d.pop("is_valid", UNSET)

        error_messages = cast("list[str]", d.pop("error_messages", UNSET))

        lens = cls(
            lens_id=lens_id,
            lens_name=lens_name,
            lens_status=lens_status,
            lens_modifiable=lens_modifiable,
            lens_config=lens_config,
            is_valid=is_valid,
            error_messages=error_messages,
        )

        lens.additional_properties = d
        return lens

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
