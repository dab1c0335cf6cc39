from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.sensor_metadata import SensorMetadata


T = TypeVar("T", bound="SensorWindow")


@_attrs_define
class SensorWindow:
    """A window of samples, for the time-series lenses.

    Attributes:
        sensor_data (list[list[float]]): Channels × samples: one list for each channel, in the order of `data_columns`.
        sensor_metadata (SensorMetadata | Unset):
    """

    sensor_data: list[list[float]]
    sensor_metadata: SensorMetadata | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sensor_data = self.sensor_data

        sensor_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sensor_metadata, Unset):
            sensor_metadata = self.sensor_metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sensor_data": sensor_data,
            }
        )
        if sensor_metadata is not UNSET:
            field_dict["sensor_metadata"] = sensor_metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sensor_metadata import SensorMetadata  # noqa: PLC0415

        d = dict(src_dict)
        sensor_data = []
        _sensor_data = d.pop("sensor_data")
        for sensor_data_item_data in _sensor_data:
            sensor_data_item = cast("list[float]", sensor_data_item_data)

            sensor_data.append(sensor_data_item)

        _sensor_metadata = d.pop("sensor_metadata", UNSET)
        sensor_metadata: SensorMetadata | Unset
        if _sensor_metadata is None or isinstance(_sensor_metadata, Unset):
            sensor_metadata = UNSET
        else:
            sensor_metadata = SensorMetadata.from_dict(_sensor_metadata)

        sensor_window = cls(
            sensor_data=sensor_data,
            sensor_metadata=sensor_metadata,
        )

        sensor_window.additional_properties = d
        return sensor_window

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
