from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StreamHeartbeat")


@_attrs_define
class StreamHeartbeat:
    """
    Attributes:
        session_id (str | Unset): The session.
        session_status (str | Unset): Where a session stands: CREATED, REGISTERED, RUNNING, FAILED, STALE or DESTROYED,
            and perhaps
            others. Three spellings occur: with `LensSessionStatus.` in front (`sessions_create` and
            `session.status`), without it (`sessions_destroy`, `sessions_list` and heartbeats), and as a
            number in a string (`session.status`): "3" for running, "6" for failed.
        num_messages (int | Unset): Messages so far.
        num_bytes (int | Unset): Bytes so far.
        message_timeout (float | Unset): Seconds; grows with each heartbeat.
    """

    session_id: str | Unset = UNSET
    session_status: str | Unset = UNSET
    num_messages: int | Unset = UNSET
    num_bytes: int | Unset = UNSET
    message_timeout: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        session_status = self.session_status

        num_messages = self.num_messages

        num_bytes = self.num_bytes

        message_timeout = self.message_timeout

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if session_status is not UNSET:
            field_dict["session_status"] = session_status
        if num_messages is not UNSET:
            field_dict["num_messages"] = num_messages
        if num_bytes is not UNSET:
            field_dict["num_bytes"] = num_bytes
        if message_timeout is not UNSET:
            field_dict["message_timeout"] = message_timeout

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = d.pop("session_id", UNSET)

        session_status = d.pop("session_status", UNSET)

        num_messages = d.pop("num_messages", UNSET)

        num_bytes = d.pop("num_bytes", UNSET)

        message_timeout = d.pop("message_timeout", UNSET)

        stream_heartbeat = cls(
            session_id=session_id,
            session_status=session_status,
            num_messages=num_messages,
            num_bytes=num_bytes,
            message_timeout=message_timeout,
        )

        stream_heartbeat.additional_properties = d
        return stream_heartbeat

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
