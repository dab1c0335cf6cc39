from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.progress_entry_metrics import ProgressEntryMetrics
    from ..models.progress_entry_payload import ProgressEntryPayload


T = TypeVar("T", bound="ProgressEntry")


@_attrs_define
class ProgressEntry:
    """One report of progress.

    Attributes:
        id (int): The row's number.
        kind (str): What progresses; an open set.
        created_at (datetime.datetime): When it was reported.
        step (int | Unset): How far it is, counted in steps.
        message (None | str | Unset): The same for people; may be empty.
        metrics (ProgressEntryMetrics | Unset): Numbers, such as `percent_complete`, `items_processed` and
            `items_total`.
        payload (ProgressEntryPayload | Unset): Details; what they are depends on `kind`.
        input_id (None | str | Unset): The input it is about; null for the whole job.
        index (int | None | Unset): The parallel worker it comes from (INFERRED); null for the whole job.
    """

    id: int
    kind: str
    created_at: datetime.datetime
    step: int | Unset = UNSET
    message: None | str | Unset = UNSET
    metrics: ProgressEntryMetrics | Unset = UNSET
    payload: ProgressEntryPayload | Unset = UNSET
    input_id: None | str | Unset = UNSET
    index: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        created_at = self.created_at.isoformat()

        step = self.step

        message: None | str | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        else:
            message = self.message

        metrics: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metrics, Unset):
            metrics = self.metrics.to_dict()

        payload: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payload, Unset):
            payload = self.payload.to_dict()

        input_id: None | str | Unset
        if isinstance(self.input_id, Unset):
            input_id = UNSET
        else:
            input_id = self.input_id

        index: int | None | Unset
        if isinstance(self.index, Unset):
            index = UNSET
        else:
            index = self.index

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "created_at": created_at,
            }
        )
        if step is not UNSET:
            field_dict["step"] = step
        if message is not UNSET:
            field_dict["message"] = message
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if payload is not UNSET:
            field_dict["payload"] = payload
        if input_id is not UNSET:
            field_dict["input_id"] = input_id
        if index is not UNSET:
            field_dict["index"] = index

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.progress_entry_metrics import ProgressEntryMetrics  # noqa: PLC0415
        from ..models.progress_entry_payload import ProgressEntryPayload  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        step = d.pop("step", UNSET)

        def _parse_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        message = _parse_message(d.pop("message", UNSET))

        _metrics = d.pop("metrics", UNSET)
        metrics: ProgressEntryMetrics | Unset
        if _metrics is None or isinstance(_metrics, Unset):
            metrics = UNSET
        else:
            metrics = ProgressEntryMetrics.from_dict(_metrics)

        _payload = d.pop("payload", UNSET)
        payload: ProgressEntryPayload | Unset
        if _payload is None or isinstance(_payload, Unset):
            payload = UNSET
        else:
            payload = ProgressEntryPayload.from_dict(_payload)

        def _parse_input_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        input_id = _parse_input_id(d.pop("input_id", UNSET))

        def _parse_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        index = _parse_index(d.pop("index", UNSET))

        progress_entry = cls(
            id=id,
            kind=kind,
            created_at=created_at,
            step=step,
            message=message,
            metrics=metrics,
            payload=payload,
            input_id=input_id,
            index=index,
        )

        progress_entry.additional_properties = d
        return progress_entry

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
