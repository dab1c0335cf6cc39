from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pipeline_type import PipelineType, check_pipeline_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_input_map import JobInputMap
    from ..models.job_parameters import JobParameters


T = TypeVar("T", bound="JobCreateRequest")


@_attrs_define
class JobCreateRequest:
    """One run of a pipeline over uploaded files.

    Attributes:
        name (str): A label, for people.
        pipeline_type (PipelineType): The kind of pipeline, and of its queue.
        pipeline_key (str): Which pipeline.
        inputs (JobInputMap | Unset): The inputs of each port, by its name (`<component>.<port>`, e.g.
            `worker.inference`).
        parameters (JobParameters | Unset): The set-up of each component, by its name (`worker` in the deployed
            pipelines).
        pipeline_version (str | Unset): Which version; the latest published one when left out. A draft must be named.
    """

    name: str
    pipeline_type: PipelineType
    pipeline_key: str
    inputs: JobInputMap | Unset = UNSET
    parameters: JobParameters | Unset = UNSET
    pipeline_version: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        pipeline_type: str = self.pipeline_type

        pipeline_key = self.pipeline_key

        inputs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.inputs, Unset):
            inputs = self.inputs.to_dict()

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        pipeline_version = self.pipeline_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "pipeline_type": pipeline_type,
                "pipeline_key": pipeline_key,
            }
        )
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if pipeline_version is not UNSET:
            field_dict["pipeline_version"] = pipeline_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_input_map import JobInputMap  # noqa: PLC0415
        from ..models.job_parameters import JobParameters  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        pipeline_type = check_pipeline_type(d.pop("pipeline_type"))

        pipeline_key = d.pop("pipeline_key")

        _inputs = d.pop("inputs", UNSET)
        inputs: JobInputMap | Unset
        if _inputs is None or isinstance(_inputs, Unset):
            inputs = UNSET
        else:
            inputs = JobInputMap.from_dict(_inputs)

        _parameters = d.pop("parameters", UNSET)
        parameters: JobParameters | Unset
        if _parameters is None or isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = JobParameters.from_dict(_parameters)

        pipeline_version = d.pop("pipeline_version", UNSET)

        job_create_request = cls(
            name=name,
            pipeline_type=pipeline_type,
            pipeline_key=pipeline_key,
            inputs=inputs,
            parameters=parameters,
            pipeline_version=pipeline_version,
        )

        job_create_request.additional_properties = d
        return job_create_request

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
