from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SensorMetadata")


@_attrs_define
class SensorMetadata:
    """
    Attributes:
        sensor_timestamp (float | Unset): Time of the window in Unix seconds.
        sensor_id (str | Unset): Your name for the sensor; comes back in the result.
    """

    sensor_timestamp: float | Unset = UNSET
    sensor_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sensor_timestamp = self.sensor_timestamp

        sensor_id = self.sensor_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sensor_timestamp is not UNSET:
            field_dict["sensor_timestamp"] = sensor_timestamp
        if sensor_id is not UNSET:
            field_dict["sensor_id"] = sensor_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sensor_timestamp = d.pop("sensor_timestamp", UNSET)

        sensor_id = d.pop("sensor_id", UNSET)

        sensor_metadata = cls(
            sensor_timestamp=sensor_timestamp,
            sensor_id=sensor_id,
        )

        sensor_metadata.additional_properties = d
        return sensor_metadata

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
