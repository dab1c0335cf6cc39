from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dataset_split import DatasetSplit, check_dataset_split

T = TypeVar("T", bound="FineTuningDataset")


@_attrs_define
class FineTuningDataset:
    """A set of examples.

    Attributes:
        name (str): A label, for people.
        split (DatasetSplit): What a dataset is for: training (`train`) or evaluation (`eval`).
        file_ids (list[str]): Its files, JSONL.
    """

    name: str
    split: DatasetSplit
    file_ids: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        split: str = self.split

        file_ids = self.file_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "split": split,
                "file_ids": file_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        split = check_dataset_split(d.pop("split"))

        file_ids = cast("list[str]", d.pop("file_ids"))

        fine_tuning_dataset = cls(
            name=name,
            split=split,
            file_ids=file_ids,
        )

        fine_tuning_dataset.additional_properties = d
        return fine_tuning_dataset

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
