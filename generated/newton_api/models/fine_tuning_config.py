from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fine_tuning_dataset import FineTuningDataset


T = TypeVar("T", bound="FineTuningConfig")


@_attrs_define
class FineTuningConfig:
    """What is trained, and on what.

    Attributes:
        datasets (list[FineTuningDataset]): The examples.
        model (str | Unset): The model to train; `Newton::c2_4_7b_251215a172f6d7` when left out.
    """

    datasets: list[FineTuningDataset]
    model: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        datasets = []
        for datasets_item_data in self.datasets:
            datasets_item = datasets_item_data.to_dict()
            datasets.append(datasets_item)

        model = self.model

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "datasets": datasets,
            }
        )
        if model is not UNSET:
            field_dict["model"] = model

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fine_tuning_dataset import FineTuningDataset  # noqa: PLC0415

        d = dict(src_dict)
        datasets = []
        _datasets = d.pop("datasets")
        for datasets_item_data in _datasets:
            datasets_item = FineTuningDataset.from_dict(datasets_item_data)

            datasets.append(datasets_item)

        model = d.pop("model", UNSET)

        fine_tuning_config = cls(
            datasets=datasets,
            model=model,
        )

        fine_tuning_config.additional_properties = d
        return fine_tuning_config

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
