"""Lens sessions."""

from __future__ import annotations

from newton_mock.call import Call, Reply
from newton_mock.errors import ApiError
from newton_mock.events import reply_to
from newton_mock.handlers import handles
from newton_mock.handlers.lenses import find as find_lens
from newton_mock.paging import shard
from newton_mock.sessions import AT_ONCE, Session
from newton_mock.streams import MEDIA_TYPE, follow


@handles("sessions_create")
def create(call: Call) -> Reply:
    """Start a lens, where there is room for one more."""
    lens = find_lens(call)
    sessions = call.state.sessions
    if len(sessions.list()) >= AT_ONCE:
        message = f"The organization has {AT_ONCE} sessions, as many as it may have at a time."
        raise ApiError(409, "capacity_reached", message, "Destroy the sessions that you no longer need.")
    return Reply(sessions.create(lens, call.token, call.origin + call.contract.prefix).record())


@handles("sessions_destroy")
def destroy(call: Call) -> Reply:
    """End a session."""
    session = _find(call, call.body["session_id"])
    call.state.sessions.destroy(session)
    return Reply(session.summary())


@handles("sessions_list")
def list_sessions(call: Call) -> Reply:
    """The active sessions."""
    wanted = call.query.get("session_id", "")
    found = [session for session in call.state.sessions.list() if wanted in ("", session.id)]
    return Reply([session.entry() for session in shard(call, found)])


@handles("sessions_process_event")
def process_event(call: Call) -> Reply:
    """The reply to one event."""
    return Reply(reply_to(call.state, call.contract, call.body["session_id"], call.body["event"]))


@handles("sessions_consume")
def consume(call: Call) -> Reply:
    """What a session says, as it says it."""
    session = _find(call, call.path["session_id"])
    return Reply(stream=follow(call, session), headers={"Cache-Control": "no-cache"}, media_type=MEDIA_TYPE)


def _find(call: Call, session_id: str) -> Session:
    if session := call.state.sessions.get(session_id):
        return session
    message = f"Unknown session id: {session_id}"
    raise ApiError(404, "SESSION_NOT_FOUND", message, "Create a new session.")
