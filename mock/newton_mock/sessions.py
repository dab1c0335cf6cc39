"""Lens sessions: a lens at work."""

from __future__ import annotations

import csv
import hashlib
import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from newton_mock.lenses import Lens
from newton_mock.processors import PROCESSORS, Event, Processor, UnusableError, failure
from newton_mock.work import PipelineError

if TYPE_CHECKING:
    from newton_mock.state import State

TTL_SEC = 86400
AT_ONCE = 10
_BUFFER = 10_000  # results kept for a reader that comes late or comes back
_INFERENCE_SEC = 0.05
_LOOP_PAUSE_SEC = 0.05  # between the results of a file read in a loop, which never ends
_CROWD_PAUSE_SEC = 0.02
_FILE_READERS = ("csv_file_reader", "jsonl_file_reader", "video_file_reader")
_SSE_WRITERS = ("server_sent_events_writer", "server_side_events_writer", "sse_writer")
_NUMBERS = {"RUNNING": "3", "FAILED": "6"}


class Log:
    """Events numbered from 1, oldest first; the oldest drop out when it is full."""

    def __init__(self) -> None:
        self._entries: deque[tuple[int, float, Event]] = deque(maxlen=_BUFFER)
        self.last = 0
        self.read_to = 0
        """The newest event that a reader of the stream has got."""

    def append(self, moment: float, event: Event) -> None:
        """Add an event."""
        self.last += 1
        self._entries.append((self.last, moment, event))

    def after(self, position: int, most: int = _BUFFER) -> list[tuple[int, float, Event]]:
        """Number, moment and event of what came after a position."""
        start = max(0, position - (self.last - len(self._entries)))
        return list(islice(self._entries, start, start + most))


class Session:
    """A running lens. Whoever works on it holds the state's lock."""

    def __init__(self, state: State, lens: Lens, api_key: str, origin: str) -> None:
        now = state.clock.now()
        day = datetime.fromtimestamp(now, UTC)
        self.id = f"lsn-{day:%y%m%d}{state.ids.hex(24)}"
        self.lens_id, self.lens_name = lens.id, lens.name
        self.config = dict(lens.config)
        self._runner = f"lens_service:runner:lens-node-worker-node-{state.ids.hex(6)}"
        self._endpoint = f"{origin.replace('http', 'ws', 1)}/lens/sessions/{self.id}"
        self._api_key = api_key
        self._state = state
        self.status = "REGISTERED"
        self._registered_at = self._event_at = self._updated_at = now
        self._starts_at = now + state.transitions.session_start
        self._started_at: float | None = None
        self._ended_at: float | None = None
        self._updates = self._inputs = self._outputs = self._events = self._queries = 0
        self.connections: set[object] = set()
        self.wakers: set[Callable[[], None]] = set()
        """Called when something happened that a connection waits for."""
        self.stream, self._mailbox = Log(), Log()
        self._positions: dict[str, int] = {}
        self._writes_to_stream = any(map(_is_sse, self.config.get("output_streams", [])))
        self._reading: _Reading | None = None
        self._modified = False
        self.input_over = False
        """Whether the file it was told to read is read."""
        self._processor = self._processor_for()

    @property
    def over(self) -> bool:
        """Whether nothing more comes from it."""
        return self.status not in ("REGISTERED", "RUNNING")

    @property
    def running(self) -> bool:
        """Whether it takes data."""
        return self.status == "RUNNING"

    @property
    def parameters(self) -> dict[str, Any]:
        """The model parameters in use."""
        parameters: dict[str, Any] = self.config.get("model_parameters", {})
        return parameters

    def _processor_for(self) -> Processor:
        names = [processor["processor_name"] for processor in self.config["model_pipeline"]]
        kinds = [PROCESSORS[name] for name in names if name in PROCESSORS]
        prompt = self.config.get("lens_parameters", {})
        return (kinds or [Processor])[0](prompt | self.parameters, self._state.files)

    def settle(self) -> None:
        """Let it become what it is by now."""
        now = self._state.clock.now()
        if self.status == "REGISTERED" and now >= self._starts_at:
            unknown = [p for p in self.config["model_pipeline"] if p["processor_name"] not in PROCESSORS]
            self._started_at = self._starts_at
            self._move("FAILED" if unknown else "RUNNING", self._starts_at)
            if self.running:
                for stream in self.config.get("input_streams", []):
                    self.read(stream)
        if not self._ended_at and now >= self._updated_at + TTL_SEC:
            self.end("STALE", self._updated_at + TTL_SEC)

    def end(self, status: str, moment: float) -> None:
        """No more is done; connections close."""
        if self._reading:
            self._reading.stopped.set()
        self._ended_at = moment
        self._move(status, moment)

    def _move(self, status: str, moment: float) -> None:
        self.status = status
        self._updated_at = max(self._updated_at, moment)
        self._updates += 1
        self.wake()

    def wake(self) -> None:
        """Tell its connections to look at it."""
        for waker in list(self.wakers):
            waker()

    def note_event(self) -> None:
        """An event was sent to it."""
        self._events += 1
        self._event_at = self._updated_at = self._state.clock.now()

    def problems(self) -> list[str]:
        """What keeps it from working."""
        streams = self.config.get("input_streams", [])
        missing = [
            f"No file named '{file_id}'."
            for stream in streams
            if (file_id := stream.get("stream_config", {}).get("file_id")) is not None
            and file_id not in self._state.files
        ]
        return self._processor.problems() + missing

    def modify(self, parameters: dict[str, Any]) -> None:
        """Change model parameters; takes in the n-shot files that are among them."""
        self.config["model_parameters"] = self.parameters | parameters
        self._processor = self._processor_for()
        self._modified = True
        self._updates += 1
        shots: dict[str, str | list[str]] = parameters.get("input_n_shot", {})
        for label, file_ids in shots.items():
            for file_id in [file_ids] if isinstance(file_ids, str) else file_ids:
                try:
                    self._processor.learn(label, file_id)
                except PipelineError as error:
                    self.emit(failure(f"query_id: session-modify-{self._query_id()} failed!", str(error)))
                else:
                    about = {"query_metadata": {"class_name": label}}
                    self.emit({"type": "session.modify.result", "event_data": about})

    def push(self, kind: str, data: dict[str, Any]) -> None:
        """Take in one data event."""
        self.input_over = False
        for event in self._processor.push(kind, data):
            self.emit(event)
        self._inputs += 1

    def query(self, data: dict[str, Any]) -> str:
        """Answer a `model.query`, which a camera does once it has been modified."""
        if not self._modified:
            raise UnusableError("Response timed out for query")
        return self._processor.query(data)

    def write_to(self, stream: dict[str, Any]) -> None:
        """Choose where results go from now on."""
        self._writes_to_stream = _is_sse(stream)

    def read(self, stream: dict[str, Any]) -> None:
        """Read an input from now on, in place of the one before."""
        if self._reading:
            self._reading.stopped.set()
        self._reading = None
        self.input_over = False
        # The mock has no cameras, sensors and brokers: from those nothing comes.
        if stream["stream_type"] in _FILE_READERS:
            # A processor of its own, which no push disturbs.
            self._reading = _Reading(self._state, self, self._processor_for(), stream)

    def take_in(self, event: Event) -> None:
        """Give out an event that a file gave."""
        self._inputs += 1
        self.emit(event)

    def emit(self, event: Event) -> None:
        """Give out an event, on the stream or to the mailbox."""
        now = self._state.clock.now()
        if event["type"] == "inference.result":
            event["event_data"] |= {"query_id": self._query_id(), "query_time_sec": _INFERENCE_SEC}
            self._outputs += 1
        (self.stream if self._writes_to_stream else self._mailbox).append(now, event)
        self._updated_at = now
        self.wake()

    @property
    def crowded(self) -> bool:
        """Whether a file has to wait, so that a reader of the stream that is behind loses nothing."""
        return self._writes_to_stream and self.stream.last - self.stream.read_to >= _BUFFER // 2

    def finish_input(self) -> None:
        """A file is read."""
        self.emit({"type": "stream.end"})
        self.input_over = True

    def _query_id(self) -> str:
        self._queries += 1
        text = f"{self.id} {self._queries}"
        return f"qry-{hashlib.sha256(text.encode()).hexdigest()[:12]}"

    def mail(self, client_id: str) -> list[dict[str, Any]]:
        """The messages that a client of the mailbox has not read yet."""
        news = self._mailbox.after(self._positions.get(client_id, 0))
        self._positions[client_id] = self._mailbox.last
        return [
            {"timestamp": moment, "type": event["type"], "data": event.get("event_data", _text_of(event))}
            for _, moment, event in news
        ]

    def record(self) -> dict[str, Any]:
        """All there is to know, as `sessions_create` and `session.status` give it."""
        status = f"LensSessionStatus.SESSION_STATUS_{self.status}"
        if self._state.transitions.numeric_status:
            status = _NUMBERS.get(self.status, status)
        return {
            "org_id": "your-org",
            "api_key": self._api_key,
            "session_id": self.id,
            "lens_id": self.lens_id,
            "lens_name": self.lens_name,
            # What they are for a stream that is set is not known.
            "input_data_stream_id": None,
            "output_data_stream_id": None,
            "registration_timestamp": self._registered_at,
            "last_event_timestamp": self._event_at,
            "last_update_timestamp": self._updated_at,
            "session_start_timestamp": self._started_at,
            "session_destroyed_timestamp": self._ended_at,
            **self._counters(),
            "lens_config": dict(self.config),
            "session_status": status,
            "session_runner": self._runner,
            "session_endpoint": self._endpoint,
            "node_tag": "default",
            "session_ttl_sec": TTL_SEC,
        }

    def summary(self) -> dict[str, Any]:
        """What `sessions_list` and `sessions_destroy` give."""
        now = self._state.clock.now()
        return {
            "session_id": self.id,
            "lens_id": self.lens_id,
            "last_update_timestamp": self._updated_at,
            "session_status": f"SESSION_STATUS_{self.status}",
            "session_runner": self._runner,
            "session_endpoint": self._endpoint,
            "session_duration_sec": (self._ended_at or now) - self._registered_at,
        }

    def entry(self) -> dict[str, Any]:
        """What `sessions_list` gives."""
        return self.summary() | {"lens_name": self.lens_name, **self._counters()}

    def _counters(self) -> dict[str, int]:
        return {
            "num_active_connections": len(self.connections),
            "num_updates": self._updates,
            "num_inputs": self._inputs,
            "num_outputs": self._outputs,
            "num_events": self._events,
        }


def _text_of(event: Event) -> dict[str, Any]:
    return {"message": event["message"]} if "message" in event else {}


def _is_sse(stream: dict[str, Any]) -> bool:
    return stream["stream_type"] in _SSE_WRITERS


class _Reading:
    """A file on its way through a session's processor, in a thread of its own."""

    def __init__(self, state: State, session: Session, processor: Processor, stream: dict[str, Any]) -> None:
        self._lock = state.lock
        self._session = session
        self._processor = processor
        self._stream = stream
        self._loops = bool(stream.get("stream_config", {}).get("loop_recording"))
        self.stopped = threading.Event()
        threading.Thread(target=self._run, name=session.id, daemon=True).start()

    def _run(self) -> None:
        for event in self._events():
            while self._session.crowded and not self.stopped.wait(_CROWD_PAUSE_SEC):
                pass
            with self._lock:
                if self.stopped.is_set():
                    return
                self._session.take_in(event)
            if self._loops:
                self.stopped.wait(_LOOP_PAUSE_SEC)
        with self._lock:
            if not self.stopped.is_set():
                self._session.finish_input()

    def _events(self) -> Iterator[Event]:
        try:
            yield from self._passes()
        except UnusableError as error:
            yield {"type": "error", "message": str(error)}
        except (OSError, ValueError, csv.Error):
            yield {"type": "error", "message": "Input stream is unhealthy!"}

    def _passes(self) -> Iterator[Event]:
        some = True
        while some:
            some = False
            for event in self._processor.read(self._stream):
                yield event
                some = self._loops and event["type"] == "inference.result"


class Sessions:
    """The sessions of the organization; those that have ended are forgotten."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._sessions: dict[str, Session] = {}

    def list(self) -> list[Session]:
        """The active ones, oldest first."""
        self.settle()
        return list(self._sessions.values())

    def get(self, session_id: str) -> Session | None:
        """The active session with that id."""
        self.settle()
        return self._sessions.get(session_id)

    def create(self, lens: Lens, api_key: str, origin: str) -> Session:
        """Start a lens."""
        session = Session(self._state, lens, api_key, origin)
        self._sessions[session.id] = session
        session.settle()
        return session

    def destroy(self, session: Session) -> None:
        """End a session."""
        session.end("DESTROYED", self._state.clock.now())
        del self._sessions[session.id]

    def settle(self) -> None:
        """Start and expire those whose time has come."""
        for session in list(self._sessions.values()):
            session.settle()
            if session.over and session.status != "FAILED":
                del self._sessions[session.id]

    def stop(self) -> None:
        """End all of them."""
        for session in list(self._sessions.values()):
            self.destroy(session)
