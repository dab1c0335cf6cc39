from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DestroyedSession")


@_attrs_define
class DestroyedSession:
    """A session as it ended.

    Attributes:
        session_id (str): The session that was named.
        session_status (str | Unset): Where a session stands: CREATED, REGISTERED, RUNNING, FAILED, STALE or DESTROYED,
            and perhaps
            others. Three spellings occur: with `LensSessionStatus.` in front (`sessions_create` and
            `session.status`), without it (`sessions_destroy`, `sessions_list` and heartbeats), and as a
            number in a string (`session.status`): "3" for running, "6" for failed.
        lens_id (str | Unset): The lens that it ran.
        session_duration_sec (float | Unset): Seconds that it was active.
        session_endpoint (str | Unset): The WebSocket address that it had.
        session_runner (None | str | Unset): The worker that ran it.
        last_update_timestamp (float | Unset): The end in Unix seconds.
        is_valid (bool | Unset): Older: false says that the session was not ended.
        errors (list[Any] | Unset): Older: why it was not. The shape of an element is not documented.
    """

    session_id: str
    session_status: str | Unset = UNSET
    lens_id: str | Unset = UNSET
    session_duration_sec: float | Unset = UNSET
    session_endpoint: str | Unset = UNSET
    session_runner: None | str | Unset = UNSET
    last_update_timestamp: float | Unset = UNSET
    is_valid: bool | Unset = UNSET
    errors: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        session_status = self.session_status

        lens_id = self.lens_id

        session_duration_sec = self.session_duration_sec

        session_endpoint = self.session_endpoint

        session_runner: None | str | Unset
        if isinstance(self.session_runner, Unset):
            session_runner = UNSET
        else:
            session_runner = self.session_runner

        last_update_timestamp = self.last_update_timestamp

        is_valid = self.is_valid

        errors: list[Any] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = self.errors

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
            }
        )
        if session_status is not UNSET:
            field_dict["session_status"] = session_status
        if lens_id is not UNSET:
            field_dict["lens_id"] = lens_id
        if session_duration_sec is not UNSET:
            field_dict["session_duration_sec"] = session_duration_sec
        if session_endpoint is not UNSET:
            field_dict["session_endpoint"] = session_endpoint
        if session_runner is not UNSET:
            field_dict["session_runner"] = session_runner
        if last_update_timestamp is not UNSET:
            field_dict["last_update_timestamp"] = last_update_timestamp
        if is_valid is not UNSET:
            field_dict["is_valid"] = is_valid
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = d.pop("session_id")

        session_status = d.pop("session_status", UNSET)

        lens_id = d.pop("lens_id", UNSET)

        session_duration_sec = d.pop("session_duration_sec", UNSET)

        session_endpoint = d.pop("session_endpoint", UNSET)

        def _parse_session_runner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        session_runner = _parse_session_runner(d.pop("session_runner", UNSET))

        last_update_timestamp = d.pop("last_update_timestamp", UNSET)

        is_valid = d.pop("is_valid", UNSET)

        errors = cast("list[Any]", d.pop("errors", UNSET))

        destroyed_session = cls(
            session_id=session_id,
            session_status=session_status,
            lens_id=lens_id,
            session_duration_sec=session_duration_sec,
            session_endpoint=session_endpoint,
            session_runner=session_runner,
            last_update_timestamp=last_update_timestamp,
            is_valid=is_valid,
            errors=errors,
        )

        destroyed_session.additional_properties = d
        return destroyed_session

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
