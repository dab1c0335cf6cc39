from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.kafka_config import KafkaConfig


T = TypeVar("T", bound="KafkaWriter")


@_attrs_define
class KafkaWriter:
    """Writes to Kafka topics. Older; the vendor's newest client no longer has Kafka.

    Attributes:
        stream_type (Literal['kafka_writer']):
        stream_config (KafkaConfig | Unset):
    """

    stream_type: Literal["kafka_writer"]
    stream_config: KafkaConfig | Unset = UNSET
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
        from ..models.kafka_config import KafkaConfig  # noqa: PLC0415

        d = dict(src_dict)
        stream_type = cast("Literal['kafka_writer']", d.pop("stream_type"))
        if stream_type != "kafka_writer":
            raise ValueError(f"stream_type must match const 'kafka_writer', got '{stream_type}'")

        _stream_config = d.pop("stream_config", UNSET)
        stream_config: KafkaConfig | Unset
        if _stream_config is None or isinstance(_stream_config, Unset):
            stream_config = UNSET
        else:
            stream_config = KafkaConfig.from_dict(_stream_config)

        kafka_writer = cls(
            stream_type=stream_type,
            stream_config=stream_config,
        )

        kafka_writer.additional_properties = d
        return kafka_writer

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
