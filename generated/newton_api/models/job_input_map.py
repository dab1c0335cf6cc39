from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.job_input_checkpoint import JobInputCheckpoint
    from ..models.job_input_file import JobInputFile


T = TypeVar("T", bound="JobInputMap")


@_attrs_define
class JobInputMap:
    """The inputs of each port, by its name (`<component>.<port>`, e.g. `worker.inference`)."""

    additional_properties: dict[str, list[JobInputCheckpoint | JobInputFile]] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_input_checkpoint import JobInputCheckpoint  # noqa: PLC0415

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = []
            for additional_property_item_data in prop:
                additional_property_item: dict[str, Any]
                if isinstance(additional_property_item_data, JobInputCheckpoint):
                    additional_property_item = additional_property_item_data.to_dict()
                else:
                    additional_property_item = additional_property_item_data.to_dict()

                field_dict[prop_name].append(additional_property_item)

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_input_checkpoint import JobInputCheckpoint  # noqa: PLC0415
        from ..models.job_input_file import JobInputFile  # noqa: PLC0415

        d = dict(src_dict)
        job_input_map = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = []
            _additional_property = prop_dict
            for additional_property_item_data in _additional_property:

                def _parse_additional_property_item(data: object) -> JobInputCheckpoint | JobInputFile:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        additional_property_item_type_0 = JobInputCheckpoint.from_dict(data)

                        return additional_property_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    additional_property_item_type_1 = JobInputFile.from_dict(data)

                    return additional_property_item_type_1

                additional_property_item = _parse_additional_property_item(additional_property_item_data)

                additional_property.append(additional_property_item)

            additional_properties[prop_name] = additional_property

        job_input_map.additional_properties = additional_properties
        return job_input_map

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[JobInputCheckpoint | JobInputFile]:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[JobInputCheckpoint | JobInputFile]) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
