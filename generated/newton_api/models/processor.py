from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.processor_config import ProcessorConfig


T = TypeVar("T", bound="Processor")


@_attrs_define
class Processor:
    """One processor of a pipeline.

    Attributes:
        processor_name (str): Which processor.
        processor_config (ProcessorConfig | Unset): Settings of one processor; always seen empty.
    """

    processor_name: str
    processor_config: ProcessorConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        processor_name = self.processor_name

        processor_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.processor_config, Unset):
            processor_config = self.processor_config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "processor_name": processor_name,
            }
        )
        if processor_config is not UNSET:
            field_dict["processor_config"] = processor_config

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.processor_config import ProcessorConfig  # noqa: PLC0415

        d = dict(src_dict)
        processor_name = d.pop("processor_name")

        _processor_config = d.pop("processor_config", UNSET)
        processor_config: ProcessorConfig | Unset
        if _processor_config is None or isinstance(_processor_config, Unset):
            processor_config = UNSET
        else:
            processor_config = ProcessorConfig.from_dict(_processor_config)

        processor = cls(
            processor_name=processor_name,
            processor_config=processor_config,
        )

        processor.additional_properties = d
        return processor

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
