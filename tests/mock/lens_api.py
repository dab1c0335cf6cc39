"""The lens API as the tests call it: plain HTTP and WebSockets, no client of ours."""

import contextlib
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
from httpx_sse import ServerSentEvent, connect_sse
from websockets.sync.client import ClientConnection, connect

from newton_mock import MockServer

KEY = "sk_test"
SSE = {"stream_type": "server_sent_events_writer", "stream_config": {}}
MACHINE_STATE = "lens_timeseries_state_processor"


class LensApi(httpx.Client):
    """One caller of a mock."""

    def __init__(self, mock: MockServer) -> None:
        super().__init__(base_url=mock.url, headers={"Authorization": f"Bearer {KEY}"}, timeout=10)
        self.mock = mock

    def upload(self, name: str, content: bytes | str, media_type: str = "text/csv") -> None:
        data = content.encode() if isinstance(content, str) else content
        self.post("/files", files={"file": (name, data, media_type)}).raise_for_status()

    def ok(self, path: str, **body: Any) -> Any:
        answer = self.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def register(self, processor: str | None = None, **config: Any) -> dict[str, Any]:
        """A lens with one processor; `parameters` are its model's."""
        if processor:
            config["model_pipeline"] = [{"processor_name": processor}]
        if "parameters" in config:
            config["model_parameters"] = config.pop("parameters")
        return self.ok("/lens/register", lens_config={"lens_name": "A Lens", "lens_config": config})

    def start(self, processor: str | None = None, **config: Any) -> str:
        """A running session of a new lens."""
        return self.run(self.register(processor, **config)["lens_id"])

    def run(self, lens_id: str) -> str:
        session_id = self.ok("/lens/sessions/create", lens_id=lens_id)["session_id"]
        self.mock.clock(advance=1)
        return session_id

    def event(self, session_id: str, kind: str, data: Any = None) -> dict[str, Any]:
        event = {"type": kind} if data is None else {"type": kind, "event_data": data}
        return self.ok("/lens/sessions/events/process", session_id=session_id, event=event)

    def push(self, session_id: str, data: dict[str, Any]) -> dict[str, Any]:
        return self.event(session_id, "session.update", {"type": "data.json", "event_data": data})

    def mail(self, session_id: str, count: int, client_id: str = "reader") -> list[dict[str, Any]]:
        """So many messages of the mailbox, as they come."""
        messages: list[dict[str, Any]] = []
        deadline = time.monotonic() + 10
        while len(messages) < count and time.monotonic() < deadline:
            reply = self.event(session_id, "session.read", {"client_id": client_id})
            messages += (reply["event_data"] or {}).get("messages", [])
        return messages

    @contextlib.contextmanager
    def consume(self, session_id: str, last_id: str | None = None) -> Iterator[Iterator[ServerSentEvent]]:
        headers = {"Last-Event-ID": last_id} if last_id else {}
        with connect_sse(self, "GET", f"/lens/sessions/consumer/{session_id}", headers=headers) as source:
            source.response.raise_for_status()
            yield source.iter_sse()

    def frames(self, session_id: str, last_id: str | None = None) -> list[ServerSentEvent]:
        """The stream up to its end."""
        with self.consume(session_id, last_id) as events:
            return list(events)

    def socket(self, session_id: str, **options: Any) -> ClientConnection:
        options.setdefault("additional_headers", {"Authorization": f"Bearer {KEY}"})
        url = self.mock.url.replace("http", "ws", 1)
        return connect(f"{url}/lens/sessions/{session_id}", proxy=None, **options)


def results(frames: list[ServerSentEvent]) -> list[dict[str, Any]]:
    """What the inference results among them carry."""
    events = [json.loads(frame.data) for frame in frames]
    return [event["event_data"] for event in events if event["type"] == "inference.result"]


def messages(mail: list[dict[str, Any]]) -> list[str]:
    """The types of what was in the mailbox."""
    return [message["type"] for message in mail]


def types(frames: list[ServerSentEvent]) -> list[str]:
    return [json.loads(frame.data)["type"] for frame in frames]


def rows(values: list[float], channels: int = 1) -> str:
    """A CSV in which every channel has the same values."""
    header = ",".join(["timestamp", *(f"a{channel}" for channel in range(channels))])
    return "\n".join([header, *(f"{n},{','.join([str(v)] * channels)}" for n, v in enumerate(values))]) + "\n"
