from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pipeline_status import PipelineStatus, check_pipeline_status
from ..models.pipeline_type import PipelineType, check_pipeline_type
from ..models.pipeline_visibility import PipelineVisibility, check_pipeline_visibility
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.input_port_map import InputPortMap
    from ..models.job_parameters import JobParameters
    from ..models.json_schema import JsonSchema
    from ..models.output_port_map import OutputPortMap
    from ..models.pipeline_components import PipelineComponents
    from ..models.pipeline_edge import PipelineEdge
    from ..models.pipeline_retry_policy import PipelineRetryPolicy


T = TypeVar("T", bound="Pipeline")


@_attrs_define
class Pipeline:
    """One version of a pipeline.

    Attributes:
        id (str): `ppl_...` (older documentation shows `pip_...`).
        pipeline_key (str): The name that jobs use.
        pipeline_version (str): The version.
        pipeline_type (PipelineType): The kind of pipeline, and of its queue.
        name (str | Unset): Its name, for people.
        description (str | Unset): What it does.
        components (PipelineComponents | Unset): Its components: name to id (`cmp_...`).
        default_config (JobParameters | Unset): The set-up of each component, by its name (`worker` in the deployed
            pipelines).
        config_schema (JsonSchema | Unset): A JSON Schema.
        user_config_schema (JsonSchema | Unset): A JSON Schema.
        edges (list[PipelineEdge] | Unset): How its components are joined; empty if there is one only.
        inputs (InputPortMap | Unset): The ports that take files, by name (`<component>.<port>`).
        outputs (OutputPortMap | Unset): The ports that give files, by name (`<component>.<port>`).
        retry_policy (PipelineRetryPolicy | Unset): When failed work is repeated. What it holds is not documented.
        visibility (PipelineVisibility | Unset): Who sees a pipeline: all organizations (`platform`), or the one that
            owns it (`org`).
        org_id (str | Unset): The organization that owns it, `org_...`.
        status (PipelineStatus | Unset): A job runs a `published` version unless it names another.
        created_at (datetime.datetime | Unset): When it was created.
        updated_at (datetime.datetime | Unset): When it last changed.
    """

    id: str
    pipeline_key: str
    pipeline_version: str
    pipeline_type: PipelineType
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    components: PipelineComponents | Unset = UNSET
    default_config: JobParameters | Unset = UNSET
    config_schema: JsonSchema | Unset = UNSET
    user_config_schema: JsonSchema | Unset = UNSET
    edges: list[PipelineEdge] | Unset = UNSET
    inputs: InputPortMap | Unset = UNSET
    outputs: OutputPortMap | Unset = UNSET
    retry_policy: PipelineRetryPolicy | Unset = UNSET
    visibility: PipelineVisibility | Unset = UNSET
    org_id: str | Unset = UNSET
    status: PipelineStatus | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        pipeline_key = self.pipeline_key

        pipeline_version = self.pipeline_version

        pipeline_type: str = self.pipeline_type

        name = self.name

        description = self.description

        components: dict[str, Any] | Unset = UNSET
        if not isinstance(self.components, Unset):
            components = self.components.to_dict()

        default_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.default_config, Unset):
            default_config = self.default_config.to_dict()

        config_schema: dict[str, Any] | Unset = UNSET
        if not isinstance(self.config_schema, Unset):
            config_schema = self.config_schema.to_dict()

        user_config_schema: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_config_schema, Unset):
            user_config_schema = self.user_config_schema.to_dict()

        edges: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.edges, Unset):
            edges = []
            for edges_item_data in self.edges:
                edges_item = edges_item_data.to_dict()
                edges.append(edges_item)

        inputs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = self.inputs.to_dict()

        outputs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.outputs, Unset):
            outputs = self.outputs.to_dict()

        retry_policy: dict[str, Any] | Unset = UNSET
        if not isinstance(self.retry_policy, Unset):
            retry_policy = self.retry_policy.to_dict()

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility

        org_id = self.org_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "pipeline_key": pipeline_key,
                "pipeline_version": pipeline_version,
                "pipeline_type": pipeline_type,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if components is not UNSET:
            field_dict["components"] = components
        if default_config is not UNSET:
            field_dict["default_config"] = default_config
        if config_schema is not UNSET:
            field_dict["config_schema"] = config_schema
        if user_config_schema is not UNSET:
            field_dict["user_config_schema"] = user_config_schema
        if edges is not UNSET:
            field_dict["edges"] = edges
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if outputs is not UNSET:
            field_dict["outputs"] = outputs
        if retry_policy is not UNSET:
            field_dict["retry_policy"] = retry_policy
        if visibility is not UNSET:
            field_dict["visibility"] = visibility
        if org_id is not UNSET:
            field_dict["org_id"] = org_id
        if status is not UNSET:
            field_dict["status"] = status
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.input_port_map import InputPortMap  # noqa: PLC0415
        from ..models.job_parameters import JobParameters  # noqa: PLC0415
        from ..models.json_schema import JsonSchema  # noqa: PLC0415
        from ..models.output_port_map import OutputPortMap  # noqa: PLC0415
        from ..models.pipeline_components import PipelineComponents  # noqa: PLC0415
        from ..models.pipeline_edge import PipelineEdge  # noqa: PLC0415
        from ..models.pipeline_retry_policy import PipelineRetryPolicy  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        pipeline_key = d.pop("pipeline_key")

        pipeline_version = d.pop("pipeline_version")

        pipeline_type = check_pipeline_type(d.pop("pipeline_type"))

        name = d.pop("name", UNSET)

        description = d.pop("description", UNSET)

        _components = d.pop("components", UNSET)
        components: PipelineComponents | Unset
        if _components is None or isinstance(_components, Unset):
            components = UNSET
        else:
            components = PipelineComponents.from_dict(_components)

        _default_config = d.pop("default_config", UNSET)
        default_config: JobParameters | Unset
        if _default_config is None or isinstance(_default_config, Unset):
            default_config = UNSET
        else:
            default_config = JobParameters.from_dict(_default_config)

        _config_schema = d.pop("config_schema", UNSET)
        config_schema: JsonSchema | Unset
        if _config_schema is None or isinstance(_config_schema, Unset):
            config_schema = UNSET
        else:
            config_schema = JsonSchema.from_dict(_config_schema)

        _user_config_schema = d.pop("user_config_schema", UNSET)
        user_config_schema: JsonSchema | Unset
        if _user_config_schema is None or isinstance(_user_config_schema, Unset):
            user_config_schema = UNSET
        else:
            user_config_schema = JsonSchema.from_dict(_user_config_schema)

        _edges = d.pop("edges", UNSET)
        edges: list[PipelineEdge] | Unset = UNSET
        if _edges is not UNSET and _edges is not None:
            edges = []
            for edges_item_data in _edges:
                edges_item = PipelineEdge.from_dict(edges_item_data)

                edges.append(edges_item)

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

        _retry_policy = d.pop("retry_policy", UNSET)
        retry_policy: PipelineRetryPolicy | Unset
        if _retry_policy is None or isinstance(_retry_policy, Unset):
            retry_policy = UNSET
        else:
            retry_policy = PipelineRetryPolicy.from_dict(_retry_policy)

        _visibility = d.pop("visibility", UNSET)
        visibility: PipelineVisibility | Unset
        if _visibility is None or isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = check_pipeline_visibility(_visibility)

        org_id = d.pop("org_id", UNSET)

        _status = d.pop("status", UNSET)
        status: PipelineStatus | Unset
        if _status is None or isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_pipeline_status(_status)

        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if _created_at is None or isinstance(_created_at, Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        _updated_at = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is None or isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        pipeline = cls(
            id=id,
            pipeline_key=pipeline_key,
            pipeline_version=pipeline_version,
            pipeline_type=pipeline_type,
            name=name,
            description=description,
            components=components,
            default_config=default_config,
            config_schema=config_schema,
            user_config_schema=user_config_schema,
            edges=edges,
            inputs=inputs,
            outputs=outputs,
            retry_policy=retry_policy,
            visibility=visibility,
            org_id=org_id,
            status=status,
            created_at=created_at,
            updated_at=updated_at,
        )

        pipeline.additional_properties = d
        return pipeline

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
