from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.neighbor_metric import NeighborMetric, check_neighbor_metric
from ..models.neighbor_weights import NeighborWeights, check_neighbor_weights
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClassifierConfig")


@_attrs_define
class ClassifierConfig:
    """The nearest-neighbour classifier.

    Attributes:
        n_neighbors (int | Unset): How many neighbours vote; 5 when left out. Not more than there are example windows.
        metric (NeighborMetric | Unset): The distance between two embeddings; `euclidean` when left out.
        weights (NeighborWeights | Unset): Whether near neighbours count more; `uniform` when left out.
        normalize_embeddings (bool | Unset): Scale each embedding to length 1 first; false when left out.
    """

    n_neighbors: int | Unset = UNSET
    metric: NeighborMetric | Unset = UNSET
    weights: NeighborWeights | Unset = UNSET
    normalize_embeddings: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        n_neighbors = self.n_neighbors

        metric: str | Unset = UNSET
        if not isinstance(self.metric, Unset):
            metric = self.metric

        weights: str | Unset = UNSET
        if not isinstance(self.weights, Unset):
            weights = self.weights

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
        if normalize_embeddings is not UNSET:
            field_dict["normalize_embeddings"] = normalize_embeddings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        n_neighbors = d.pop("n_neighbors", UNSET)

        _metric = d.pop("metric", UNSET)
        metric: NeighborMetric | Unset
        if _metric is None or isinstance(_metric, Unset):
            metric = UNSET
        else:
            metric = check_neighbor_metric(_metric)

        _weights = d.pop("weights", UNSET)
        weights: NeighborWeights | Unset
        if _weights is None or isinstance(_weights, Unset):
            weights = UNSET
        else:
            weights = check_neighbor_weights(_weights)

        normalize_embeddings = d.pop("normalize_embeddings", UNSET)

        classifier_config = cls(
            n_neighbors=n_neighbors,
            metric=metric,
            weights=weights,
            normalize_embeddings=normalize_embeddings,
        )

        classifier_config.additional_properties = d
        return classifier_config

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
