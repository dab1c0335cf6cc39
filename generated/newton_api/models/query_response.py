from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.query_metadata import QueryMetadata
    from ..models.query_result import QueryResult


T = TypeVar("T", bound="QueryResponse")


@_attrs_define
class QueryResponse:
    """
    Attributes:
        query_id (str): Names the query; quote it to support.
        status (str): `failed` where the worker returned an error.
        response (list[float] | list[list[float]] | list[str] | None | QueryResult | str | Unset): What the worker
            returned; the output is its `response`.
        query_timestamp (float | Unset): When the query was submitted
        loading_timestamp (float | Unset): When the loading of the data began
        inference_timestamp (float | Unset): When inference began
        response_timestamp (float | Unset): When the answer was final
        query_queue_time_sec (float | Unset): Seconds spent in the queue.
        inference_time_sec (float | Unset): Seconds of inference.
        query_response_time_sec (float | Unset): Seconds from submission to answer.
        gpq_node (str | Unset): The worker that ran the query; may be empty.
        error_messages (list[str] | Unset): What went wrong on the way. Missing where nothing did.
        error_msg (None | str | Unset): Why the query failed; only where `status` is `failed`.
        api_key (str | Unset): The key that the query was made with. A secret.
        org_id (str | Unset): The organization.
        query_metadata (None | QueryMetadata | Unset): As it was sent.
        file_ids (list[str] | None | Unset): As they were sent.
        data_types (Any | Unset): Internal; its shape is not known.
        render (Any | Unset): Internal; its shape is not known.
        input_items (Any | Unset): Internal; its shape is not known.
        sanitize (Any | Unset): Internal; its shape is not known.
    """

    query_id: str
    status: str
    response: list[float] | list[list[float]] | list[str] | None | QueryResult | str | Unset = UNSET
    query_timestamp: float | Unset = UNSET
    loading_timestamp: float | Unset = UNSET
    inference_timestamp: float | Unset = UNSET
    response_timestamp: float | Unset = UNSET
    query_queue_time_sec: float | Unset = UNSET
    inference_time_sec: float | Unset = UNSET
    query_response_time_sec: float | Unset = UNSET
    gpq_node: str | Unset = UNSET
    error_messages: list[str] | Unset = UNSET
    error_msg: None | str | Unset = UNSET
    api_key: str | Unset = UNSET
    org_id: str | Unset = UNSET
    query_metadata: None | QueryMetadata | Unset = UNSET
    file_ids: list[str] | None | Unset = UNSET
    data_types: Any | Unset = UNSET
    render: Any | Unset = UNSET
    input_items: Any | Unset = UNSET
    sanitize: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.query_metadata import QueryMetadata  # noqa: PLC0415
        from ..models.query_result import QueryResult  # noqa: PLC0415

        query_id = self.query_id

        status = self.status

        response: dict[str, Any] | list[float] | list[list[float]] | list[str] | None | str | Unset
        if isinstance(self.response, Unset):
            response = UNSET
        elif isinstance(self.response, QueryResult):
            response = self.response.to_dict()
        elif isinstance(self.response, list):
            response = self.response

        elif isinstance(self.response, list):
            response = self.response

        elif isinstance(self.response, list):
            response = self.response

        else:
            response = self.response

        query_timestamp = self.query_timestamp

        loading_timestamp = self.loading_timestamp

        inference_timestamp = self.inference_timestamp

        response_timestamp = self.response_timestamp

        query_queue_time_sec = self.query_queue_time_sec

        inference_time_sec = self.inference_time_sec

        query_response_time_sec = self.query_response_time_sec

        gpq_node = self.gpq_node

        error_messages: list[str] | Unset = UNSET
        if not isinstance(self.error_messages, Unset):
            error_messages = self.error_messages

        error_msg: None | str | Unset
        if isinstance(self.error_msg, Unset):
            error_msg = UNSET
        else:
            error_msg = self.error_msg

        api_key = self.api_key

        org_id = self.org_id

        query_metadata: dict[str, Any] | None | Unset
        if isinstance(self.query_metadata, Unset):
            query_metadata = UNSET
        elif isinstance(self.query_metadata, QueryMetadata):
            query_metadata = self.query_metadata.to_dict()
        else:
            query_metadata = self.query_metadata

        file_ids: list[str] | None | Unset
        if isinstance(self.file_ids, Unset):
            file_ids = UNSET
        elif isinstance(self.file_ids, list):
            file_ids = self.file_ids

        else:
            file_ids = self.file_ids

        data_types = self.data_types

        render = self.render

        input_items = self.input_items

        sanitize = self.sanitize

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "query_id": query_id,
                "status": status,
            }
        )
        if response is not UNSET:
            field_dict["response"] = response
        if query_timestamp is not UNSET:
            field_dict["query_timestamp"] = query_timestamp
        if loading_timestamp is not UNSET:
            field_dict["loading_timestamp"] = loading_timestamp
        if inference_timestamp is not UNSET:
            field_dict["inference_timestamp"] = inference_timestamp
        if response_timestamp is not UNSET:
            field_dict["response_timestamp"] = response_timestamp
        if query_queue_time_sec is not UNSET:
            field_dict["query_queue_time_sec"] = query_queue_time_sec
        if inference_time_sec is not UNSET:
            field_dict["inference_time_sec"] = inference_time_sec
        if query_response_time_sec is not UNSET:
            field_dict["query_response_time_sec"] = query_response_time_sec
        if gpq_node is not UNSET:
            field_dict["gpq_node"] = gpq_node
        if error_messages is not UNSET:
            field_dict["error_messages"] = error_messages
        if error_msg is not UNSET:
            field_dict["error_msg"] = error_msg
        if api_key is not UNSET:
            field_dict["api_key"] = api_key
        if org_id is not UNSET:
            field_dict["org_id"] = org_id
        if query_metadata is not UNSET:
            field_dict["query_metadata"] = query_metadata
        if file_ids is not UNSET:
            field_dict["file_ids"] = file_ids
        if data_types is not UNSET:
            field_dict["data_types"] = data_types
        if render is not UNSET:
            field_dict["render"] = render
        if input_items is not UNSET:
            field_dict["input_items"] = input_items
        if sanitize is not UNSET:
            field_dict["sanitize"] = sanitize

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.query_metadata import QueryMetadata  # noqa: PLC0415
        from ..models.query_result import QueryResult  # noqa: PLC0415

        d = dict(src_dict)
        query_id = d.pop("query_id")

        status = d.pop("status")

        def _parse_response(
            data: object,
        ) -> list[float] | list[list[float]] | list[str] | None | QueryResult | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_type_0 = QueryResult.from_dict(data)

                return response_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                componentsschemas_query_output_type_0 = cast("list[str]", data)

                return componentsschemas_query_output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                componentsschemas_query_output_type_1 = cast("list[float]", data)

                return componentsschemas_query_output_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                componentsschemas_query_output_type_2 = []
                _componentsschemas_query_output_type_2 = data
                for componentsschemas_query_output_type_2_item_data in _componentsschemas_query_output_type_2:
                    componentsschemas_query_output_type_2_item = cast(
                        "list[float]", componentsschemas_query_output_type_2_item_data
                    )

                    componentsschemas_query_output_type_2.append(componentsschemas_query_output_type_2_item)

                return componentsschemas_query_output_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                "list[float] | list[list[float]] | list[str] | None | QueryResult | str | Unset", data
            )

        response = _parse_response(d.pop("response", UNSET))

        query_timestamp = d.pop("query_timestamp", UNSET)

        loading_timestamp = d.pop("loading_timestamp", UNSET)

        inference_timestamp = d.pop("inference_timestamp", UNSET)

        response_timestamp = d.pop("response_timestamp", UNSET)

        query_queue_time_sec = d.pop("query_queue_time_sec", UNSET)

        inference_time_sec = d.pop("inference_time_sec", UNSET)

        query_response_time_sec = d.pop("query_response_time_sec", UNSET)

        gpq_node = d.pop("gpq_node", UNSET)

        error_messages = cast("list[str]", d.pop("error_messages", UNSET))

        def _parse_error_msg(data: object) -> None | str | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            return cast("None | str | Unset", data)

        error_msg = _parse_error_msg(d.pop("error_msg", UNSET))

        api_key = d.pop("api_key", UNSET)

        org_id = d.pop("org_id", UNSET)

        def _parse_query_metadata(data: object) -> None | QueryMetadata | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                query_metadata_type_0 = QueryMetadata.from_dict(data)

                return query_metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("None | QueryMetadata | Unset", data)

        query_metadata = _parse_query_metadata(d.pop("query_metadata", UNSET))

        def _parse_file_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if data is None or isinstance(data, Unset):
                return UNSET
            try:
                if not isinstance(data, list):
                    raise TypeError()
                file_ids_type_0 = cast("list[str]", data)

                return file_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        file_ids = _parse_file_ids(d.pop("file_ids", UNSET))

        data_types = d.pop("data_types", UNSET)

        render = d.pop("render", UNSET)

        input_items = d.pop("input_items", UNSET)

        sanitize = d.pop("sanitize", UNSET)

        query_response = cls(
            query_id=query_id,
            status=status,
            response=response,
            query_timestamp=query_timestamp,
            loading_timestamp=loading_timestamp,
            inference_timestamp=inference_timestamp,
            response_timestamp=response_timestamp,
            query_queue_time_sec=query_queue_time_sec,
            inference_time_sec=inference_time_sec,
            query_response_time_sec=query_response_time_sec,
            gpq_node=gpq_node,
            error_messages=error_messages,
            error_msg=error_msg,
            api_key=api_key,
            org_id=org_id,
            query_metadata=query_metadata,
            file_ids=file_ids,
            data_types=data_types,
            render=render,
            input_items=input_items,
            sanitize=sanitize,
        )

        query_response.additional_properties = d
        return query_response

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
