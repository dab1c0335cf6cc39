from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.csv_file_reader_config import CsvFileReaderConfig


T = TypeVar("T", bound="CsvFileReader")


@_attrs_define
class CsvFileReader:
    """Reads an uploaded .csv file, window by window.

    Attributes:
        stream_type (Literal['csv_file_reader']):
        stream_config (CsvFileReaderConfig):
    """

    stream_type: Literal["csv_file_reader"]
    stream_config: CsvFileReaderConfig
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        stream_type = self.stream_type

        stream_config = self.stream_config.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "stream_type": stream_type,
                "stream_config": stream_config,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.csv_file_reader_config import CsvFileReaderConfig  # noqa: PLC0415

        d = dict(src_dict)
        stream_type = cast("Literal['csv_file_reader']", d.pop("stream_type"))
        if stream_type != "csv_file_reader":
            raise ValueError(f"stream_type must match const 'csv_file_reader', got '{stream_type}'")

        stream_config = CsvFileReaderConfig.from_dict(d.pop("stream_config"))

        csv_file_reader = cls(
            stream_type=stream_type,
            stream_config=stream_config,
        )

        csv_file_reader.additional_properties = d
        return csv_file_reader

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
