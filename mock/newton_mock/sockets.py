"""The WebSocket of a session: the events of the REST call, one reply to each."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from newton_mock import answers
from newton_mock.contract import Contract, Operation
from newton_mock.errors import ApiError, unauthorized
from newton_mock.events import OPERATION, error, reply_to
from newton_mock.faults import Fault
from newton_mock.journal import Entry
from newton_mock.mock import Mock
from newton_mock.reading import parse_json
from newton_mock.sessions import Session
from newton_mock.validation import Violation, check_answer, check_body

PATH = "/lens/sessions/{session_id}"
_NAME = "sessions_socket"
_PROTOCOL = "event-protocol-v1"
_BEARER = "authenticationauthorization.bearer."
_FAULTS = ("status", "html", "ws_close")
_NORMAL = 1000


class Sockets:
    """Takes connections to sessions. For faults and in the journal their operation is `sessions_socket`.

    The key comes in the header `Authorization` or, from browsers, as a subprotocol. A session that is
    not known is no reason to refuse the connection: each event gets the reply that says so. When a
    session ends, so do its connections.
    """

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        socket = WebSocket(scope, receive, send)
        entry = self._mock.journal.open("GET", scope["path"])
        entry.operation = _NAME
        fault = self._mock.faults.take(_NAME, _FAULTS)
        if refusal := self._refusal(socket, fault):
            entry.status = refusal.status_code
            refusal.headers["Newton-Mock-Version"] = self._mock.version
            await socket.send_denial_response(refusal)
            return
        offered: list[str] = scope["subprotocols"]
        version = (b"newton-mock-version", self._mock.version.encode())
        await socket.accept(_PROTOCOL if _PROTOCOL in offered else None, [version])
        entry.status, entry.applied = 101, True
        await _Connection(self._mock, socket, entry, fault).serve()

    def _refusal(self, socket: WebSocket, fault: Fault | None) -> Response | None:
        """The answer to a handshake that fails."""
        scheme, _, token = socket.headers.get("authorization", "").partition(" ")
        bearers = [p.removeprefix(_BEARER) for p in socket.scope["subprotocols"] if p.startswith(_BEARER)]
        tokens = [token.strip(), *bearers] if scheme.lower() == "bearer" else bearers
        if not any(map(self._mock.lets_in, tokens)):
            return self._mock.error_response(unauthorized())
        instead = answers.failure(fault) if fault else None
        return self._mock.error_response(instead) if isinstance(instead, ApiError) else instead


class _Connection:
    """One client, one session, one reply to each event."""

    def __init__(self, mock: Mock, socket: WebSocket, entry: Entry, fault: Fault | None) -> None:
        self._mock = mock
        self._socket = socket
        self._entry = entry
        self._fault = fault if fault and fault.kind == "ws_close" else None
        self._session_id: str = socket.path_params["session_id"]
        self._over = asyncio.Event()

    async def serve(self) -> None:
        """Reply until the client or the session is gone."""
        loop = asyncio.get_running_loop()
        session = await run_in_threadpool(self._mock.locked, self._mock.state.sessions.get, self._session_id)

        def wake() -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._look, session)

        if session is None:
            await self._converse()
            return
        session.wakers.add(wake)
        session.connections.add(self)
        try:
            await self._converse()
        finally:
            session.wakers.discard(wake)
            session.connections.discard(self)

    def _look(self, session: Session | None) -> None:
        if session and session.over:
            self._over.set()

    async def _converse(self) -> None:
        replies = 0
        while message := await self._next():
            text, binary = message.get("text"), message.get("bytes")
            raw: str | bytes = binary or b"" if text is None else text
            self._entry.body_size += len(raw)
            reply = await run_in_threadpool(self._mock.locked, self._reply, raw)
            if self._fault and replies == self._fault.cut_after:
                await self._socket.close(self._fault.code, "closed by a newton_mock fault")
                return
            body = answers.encode(reply)
            await (self._socket.send_bytes(body) if text is None else self._socket.send_text(body.decode()))
            replies += 1

    async def _next(self) -> Message | None:
        """The next frame; None when there will be none."""
        receiving = asyncio.ensure_future(self._socket.receive())
        ending = asyncio.ensure_future(self._over.wait())
        try:
            await asyncio.wait({receiving, ending}, return_when=asyncio.FIRST_COMPLETED)
            if receiving.done():
                message = receiving.result()
                return message if message["type"] == "websocket.receive" else None
        finally:
            receiving.cancel()
            ending.cancel()
        await self._socket.close(_NORMAL, "the session has ended")
        return None

    def _reply(self, raw: str | bytes) -> dict[str, Any]:
        try:
            event: Any = parse_json(raw)
        except (ValueError, RecursionError) as wrong:
            return error(f"The frame is not JSON: {wrong}")
        contract = self._mock.contract
        operation = contract.operations[OPERATION]
        body = {"session_id": self._session_id, "event": event}
        if broken := check_body(contract, operation, "application/json", body):
            self._entry.violations += map(str, broken)
            return error("; ".join(map(str, broken)))
        reply = reply_to(self._mock.state, contract, self._session_id, event)
        if broken := _check_reply(contract, operation, reply):
            self._entry.violations += map(str, broken)
            return error(f"mock_contract_violation: {'; '.join(map(str, broken))}")
        return reply


def _check_reply(contract: Contract, operation: Operation, reply: dict[str, Any]) -> list[Violation]:
    json = "application/json"
    return check_answer(contract, operation, status=200, media_type=json, headers={}, json=reply)
