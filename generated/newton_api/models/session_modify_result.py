from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.session_modify_metadata import SessionModifyMetadata


T = TypeVar("T", bound="SessionModifyResult")


@_attrs_define
class SessionModifyResult:
    """
    Attributes:
        query_metadata (SessionModifyMetadata | Unset):
    """

    query_metadata: SessionModifyMetadata | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        query_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.query_metadata, Unset):
            query_metadata = self.query_metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if query_metadata is not UNSET:
            field_dict["query_metadata"] = query_metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.session_modify_metadata import SessionModifyMetadata  # noqa: PLC0415

        d = dict(src_dict)
        _query_metadata = d.pop("query_metadata", UNSET)
        query_metadata: SessionModifyMetadata | Unset
        if _query_metadata is None or isinstance(_query_metadata, Unset):
            query_metadata = UNSET
        else:
            query_metadata = SessionModifyMetadata.from_dict(_query_metadata)

        session_modify_result = cls(
            query_metadata=query_metadata,
        )

        session_modify_result.additional_properties = d
        return session_modify_result

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
