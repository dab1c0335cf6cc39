from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RtspVideoConfig")


@_attrs_define
class RtspVideoConfig:
    """
    Attributes:
        rtsp_url (str): The camera's address; it may contain credentials.
        target_image_size (list[int] | Unset): Height and width, in pixels: `[height, width]`.
        target_frame_rate_hz (float | Unset): Frames per second to take.
    """

    rtsp_url: str
    target_image_size: list[int] | Unset = UNSET
    target_frame_rate_hz: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rtsp_url = self.rtsp_url

        target_image_size: list[int] | Unset = UNSET
        if not isinstance(self.target_image_size, Unset):
            target_image_size = self.target_image_size

        target_frame_rate_hz = self.target_frame_rate_hz

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rtsp_url": rtsp_url,
            }
        )
        if target_image_size is not UNSET:
            field_dict["target_image_size"] = target_image_size
        if target_frame_rate_hz is not UNSET:
            field_dict["target_frame_rate_hz"] = target_frame_rate_hz

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rtsp_url = d.pop("rtsp_url")

        target_image_size = cast("list[int]", d.pop("target_image_size", UNSET))

        target_frame_rate_hz = d.pop("target_frame_rate_hz", UNSET)

        rtsp_video_config = cls(
            rtsp_url=rtsp_url,
            target_image_size=target_image_size,
            target_frame_rate_hz=target_frame_rate_hz,
        )

        rtsp_video_config.additional_properties = d
        return rtsp_video_config

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
