from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.classifier_config import ClassifierConfig
    from ..models.data_source_config import DataSourceConfig
    from ..models.omega_15_config import Omega15Config
    from ..models.reader_config import ReaderConfig


T = TypeVar("T", bound="MachineStateConfig")


@_attrs_define
class MachineStateConfig:
    """Configuration of `machine-state-classification`. The examples must give at least `n_neighbors`
    windows: (rows - `window_size`) / `step_size`. Values are not normalized for you. A configuration
    without `reader_config` (with a checkpoint, or older, with its columns at this level) is a
    `PipelineConfig`.

        Attributes:
            reader_config (ReaderConfig): How the CSV files are read and cut into windows.
            classifier_config (ClassifierConfig | Unset): The nearest-neighbour classifier.
            model_type (str | Unset): The encoder. The `omega_1_3_*` models take exactly 9 channels.
            batch_size (int | Unset): Windows per batch; 32 when left out.
            flush_every_n_iteration (int | Unset): Batches per output part; parts of about `batch_size` × this many rows
                were seen.
            omega_1_5 (Omega15Config | Unset): Set-up of `omega_1_5_base`.
            data_source (DataSourceConfig | Unset): Where the worker reads its data.
    """

    reader_config: ReaderConfig
    classifier_config: ClassifierConfig | Unset = UNSET
    model_type: str | Unset = UNSET
    batch_size: int | Unset = UNSET
    flush_every_n_iteration: int | Unset = UNSET
    omega_1_5: Omega15Config | Unset = UNSET
    data_source: DataSourceConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reader_config = self.reader_config.to_dict()

        classifier_config: dict[str, Any] | Unset = UNSET
        if not isinstance(self.classifier_config, Unset):
            classifier_config = self.classifier_config.to_dict()

        model_type = self.model_type

        batch_size = self.batch_size

        flush_every_n_iteration = self.flush_every_n_iteration

        omega_1_5: dict[str, Any] | Unset = UNSET
        if not isinstance(self.omega_1_5, Unset):
            omega_1_5 = self.omega_1_5.to_dict()

        data_source: dict[str, Any] | Unset = UNSET
        if not isinstance(self.data_source, Unset):
            data_source = self.data_source.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reader_config": reader_config,
            }
        )
        if classifier_config is not UNSET:
            field_dict["classifier_config"] = classifier_config
        if model_type is not UNSET:
            field_dict["model_type"] = model_type
        if batch_size is not UNSET:
            field_dict["batch_size"] = batch_size
        if flush_every_n_iteration is not UNSET:
            field_dict["flush_every_n_iteration"] = flush_every_n_iteration
        if omega_1_5 is not UNSET:
            field_dict["omega_1_5"] = omega_1_5
        if data_source is not UNSET:
            field_dict["data_source"] = data_source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.classifier_config import ClassifierConfig  # noqa: PLC0415
        from ..models.data_source_config import DataSourceConfig  # noqa: PLC0415
        from ..models.omega_15_config import Omega15Config  # noqa: PLC0415
        from ..models.reader_config import ReaderConfig  # noqa: PLC0415

        d = dict(src_dict)
        reader_config = ReaderConfig.from_dict(d.pop("reader_config"))

        _classifier_config = d.pop("classifier_config", UNSET)
        classifier_config: ClassifierConfig | Unset
        if _classifier_config is None or isinstance(_classifier_config, Unset):
            classifier_config = UNSET
        else:
            classifier_config = ClassifierConfig.from_dict(_classifier_config)

        model_type = d.pop("model_type", UNSET)

        batch_size = d.pop("batch_size", UNSET)

        flush_every_n_iteration = d.pop("flush_every_n_iteration", UNSET)

        _omega_1_5 = d.pop("omega_1_5", UNSET)
        omega_1_5: Omega15Config | Unset
        if _omega_1_5 is None or isinstance(_omega_1_5, Unset):
            omega_1_5 = UNSET
        else:
            omega_1_5 = Omega15Config.from_dict(_omega_1_5)

        _data_source = d.pop("data_source", UNSET)
        data_source: DataSourceConfig | Unset
        if _data_source is None or isinstance(_data_source, Unset):
            data_source = UNSET
        else:
            data_source = DataSourceConfig.from_dict(_data_source)

        machine_state_config = cls(
            reader_config=reader_config,
            classifier_config=classifier_config,
            model_type=model_type,
            batch_size=batch_size,
            flush_every_n_iteration=flush_every_n_iteration,
            omega_1_5=omega_1_5,
            data_source=data_source,
        )

        machine_state_config.additional_properties = d
        return machine_state_config

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
