"""The WebSocket of the mock's sessions."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosedError, ConnectionClosedOK, InvalidStatus
from websockets.sync.client import ClientConnection

from newton_mock import MockServer
from newton_mock.contract import Contract

from .lens_api import KEY, LensApi

LOGS = "lens_sensor_logs_processor"
STATUS = {"type": "session.status"}


@pytest.fixture
def session_id(caller: LensApi) -> str:
    return caller.start(LOGS)


@pytest.fixture
def socket(caller: LensApi, session_id: str) -> Iterator[ClientConnection]:
    with caller.socket(session_id) as socket:
        yield socket


def ask(socket: ClientConnection, event: Any) -> dict[str, Any]:
    socket.send(json.dumps(event))
    return json.loads(socket.recv(5))


def test_the_session_endpoint_takes_connections(caller: LensApi, session_id: str) -> None:
    endpoint = caller.event(session_id, "session.status")["session_endpoint"]
    with caller.socket(session_id) as socket:
        assert str(socket.request and socket.request.path) in endpoint
        assert ask(socket, STATUS)["session_id"] == session_id


def test_each_event_gets_one_reply_and_nothing_else_comes(socket: ClientConnection) -> None:
    row = {"type": "data.json", "event_data": {"value": 1}}
    for _ in range(3):
        socket.send(json.dumps({"type": "session.update", "event_data": row}))
    replies = [json.loads(socket.recv(5))["type"] for _ in range(3)]
    assert replies == ["session.update.response"] * 3
    with pytest.raises(TimeoutError):
        socket.recv(0.2)


def test_events_over_the_socket_and_over_rest_are_the_same(
    caller: LensApi, session_id: str, socket: ClientConnection
) -> None:
    ask(socket, {"type": "session.modify", "event_data": {"focus": "heat"}})
    event = {"type": "session.get", "event_data": {}}
    assert ask(socket, event) == caller.event(session_id, "session.get", {})


def test_text_is_answered_with_text_and_bytes_with_bytes(socket: ClientConnection) -> None:
    socket.send(json.dumps({"type": "session.heartbeat"}))
    text = socket.recv(5)
    socket.send(json.dumps({"type": "session.heartbeat"}).encode())
    assert socket.recv(5) == str(text).encode()


def test_the_key_may_come_as_a_subprotocol(session_id: str) -> None:
    with MockServer(api_key=KEY) as mock, LensApi(mock) as caller:
        running = caller.start(LOGS)
        protocols = [f"authenticationauthorization.bearer.{KEY}", "event-protocol-v1"]
        with caller.socket(running, subprotocols=protocols, additional_headers={}) as socket:
            assert socket.subprotocol == "event-protocol-v1"
            assert ask(socket, STATUS)["session_id"] == running


@pytest.mark.parametrize(
    "options",
    [
        {"additional_headers": {}},
        {"additional_headers": {"Authorization": "Bearer wrong"}},
        {"additional_headers": {}, "subprotocols": ["authenticationauthorization.bearer.wrong"]},
    ],
)
def test_without_a_good_key_there_is_no_connection(options: dict[str, Any]) -> None:
    with MockServer(api_key=KEY) as mock, LensApi(mock) as caller:
        running = caller.start(LOGS)
        with pytest.raises(InvalidStatus) as refused:
            caller.socket(running, **options)
        assert refused.value.response.status_code == 401
        assert json.loads(refused.value.response.body)["errors"][0]["code"] == "unauthorized_request"


def test_an_unknown_session_is_said_in_every_reply(caller: LensApi) -> None:
    with caller.socket("lsn-unknown") as socket:
        unknown = {"type": "error", "message": "Unknown session id: lsn-unknown"}
        assert [ask(socket, STATUS), ask(socket, STATUS)] == [unknown, unknown]


@pytest.mark.parametrize("frame", ["{", b"\xff", "[" * 100_000, "NaN", "null", "[]", '{"event_data": {}}'])
def test_a_frame_that_is_no_event_gets_an_error_and_the_connection_goes_on(
    socket: ClientConnection, session_id: str, frame: str | bytes
) -> None:
    socket.send(frame)
    assert json.loads(socket.recv(5))["type"] == "error"
    assert ask(socket, STATUS)["session_id"] == session_id


def test_a_session_destroyed_over_its_socket_replies_and_closes_it(
    caller: LensApi, session_id: str, socket: ClientConnection
) -> None:
    reply = ask(socket, {"type": "session.destroy"})
    assert reply == {"type": "session.destroy.response", "event_data": None}
    with pytest.raises(ConnectionClosedOK):
        socket.recv(5)
    assert caller.event(session_id, "session.status")["type"] == "error"


def test_a_session_destroyed_elsewhere_closes_its_sockets(
    caller: LensApi, session_id: str, socket: ClientConnection
) -> None:
    ask(socket, STATUS)
    caller.ok("/lens/sessions/destroy", session_id=session_id)
    with pytest.raises(ConnectionClosedOK, match="the session has ended"):
        socket.recv(5)


def test_open_sockets_are_counted(caller: LensApi, session_id: str) -> None:
    with caller.socket(session_id) as socket:
        assert ask(socket, STATUS)["num_active_connections"] == 1
    deadline = time.monotonic() + 5
    while caller.event(session_id, "session.status")["num_active_connections"]:
        assert time.monotonic() < deadline


def test_a_close_can_be_ordered_in_place_of_a_reply(
    caller: LensApi, newton_mock: MockServer, session_id: str
) -> None:
    newton_mock.faults("sessions_socket", "ws_close", code=4001, cut_after=1)
    with caller.socket(session_id) as socket:
        ask(socket, STATUS)
        with pytest.raises(ConnectionClosedError) as closed:
            ask(socket, {"type": "session.modify", "event_data": {"focus": "heat"}})
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4001
    assert caller.event(session_id, "session.get")["event_data"] == {"focus": "heat"}
    with caller.socket(session_id) as socket:
        ask(socket, STATUS)


def test_a_handshake_can_be_made_to_fail(caller: LensApi, newton_mock: MockServer, session_id: str) -> None:
    newton_mock.faults("sessions_socket", "status", status=503, retry_after=1)
    with pytest.raises(InvalidStatus) as refused:
        caller.socket(session_id)
    assert refused.value.response.status_code == 503
    assert refused.value.response.headers["Retry-After"] == "1"


def test_a_connection_is_in_the_journal_without_its_key(
    caller: LensApi, newton_mock: MockServer, session_id: str
) -> None:
    with caller.socket(session_id) as socket:
        ask(socket, STATUS)
    (entry,) = newton_mock.requests("sessions_socket")
    assert (entry["status"], entry["path"]) == (101, f"/v0.5/lens/sessions/{session_id}")
    assert entry["body_size"] == len(json.dumps(STATUS))
    assert KEY not in json.dumps(newton_mock.requests())


def test_a_reply_that_breaks_the_contract_does_not_leave() -> None:
    document = json.loads(json.dumps(Contract.load().document))
    document["components"]["schemas"]["EventReply"] = {"type": "object", "required": ["colour"]}
    with MockServer(contract=document) as mock, LensApi(mock) as caller:
        lens_id = caller.register()["lens_id"]
        session_id = caller.ok("/lens/sessions/create", lens_id=lens_id)["session_id"]
        with caller.socket(session_id) as socket:
            assert "mock_contract_violation" in ask(socket, STATUS)["message"]


def test_other_paths_take_no_connections(caller: LensApi) -> None:
    with pytest.raises(InvalidStatus):
        caller.socket("one/too/many")
