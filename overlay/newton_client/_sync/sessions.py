"""Lens sessions, from the lens to the last result."""

import json
import os
import time
from collections.abc import Generator, Mapping
from contextlib import closing, suppress
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx
from attrs import evolve

from newton_api.api import lenses, sessions
from newton_api.api.sessions import sessions_consume, sessions_process_event
from newton_api.models import (
    ModelAnswer,
    ModelQueryReply,
    SessionRecord,
    SessionValidateReply,
    SessionValidation,
)
from newton_api.types import given, to_json

from .._lifeline import Lifeline
from .._redaction import redact
from .._retry import RetryEvent
from .._sessions import (
    END,
    ENVELOPE,
    GAP,
    OVER,
    RUNNING,
    SSE_WRITER,
    SSE_WRITERS,
    Continuity,
    SessionEvent,
    lens_definition,
    logger,
    reply_problem,
    socket_url,
    status_of,
    window_event,
    writes_to_stream,
)
from .._socket import Socket
from .._sse import Decoder, ServerEvent
from .._watch import Reconnection, Watch
from ..errors import (
    APIStatusError,
    GuardError,
    NewtonError,
    NotFoundError,
    RequestError,
    ResponseLostError,
    SessionError,
    WaitTimeoutError,
)
from .caller import HTTPCaller

IDLE = 2.0
"""Seconds between two looks into a mailbox at most."""


class Sessions(sessions.Sessions):
    """Operations on `sessions`. `open` does it all: lens, session, and what is to be cleaned up."""

    def __init__(self, caller: HTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller

    def open(
        self,
        lens_id: str | None = None,
        *,
        lens: Mapping[str, Any] | str | os.PathLike[str] | None = None,
        timeout: float = 90.0,
    ) -> "Session":
        """A session that runs inside a `with` block, and is destroyed when that is left in whatever way.

            with newton.sessions.open(lens="lens.yaml") as session:
                for event in session.results():
                    print(event.label)

        A lens that is given by its definition is registered for it, and deleted as soon as the session
        runs, which keeps its own copy. A signal that ends the process at once, as SIGTERM does by
        default, leaves no time to clean up: let it raise `SystemExit` (`signal.signal(signal.SIGTERM,
        lambda *_: sys.exit(143))`).

        Docs: https://docs.archetypeai.app/api-reference/lens/create-session

        Args:
            lens_id: The lens to run, built-in or your own.
            lens: The definition of a lens, in place of an id: a dict, YAML or JSON text, or the path of a
                file of either.
            timeout: Seconds to wait until the session runs.

        Raises:
            GuardError: Neither a lens nor its definition is given, or both.
        """
        if (lens_id is None) == (lens is None):
            raise GuardError("sessions.open takes a lens_id, or lens= with the definition of one.")
        return Session(self._http, lens_id, None if lens is None else lens_definition(lens), timeout)


class Conversation:
    """What can be said to a session; each event gets its reply."""

    def __init__(self, http: HTTPCaller) -> None:
        self._http = http

    def _reply(self, event: Any) -> Any:
        raise NotImplementedError

    def _writes_to(self, stream_type: Any) -> None:
        """Results go there from now on."""
        raise NotImplementedError

    def send(self, event: Any) -> Any:
        """Send an event, and give its reply.

        Docs: https://docs.archetypeai.app/api-reference/lens/sessions-events-process

        Args:
            event: A dict with `type` and `event_data`, or a model of one.

        Raises:
            SessionError: The session could not do it.
            NewtonError: What went wrong; see its subclasses.
        """
        event = to_json(event)
        reply = self._reply(event)
        if problem := reply_problem(reply):
            raise SessionError(f"{event.get('type')}: {problem}")
        if event.get("type") == "output_stream.set":
            self._writes_to((event.get("event_data") or {}).get("stream_type"))
        return reply

    def status(self) -> SessionRecord:
        """How the session is.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        reply = self.send({"type": "session.status"})
        if not isinstance(reply, SessionRecord):
            raise SessionError(f"session.status was answered with {type(reply).__name__}.")
        return reply

    def validate(self) -> SessionValidation:
        """Whether the session can work: `is_valid`, and if not, `error_messages`.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        reply = self.send({"type": "session.validate"})
        if not isinstance(reply, SessionValidateReply) or not reply.event_data:
            raise SessionError("session.validate was answered without a verdict.")
        return reply.event_data

    def get(self) -> dict[str, Any]:
        """The model parameters in use.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        return self._data({"type": "session.get", "event_data": {}})

    def modify(self, **parameters: Any) -> dict[str, Any]:
        """Change model parameters: `focus`, `instruction`, `input_n_shot`, `csv_configs`, ...

        n-shot files are taken in one by one; `results` says so (`session.modify.result`).

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        return self._data({"type": "session.modify", "event_data": to_json(parameters)})

    def update(
        self, data: Any, *, sensor_id: str | None = None, timestamp: float | None = None
    ) -> dict[str, Any]:
        """Push data: a window of samples, or a row of a log. What comes of it is in `results`.

        Args:
            data: Channels × samples, the channels in the order of `data_columns`; or a dict, for a lens
                that reads sensor logs.
            sensor_id: What the results of a window are to be known by.
            timestamp: When a window was taken, in Unix seconds.

        Raises:
            GuardError: The window is not channels × samples.
            NewtonError: What went wrong; see its subclasses.
        """
        if isinstance(data, Mapping):
            inner = {"type": "data.json", "event_data": to_json(data)}
        else:
            inner = window_event(data, sensor_id=sensor_id, timestamp=timestamp)
        return self._data({"type": "session.update", "event_data": inner})

    def set_input(self, stream_type: str, **config: Any) -> dict[str, Any]:
        """Choose what the session reads; a file reader starts at once.

            session.set_input("csv_file_reader", file_id="pump.csv", window_size=64, step_size=64)

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        return self._data(_stream("input_stream.set", stream_type, config))

    def set_output(self, stream_type: str = SSE_WRITER, **config: Any) -> dict[str, Any]:
        """Choose where results go: by default to `results`; built-in lenses need to be told.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        return self._data(_stream("output_stream.set", stream_type, config))

    def query(self, **question: Any) -> ModelAnswer:
        """Ask the model about images: `focus`, `instruction`, `data`, ... Not every lens answers.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        reply = self.send({"type": "model.query", "event_data": to_json(question)})
        if not isinstance(reply, ModelQueryReply) or not isinstance(reply.event_data, ModelAnswer):
            raise SessionError("model.query was answered without an answer.")
        return reply.event_data

    def read(self, client_id: str) -> list[SessionEvent]:
        """What the mailbox holds that this reader has not read: for lenses without a stream as output.

        Args:
            client_id: Who reads; a new one begins with the oldest message.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        data = self._data({"type": "session.read", "event_data": {"client_id": client_id}})
        return [SessionEvent(message.get("type", ""), message) for message in data.get("messages") or ()]

    def _data(self, event: dict[str, Any]) -> dict[str, Any]:
        """What the reply to an event carries, as plain values."""
        found = to_json(self.send(event)).get("event_data")
        return found if isinstance(found, dict) else {}


def _stream(event: str, stream_type: str, config: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": event, "event_data": {"stream_type": stream_type, "stream_config": to_json(config)}}


class Session(Conversation):
    """A lens at work. `newton.sessions.open` makes it; it lives in a `with` block.

    Attributes:
        record: The session as it was when it began to run.
    """

    record: SessionRecord

    def __init__(
        self, http: HTTPCaller, lens_id: str | None, lens: dict[str, Any] | None, timeout: float
    ) -> None:
        super().__init__(http)
        self._lens_id = lens_id
        self._definition = lens
        self._timeout = timeout
        self._sessions = sessions.Sessions(http)
        self._lenses = lenses.Lenses(http)
        self._session_id: str | None = None
        self._own_lens: str | None = None
        self._streams = False
        """Whether results are to be had as server-sent events; else they go to the mailbox."""

    @property
    def session_id(self) -> str:
        """The session's id."""
        return self._running().session_id

    def _running(self) -> SessionRecord:
        if not hasattr(self, "record"):
            raise SessionError("The session is not open: it lives in a `with` block.")
        return self.record

    def __enter__(self) -> Self:
        try:
            if self._definition is not None:
                Lifeline.hold(self._register)
            Lifeline.hold(self._create)
            self._until_running()
            Lifeline.hold(self._delete_lens)
        except BaseException as error:
            self._leave(error)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._leave(error)

    def _register(self) -> None:
        lens = self._lenses.register(lens_config=self._definition or {})
        self._lens_id = self._own_lens = lens.lens_id

    def _create(self) -> None:
        assert self._lens_id is not None
        self.record = self._sessions.create(lens_id=self._lens_id)
        self._session_id = self.record.session_id
        # An older server does not say how the lens is set up.
        self._streams = writes_to_stream(
            self.record.lens_config or (self._definition or {}).get("lens_config")
        )

    def _until_running(self) -> None:
        watch = Watch(self._http.retry, timeout=self._timeout, poll=0.5, what="It is {}")
        while True:
            try:
                self.record = self.status()
                status = status_of(self.record)
                watch.saw(status)
                if status == RUNNING:
                    return
                if status in OVER:
                    raise SessionError(f"Session {self.session_id} does not start: it is {status}.")
                delay = watch.delay()
            except WaitTimeoutError:
                status = status_of(self.record)
                raise SessionError(
                    f"Session {self.session_id} is still {status} after {self._timeout:g} s; it was given up."
                ) from None
            except RequestError as error:
                delay = watch.missed(error)
            (self._http.retry.sleep or time.sleep)(delay)

    def _delete_lens(self) -> None:
        if self._own_lens is not None:
            self._lenses.delete(lens_id=self._own_lens)
            self._own_lens = None

    def _leave(self, why: BaseException | None) -> None:
        """Destroy the session and delete the lens, whatever interrupts it."""
        failures: list[NewtonError] = []

        def clean() -> None:
            for step in (self._destroy, self._delete_lens):
                try:
                    step()
                except NewtonError as error:
                    failures.append(error)

        Lifeline.hold(clean)
        for failure in failures:
            logger.warning("session %s: cleaning up failed: %s", self._session_id, failure)
        if failures and why is None:
            raise failures[0]

    def _destroy(self) -> None:
        found = [self._session_id] if self._session_id else []
        if not found and self._own_lens:  # a create whose answer was lost: nobody else runs this lens
            listed = self._sessions.list()
            found = [record.session_id for record in listed if record.lens_id == self._own_lens]
        for session_id in found:
            with suppress(NotFoundError):  # it has ended by itself
                self._sessions.destroy(session_id=session_id)
        self._session_id = None

    def _reply(self, event: Any) -> Any:
        return self._sessions.process_event(session_id=self.session_id, event=event)

    def _writes_to(self, stream_type: Any) -> None:
        self._streams = stream_type in SSE_WRITERS

    def results(
        self, *, last_event_id: str | None = None, heartbeat_timeout: float = 30.0
    ) -> Generator[SessionEvent]:
        """What the session says, as it says it, until its stream ends.

        A connection that breaks, or on which not even a heartbeat comes, is made again, and goes on after
        the last event; each event is given once. Where events may have been lost all the same, an event
        `newton_client.gap` says so. Results of a lens without a stream as output are read from its
        mailbox; `set_output()` gives it a stream.

        Docs: https://docs.archetypeai.app/api-reference/lens/consumer

        Args:
            last_event_id: The id of the last event that you have.
            heartbeat_timeout: Seconds of silence after which a connection is taken for dead.

        Raises:
            SessionError: The session is gone, or says what makes no sense.
            NewtonError: What went wrong; see its subclasses.
        """
        events = self._streamed(last_event_id, heartbeat_timeout) if self._streams else self._mailed()
        with closing(events):
            for event in events:
                yield event

    def _streamed(self, last_event_id: str | None, timeout: float) -> Generator[SessionEvent]:
        place, again = Continuity(last_event_id), Reconnection(self._http.retry)
        http = self._patient(timeout)
        while True:
            decoder, connected = Decoder(), False
            request = sessions_consume._get_kwargs(
                self.session_id, last_event_id=given(place.last_id or None)
            )
            try:
                with http.content(request) as response:
                    self._check_stream(response)
                    connected = True
                    for chunk in response.iter_bytes():
                        for message in decoder.feed(chunk):
                            event = self._parsed(message)
                            if event.type != "sse.stream.start":
                                again.heard()
                            known = event.type in ENVELOPE or not place.new(message.id, message.data)
                            if not known and (why := place.gap()):
                                logger.warning("session %s: %s", self.session_id, why)
                                yield SessionEvent(GAP, {"type": GAP, "message": why})
                            if event.type == END:
                                return
                            if not known:
                                yield event
                error: RequestError = ResponseLostError("The stream ended without sse.stream.end.")
            except RequestError as failure:
                error = failure
            if isinstance(error, NotFoundError):
                raise SessionError(f"Session {self.session_id} is gone: {error}") from error
            delay = again.delay(error, decoder.retry)
            if connected:
                place.lost()
            if self._http.on_retry is not None:
                self._http.on_retry(RetryEvent("sessions_consume", again.failures, delay, error))
            (self._http.retry.sleep or time.sleep)(delay)

    def _check_stream(self, response: httpx.Response) -> None:
        """Make sure that the answer is the stream, and not an error that came as a success."""
        if "json" in response.headers.get("content-type", ""):
            response.read()
            said = redact(response.content, (self._http.config.api_key.encode(),))[:200]
            raise SessionError(
                f"Session {self.session_id} has no stream; it answers {said.decode(errors='replace')!r}."
            )

    def _patient(self, timeout: float) -> HTTPCaller:
        """A caller that tries once, and takes so long a silence for the end of a connection."""
        http = self._http
        retry = evolve(http.retry, max_attempts=1, deadline=None)
        return HTTPCaller(
            http.config, http.pool, http.budget, timeout=timeout, retry=retry, on_retry=http.on_retry
        )

    def _parsed(self, message: ServerEvent) -> SessionEvent:
        try:
            plain = json.loads(message.data)
            return SessionEvent(str(plain["type"]), sessions_consume._parse_event(plain), message.id or None)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise SessionError(
                f"Session {self.session_id} said what is no event ({type(error).__name__}): "
                f"{message.data[:200]!r}"
            ) from None

    def _mailed(self) -> Generator[SessionEvent]:
        client_id = uuid4().hex
        policy = self._http.retry
        delay, ended = 0.1, False
        while True:
            try:
                events = self.read(client_id)
                over = not events and (ended or status_of(self.status()) in OVER)
            except APIStatusError as error:
                if "unknown session" in str(error).lower():
                    return
                raise
            for event in events:
                ended = event.type == "stream.end"
                yield event
            if over:
                return
            delay = 0.1 if events else min(IDLE, delay * 1.5)
            (policy.sleep or time.sleep)(delay * (1 - policy.random() / 10))

    def connect(
        self,
        *,
        binary: bool = True,
        heartbeat: float = 30.0,
        timeout: float = 90.0,
        buffer: int = 2**20,
    ) -> "Connection":
        """A WebSocket to the session, inside a `with` block: the same events, each with its one reply.

        It goes to the API's own host alone, for it carries the key.

        Docs: https://docs.archetypeai.app/api-reference/lens/websocket-events

        Args:
            binary: Whether events go as binary frames, or as text; the server takes both.
            heartbeat: Seconds of silence after which a heartbeat is sent.
            timeout: Seconds to wait for a reply.
            buffer: Bytes of events of several threads or tasks that may wait for their turn.

        Raises:
            SessionError: The WebSocket is at another host, or nowhere.
        """
        socket = Socket(
            socket_url(self._running(), self._http.config.base_url),
            self._http.config.api_key,
            binary=binary,
            heartbeat=heartbeat,
            timeout=timeout,
            buffer=buffer,
        )
        return Connection(self._http, self, socket)


class Connection(Conversation):
    """A WebSocket to a session. `session.connect` makes it; it lives in a `with` block."""

    def __init__(self, http: HTTPCaller, session: Session, socket: Socket) -> None:
        super().__init__(http)
        self._session = session
        self._socket = socket

    def __enter__(self) -> Self:
        self._socket.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._socket.close()

    def _writes_to(self, stream_type: Any) -> None:
        self._session._writes_to(stream_type)

    def _reply(self, event: Any) -> Any:
        text = self._socket.exchange(json.dumps(event))
        body = {"session_id": self._session.session_id, "event": event}
        request = sessions_process_event._get_kwargs(body=body)
        url = f"{self._http.config.base_url}{request['url']}"
        response = httpx.Response(200, content=text, request=httpx.Request("POST", url))
        return self._http.read(request, response, sessions_process_event._parse_response)
