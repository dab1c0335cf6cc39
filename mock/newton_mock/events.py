"""What may be said to a session, and what it replies; over REST and WebSocket alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newton_mock.contract import Contract, Node
from newton_mock.processors import UnusableError
from newton_mock.sessions import Session
from newton_mock.state import State
from newton_mock.validation import check

OPERATION = "sessions_process_event"
# The others need a runner, which a session has when it runs.
_AT_ANY_TIME = (
    "session.status",
    "session.validate",
    "session.get",
    "session.read",
    "session.heartbeat",
    "session.destroy",
    "output_stream.set",
)


def reply_to(state: State, contract: Contract, session_id: str, event: dict[str, Any]) -> dict[str, Any]:
    """The one reply to an event that fits the contract."""
    session = state.sessions.get(session_id)
    if session is None:
        return error(f"Unknown session id: {session_id}")
    session.note_event()
    kind: str = event["type"]
    if kind == "session.status":
        return session.record()
    if not session.running and kind not in _AT_ANY_TIME:
        return error("Failed to fetch session_runner!")
    try:
        data = _act(state, contract, session, event)
    except UnusableError as unusable:
        return {"type": f"{kind}.response", "message": str(unusable)}
    return {"type": f"{kind}.response", "event_data": data}


def error(message: str) -> dict[str, Any]:
    """The reply to what does not get as far as an event's own reply."""
    return {"type": "error", "message": message}


def _act(state: State, contract: Contract, session: Session, event: dict[str, Any]) -> dict[str, Any] | None:
    kind: str = event["type"]
    if kind == "session.destroy":
        state.sessions.destroy(session)
        return None
    if kind.startswith("data."):
        event = {"type": "session.update", "event_data": event}
    act = _ACTS.get(event["type"])
    if act is None:
        raise UnusableError(f"Unknown event type: {kind}")
    _hold_to_contract(contract, event)
    return act(session, event.get("event_data") or {})


def _hold_to_contract(contract: Contract, event: dict[str, Any]) -> None:
    """Judge an event as what its type says it is; the contract as a whole takes any type."""
    schemas = Node.root(contract.document).get("components")
    schemas = schemas.get("schemas") if schemas else None
    data: Any = event.get("event_data")
    inner: Any = data.get("event_data") if isinstance(data, dict) else None
    claims = [
        (_branch(schemas, "SessionEvent", "type", event), "event", event),
        (_branch(schemas, "SessionUpdateData", "type", data), "event_data", data),
        (_branch(schemas, "InputStream", "stream_type", data), "event_data", data),
        (_branch(schemas, "OutputStream", "stream_type", data), "event_data", data),
    ]
    if schemas and isinstance(inner, dict) and "sensor_data" in inner:
        claims.append((schemas.get("SensorWindow"), "event_data/event_data", inner))
    operation = contract.operations[OPERATION]
    for schema, where, instance in claims:
        for violation in check(contract, operation, where, schema, instance):
            raise UnusableError(f"{violation.where}: {violation.rule}: {violation.message}")


def _branch(schemas: Node | None, name: str, tag: str, instance: Any) -> Node | None:
    """The member of a union that is for this very tag."""
    union = schemas.get(name) if schemas else None
    if union is None or not isinstance(instance, dict) or tag not in instance:
        return None
    for branch in union.list("anyOf"):
        properties = branch.get("properties")
        tagged = properties.get(tag) if properties else None
        if tagged and tagged.value.get("const") == instance[tag]:
            return branch
    return None


def _nothing(session: Session, data: dict[str, Any]) -> None:
    """Being sent is all it is for."""


def _validate(session: Session, data: dict[str, Any]) -> dict[str, Any]:
    problems = session.problems()
    return {"is_valid": not problems, "error_messages": problems}


def _get(session: Session, data: dict[str, Any]) -> dict[str, Any]:
    return session.parameters


def _update(session: Session, data: dict[str, Any]) -> None:
    inner: Any = data.get("event_data")
    session.push(data["type"], inner if isinstance(inner, dict) else {})


def _read(session: Session, data: dict[str, Any]) -> dict[str, Any] | None:
    messages = session.mail(data["client_id"])
    return {"messages": messages} if messages else None


def _query(session: Session, data: dict[str, Any]) -> dict[str, Any]:
    return {"response": [session.query(data)]}


_ACTS: dict[str, Callable[[Session, dict[str, Any]], dict[str, Any] | None]] = {
    "session.validate": _validate,
    "session.get": _get,
    "session.modify": lambda session, data: session.modify(data),
    "session.update": _update,
    "session.read": _read,
    "session.heartbeat": _nothing,
    "model.query": _query,
    "input_stream.set": lambda session, data: session.read(data),
    "output_stream.set": lambda session, data: session.write_to(data),
}
