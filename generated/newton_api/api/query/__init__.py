"""The operations tagged `query`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.image_array_event import ImageArrayEvent
from ...models.image_event import ImageEvent
from ...models.json_event import JsonEvent
from ...models.numeric_array_event import NumericArrayEvent
from ...models.query_metadata import QueryMetadata
from ...models.query_request import QueryRequest
from ...models.query_response import QueryResponse
from ...models.text_event import TextEvent
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    query_create,
)


class Query:
    """Operations on `query`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        model: str,
        query: str,
        file_ids: builtins.list[str] | tuple[str, ...] | None = None,
        events: Sequence[
            TextEvent | Mapping[str, Any] | JsonEvent | ImageEvent | ImageArrayEvent | NumericArrayEvent
        ]
        | None = None,
        instruction_prompt: str | None = None,
        system_prompt: str | None = None,
        response_start_prompt: str | None = None,
        template_name: str | None = None,
        max_new_tokens: int | None = None,
        temperature: float | None = None,
        do_sample: bool | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        repetition_penalty: float | None = None,
        presence_penalty: float | None = None,
        normalize_input: bool | None = None,
        multi_image: bool | None = None,
        max_frames: int | None = None,
        query_metadata: QueryMetadata | Mapping[str, Any] | None = None,
        render: bool | None = None,
        max_query_size_mb: float | None = None,
        max_wait_time_sec: float | None = None,
        sanitize_response: bool | None = None,
    ) -> QueryResponse:
        """Ask a model and wait for the answer

        Runs one query on the GPU queue and answers when it is done. What to ask about comes from uploaded
        files
        (`file_ids`), from data sent along (`events`), from both, or from the prompt alone.

        - Newton C models (`Newton::...`) answer in text. They read `.png`, `.jpg`, `.jpeg`, `.txt` and
        `.json`
          files; a `.csv` is accepted, but the model never sees its content: send it as a `data.text` event,
        or
          upload it under a `.txt` name. `.mp4` works with C 2.6; older models say that they cannot see
        video.
        - Omega encoders (`OmegaEncoder::...`) turn a sensor window, one `data.numeric_array` event, into
        768
          numbers per channel. The query is `""`. Windows have 16 to 1024 samples: shorter ones are padded
        with
          zeros, of longer ones the last 1024 samples count.

        Which models there are depends on the account; another one answers 400 `invalid_model_version`.
        Other
        codes of a 400: `unsupported_file_type` (a file id without a known extension, such as a `file_uid`),
        `invalid_parameter_type`, `missing_parameter`, `event_payload_error` and `query_failed`. 504: no
        result
        within the time to wait. The endpoint is under development and may change.

        Docs: https://docs.archetypeai.app/api-reference/query

        Args:
            model: Versioned id of the model, prefix included.
            query: The question; `""` for Omega encoders.
            file_ids: Uploaded files to ask about, by the name they were uploaded under. The extension
                must be .png, .jpg,
                .jpeg, .txt, .json, .csv or .mp4; a `file_uid` has none and is refused.
            events: Data to ask about, sent along instead of uploaded.
            instruction_prompt: Appended to `system_prompt`. C 2.6 honours only this one of the two.
            system_prompt: Put before the query. C 2.6 ignores it; with older models send the same text
                in both.
            response_start_prompt: How the answer shall begin.
            template_name: A prompt template of the server to apply.
            max_new_tokens: Tokens to generate at most; the answer is cut there. The server's default is
                256.
            temperature: Sampling temperature, up to 2.0; near 0 is greedy. The default is the model's.
            do_sample: Whether to sample. False is greedy decoding, and still not exactly repeatable.
            top_p: Nucleus sampling cutoff. 0.8 was seen as the default.
            top_k: Sample from this many tokens; 0 is all.
            repetition_penalty: Factor against tokens already generated; 1.0 is none.
            presence_penalty: Penalty on tokens already in the prompt, about -2 to 2; 0.0 is none. C 2.6
                only.
            normalize_input: Whether to z-score each numeric window by itself before encoding. That
                takes away the differences in
                amplitude between windows, so it seldom suits anomaly detection. No effect on text models.
                The
                server's default is false.
            multi_image: How several images are read: true is images of their own (16 at most), false is
                frames of one video,
                which then need all of `query_metadata`. The server's default is false.
            max_frames: Frames to sample from an .mp4 file. The server's default is 32. Above 64 the
                video is dropped
                without an error.
            query_metadata: Kept with the query. Frames of a video need all three fields; other keys are
                your own.
            render: Whether to keep rendered artifacts, which v0.5 cannot fetch. The default is false.
            max_query_size_mb: Largest size of the combined prompt in MB. The server's default is
                typically 0.04.
            max_wait_time_sec: Seconds to wait for the result before a 504.
            sanitize_response: Whether to strip internal fields from the answer. False returns the raw
                record, which may hold
                your API key. The server's default is true.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            query_create._get_kwargs(
                body={
                    "model": model,
                    "query": query,
                    "file_ids": given(file_ids),
                    "events": given(events),
                    "instruction_prompt": given(instruction_prompt),
                    "system_prompt": given(system_prompt),
                    "response_start_prompt": given(response_start_prompt),
                    "template_name": given(template_name),
                    "max_new_tokens": given(max_new_tokens),
                    "temperature": given(temperature),
                    "do_sample": given(do_sample),
                    "top_p": given(top_p),
                    "top_k": given(top_k),
                    "repetition_penalty": given(repetition_penalty),
                    "presence_penalty": given(presence_penalty),
                    "normalize_input": given(normalize_input),
                    "multi_image": given(multi_image),
                    "max_frames": given(max_frames),
                    "query_metadata": given(query_metadata),
                    "render": given(render),
                    "max_query_size_mb": given(max_query_size_mb),
                    "max_wait_time_sec": given(max_wait_time_sec),
                    "sanitize_response": given(sanitize_response),
                },
            ),
            query_create._parse_response,
        )


class AsyncQuery:
    """Operations on `query`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        model: str,
        query: str,
        file_ids: builtins.list[str] | tuple[str, ...] | None = None,
        events: Sequence[
            TextEvent | Mapping[str, Any] | JsonEvent | ImageEvent | ImageArrayEvent | NumericArrayEvent
        ]
        | None = None,
        instruction_prompt: str | None = None,
        system_prompt: str | None = None,
        response_start_prompt: str | None = None,
        template_name: str | None = None,
        max_new_tokens: int | None = None,
        temperature: float | None = None,
        do_sample: bool | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        repetition_penalty: float | None = None,
        presence_penalty: float | None = None,
        normalize_input: bool | None = None,
        multi_image: bool | None = None,
        max_frames: int | None = None,
        query_metadata: QueryMetadata | Mapping[str, Any] | None = None,
        render: bool | None = None,
        max_query_size_mb: float | None = None,
        max_wait_time_sec: float | None = None,
        sanitize_response: bool | None = None,
    ) -> QueryResponse:
        """Ask a model and wait for the answer

        Runs one query on the GPU queue and answers when it is done. What to ask about comes from uploaded
        files
        (`file_ids`), from data sent along (`events`), from both, or from the prompt alone.

        - Newton C models (`Newton::...`) answer in text. They read `.png`, `.jpg`, `.jpeg`, `.txt` and
        `.json`
          files; a `.csv` is accepted, but the model never sees its content: send it as a `data.text` event,
        or
          upload it under a `.txt` name. `.mp4` works with C 2.6; older models say that they cannot see
        video.
        - Omega encoders (`OmegaEncoder::...`) turn a sensor window, one `data.numeric_array` event, into
        768
          numbers per channel. The query is `""`. Windows have 16 to 1024 samples: shorter ones are padded
        with
          zeros, of longer ones the last 1024 samples count.

        Which models there are depends on the account; another one answers 400 `invalid_model_version`.
        Other
        codes of a 400: `unsupported_file_type` (a file id without a known extension, such as a `file_uid`),
        `invalid_parameter_type`, `missing_parameter`, `event_payload_error` and `query_failed`. 504: no
        result
        within the time to wait. The endpoint is under development and may change.

        Docs: https://docs.archetypeai.app/api-reference/query

        Args:
            model: Versioned id of the model, prefix included.
            query: The question; `""` for Omega encoders.
            file_ids: Uploaded files to ask about, by the name they were uploaded under. The extension
                must be .png, .jpg,
                .jpeg, .txt, .json, .csv or .mp4; a `file_uid` has none and is refused.
            events: Data to ask about, sent along instead of uploaded.
            instruction_prompt: Appended to `system_prompt`. C 2.6 honours only this one of the two.
            system_prompt: Put before the query. C 2.6 ignores it; with older models send the same text
                in both.
            response_start_prompt: How the answer shall begin.
            template_name: A prompt template of the server to apply.
            max_new_tokens: Tokens to generate at most; the answer is cut there. The server's default is
                256.
            temperature: Sampling temperature, up to 2.0; near 0 is greedy. The default is the model's.
            do_sample: Whether to sample. False is greedy decoding, and still not exactly repeatable.
            top_p: Nucleus sampling cutoff. 0.8 was seen as the default.
            top_k: Sample from this many tokens; 0 is all.
            repetition_penalty: Factor against tokens already generated; 1.0 is none.
            presence_penalty: Penalty on tokens already in the prompt, about -2 to 2; 0.0 is none. C 2.6
                only.
            normalize_input: Whether to z-score each numeric window by itself before encoding. That
                takes away the differences in
                amplitude between windows, so it seldom suits anomaly detection. No effect on text models.
                The
                server's default is false.
            multi_image: How several images are read: true is images of their own (16 at most), false is
                frames of one video,
                which then need all of `query_metadata`. The server's default is false.
            max_frames: Frames to sample from an .mp4 file. The server's default is 32. Above 64 the
                video is dropped
                without an error.
            query_metadata: Kept with the query. Frames of a video need all three fields; other keys are
                your own.
            render: Whether to keep rendered artifacts, which v0.5 cannot fetch. The default is false.
            max_query_size_mb: Largest size of the combined prompt in MB. The server's default is
                typically 0.04.
            max_wait_time_sec: Seconds to wait for the result before a 504.
            sanitize_response: Whether to strip internal fields from the answer. False returns the raw
                record, which may hold
                your API key. The server's default is true.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            query_create._get_kwargs(
                body={
                    "model": model,
                    "query": query,
                    "file_ids": given(file_ids),
                    "events": given(events),
                    "instruction_prompt": given(instruction_prompt),
                    "system_prompt": given(system_prompt),
                    "response_start_prompt": given(response_start_prompt),
                    "template_name": given(template_name),
                    "max_new_tokens": given(max_new_tokens),
                    "temperature": given(temperature),
                    "do_sample": given(do_sample),
                    "top_p": given(top_p),
                    "top_k": given(top_k),
                    "repetition_penalty": given(repetition_penalty),
                    "presence_penalty": given(presence_penalty),
                    "normalize_input": given(normalize_input),
                    "multi_image": given(multi_image),
                    "max_frames": given(max_frames),
                    "query_metadata": given(query_metadata),
                    "render": given(render),
                    "max_query_size_mb": given(max_query_size_mb),
                    "max_wait_time_sec": given(max_wait_time_sec),
                    "sanitize_response": given(sanitize_response),
                },
            ),
            query_create._parse_response,
        )


class RawQuery:
    """Operations on `query`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        model: str,
        query: str,
        file_ids: builtins.list[str] | tuple[str, ...] | None = None,
        events: Sequence[
            TextEvent | Mapping[str, Any] | JsonEvent | ImageEvent | ImageArrayEvent | NumericArrayEvent
        ]
        | None = None,
        instruction_prompt: str | None = None,
        system_prompt: str | None = None,
        response_start_prompt: str | None = None,
        template_name: str | None = None,
        max_new_tokens: int | None = None,
        temperature: float | None = None,
        do_sample: bool | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        repetition_penalty: float | None = None,
        presence_penalty: float | None = None,
        normalize_input: bool | None = None,
        multi_image: bool | None = None,
        max_frames: int | None = None,
        query_metadata: QueryMetadata | Mapping[str, Any] | None = None,
        render: bool | None = None,
        max_query_size_mb: float | None = None,
        max_wait_time_sec: float | None = None,
        sanitize_response: bool | None = None,
    ) -> Response[QueryResponse]:
        """Ask a model and wait for the answer"""
        return self._caller.call_raw(
            query_create._get_kwargs(
                body={
                    "model": model,
                    "query": query,
                    "file_ids": given(file_ids),
                    "events": given(events),
                    "instruction_prompt": given(instruction_prompt),
                    "system_prompt": given(system_prompt),
                    "response_start_prompt": given(response_start_prompt),
                    "template_name": given(template_name),
                    "max_new_tokens": given(max_new_tokens),
                    "temperature": given(temperature),
                    "do_sample": given(do_sample),
                    "top_p": given(top_p),
                    "top_k": given(top_k),
                    "repetition_penalty": given(repetition_penalty),
                    "presence_penalty": given(presence_penalty),
                    "normalize_input": given(normalize_input),
                    "multi_image": given(multi_image),
                    "max_frames": given(max_frames),
                    "query_metadata": given(query_metadata),
                    "render": given(render),
                    "max_query_size_mb": given(max_query_size_mb),
                    "max_wait_time_sec": given(max_wait_time_sec),
                    "sanitize_response": given(sanitize_response),
                },
            ),
            query_create._parse_response,
        )


class AsyncRawQuery:
    """Operations on `query`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        model: str,
        query: str,
        file_ids: builtins.list[str] | tuple[str, ...] | None = None,
        events: Sequence[
            TextEvent | Mapping[str, Any] | JsonEvent | ImageEvent | ImageArrayEvent | NumericArrayEvent
        ]
        | None = None,
        instruction_prompt: str | None = None,
        system_prompt: str | None = None,
        response_start_prompt: str | None = None,
        template_name: str | None = None,
        max_new_tokens: int | None = None,
        temperature: float | None = None,
        do_sample: bool | None = None,
        top_p: float | None = None,
        top_k: int | None = None,
        repetition_penalty: float | None = None,
        presence_penalty: float | None = None,
        normalize_input: bool | None = None,
        multi_image: bool | None = None,
        max_frames: int | None = None,
        query_metadata: QueryMetadata | Mapping[str, Any] | None = None,
        render: bool | None = None,
        max_query_size_mb: float | None = None,
        max_wait_time_sec: float | None = None,
        sanitize_response: bool | None = None,
    ) -> Response[QueryResponse]:
        """Ask a model and wait for the answer"""
        return await self._caller.call_raw(
            query_create._get_kwargs(
                body={
                    "model": model,
                    "query": query,
                    "file_ids": given(file_ids),
                    "events": given(events),
                    "instruction_prompt": given(instruction_prompt),
                    "system_prompt": given(system_prompt),
                    "response_start_prompt": given(response_start_prompt),
                    "template_name": given(template_name),
                    "max_new_tokens": given(max_new_tokens),
                    "temperature": given(temperature),
                    "do_sample": given(do_sample),
                    "top_p": given(top_p),
                    "top_k": given(top_k),
                    "repetition_penalty": given(repetition_penalty),
                    "presence_penalty": given(presence_penalty),
                    "normalize_input": given(normalize_input),
                    "multi_image": given(multi_image),
                    "max_frames": given(max_frames),
                    "query_metadata": given(query_metadata),
                    "render": given(render),
                    "max_query_size_mb": given(max_query_size_mb),
                    "max_wait_time_sec": given(max_wait_time_sec),
                    "sanitize_response": given(sanitize_response),
                },
            ),
            query_create._parse_response,
        )
