from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.video_file_reader_config import VideoFileReaderConfig


T = TypeVar("T", bound="VideoFileReader")


@_attrs_define
class VideoFileReader:
    """Reads an uploaded .mp4 file. Fragmented MP4 cannot be read.

    Attributes:
        stream_type (Literal['video_file_reader']):
        stream_config (VideoFileReaderConfig):
    """

    stream_type: Literal["video_file_reader"]
    stream_config: VideoFileReaderConfig
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
        from ..models.video_file_reader_config import VideoFileReaderConfig  # noqa: PLC0415

        d = dict(src_dict)
        stream_type = cast("Literal['video_file_reader']", d.pop("stream_type"))
        if stream_type != "video_file_reader":
            raise ValueError(f"stream_type must match const 'video_file_reader', got '{stream_type}'")

        stream_config = VideoFileReaderConfig.from_dict(d.pop("stream_config"))

        video_file_reader = cls(
            stream_type=stream_type,
            stream_config=stream_config,
        )

        video_file_reader.additional_properties = d
        return video_file_reader

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
