from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelQueryImage")


@_attrs_define
class ModelQueryImage:
    """One image. Not a `data.base64_img` event.

    Attributes:
        type_ (str): Always seen as `base64_img`.
        base64_img (str | Unset): The image in base64, without `data:` in front.
    """

    type_: str
    base64_img: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        base64_img = self.base64_img

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if base64_img is not UNSET:
            field_dict["base64_img"] = base64_img

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = d.pop("type")

        base64_img = d.pop("base64_img", UNSET)

        model_query_image = cls(
            type_=type_,
            base64_img=base64_img,
        )

        model_query_image.additional_properties = d
        return model_query_image

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
