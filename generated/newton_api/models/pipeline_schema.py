from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.input_port_map import InputPortMap
    from ..models.json_schema import JsonSchema
    from ..models.output_port_map import OutputPortMap


T = TypeVar("T", bound="PipelineSchema")


@_attrs_define
class PipelineSchema:
    """What a job may tell a pipeline.

    Attributes:
        id (str): The pipeline, `ppl_...`.
        pipeline_key (str): The name that jobs use.
        pipeline_version (str): The version.
        user_schema (JsonSchema | str | Unset): The JSON Schema of what a job may set.
        config_schema (JsonSchema | Unset): A JSON Schema.
        inputs (InputPortMap | Unset): The ports that take files, by name (`<component>.<port>`).
        outputs (OutputPortMap | Unset): The ports that give files, by name (`<component>.<port>`).
    """

    id: str
    pipeline_key: str
    pipeline_version: str
    user_schema: JsonSchema | str | Unset = UNSET
    config_schema: JsonSchema | Unset = UNSET
    inputs: InputPortMap | Unset = UNSET
    outputs: OutputPortMap | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.json_schema import JsonSchema  # noqa: PLC0415

        id = self.id

        pipeline_key = self.pipeline_key

        pipeline_version = self.pipeline_version

        user_schema: dict[str, Any] | str | Unset
        if isinstance(self.user_schema, Unset):
            user_schema = UNSET
        elif isinstance(self.user_schema, JsonSchema):
            user_schema = self.user_schema.to_dict()
        else:
            user_schema = self.user_schema

        config_schema: dict[str, Any] | Unset = UNSET
        if not isinstance(self.config_schema, Unset):
            config_schema = self.config_schema.to_dict()

        inputs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = self.inputs.to_dict()

        outputs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.outputs, Unset):
            outputs = self.outputs.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "pipeline_key": pipeline_key,
                "pipeline_version": pipeline_version,
            }
        )
        if user_schema is not UNSET:
            field_dict["user_schema"] = user_schema
        if config_schema is not UNSET:
            field_dict["config_schema"] = config_schema
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if outputs is not UNSET:
            field_dict["outputs"] = outputs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.input_port_map import InputPortMap  # noqa: PLC0415
        from ..models.json_schema import JsonSchema  # noqa: PLC0415
        from ..models.output_port_map import OutputPortMap  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        pipeline_key = d.pop("pipeline_key")

        pipeline_version = d.pop("pipeline_version")

        def _parse_user_schema(data: object) -> JsonSchema | str | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_schema_type_0 = JsonSchema.from_dict(data)

                return user_schema_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("JsonSchema | str | Unset", data)

        user_schema = _parse_user_schema(d.pop("user_schema", UNSET))

        _config_schema = d.pop("config_schema", UNSET)
        config_schema: JsonSchema | Unset
        if _config_schema is None or isinstance(_config_schema, Unset):
            config_schema = UNSET
        else:
            config_schema = JsonSchema.from_dict(_config_schema)

        _inputs = d.pop("inputs", UNSET)
        inputs: InputPortMap | Unset
        if _inputs is None or isinstance(_inputs, Unset):
            inputs = UNSET
        else:
            inputs = InputPortMap.from_dict(_inputs)

        _outputs = d.pop("outputs", UNSET)
        outputs: OutputPortMap | Unset
        if _outputs is None or isinstance(_outputs, Unset):
            outputs = UNSET
        else:
            outputs = OutputPortMap.from_dict(_outputs)

        pipeline_schema = cls(
            id=id,
            pipeline_key=pipeline_key,
            pipeline_version=pipeline_version,
            user_schema=user_schema,
            config_schema=config_schema,
            inputs=inputs,
            outputs=outputs,
        )

        pipeline_schema.additional_properties = d
        return pipeline_schema

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
