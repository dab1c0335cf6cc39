from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.input_status import InputStatus, check_input_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.data_ref import DataRef


T = TypeVar("T", bound="JobInput")


@_attrs_define
class JobInput:
    """A file that a job reads.

    Attributes:
        id (str): `inp_...`.
        port_name (str): The port it was given to.
        status (InputStatus): Where an input stands. `reference` (newer): a file on a port that is not tracked, such as
            a labelled
            example; it never changes.
        created_at (datetime.datetime): When it was added.
        job_id (str | Unset): The job.
        file_id (None | str | Unset): The file's name at upload.
        data (DataRef | None | Unset): Where the file lies.
        error_message (None | str | Unset): Why it failed.
        completed_at (datetime.datetime | None | Unset): When it was done.
    """

    id: str
    port_name: str
    status: InputStatus
    created_at: datetime.datetime
    job_id: str | Unset = UNSET
    file_id: None | str | Unset = UNSET
    data: DataRef | None | Unset = UNSET
    error_message: None | str | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.data_ref import DataRef  # noqa: PLC0415

        id = self.id

        port_name = self.port_name

        status: str = self.status

        created_at = self.created_at.isoformat()

        job_id = self.job_id

        file_id: None | str | Unset
        if isinstance(self.file_id, Unset):
            file_id = UNSET
        else:
            file_id = self.file_id

        data: dict[str, Any] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, DataRef):
            data = self.data.to_dict()
        else:
            data = self.data

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        completed_at: None | str | Unset
        if isinstance(self.completed_at, Unset):
            completed_at = UNSET
        elif isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "port_name": port_name,
                "status": status,
                "created_at": created_at,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if file_id is not UNSET:
            field_dict["file_id"] = file_id
        if data is not UNSET:
            field_dict["data"] = data
        if error_message is not UNSET:
            field_dict["error_message"] = error_message
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_ref import DataRef  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        port_name = d.pop("port_name")

        status = check_input_status(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        job_id = d.pop("job_id", UNSET)

        def _parse_file_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        file_id = _parse_file_id(d.pop("file_id", UNSET))

        def _parse_data(data: object) -> DataRef | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = DataRef.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("DataRef | None | Unset", data)

        data = _parse_data(d.pop("data", UNSET))

        def _parse_error_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        error_message = _parse_error_message(d.pop("error_message", UNSET))

        def _parse_completed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        completed_at = _parse_completed_at(d.pop("completed_at", UNSET))

        job_input = cls(
            id=id,
            port_name=port_name,
            status=status,
            created_at=created_at,
            job_id=job_id,
            file_id=file_id,
            data=data,
            error_message=error_message,
            completed_at=completed_at,
        )

        job_input.additional_properties = d
        return job_input

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
