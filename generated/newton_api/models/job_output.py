from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.data_ref import DataRef


T = TypeVar("T", bound="JobOutput")


@_attrs_define
class JobOutput:
    """A file that a job wrote.

    Attributes:
        id (str): `out_...`.
        port_name (str): The port it came from.
        data (DataRef): A stored file and where to fetch it.
        created_at (datetime.datetime): When it was written.
        job_id (str | Unset): The job.
        input_id (None | str | Unset): The input it was made from, if one.
        input_file_id (None | str | Unset): That input's `file_id` (newer).
        expires_at (datetime.datetime | None | Unset): When the URL in `data.ref` ends; null if it does not.
    """

    id: str
    port_name: str
    data: DataRef
    created_at: datetime.datetime
    job_id: str | Unset = UNSET
    input_id: None | str | Unset = UNSET
    input_file_id: None | str | Unset = UNSET
    expires_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        port_name = self.port_name

        data = self.data.to_dict()

        created_at = self.created_at.isoformat()

        job_id = self.job_id

        input_id: None | str | Unset
        if isinstance(self.input_id, Unset):
            input_id = UNSET
        else:
            input_id = self.input_id

        input_file_id: None | str | Unset
        if isinstance(self.input_file_id, Unset):
            input_file_id = UNSET
        else:
            input_file_id = self.input_file_id

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "port_name": port_name,
                "data": data,
                "created_at": created_at,
            }
        )
        if job_id is not UNSET:
            field_dict["job_id"] = job_id
        if input_id is not UNSET:
            field_dict["input_id"] = input_id
        if input_file_id is not UNSET:
            field_dict["input_file_id"] = input_file_id
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_ref import DataRef  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        port_name = d.pop("port_name")

        data = DataRef.from_dict(d.pop("data"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        job_id = d.pop("job_id", UNSET)

        def _parse_input_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        input_id = _parse_input_id(d.pop("input_id", UNSET))

        def _parse_input_file_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        input_file_id = _parse_input_file_id(d.pop("input_file_id", UNSET))

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("datetime.datetime | None | Unset", data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        job_output = cls(
            id=id,
            port_name=port_name,
            data=data,
            created_at=created_at,
            job_id=job_id,
            input_id=input_id,
            input_file_id=input_file_id,
            expires_at=expires_at,
        )

        job_output.additional_properties = d
        return job_output

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
