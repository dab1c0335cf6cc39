"""The operations tagged `sessions`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.any_event import AnyEvent
from ...models.any_stream_event import AnyStreamEvent
from ...models.destroyed_session import DestroyedSession
from ...models.documented_inference_result_event import DocumentedInferenceResultEvent
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.error_reply import ErrorReply
from ...models.image_array_event import ImageArrayEvent
from ...models.image_event import ImageEvent
from ...models.inference_error_event import InferenceErrorEvent
from ...models.inference_result_event import InferenceResultEvent
from ...models.input_stream_set_event import InputStreamSetEvent
from ...models.model_query_event import ModelQueryEvent
from ...models.model_query_reply import ModelQueryReply
from ...models.numeric_array_event import NumericArrayEvent
from ...models.output_stream_set_event import OutputStreamSetEvent
from ...models.reply_event import ReplyEvent
from ...models.session_create_request import SessionCreateRequest
from ...models.session_data_event import SessionDataEvent
from ...models.session_destroy_event import SessionDestroyEvent
from ...models.session_destroy_request import SessionDestroyRequest
from ...models.session_get_event import SessionGetEvent
from ...models.session_heartbeat_event import SessionHeartbeatEvent
from ...models.session_modify_event import SessionModifyEvent
from ...models.session_modify_result_event import SessionModifyResultEvent
from ...models.session_process_event_request import SessionProcessEventRequest
from ...models.session_read_event import SessionReadEvent
from ...models.session_read_reply import SessionReadReply
from ...models.session_record import SessionRecord
from ...models.session_status_event import SessionStatusEvent
from ...models.session_update_event import SessionUpdateEvent
from ...models.session_validate_event import SessionValidateEvent
from ...models.session_validate_reply import SessionValidateReply
from ...models.sessions_info import SessionsInfo
from ...models.stream_end_event import StreamEndEvent
from ...models.stream_heartbeat_event import StreamHeartbeatEvent
from ...models.stream_start_event import StreamStartEvent
from ...models.text_event import TextEvent
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    sessions_consume,
    sessions_create,
    sessions_destroy,
    sessions_info,
    sessions_list,
    sessions_process_event,
)


class Sessions:
    """Operations on `sessions`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        lens_id: str,
    ) -> SessionRecord:
        """Start a session

        Starts a lens: reserves a runner for it and gives the session's id and its WebSocket address.

        The session is not ready at once. Send it `session.status` events until `session_status` says
        running; half a second to a second between them is usual, half a minute to a minute and a half
        is a normal limit. It ends after `session_ttl_sec` seconds (24 hours) of inactivity, or when it
        is destroyed. The quick reference allows an organization 10 sessions at a time, so destroy those
        you no longer need. An unknown lens is a 400 with the code `INVALID_LENS_ID`. The answer repeats
        your API key: do not log it.

        Docs: https://docs.archetypeai.app/api-reference/lens/create-session

        Args:
            lens_id: The lens to run, built-in or your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            sessions_create._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            sessions_create._parse_response,
        )

    def destroy(
        self,
        *,
        session_id: str,
    ) -> DestroyedSession:
        """End a session

        Ends a session, closes its connections and frees its runner. Always do this when you are done:
        sessions count against the limit of your organization until they expire. The answer gives the
        last status and how long the session lived.

        Docs: https://docs.archetypeai.app/api-reference/lens/destroy-session

        Args:
            session_id: The session to end.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            sessions_destroy._get_kwargs(
                body={
                    "session_id": session_id,
                },
            ),
            sessions_destroy._parse_response,
        )

    def info(
        self,
    ) -> SessionsInfo:
        """Summarize all sessions

        A summary over the sessions of your organization. Its fields are not documented; read them by
        name from the answer.

        Docs: https://docs.archetypeai.app/api-reference/quick-reference

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            sessions_info._get_kwargs(),
            sessions_info._parse_response,
        )

    def list(
        self,
        *,
        session_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> builtins.list[SessionRecord]:
        """List active sessions

        The active sessions of your organization, with status, age and counters. A session whose
        `num_outputs` grows while nothing arrives writes to the other output: see `sessions_consume`.
        Shards are pages, counted from 0; without paging everything comes at once.

        Docs: https://docs.archetypeai.app/api-reference/lens/get-sessions-metadata

        Args:
            session_id: Only this session. Empty means all.
            shard_index: Page to return, from 0. The server's default, -1, returns all.
            max_items_per_shard: Sessions on a page. The server's default, -1, sets no limit.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            sessions_list._get_kwargs(
                session_id=given(session_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            sessions_list._parse_response,
        )

    def process_event(
        self,
        *,
        session_id: str,
        event: SessionStatusEvent
        | Mapping[str, Any]
        | SessionValidateEvent
        | SessionGetEvent
        | SessionModifyEvent
        | SessionUpdateEvent
        | SessionReadEvent
        | SessionDestroyEvent
        | SessionHeartbeatEvent
        | ModelQueryEvent
        | InputStreamSetEvent
        | OutputStreamSetEvent
        | TextEvent
        | ImageEvent
        | ImageArrayEvent
        | NumericArrayEvent
        | SessionDataEvent
        | AnyEvent,
    ) -> ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply:
        """Send an event to a session

        Sends one event to a session and returns its one reply. The same events may be sent over the
        WebSocket at `session_endpoint`; there too each gets exactly one reply.

        - The reply's `type` is the event's with `.response` after it; what it found is in `event_data`.
          Only `session.status` differs: it answers with the bare session record.
        - A failure is `type` `error` with a `message`. A reply with a `message` and no `event_data` has
          failed too, for instance when `model.query` runs out of time after about a minute. A session
          that is gone may also be a 404 with the code `SESSION_NOT_FOUND`.
        - Inference on pushed data is not in the reply: read it with `sessions_consume`.
        - Set the output stream before the input stream. Setting a file reader starts the processing.
        - Sensor windows are channels × samples, the channels in the order of `data_columns`. Samples ×
          channels is accepted as well, and gives results without meaning.
        - With `lens_camera_processor`, send a `session.modify` (such as `camera_buffer_size` 1) before
          the first `model.query`. Other lenses may not answer `model.query` at all.

        Replies take up to 10 seconds for status and streams, 15 for `session.update`, 30 for
        `session.modify` and 60 for `model.query`: the timeouts that working clients use.

        Docs: https://docs.archetypeai.app/api-reference/lens/sessions-events-process

        Args:
            session_id: An active session.
            event: One event for a session. `type` says what it asks for.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            sessions_process_event._get_kwargs(
                body={
                    "session_id": session_id,
                    "event": event,
                },
            ),
            sessions_process_event._parse_response,
        )

    def consume(
        self,
        session_id: str,
        *,
        last_event_id: str | None = None,
    ) -> Iterator[
        AnyStreamEvent
        | DocumentedInferenceResultEvent
        | InferenceErrorEvent
        | InferenceResultEvent
        | SessionModifyResultEvent
        | StreamEndEvent
        | StreamHeartbeatEvent
        | StreamStartEvent
    ]:
        """Stream a session's results

        The results of a session as Server-Sent Events, until `sse.stream.end`. Every frame has the event
        name `message` and one JSON object as its data; its `type` says what it is:

            event: message
            data: {"type": "sse.stream.start", "event_data": {"session_id": "lsn-..."}}

            event: message
            data: {"type": "inference.result", "event_data": {"response": ["Person is stirring a pot."]}}

            event: message
            data: {"type": "sse.stream.end"}

        - A lens writes either here or to the queue that `session.read` reads, never to both. Here it
          writes when its output is `server_sent_events_writer`; built-in lenses have no output, so send
          them an `output_stream.set` event first.
        - Connect before you send input: what a session said earlier may not be repeated.
        - Heartbeats come every few seconds and carry nothing to act on. First results of Machine State
          may take a minute and a half. The end may come a minute after the last result.
        - When the connection breaks, connect again with the last `id` in `Last-Event-ID`.

        Docs: https://docs.archetypeai.app/api-reference/lens/consumer

        Args:
            session_id: The session to read from, as `sessions_create` gave it.
            last_event_id: The `id` of the last event you saw. The stream goes on after it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.stream_events(
            sessions_consume._get_kwargs(
                session_id,
                last_event_id=given(last_event_id),
            ),
            sessions_consume._parse_event,
        )


class AsyncSessions:
    """Operations on `sessions`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        lens_id: str,
    ) -> SessionRecord:
        """Start a session

        Starts a lens: reserves a runner for it and gives the session's id and its WebSocket address.

        The session is not ready at once. Send it `session.status` events until `session_status` says
        running; half a second to a second between them is usual, half a minute to a minute and a half
        is a normal limit. It ends after `session_ttl_sec` seconds (24 hours) of inactivity, or when it
        is destroyed. The quick reference allows an organization 10 sessions at a time, so destroy those
        you no longer need. An unknown lens is a 400 with the code `INVALID_LENS_ID`. The answer repeats
        your API key: do not log it.

        Docs: https://docs.archetypeai.app/api-reference/lens/create-session

        Args:
            lens_id: The lens to run, built-in or your own.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            sessions_create._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            sessions_create._parse_response,
        )

    async def destroy(
        self,
        *,
        session_id: str,
    ) -> DestroyedSession:
        """End a session

        Ends a session, closes its connections and frees its runner. Always do this when you are done:
        sessions count against the limit of your organization until they expire. The answer gives the
        last status and how long the session lived.

        Docs: https://docs.archetypeai.app/api-reference/lens/destroy-session

        Args:
            session_id: The session to end.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            sessions_destroy._get_kwargs(
                body={
                    "session_id": session_id,
                },
            ),
            sessions_destroy._parse_response,
        )

    async def info(
        self,
    ) -> SessionsInfo:
        """Summarize all sessions

        A summary over the sessions of your organization. Its fields are not documented; read them by
        name from the answer.

        Docs: https://docs.archetypeai.app/api-reference/quick-reference

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            sessions_info._get_kwargs(),
            sessions_info._parse_response,
        )

    async def list(
        self,
        *,
        session_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> builtins.list[SessionRecord]:
        """List active sessions

        The active sessions of your organization, with status, age and counters. A session whose
        `num_outputs` grows while nothing arrives writes to the other output: see `sessions_consume`.
        Shards are pages, counted from 0; without paging everything comes at once.

        Docs: https://docs.archetypeai.app/api-reference/lens/get-sessions-metadata

        Args:
            session_id: Only this session. Empty means all.
            shard_index: Page to return, from 0. The server's default, -1, returns all.
            max_items_per_shard: Sessions on a page. The server's default, -1, sets no limit.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            sessions_list._get_kwargs(
                session_id=given(session_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            sessions_list._parse_response,
        )

    async def process_event(
        self,
        *,
        session_id: str,
        event: SessionStatusEvent
        | Mapping[str, Any]
        | SessionValidateEvent
        | SessionGetEvent
        | SessionModifyEvent
        | SessionUpdateEvent
        | SessionReadEvent
        | SessionDestroyEvent
        | SessionHeartbeatEvent
        | ModelQueryEvent
        | InputStreamSetEvent
        | OutputStreamSetEvent
        | TextEvent
        | ImageEvent
        | ImageArrayEvent
        | NumericArrayEvent
        | SessionDataEvent
        | AnyEvent,
    ) -> ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply:
        """Send an event to a session

        Sends one event to a session and returns its one reply. The same events may be sent over the
        WebSocket at `session_endpoint`; there too each gets exactly one reply.

        - The reply's `type` is the event's with `.response` after it; what it found is in `event_data`.
          Only `session.status` differs: it answers with the bare session record.
        - A failure is `type` `error` with a `message`. A reply with a `message` and no `event_data` has
          failed too, for instance when `model.query` runs out of time after about a minute. A session
          that is gone may also be a 404 with the code `SESSION_NOT_FOUND`.
        - Inference on pushed data is not in the reply: read it with `sessions_consume`.
        - Set the output stream before the input stream. Setting a file reader starts the processing.
        - Sensor windows are channels × samples, the channels in the order of `data_columns`. Samples ×
          channels is accepted as well, and gives results without meaning.
        - With `lens_camera_processor`, send a `session.modify` (such as `camera_buffer_size` 1) before
          the first `model.query`. Other lenses may not answer `model.query` at all.

        Replies take up to 10 seconds for status and streams, 15 for `session.update`, 30 for
        `session.modify` and 60 for `model.query`: the timeouts that working clients use.

        Docs: https://docs.archetypeai.app/api-reference/lens/sessions-events-process

        Args:
            session_id: An active session.
            event: One event for a session. `type` says what it asks for.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            sessions_process_event._get_kwargs(
                body={
                    "session_id": session_id,
                    "event": event,
                },
            ),
            sessions_process_event._parse_response,
        )

    def consume(
        self,
        session_id: str,
        *,
        last_event_id: str | None = None,
    ) -> AsyncIterator[
        AnyStreamEvent
        | DocumentedInferenceResultEvent
        | InferenceErrorEvent
        | InferenceResultEvent
        | SessionModifyResultEvent
        | StreamEndEvent
        | StreamHeartbeatEvent
        | StreamStartEvent
    ]:
        """Stream a session's results

        The results of a session as Server-Sent Events, until `sse.stream.end`. Every frame has the event
        name `message` and one JSON object as its data; its `type` says what it is:

            event: message
            data: {"type": "sse.stream.start", "event_data": {"session_id": "lsn-..."}}

            event: message
            data: {"type": "inference.result", "event_data": {"response": ["Person is stirring a pot."]}}

            event: message
            data: {"type": "sse.stream.end"}

        - A lens writes either here or to the queue that `session.read` reads, never to both. Here it
          writes when its output is `server_sent_events_writer`; built-in lenses have no output, so send
          them an `output_stream.set` event first.
        - Connect before you send input: what a session said earlier may not be repeated.
        - Heartbeats come every few seconds and carry nothing to act on. First results of Machine State
          may take a minute and a half. The end may come a minute after the last result.
        - When the connection breaks, connect again with the last `id` in `Last-Event-ID`.

        Docs: https://docs.archetypeai.app/api-reference/lens/consumer

        Args:
            session_id: The session to read from, as `sessions_create` gave it.
            last_event_id: The `id` of the last event you saw. The stream goes on after it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.stream_events(
            sessions_consume._get_kwargs(
                session_id,
                last_event_id=given(last_event_id),
            ),
            sessions_consume._parse_event,
        )


class RawSessions:
    """Operations on `sessions`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        lens_id: str,
    ) -> Response[SessionRecord]:
        """Start a session"""
        return self._caller.call_raw(
            sessions_create._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            sessions_create._parse_response,
        )

    def destroy(
        self,
        *,
        session_id: str,
    ) -> Response[DestroyedSession]:
        """End a session"""
        return self._caller.call_raw(
            sessions_destroy._get_kwargs(
                body={
                    "session_id": session_id,
                },
            ),
            sessions_destroy._parse_response,
        )

    def info(
        self,
    ) -> Response[SessionsInfo]:
        """Summarize all sessions"""
        return self._caller.call_raw(
            sessions_info._get_kwargs(),
            sessions_info._parse_response,
        )

    def list(
        self,
        *,
        session_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> Response[builtins.list[SessionRecord]]:
        """List active sessions"""
        return self._caller.call_raw(
            sessions_list._get_kwargs(
                session_id=given(session_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            sessions_list._parse_response,
        )

    def process_event(
        self,
        *,
        session_id: str,
        event: SessionStatusEvent
        | Mapping[str, Any]
        | SessionValidateEvent
        | SessionGetEvent
        | SessionModifyEvent
        | SessionUpdateEvent
        | SessionReadEvent
        | SessionDestroyEvent
        | SessionHeartbeatEvent
        | ModelQueryEvent
        | InputStreamSetEvent
        | OutputStreamSetEvent
        | TextEvent
        | ImageEvent
        | ImageArrayEvent
        | NumericArrayEvent
        | SessionDataEvent
        | AnyEvent,
    ) -> Response[
        ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply
    ]:
        """Send an event to a session"""
        return self._caller.call_raw(
            sessions_process_event._get_kwargs(
                body={
                    "session_id": session_id,
                    "event": event,
                },
            ),
            sessions_process_event._parse_response,
        )


class AsyncRawSessions:
    """Operations on `sessions`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        lens_id: str,
    ) -> Response[SessionRecord]:
        """Start a session"""
        return await self._caller.call_raw(
            sessions_create._get_kwargs(
                body={
                    "lens_id": lens_id,
                },
            ),
            sessions_create._parse_response,
        )

    async def destroy(
        self,
        *,
        session_id: str,
    ) -> Response[DestroyedSession]:
        """End a session"""
        return await self._caller.call_raw(
            sessions_destroy._get_kwargs(
                body={
                    "session_id": session_id,
                },
            ),
            sessions_destroy._parse_response,
        )

    async def info(
        self,
    ) -> Response[SessionsInfo]:
        """Summarize all sessions"""
        return await self._caller.call_raw(
            sessions_info._get_kwargs(),
            sessions_info._parse_response,
        )

    async def list(
        self,
        *,
        session_id: str | None = None,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
    ) -> Response[builtins.list[SessionRecord]]:
        """List active sessions"""
        return await self._caller.call_raw(
            sessions_list._get_kwargs(
                session_id=given(session_id),
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
            ),
            sessions_list._parse_response,
        )

    async def process_event(
        self,
        *,
        session_id: str,
        event: SessionStatusEvent
        | Mapping[str, Any]
        | SessionValidateEvent
        | SessionGetEvent
        | SessionModifyEvent
        | SessionUpdateEvent
        | SessionReadEvent
        | SessionDestroyEvent
        | SessionHeartbeatEvent
        | ModelQueryEvent
        | InputStreamSetEvent
        | OutputStreamSetEvent
        | TextEvent
        | ImageEvent
        | ImageArrayEvent
        | NumericArrayEvent
        | SessionDataEvent
        | AnyEvent,
    ) -> Response[
        ErrorReply | ModelQueryReply | ReplyEvent | SessionReadReply | SessionRecord | SessionValidateReply
    ]:
        """Send an event to a session"""
        return await self._caller.call_raw(
            sessions_process_event._get_kwargs(
                body={
                    "session_id": session_id,
                    "event": event,
                },
            ),
            sessions_process_event._parse_response,
        )
