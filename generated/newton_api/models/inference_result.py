from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.class_votes import ClassVotes
    from ..models.inference_metadata import InferenceMetadata
    from ..models.label_response import LabelResponse


T = TypeVar("T", bound="InferenceResult")


@_attrs_define
class InferenceResult:
    """
    Attributes:
        response (LabelResponse | list[ClassVotes | float | list[float] | str] | str): What the model says, by lens:

            - Activity Monitor: a list with one text, or the text alone;
            - Machine State: `[label, {class: votes}]`; votes are counts or fractions. The label may also
              be `unknown`, or `INVALID_STATE` for rows with NaN or infinite values;
            - embeddings: channels × 768 numbers, or one flat list.
        query_id (str | Unset): `qry-` and more.
        query_time_sec (float | Unset): Seconds that the inference took.
        query_metadata (InferenceMetadata | Unset): What a result is about. The fields depend on the input.
        sensor_timestamp (float | str | Unset): Place in the video as `HH:MM:SS`.
    """

    response: LabelResponse | list[ClassVotes | float | list[float] | str] | str
    query_id: str | Unset = UNSET
    query_time_sec: float | Unset = UNSET
    query_metadata: InferenceMetadata | Unset = UNSET
    sensor_timestamp: float | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.class_votes import ClassVotes  # noqa: PLC0415
        from ..models.label_response import LabelResponse  # noqa: PLC0415

        response: dict[str, Any] | list[dict[str, Any] | float | list[float] | str] | str
        if isinstance(self.response, list):
            response = []
            for response_type_0_item_data in self.response:
                response_type_0_item: dict[str, Any] | float | list[float] | str
                if isinstance(response_type_0_item_data, list):
                    response_type_0_item = response_type_0_item_data

                elif isinstance(response_type_0_item_data, ClassVotes):
                    response_type_0_item = response_type_0_item_data.to_dict()
                else:
                    response_type_0_item = response_type_0_item_data
                response.append(response_type_0_item)

        elif isinstance(self.response, LabelResponse):
            response = self.response.to_dict()
        else:
            response = self.response

        query_id = self.query_id

        query_time_sec = self.query_time_sec

        query_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.query_metadata, Unset):
            query_metadata = self.query_metadata.to_dict()

        sensor_timestamp: float | str | Unset
        if isinstance(self.sensor_timestamp, Unset):
            sensor_timestamp = UNSET
        else:
            sensor_timestamp = self.sensor_timestamp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response": response,
            }
        )
        if query_id is not UNSET:
            field_dict["query_id"] = query_id
        if query_time_sec is not UNSET:
            field_dict["query_time_sec"] = query_time_sec
        if query_metadata is not UNSET:
            field_dict["query_metadata"] = query_metadata
        if sensor_timestamp is not UNSET:
            field_dict["sensor_timestamp"] = sensor_timestamp

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_votes import ClassVotes  # noqa: PLC0415
        from ..models.inference_metadata import InferenceMetadata  # noqa: PLC0415
        from ..models.label_response import LabelResponse  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_response(
            data: object,
        ) -> LabelResponse | list[ClassVotes | float | list[float] | str] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                response_type_0 = []
                _response_type_0 = data
                for response_type_0_item_data in _response_type_0:

                    def _parse_response_type_0_item(data: object) -> ClassVotes | float | list[float] | str:
                        try:
                            if not isinstance(data, list):
                                raise TypeError()
                            response_type_0_item_type_2 = cast("list[float]", data)

                            return response_type_0_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            response_type_0_item_type_3 = ClassVotes.from_dict(data)

                            return response_type_0_item_type_3
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast("ClassVotes | float | list[float] | str", data)

                    response_type_0_item = _parse_response_type_0_item(response_type_0_item_data)

                    response_type_0.append(response_type_0_item)

                return response_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_type_2 = LabelResponse.from_dict(data)

                return response_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("LabelResponse | list[ClassVotes | float | list[float] | str] | str", data)

        response = _parse_response(d.pop("response"))

        query_id = d.pop("query_id", UNSET)

        query_time_sec = d.pop("query_time_sec", UNSET)

        _query_metadata = d.pop("query_metadata", UNSET)
        query_metadata: InferenceMetadata | Unset
        if _query_metadata is None or isinstance(_query_metadata, Unset):
            query_metadata = UNSET
        else:
            query_metadata = InferenceMetadata.from_dict(_query_metadata)

        def _parse_sensor_timestamp(data: object) -> float | str | Unset:
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("float | str | Unset", data)

        sensor_timestamp = _parse_sensor_timestamp(d.pop("sensor_timestamp", UNSET))

        inference_result = cls(
            response=response,
            query_id=query_id,
            query_time_sec=query_time_sec,
            query_metadata=query_metadata,
            sensor_timestamp=sensor_timestamp,
        )

        inference_result.additional_properties = d
        return inference_result

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
