from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ErrorDetail")


@_attrs_define
class ErrorDetail:
    """One error. A body may hold several.

    Attributes:
        code (str): Machine-readable; mostly lower case, a few endpoints use capitals.
        message (str): What happened, for people.
        suggestion (None | str | Unset): What to do about it.
        error_uid (str | Unset): `err-` and a UUID; support finds the server's log with it.
    """

    code: str
    message: str
    suggestion: None | str | Unset = UNSET
    error_uid: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        message = self.message

        suggestion: None | str | Unset
        if isinstance(self.suggestion, Unset):
            suggestion = UNSET
        else:
            suggestion = self.suggestion

        error_uid = self.error_uid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "message": message,
            }
        )
        if suggestion is not UNSET:
            field_dict["suggestion"] = suggestion
        if error_uid is not UNSET:
            field_dict["error_uid"] = error_uid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        message = d.pop("message")

        def _parse_suggestion(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        suggestion = _parse_suggestion(d.pop("suggestion", UNSET))

        error_uid = d.pop("error_uid", UNSET)

        error_detail = cls(
            code=code,
            message=message,
            suggestion=suggestion,
            error_uid=error_uid,
        )

        error_detail.additional_properties = d
        return error_detail

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
