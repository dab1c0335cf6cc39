from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.stream_config import StreamConfig


T = TypeVar("T", bound="SensorStreamer")


@_attrs_define
class SensorStreamer:
    """Reads a live sensor. Its settings depend on the sensor.

    Attributes:
        stream_type (Literal['sensor_streamer']):
        stream_config (StreamConfig | Unset): Settings of a stream that are not documented, or empty.
    """

    stream_type: Literal["sensor_streamer"]
    stream_config: StreamConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        stream_type = self.stream_type

        stream_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.stream_config, Unset):
            stream_config = self.stream_config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "stream_type": stream_type,
            }
        )
        if stream_config is not UNSET:
            field_dict["stream_config"] = stream_config

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stream_config import StreamConfig  # noqa: PLC0415

        d = dict(src_dict)
        stream_type = cast("Literal['sensor_streamer']", d.pop("stream_type"))
        if stream_type != "sensor_streamer":
            raise ValueError(f"stream_type must match const 'sensor_streamer', got '{stream_type}'")

        _stream_config = d.pop("stream_config", UNSET)
        stream_config: StreamConfig | Unset
        if _stream_config is None or isinstance(_stream_config, Unset):
            stream_config = UNSET
        else:
            stream_config = StreamConfig.from_dict(_stream_config)

        sensor_streamer = cls(
            stream_type=stream_type,
            stream_config=stream_config,
        )

        sensor_streamer.additional_properties = d
        return sensor_streamer

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
