from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.window_metadata import WindowMetadata


T = TypeVar("T", bound="InferenceMetadata")


@_attrs_define
class InferenceMetadata:
    """What a result is about. The fields depend on the input.

    Attributes:
        sensor_timestamp (float | str | Unset): Camera: place in the video as `HH:MM:SS`.
        frame_ids (list[int] | Unset): Camera: the frames looked at.
        query_timestamp (float | str | Unset): Time series: when the window was looked at.
        sensor_id (str | Unset): Time series: the `sensor_id` that was pushed.
        query_metadata (WindowMetadata | Unset): Files: which rows the window covers, from `read_index` on.
        read_index (int | Unset): Files: the window's first row, from 0.
    """

    sensor_timestamp: float | str | Unset = UNSET
    frame_ids: list[int] | Unset = UNSET
    query_timestamp: float | str | Unset = UNSET
    sensor_id: str | Unset = UNSET
    query_metadata: WindowMetadata | Unset = UNSET
    read_index: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sensor_timestamp: float | str | Unset
        if isinstance(self.sensor_timestamp, Unset):
            sensor_timestamp = UNSET
        else:
            sensor_timestamp = self.sensor_timestamp

        frame_ids: list[int] | Unset = UNSET
        if not isinstance(self.frame_ids, Unset):
            frame_ids = self.frame_ids

        query_timestamp: float | str | Unset
        if isinstance(self.query_timestamp, Unset):
            query_timestamp = UNSET
        else:
            query_timestamp = self.query_timestamp

        sensor_id = self.sensor_id

        query_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.query_metadata, Unset):
            query_metadata = self.query_metadata.to_dict()

        read_index = self.read_index

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sensor_timestamp is not UNSET:
            field_dict["sensor_timestamp"] = sensor_timestamp
        if frame_ids is not UNSET:
            field_dict["frame_ids"] = frame_ids
        if query_timestamp is not UNSET:
            field_dict["query_timestamp"] = query_timestamp
        if sensor_id is not UNSET:
            field_dict["sensor_id"] = sensor_id
        if query_metadata is not UNSET:
            field_dict["query_metadata"] = query_metadata
        if read_index is not UNSET:
            field_dict["read_index"] = read_index

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.window_metadata import WindowMetadata  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_sensor_timestamp(data: object) -> float | str | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | str | Unset", data)

        sensor_timestamp = _parse_sensor_timestamp(d.pop("sensor_timestamp", UNSET))

        frame_ids = cast("list[int]", d.pop("frame_ids", UNSET))

        def _parse_query_timestamp(data: object) -> float | str | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | str | Unset", data)

        query_timestamp = _parse_query_timestamp(d.pop("query_timestamp", UNSET))

        sensor_id = d.pop("sensor_id", UNSET)

        _query_metadata = d.pop("query_metadata", UNSET)
        query_metadata: WindowMetadata | Unset
        if _query_metadata is None or isinstance(_query_metadata, Unset):
            query_metadata = UNSET
        else:
            query_metadata = WindowMetadata.from_dict(_query_metadata)

        read_index = d.pop("read_index", UNSET)

        inference_metadata = cls(
            sensor_timestamp=sensor_timestamp,
            frame_ids=frame_ids,
            query_timestamp=query_timestamp,
            sensor_id=sensor_id,
            query_metadata=query_metadata,
            read_index=read_index,
        )

        inference_metadata.additional_properties = d
        return inference_metadata

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
