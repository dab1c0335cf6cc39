from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fine_tuning_status import FineTuningStatus, check_fine_tuning_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fine_tuning_config import FineTuningConfig


T = TypeVar("T", bound="FineTuningJob")


@_attrs_define
class FineTuningJob:
    """A training run.

    Attributes:
        id (str): The id for every other call: yours, or `ft-job-<name>-<8 hex>` (older: `ftj-...`).
        name (str): The label given at creation.
        status (FineTuningStatus): Where a job stands: `COMPLETED`, `STOPPED`, `CANCELLED` and `FAILED` are ends. What
            `UNKNOWN` means
            is not documented.
        created_at (datetime.datetime): When it was created.
        config (FineTuningConfig | Unset): What is trained, and on what.
        uuid (str | Unset): The server's own id; not accepted in paths.
        org_uuid (str | Unset): The organization.
        updated_at (datetime.datetime | Unset): When it last changed.
        inference_config_path (None | str | Unset): Where the trained model's configuration lies, an `s3://` URI; null
            until there is one.
    """

    id: str
    name: str
    status: FineTuningStatus
    created_at: datetime.datetime
    config: FineTuningConfig | Unset = UNSET
    uuid: str | Unset = UNSET
    org_uuid: str | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    inference_config_path: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        status: str = self.status

        created_at = self.created_at.isoformat()

        config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.config, Unset):
            config = self.config.to_dict()

        uuid = self.uuid

        org_uuid = self.org_uuid

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        inference_config_path: None | str | Unset
        if isinstance(self.inference_config_path, Unset):
            inference_config_path = UNSET
        else:
            inference_config_path = self.inference_config_path

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "status": status,
                "created_at": created_at,
            }
        )
        if config is not UNSET:
            field_dict["config"] = config
        if uuid is not UNSET:
            field_dict["uuid"] = uuid
        if org_uuid is not UNSET:
            field_dict["org_uuid"] = org_uuid
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if inference_config_path is not UNSET:
            field_dict["inference_config_path"] = inference_config_path

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fine_tuning_config import FineTuningConfig  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        status = check_fine_tuning_status(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        _config = d.pop("config", UNSET)
        config: FineTuningConfig | Unset
        if _config is None or isinstance(_config, Unset):
            config = UNSET
        else:
            config = FineTuningConfig.from_dict(_config)

        uuid = d.pop("uuid", UNSET)

        org_uuid = d.pop("org_uuid", UNSET)

        _updated_at = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is None or isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        def _parse_inference_config_path(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        inference_config_path = _parse_inference_config_path(d.pop("inference_config_path", UNSET))

        fine_tuning_job = cls(
            id=id,
            name=name,
            status=status,
            created_at=created_at,
            config=config,
            uuid=uuid,
            org_uuid=org_uuid,
            updated_at=updated_at,
            inference_config_path=inference_config_path,
        )

        fine_tuning_job.additional_properties = d
        return fine_tuning_job

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
