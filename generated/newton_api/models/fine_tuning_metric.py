from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FineTuningMetric")


@_attrs_define
class FineTuningMetric:
    """One report of the training. More keys are allowed, and none is promised.

    Attributes:
        step (int | Unset): The training step.
        loss (float | None | Unset): The loss on the training set.
        eval_loss (float | None | Unset): The loss on the evaluation set.
        learning_rate (float | Unset): The learning rate at this step.
        wall_time_sec (float | Unset): Seconds since the start.
    """

    step: int | Unset = UNSET
    loss: float | None | Unset = UNSET
    eval_loss: float | None | Unset = UNSET
    learning_rate: float | Unset = UNSET
    wall_time_sec: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        loss: float | None | Unset
        if isinstance(self.loss, Unset):
            loss = UNSET
        else:
            loss = self.loss

        eval_loss: float | None | Unset
        if isinstance(self.eval_loss, Unset):
            eval_loss = UNSET
        else:
            eval_loss = self.eval_loss

        learning_rate = self.learning_rate

        wall_time_sec = self.wall_time_sec

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if step is not UNSET:
            field_dict["step"] = step
        if loss is not UNSET:
            field_dict["loss"] = loss
        if eval_loss is not UNSET:
            field_dict["eval_loss"] = eval_loss
        if learning_rate is not UNSET:
            field_dict["learning_rate"] = learning_rate
        if wall_time_sec is not UNSET:
            field_dict["wall_time_sec"] = wall_time_sec

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = d.pop("step", UNSET)

        def _parse_loss(data: object) -> float | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | None | Unset", data)

        loss = _parse_loss(d.pop("loss", UNSET))

        def _parse_eval_loss(data: object) -> float | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | None | Unset", data)

        eval_loss = _parse_eval_loss(d.pop("eval_loss", UNSET))

        learning_rate = d.pop("learning_rate", UNSET)

        wall_time_sec = d.pop("wall_time_sec", UNSET)

        fine_tuning_metric = cls(
            step=step,
            loss=loss,
            eval_loss=eval_loss,
            learning_rate=learning_rate,
            wall_time_sec=wall_time_sec,
        )

        fine_tuning_metric.additional_properties = d
        return fine_tuning_metric

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
