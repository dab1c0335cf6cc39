from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_input import JobInput
    from ..models.progress_entry import ProgressEntry


T = TypeVar("T", bound="InputProgress")


@_attrs_define
class InputProgress:
    """A tracked input and how far it is.

    Attributes:
        input_ (JobInput): A file that a job reads.
        latest_progress (None | ProgressEntry | Unset): Its newest progress row; null before the first.
        step (int | None | Unset): Its rank among the job's finished inputs, from 1; null while it is unfinished.
    """

    input_: JobInput
    latest_progress: None | ProgressEntry | Unset = UNSET
    step: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.progress_entry import ProgressEntry  # noqa: PLC0415

        input_ = self.input_.to_dict()

        latest_progress: dict[str, Any] | None | Unset
        if isinstance(self.latest_progress, Unset):
            latest_progress = UNSET
        elif isinstance(self.latest_progress, ProgressEntry):
            latest_progress = self.latest_progress.to_dict()
        else:
            latest_progress = self.latest_progress

        step: int | None | Unset
        if isinstance(self.step, Unset):
            step = UNSET
        else:
            step = self.step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input": input_,
            }
        )
        if latest_progress is not UNSET:
            field_dict["latest_progress"] = latest_progress
        if step is not UNSET:
            field_dict["step"] = step

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_input import JobInput  # noqa: PLC0415
        from ..models.progress_entry import ProgressEntry  # noqa: PLC0415

        d = dict(src_dict)
        input_ = JobInput.from_dict(d.pop("input"))

        def _parse_latest_progress(data: object) -> None | ProgressEntry | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                latest_progress_type_0 = ProgressEntry.from_dict(data)

                return latest_progress_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("None | ProgressEntry | Unset", data)

        latest_progress = _parse_latest_progress(d.pop("latest_progress", UNSET))

        def _parse_step(data: object) -> int | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("int | None | Unset", data)

        step = _parse_step(d.pop("step", UNSET))

        input_progress = cls(
            input_=input_,
            latest_progress=latest_progress,
            step=step,
        )

        input_progress.additional_properties = d
        return input_progress

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
