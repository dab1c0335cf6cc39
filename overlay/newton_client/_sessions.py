"""What is read from lens sessions and their events, and what is sent to them."""

import json
import logging
import os
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from newton_api.models import SessionRecord
from newton_api.types import to_json

from ._config import origin
from ._results import optional
from .errors import GuardError, SessionError

logger = logging.getLogger("newton_client")

SSE_WRITER = "server_sent_events_writer"
SSE_WRITERS = (SSE_WRITER, "server_side_events_writer", "sse_writer")
"""All spellings of the output that `sessions_consume` reads; the first is the newest."""

RUNNING, FAILED = "RUNNING", "FAILED"
OVER = frozenset({FAILED, "DESTROYED", "STALE", "STOPPED", "COMPLETED"})

ENVELOPE = frozenset({"sse.stream.start", "sse.stream.heartbeat"})
END = "sse.stream.end"
GAP = "newton_client.gap"

_NUMBERS = {"3": RUNNING, "6": FAILED}
_PREFIX = "SESSION_STATUS_"
_REMEMBERED = 10_000


def status_of(record: SessionRecord) -> str:
    """A session's status in one spelling: `RUNNING` of `LensSessionStatus.SESSION_STATUS_RUNNING` or `3`."""
    said = str(record.session_status).strip()
    return _NUMBERS.get(said, said.rpartition(".")[2].upper().removeprefix(_PREFIX))


def lens_definition(source: Mapping[str, Any] | str | os.PathLike[str]) -> dict[str, Any]:
    """What `lenses.register` takes, from a dict, from YAML or JSON text, or from a file of either.

    Raises:
        GuardError: It is no definition of a lens.
        ImportError: It is YAML, and PyYAML is not installed.
        OSError: The file cannot be read.
    """
    if isinstance(source, Mapping):
        found: Any = to_json(source)
    else:
        is_text = isinstance(source, str) and (
            "\n" in source or ": " in source or source.lstrip().startswith("{")
        )
        text = str(source) if is_text else Path(source).read_text(encoding="utf-8")
        found = _parsed(text)
    if not isinstance(found, dict):
        raise GuardError("A lens is defined by an object: lens_name, and lens_config with its settings.")
    inner = found.get("lens_config")
    if (
        "lens_name" not in found
        and isinstance(inner, dict)
        and ("lens_config" in inner or "lens_name" in inner)
    ):
        found = inner  # with the wrapper that the request has
    if "lens_config" not in found:
        found = {
            "lens_config": {name: value for name, value in found.items() if name != "lens_name"},
            **({"lens_name": found["lens_name"]} if "lens_name" in found else {}),
        }
    return {"lens_name": "newton-client session", **found}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        pass
    yaml = optional("yaml", "A lens in YAML")
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise GuardError(f"The lens is neither JSON nor YAML: {error}") from None


def writes_to_stream(config: Any) -> bool:
    """Whether results of a lens so set up are to be had as server-sent events; else they go to a mailbox."""
    streams = to_json(config or {}).get("output_streams") or ()
    return any(isinstance(stream, dict) and stream.get("stream_type") in SSE_WRITERS for stream in streams)


def window_event(window: Any, *, sensor_id: str | None, timestamp: float | None) -> dict[str, Any]:
    """The data event of a window of samples.

    Raises:
        GuardError: It is not channels × samples.
    """
    from ._guards import window_problem

    rows = to_json(window)
    if problem := window_problem("window", rows):
        raise GuardError(f"session.update: {problem} Nothing was sent.")
    metadata: dict[str, Any] = {} if timestamp is None else {"sensor_timestamp": timestamp}
    metadata |= {} if sensor_id is None else {"sensor_id": sensor_id}
    data = {"sensor_data": rows, **({"sensor_metadata": metadata} if metadata else {})}
    return {"type": "data.json", "event_data": data}


def reply_problem(reply: Any) -> str | None:
    """Why an event failed: a reply with a message in place of what it should carry."""
    message = getattr(reply, "message", None)
    data = getattr(reply, "event_data", None)
    return str(message) if message and not data else None


def socket_url(record: SessionRecord, base_url: str) -> str:
    """Where a session's WebSocket is.

    Raises:
        SessionError: It is nowhere, or at another host than the API, which must not get the key.
    """
    url = record.session_endpoint or ""
    scheme, _, rest = url.partition("://")
    http = {"ws": "http", "wss": "https"}.get(scheme)
    try:
        there = origin(f"{http}://{rest}") if http else None
    except ValueError:
        there = None
    if there is None:
        raise SessionError(f"Session {record.session_id} has no WebSocket address; send(...) goes by HTTP.")
    if there != origin(base_url):
        raise SessionError(
            f"The WebSocket of session {record.session_id} is at another place than the API "
            f"({scheme}://{there[1]}:{there[2]}); the key is not sent there. send(...) goes by HTTP."
        )
    return url


@frozen
class SessionEvent:
    """Something a session said.

    Attributes:
        type: What it is: `inference.result`, `inference.error`, `session.modify.result`; others come, too.
            `newton_client.gap` is said by this client: events may have been lost just before.
        event: The whole of it; a model where its type is known.
        id: Its id in the stream, where it has one.
    """

    type: str
    event: Any
    id: str | None = None

    @property
    def data(self) -> dict[str, Any]:
        """What it carries, as plain values."""
        whole = to_json(self.event)
        found = whole.get("event_data") or whole.get("data")
        return found if isinstance(found, dict) else {}

    @property
    def text(self) -> str | None:
        """What a language model wrote."""
        if self.label is not None or self.embedding is not None:
            return None
        response = self._response
        texts = (
            [part for part in response if isinstance(part, str)] if isinstance(response, list) else [response]
        )
        return "\n".join(texts) if texts and all(isinstance(text, str) for text in texts) else None

    @property
    def label(self) -> str | None:
        """The class that a window was put in."""
        response = self._response
        if isinstance(response, dict):
            return next(
                (response[name] for name in ("class_name", "label", "prediction") if response.get(name)), None
            )
        if _is_labelled(response):
            return str(response[0])
        return None

    @property
    def scores(self) -> dict[str, float] | None:
        """Votes for each class, as counts or as fractions."""
        return dict(self._response[1]) if _is_labelled(self._response) else None

    @property
    def embedding(self) -> list[list[float]] | None:
        """Vectors of a window: channels × 768."""
        response = self._response
        if not isinstance(response, list) or not response:
            return None
        if all(isinstance(part, int | float) for part in response):  # one channel comes flat
            return [response]
        return response if all(isinstance(part, list) for part in response) else None

    @property
    def window(self) -> range | None:
        """The rows of the file that it is about."""
        outer = _inside(self.data, "query_metadata")
        inner = _inside(outer, "query_metadata")
        start, size = inner.get("read_index", outer.get("read_index")), inner.get("window_size")
        return range(start, start + size) if isinstance(start, int) and isinstance(size, int) else None

    @property
    def sensor_id(self) -> str | None:
        """The sensor that a window was sent for."""
        return _inside(self.data, "query_metadata").get("sensor_id")

    @property
    def error(self) -> str | None:
        """What went wrong, where this says so."""
        if self.type not in ("inference.error", "error", "error_message"):
            return None
        messages = self.data.get("error_messages")
        if isinstance(messages, Sequence) and not isinstance(messages, str) and messages:
            return "; ".join(map(str, messages))
        return str(to_json(self.event).get("message") or self.data.get("message") or self.type)

    @property
    def _response(self) -> Any:
        return self.data.get("response", self.data.get("result"))


def _inside(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _is_labelled(response: Any) -> bool:
    return (
        isinstance(response, list)
        and len(response) == 2
        and isinstance(response[0], str)
        and isinstance(response[1], dict)
    )


class Continuity:
    """Whether a stream goes on where it broke: which events were seen, and whether some may be missing."""

    def __init__(self, last_id: str | None) -> None:
        self.last_id = last_id
        """What to resume from."""
        self._seen: OrderedDict[int, None] = OrderedDict()
        """Ids with what they stood for: a server that has begun to count anew sends none again."""
        self._counted = True
        """Whether ids have been numbers without a gap so far."""
        self._blind: str | None = None
        self._resumed = last_id is not None

    def lost(self) -> None:
        """The connection broke."""
        self._resumed = True
        if not self.last_id:
            self._blind = "the events of this stream have no ids to resume from"

    def new(self, id: str, data: str) -> bool:
        """Whether this event was not given before."""
        if not id:
            return True
        event = hash((id, data))
        if event in self._seen:
            return False
        self._seen[event] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        last, self.last_id = self.last_id, id
        step = _number(id) - _number(last) if _number(id) >= 0 and _number(last) >= 0 else None
        if self._resumed and self._counted and step not in (None, 1):
            self._blind = f"the stream went on with event {id} after {last}"
        elif last and step != 1 and not self._resumed:
            self._counted = False
        self._resumed = False
        return True

    def gap(self) -> str | None:
        """Why events may be missing just before the next; said once."""
        why, self._blind = self._blind, None
        return why


def _number(id: str | None) -> int:
    return int(id) if id and id.isascii() and id.isdecimal() else -1
