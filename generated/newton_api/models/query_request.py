from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.image_array_event import ImageArrayEvent
    from ..models.image_event import ImageEvent
    from ..models.json_event import JsonEvent
    from ..models.numeric_array_event import NumericArrayEvent
    from ..models.query_metadata import QueryMetadata
    from ..models.text_event import TextEvent


T = TypeVar("T", bound="QueryRequest")


@_attrs_define
class QueryRequest:
    """
    Attributes:
        model (str): Versioned id of the model, prefix included.
        query (str): The question; `""` for Omega encoders.
        file_ids (list[str] | Unset): Uploaded files to ask about, by the name they were uploaded under. The extension
            must be .png, .jpg,
            .jpeg, .txt, .json, .csv or .mp4; a `file_uid` has none and is refused.
        events (list[ImageArrayEvent | ImageEvent | JsonEvent | NumericArrayEvent | TextEvent] | Unset): Data to ask
            about, sent along instead of uploaded.
        instruction_prompt (str | Unset): Appended to `system_prompt`. C 2.6 honours only this one of the two.
        system_prompt (str | Unset): Put before the query. C 2.6 ignores it; with older models send the same text in
            both.
        response_start_prompt (str | Unset): How the answer shall begin.
        template_name (str | Unset): A prompt template of the server to apply.
        max_new_tokens (int | Unset): Tokens to generate at most; the answer is cut there. The server's default is 256.
        temperature (float | Unset): Sampling temperature, up to 2.0; near 0 is greedy. The default is the model's.
        do_sample (bool | Unset): Whether to sample. False is greedy decoding, and still not exactly repeatable.
        top_p (float | Unset): Nucleus sampling cutoff. 0.8 was seen as the default.
        top_k (int | Unset): Sample from this many tokens; 0 is all.
        repetition_penalty (float | Unset): Factor against tokens already generated; 1.0 is none.
        presence_penalty (float | Unset): Penalty on tokens already in the prompt, about -2 to 2; 0.0 is none. C 2.6
            only.
        normalize_input (bool | Unset): Whether to z-score each numeric window by itself before encoding. That takes
            away the differences in
            amplitude between windows, so it seldom suits anomaly detection. No effect on text models. The
            server's default is false.
        multi_image (bool | Unset): How several images are read: true is images of their own (16 at most), false is
            frames of one video,
            which then need all of `query_metadata`. The server's default is false.
        max_frames (int | Unset): Frames to sample from an .mp4 file. The server's default is 32. Above 64 the video is
            dropped
            without an error.
        query_metadata (QueryMetadata | Unset): Kept with the query. Frames of a video need all three fields; other keys
            are your own.
        render (bool | Unset): Whether to keep rendered artifacts, which v0.5 cannot fetch. The default is false.
        max_query_size_mb (float | Unset): Largest size of the combined prompt in MB. The server's default is typically
            0.04.
        max_wait_time_sec (float | Unset): Seconds to wait for the result before a 504.
        sanitize_response (bool | Unset): Whether to strip internal fields from the answer. False returns the raw
            record, which may hold
            your API key. The server's default is true.
    """

    model: str
    query: str
    file_ids: list[str] | Unset = UNSET
    events: list[ImageArrayEvent | ImageEvent | JsonEvent | NumericArrayEvent | TextEvent] | Unset = UNSET
    instruction_prompt: str | Unset = UNSET
    system_prompt: str | Unset = UNSET
    response_start_prompt: str | Unset = UNSET
    template_name: str | Unset = UNSET
    max_new_tokens: int | Unset = UNSET
    temperature: float | Unset = UNSET
    do_sample: bool | Unset = UNSET
    top_p: float | Unset = UNSET
    top_k: int | Unset = UNSET
    repetition_penalty: float | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    normalize_input: bool | Unset = UNSET
    multi_image: bool | Unset = UNSET
    max_frames: int | Unset = UNSET
    query_metadata: QueryMetadata | Unset = UNSET
    render: bool | Unset = UNSET
    max_query_size_mb: float | Unset = UNSET
    max_wait_time_sec: float | Unset = UNSET
    sanitize_response: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.json_event import JsonEvent  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        model = self.model

        query = self.query

        file_ids: list[str] | Unset = UNSET
        if not isinstance(self.file_ids, Unset):
            file_ids = self.file_ids

        events: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.events, Unset):
            events = []
            for events_item_data in self.events:
                events_item: dict[str, Any]
                if isinstance(events_item_data, TextEvent):
                    events_item = events_item_data.to_dict()
                elif isinstance(events_item_data, JsonEvent):
                    events_item = events_item_data.to_dict()
                elif isinstance(events_item_data, ImageEvent):
                    events_item = events_item_data.to_dict()
                elif isinstance(events_item_data, ImageArrayEvent):
                    events_item = events_item_data.to_dict()
                else:
                    events_item = events_item_data.to_dict()

                events.append(events_item)

        instruction_prompt = self.instruction_prompt

        system_prompt = self.system_prompt

        response_start_prompt = self.response_start_prompt

        template_name = self.template_name

        max_new_tokens = self.max_new_tokens

        temperature = self.temperature

        do_sample = self.do_sample

        top_p = self.top_p

        top_k = self.top_k

        repetition_penalty = self.repetition_penalty

        presence_penalty = self.presence_penalty

        normalize_input = self.normalize_input

        multi_image = self.multi_image

        max_frames = self.max_frames

        query_metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.query_metadata, Unset):
            query_metadata = self.query_metadata.to_dict()

        render = self.render

        max_query_size_mb = self.max_query_size_mb

        max_wait_time_sec = self.max_wait_time_sec

        sanitize_response = self.sanitize_response

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "model": model,
                "query": query,
            }
        )
        if file_ids is not UNSET:
            field_dict["file_ids"] = file_ids
        if events is not UNSET:
            field_dict["events"] = events
        if instruction_prompt is not UNSET:
            field_dict["instruction_prompt"] = instruction_prompt
        if system_prompt is not UNSET:
            field_dict["system_prompt"] = system_prompt
        if response_start_prompt is not UNSET:
            field_dict["response_start_prompt"] = response_start_prompt
        if template_name is not UNSET:
            field_dict["template_name"] = template_name
        if max_new_tokens is not UNSET:
            field_dict["max_new_tokens"] = max_new_tokens
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if do_sample is not UNSET:
            field_dict["do_sample"] = do_sample
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if normalize_input is not UNSET:
            field_dict["normalize_input"] = normalize_input
        if multi_image is not UNSET:
            field_dict["multi_image"] = multi_image
        if max_frames is not UNSET:
            field_dict["max_frames"] = max_frames
        if query_metadata is not UNSET:
            field_dict["query_metadata"] = query_metadata
        if render is not UNSET:
            field_dict["render"] = render
        if max_query_size_mb is not UNSET:
            field_dict["max_query_size_mb"] = max_query_size_mb
        if max_wait_time_sec is not UNSET:
            field_dict["max_wait_time_sec"] = max_wait_time_sec
        if sanitize_response is not UNSET:
            field_dict["sanitize_response"] = sanitize_response

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_array_event import ImageArrayEvent  # noqa: PLC0415
        from ..models.image_event import ImageEvent  # noqa: PLC0415
        from ..models.json_event import JsonEvent  # noqa: PLC0415
        from ..models.numeric_array_event import NumericArrayEvent  # noqa: PLC0415
        from ..models.query_metadata import QueryMetadata  # noqa: PLC0415
        from ..models.text_event import TextEvent  # noqa: PLC0415

        d = dict(src_dict)
        model = d.pop("model")

        query = d.pop("query")

        file_ids = cast("list[str]", d.pop("file_ids", UNSET))

        _events = d.pop("events", UNSET)
        events: list[ImageArrayEvent | ImageEvent | JsonEvent | NumericArrayEvent | TextEvent] | Unset = UNSET
        if _events is not UNSET and _events is not None:
            events = []
            for events_item_data in _events:

                def _parse_events_item(
                    data: object,
                ) -> ImageArrayEvent | ImageEvent | JsonEvent | NumericArrayEvent | TextEvent:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_data_event_type_0 = TextEvent.from_dict(data)

                        return componentsschemas_data_event_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_data_event_type_1 = JsonEvent.from_dict(data)

                        return componentsschemas_data_event_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_data_event_type_2 = ImageEvent.from_dict(data)

                        return componentsschemas_data_event_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_data_event_type_3 = ImageArrayEvent.from_dict(data)

                        return componentsschemas_data_event_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_data_event_type_4 = NumericArrayEvent.from_dict(data)

                    return componentsschemas_data_event_type_4

                events_item = _parse_events_item(events_item_data)

                events.append(events_item)

        instruction_prompt = d.pop("instruction_prompt", UNSET)

        system_prompt = d.pop("system_prompt", UNSET)

        response_start_prompt = d.pop("response_start_prompt", UNSET)

        template_name = d.pop("template_name", UNSET)

        max_new_tokens = d.pop("max_new_tokens", UNSET)

        temperature = d.pop("temperature", UNSET)

        do_sample = d.pop("do_sample", UNSET)

        top_p = d.pop("top_p", UNSET)

        top_k = d.pop("top_k", UNSET)

        repetition_penalty = d.pop("repetition_penalty", UNSET)

        presence_penalty = d.pop("presence_penalty", UNSET)

        normalize_input = d.pop("normalize_input", UNSET)

        multi_image = d.pop("multi_image", UNSET)

        max_frames = d.pop("max_frames", UNSET)

        _query_metadata = d.pop("query_metadata", UNSET)
        query_metadata: QueryMetadata | Unset
        if _query_metadata is None or isinstance(_query_metadata, Unset):
            query_metadata = UNSET
        else:
            query_metadata = QueryMetadata.from_dict(_query_metadata)

        render = d.pop("render", UNSET)

        max_query_size_mb = d.pop("max_query_size_mb", UNSET)

        max_wait_time_sec = d.pop("max_wait_time_sec", UNSET)

        sanitize_response = d.pop("sanitize_response", UNSET)

        query_request = cls(
            model=model,
            query=query,
            file_ids=file_ids,
            events=events,
            instruction_prompt=instruction_prompt,
            system_prompt=system_prompt,
            response_start_prompt=response_start_prompt,
            template_name=template_name,
            max_new_tokens=max_new_tokens,
            temperature=temperature,
            do_sample=do_sample,
            top_p=top_p,
            top_k=top_k,
            repetition_penalty=repetition_penalty,
            presence_penalty=presence_penalty,
            normalize_input=normalize_input,
            multi_image=multi_image,
            max_frames=max_frames,
            query_metadata=query_metadata,
            render=render,
            max_query_size_mb=max_query_size_mb,
            max_wait_time_sec=max_wait_time_sec,
            sanitize_response=sanitize_response,
        )

        query_request.additional_properties = d
        return query_request

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
