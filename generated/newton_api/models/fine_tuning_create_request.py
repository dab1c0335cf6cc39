from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fine_tuning_config import FineTuningConfig


T = TypeVar("T", bound="FineTuningCreateRequest")


@_attrs_define
class FineTuningCreateRequest:
    """A training run.

    Attributes:
        name (str): A label, for people.
        config (FineTuningConfig): What is trained, and on what.
        id (str | Unset): An id of your own; the server makes one when left out.
    """

    name: str
    config: FineTuningConfig
    id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        config = self.config.to_dict()

        id = self.id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "config": config,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fine_tuning_config import FineTuningConfig  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        config = FineTuningConfig.from_dict(d.pop("config"))

        id = d.pop("id", UNSET)

        fine_tuning_create_request = cls(
            name=name,
            config=config,
            id=id,
        )

        fine_tuning_create_request.additional_properties = d
        return fine_tuning_create_request

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
