"""Answers the operations of the contract."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from newton_mock import answers, handlers
from newton_mock.call import Call, Reply
from newton_mock.contract import Match, Operation
from newton_mock.delivery import deliver
from newton_mock.errors import ApiError, Detail, unauthorized
from newton_mock.faults import Fault
from newton_mock.journal import Entry
from newton_mock.mock import Mock
from newton_mock.prefer import Preference
from newton_mock.reading import grouped, read_body
from newton_mock.streams import EventStream
from newton_mock.validation import Violation, check_answer, check_parameters

_GENERAL = (400, 401, 413, 500)


class Api:
    """One call: route, authorize, fault, validate, act, validate, send."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        entry = self._mock.journal.open(scope["method"], scope["path"])

        async def counted() -> Message:
            message = await receive()
            entry.body_size += len(message.get("body", b""))
            return message

        request = Request(scope, counted)
        fault: Fault | None = None
        operation: Operation | None = None
        try:
            match = self._route(request)
            operation = match.operation
            entry.operation = operation.id
            token = self._authorize(request, operation)
            fault = self._mock.faults.take(operation.id)
            response = await self._answer(request, match, token, fault, entry)
        except ApiError as error:
            response = self._refuse(operation, error, entry)
        except ClientDisconnect:
            return
        except Exception as error:
            failed = ApiError(500, "internal_error", f"The mock failed: {error!r}")
            response = self._mock.error_response(failed)
        await deliver(self._mock, entry, response, fault, connection=(scope, receive, send))

    def _route(self, request: Request) -> Match:
        contract = self._mock.contract
        raw_path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        path = raw_path.decode("ascii", "replace")
        if not path.startswith(f"{contract.prefix}/"):
            raise ApiError(404, "not_found", "Not Found", envelope="detail")
        found = contract.match(request.method, path.removeprefix(contract.prefix))
        if isinstance(found, Match):
            return found
        if not found:
            raise ApiError(404, "not_found", "Not Found", envelope="detail")
        error = ApiError(405, "method_not_allowed", "Method Not Allowed", envelope="detail")
        error.headers["Allow"] = ", ".join(sorted(found))
        raise error

    def _authorize(self, request: Request, operation: Operation) -> str:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token.strip()
        if operation.is_public or (scheme.lower() == "bearer" and self._mock.lets_in(token)):
            return token
        raise unauthorized("detail" if operation.id == "query_create" else "errors")

    async def _answer(
        self, request: Request, match: Match, token: str, fault: Fault | None, entry: Entry
    ) -> Response:
        if fault:
            if fault.kind == "reset_before":
                return Response()
            instead = answers.failure(fault)
            if isinstance(instead, ApiError):
                raise instead
            if instead:
                return instead
        reply = await self._act(request, match, token, entry)
        self._hold_to_contract(match.operation, reply, entry)
        if fault and fault.kind == "wrong_shape":
            return answers.misshapen()
        if reply.stream:
            return EventStream(reply, self._mock.contract, match.operation, entry)
        return answers.response_to(reply)

    async def _act(self, request: Request, match: Match, token: str, entry: Entry) -> Reply:
        operation = match.operation
        values, violations = check_parameters(
            self._mock.contract,
            operation,
            {
                "path": {name: [value] for name, value in match.path.items()},
                "query": grouped(parse_qsl(request.url.query, keep_blank_values=True)),
                "header": grouped(request.headers.items()),
            },
        )
        call = Call(
            self._mock.contract,
            operation,
            self._mock.state,
            origin=str(request.base_url).rstrip("/"),
            path=values["path"],
            query=values["query"],
            headers=values["header"],
            token=token,
        )
        try:
            violations += await read_body(request, call)
            if violations:
                entry.violations = [str(violation) for violation in violations]
                if refine := handlers.REFINERS.get(operation.id):
                    refine(call, violations)
                raise _invalid(violations)
            if preference := Preference.of(", ".join(request.headers.getlist("prefer"))):
                return self._preferred(call, preference, entry)
            if handler := handlers.HANDLERS.get(operation.id):
                # A thread costs three times as much as a look-up.
                reply = self._mock.at_once(handler, call) if operation.id in handlers.QUICK else None
                if reply is None:
                    reply = await run_in_threadpool(self._mock.locked, handler, call)
            else:
                reply = answers.from_example(call, operation.example)
            entry.applied = True
            return reply
        finally:
            call.close()

    def _preferred(self, call: Call, preference: Preference, entry: Entry) -> Reply:
        chosen = preference.choose(call.operation)
        if isinstance(chosen, Violation):
            entry.violations = [str(chosen)]
            raise _invalid([chosen])
        if chosen.status >= 400 and chosen.media_type is None:
            raise answers.OrderedError(chosen.status)
        return answers.from_example(call, chosen)

    def _refuse(self, operation: Operation | None, error: ApiError, entry: Entry) -> Response:
        if operation is None or isinstance(error, answers.OrderedError):
            return self._mock.error_response(error)
        # What is refused before any handler sees it need not be declared, nor what the mock cannot do.
        if error.status in _GENERAL and not operation.response(error.status):
            return self._mock.error_response(error)
        body = self._mock.error_body(error)
        try:
            self._hold_to_contract(operation, Reply(body, error.status, error.headers), entry)
        except ApiError as broken:
            return self._mock.error_response(broken)
        return answers.response_to(Reply(body, error.status, error.headers))

    def _hold_to_contract(self, operation: Operation, reply: Reply, entry: Entry) -> None:
        violations = check_answer(
            self._mock.contract,
            operation,
            status=reply.status,
            media_type=reply.media_type,
            headers=reply.headers,
            json=reply.json,
        )
        if violations:
            entry.violations = [str(violation) for violation in violations]
            raise ApiError(500, "mock_contract_violation", "; ".join(entry.violations))


def _invalid(violations: list[Violation]) -> ApiError:
    suggestion = "Send the request as the contract describes it."
    details = [Detail("invalid_request", str(violation), suggestion) for violation in violations]
    return ApiError.several(400, details)
