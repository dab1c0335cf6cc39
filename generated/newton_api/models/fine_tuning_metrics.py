from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fine_tuning_metric import FineTuningMetric


T = TypeVar("T", bound="FineTuningMetrics")


@_attrs_define
class FineTuningMetrics:
    """The training curve.

    Attributes:
        metrics (list[FineTuningMetric]): The rows.
        last_checkpoint_step (int | None | Unset): The step of the latest checkpoint.
    """

    metrics: list[FineTuningMetric]
    last_checkpoint_step: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item = metrics_item_data.to_dict()
            metrics.append(metrics_item)

        last_checkpoint_step: int | None | Unset
        if isinstance(self.last_checkpoint_step, Unset):
            last_checkpoint_step = UNSET
        else:
            last_checkpoint_step = self.last_checkpoint_step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metrics": metrics,
            }
        )
        if last_checkpoint_step is not UNSET:
            field_dict["last_checkpoint_step"] = last_checkpoint_step

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fine_tuning_metric import FineTuningMetric  # noqa: PLC0415

        d = dict(src_dict)
        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = FineTuningMetric.from_dict(metrics_item_data)

            metrics.append(metrics_item)

        def _parse_last_checkpoint_step(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        last_checkpoint_step = _parse_last_checkpoint_step(d.pop("last_checkpoint_step", UNSET))

        fine_tuning_metrics = cls(
            metrics=metrics,
            last_checkpoint_step=last_checkpoint_step,
        )

        fine_tuning_metrics.additional_properties = d
        return fine_tuning_metrics

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
