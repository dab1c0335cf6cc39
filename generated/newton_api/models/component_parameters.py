from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.activity_detection_config import ActivityDetectionConfig
    from ..models.machine_state_config import MachineStateConfig
    from ..models.pipeline_config import PipelineConfig


T = TypeVar("T", bound="ComponentParameters")


@_attrs_define
class ComponentParameters:
    """The set-up of one component of a pipeline.

    Attributes:
        parallelism (int | Unset): How many workers run it at once. `activity-detection` runs with 1 only.
        config (ActivityDetectionConfig | MachineStateConfig | PipelineConfig | Unset): Its configuration; the
            pipeline's default for what is left out.
    """

    parallelism: int | Unset = UNSET
    config: ActivityDetectionConfig | MachineStateConfig | PipelineConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.activity_detection_config import ActivityDetectionConfig  # noqa: PLC0415
        from ..models.machine_state_config import MachineStateConfig  # noqa: PLC0415

        parallelism = self.parallelism

        config: dict[str, Any] | Unset
        if isinstance(self.config, Unset):
            config = UNSET
        elif isinstance(self.config, MachineStateConfig):
            config = self.config.to_dict()
        elif isinstance(self.config, ActivityDetectionConfig):
            config = self.config.to_dict()
        else:
            config = self.config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if parallelism is not UNSET:
            field_dict["parallelism"] = parallelism
        if config is not UNSET:
            field_dict["config"] = config

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activity_detection_config import ActivityDetectionConfig  # noqa: PLC0415
        from ..models.machine_state_config import MachineStateConfig  # noqa: PLC0415
        from ..models.pipeline_config import PipelineConfig  # noqa: PLC0415

        d = dict(src_dict)
        parallelism = d.pop("parallelism", UNSET)

        def _parse_config(
            data: object,
        ) -> ActivityDetectionConfig | MachineStateConfig | PipelineConfig | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                config_type_0 = MachineStateConfig.from_dict(data)

                return config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                config_type_1 = ActivityDetectionConfig.from_dict(data)

                return config_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            config_type_2 = PipelineConfig.from_dict(data)

            return config_type_2

        config = _parse_config(d.pop("config", UNSET))

        component_parameters = cls(
            parallelism=parallelism,
            config=config,
        )

        component_parameters.additional_properties = d
        return component_parameters

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
