from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="KnnConfigs")


@_attrs_define
class KnnConfigs:
    """How Machine State compares a window with the labelled ones. Some combinations have been seen to
    give no results, without an error.

        Attributes:
            n_neighbors (int | Unset): Neighbours that vote; 5 in the documented sample.
            metric (str | Unset): The distance between embeddings.
            weights (str | Unset): Whether near neighbours count more (`distance`) or all the same (`uniform`).
            algorithm (str | Unset): How neighbours are found.
            normalize_embeddings (bool | Unset): Scale embeddings to unit length first.
    """

    n_neighbors: int | Unset = UNSET
    metric: str | Unset = UNSET
    weights: str | Unset = UNSET
    algorithm: str | Unset = UNSET
    normalize_embeddings: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        n_neighbors = self.n_neighbors

        metric = self.metric

        weights = self.weights

        algorithm = self.algorithm

        normalize_embeddings = self.normalize_embeddings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if n_neighbors is not UNSET:
            field_dict["n_neighbors"] = n_neighbors
        if metric is not UNSET:
            field_dict["metric"] = metric
        if weights is not UNSET:
            field_dict["weights"] = weights
        if algorithm is not UNSET:
            field_dict["algorithm"] = algorithm
        if normalize_embeddings is not UNSET:
            field_dict["normalize_embeddings"] = normalize_embeddings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        n_neighbors = d.pop("n_neighbors", UNSET)

        metric = d.pop("metric", UNSET)

        weights = d.pop("weights", UNSET)

        algorithm = d.pop("algorithm", UNSET)

        normalize_embeddings = d.pop("normalize_embeddings", UNSET)

        knn_configs = cls(
            n_neighbors=n_neighbors,
            metric=metric,
            weights=weights,
            algorithm=algorithm,
            normalize_embeddings=normalize_embeddings,
        )

        knn_configs.additional_properties = d
        return knn_configs

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
