from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DeletedLens")


@_attrs_define
class DeletedLens:
    """
    Attributes:
        lens_id (str): The lens that was named.
        is_valid (bool | Unset): False says that the lens was not deleted.
        errors (list[Any] | Unset): Why it was not deleted. The shape of an element is not documented.
    """

    lens_id: str
    is_valid: bool | Unset = UNSET
    errors: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lens_id = self.lens_id

        is_valid = self.is_valid

        errors: list[Any] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = self.errors

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lens_id": lens_id,
            }
        )
        if is_valid is not UNSET:
            field_dict["is_valid"] = is_valid
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lens_id = d.pop("lens_id")

        is_valid = d.pop("is_valid", UNSET)

        errors = cast("list[Any]", d.pop("errors", UNSET))

        deleted_lens = cls(
            lens_id=lens_id,
            is_valid=is_valid,
            errors=errors,
        )

        deleted_lens.additional_properties = d
        return deleted_lens

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
