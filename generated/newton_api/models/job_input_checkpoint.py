from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_input_metadata import JobInputMetadata


T = TypeVar("T", bound="JobInputCheckpoint")


@_attrs_define
class JobInputCheckpoint:
    """A fine-tuned checkpoint as input (newer).

    Attributes:
        kind (Literal['checkpoint']): Tells a checkpoint from a file.
        checkpoint_id (str): The checkpoint, `ckp_...`.
        metadata (JobInputMetadata | Unset): What the pipeline is told about an input. More keys are allowed.
    """

    kind: Literal["checkpoint"]
    checkpoint_id: str
    metadata: JobInputMetadata | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        checkpoint_id = self.checkpoint_id

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "checkpoint_id": checkpoint_id,
            }
        )
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_input_metadata import JobInputMetadata  # noqa: PLC0415

        d = dict(src_dict)
        kind = cast("Literal['checkpoint']", d.pop("kind"))
        if kind != "checkpoint":
            raise ValueError(f"kind must match const 'checkpoint', got '{kind}'")

        checkpoint_id = d.pop("checkpoint_id")

        _metadata = d.pop("metadata", UNSET)
        metadata: JobInputMetadata | Unset
        if _metadata is None or isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = JobInputMetadata.from_dict(_metadata)

        job_input_checkpoint = cls(
            kind=kind,
            checkpoint_id=checkpoint_id,
            metadata=metadata,
        )

        job_input_checkpoint.additional_properties = d
        return job_input_checkpoint

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
