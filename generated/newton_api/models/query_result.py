from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.prefetch_stats import PrefetchStats


T = TypeVar("T", bound="QueryResult")


@_attrs_define
class QueryResult:
    """
    Attributes:
        response (list[float] | list[list[float]] | list[str] | str): The output: texts (Newton C), or embeddings
            (Omega), flat for one channel and a vector for each of
            several. A bare text is tolerated.
        success (bool | Unset): Whether the worker succeeded.
        query (str | Unset): The query as sent.
        prompt (str | Unset): The prompt as the model got it.
        system (str | Unset): The system prompt as sent.
        instruction (str | Unset): The instruction prompt as sent.
        warning_messages (list[str] | Unset): Omega: remarks on the window, such as its padding.
        generation_latency (float | Unset): Seconds of generation.
        query_gpq_latency (float | Unset): Seconds on the worker.
        query_queue_latency (float | Unset): Seconds in the queue.
        results_timestamp (str | Unset): When the result was there, as `YYYYMMDD_HH:MM:SS`.
        prefetch_stats (PrefetchStats | Unset):
    """

    response: list[float] | list[list[float]] | list[str] | str
    success: bool | Unset = UNSET
    query: str | Unset = UNSET
    prompt: str | Unset = UNSET
    system: str | Unset = UNSET
    instruction: str | Unset = UNSET
    warning_messages: list[str] | Unset = UNSET
    generation_latency: float | Unset = UNSET
    query_gpq_latency: float | Unset = UNSET
    query_queue_latency: float | Unset = UNSET
    results_timestamp: str | Unset = UNSET
    prefetch_stats: PrefetchStats | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        response: list[float] | list[list[float]] | list[str] | str
        if isinstance(self.response, list):
            response = self.response

        elif isinstance(self.response, list):
            response = self.response

        elif isinstance(self.response, list):
            response = self.response

        else:
            response = self.response

        success = self.success

        query = self.query

        prompt = self.prompt

        system = self.system

        instruction = self.instruction

        warning_messages: list[str] | Unset = UNSET
        if not isinstance(self.warning_messages, Unset):
            warning_messages = self.warning_messages

        generation_latency = self.generation_latency

        query_gpq_latency = self.query_gpq_latency

        query_queue_latency = self.query_queue_latency

        results_timestamp = self.results_timestamp

        prefetch_stats: dict[str, Any] | Unset = UNSET
        if not isinstance(self.prefetch_stats, Unset):
            prefetch_stats = self.prefetch_stats.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response": response,
            }
        )
        if success is not UNSET:
            field_dict["success"] = success
        if query is not UNSET:
            field_dict["query"] = query
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if system is not UNSET:
            field_dict["system"] = system
        if instruction is not UNSET:
            field_dict["instruction"] = instruction
        if warning_messages is not UNSET:
            field_dict["warning_messages"] = warning_messages
        if generation_latency is not UNSET:
            field_dict["generation_latency"] = generation_latency
        if query_gpq_latency is not UNSET:
            field_dict["query_gpq_latency"] = query_gpq_latency
        if query_queue_latency is not UNSET:
            field_dict["query_queue_latency"] = query_queue_latency
        if results_timestamp is not UNSET:
            field_dict["results_timestamp"] = results_timestamp
        if prefetch_stats is not UNSET:
            field_dict["prefetch_stats"] = prefetch_stats

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prefetch_stats import PrefetchStats  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_response(data: object) -> list[float] | list[list[float]] | list[str] | str:
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
            return cast("list[float] | list[list[float]] | list[str] | str", data)

        response = _parse_response(d.pop("response"))

        success = d.pop("success", UNSET)

        query = d.pop("query", UNSET)

        prompt = d.pop("prompt", UNSET)

        system = d.pop("system", UNSET)

        instruction = d.pop("instruction", UNSET)

        warning_messages = cast("list[str]", d.pop("warning_messages", UNSET))

        generation_latency = d.pop("generation_latency", UNSET)

        query_gpq_latency = d.pop("query_gpq_latency", UNSET)

        query_queue_latency = d.pop("query_queue_latency", UNSET)

        results_timestamp = d.pop("results_timestamp", UNSET)

        _prefetch_stats = d.pop("prefetch_stats", UNSET)
        prefetch_stats: PrefetchStats | Unset
        if _prefetch_stats is None or isinstance(_prefetch_stats, Unset):
            prefetch_stats = UNSET
        else:
            prefetch_stats = PrefetchStats.from_dict(_prefetch_stats)

        query_result = cls(
            response=response,
            success=success,
            query=query,
            prompt=prompt,
            system=system,
            instruction=instruction,
            warning_messages=warning_messages,
            generation_latency=generation_latency,
            query_gpq_latency=query_gpq_latency,
            query_queue_latency=query_queue_latency,
            results_timestamp=results_timestamp,
            prefetch_stats=prefetch_stats,
        )

        query_result.additional_properties = d
        return query_result

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
