"""Whatever a server answers: the client gives a parsed result, or an error of its own."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from answers import SSE, allowed, broken, failed, has_answer, response
from hypothesis import HealthCheck, given, settings

from newton_api.operations import OPERATIONS, Operation
from newton_api.types import Response, to_json
from newton_client import APIStatusError, NewtonError
from support.calls import answer, legal_call
from support.clients import KINDS, Client, Kind

ANSWERED = [operation for operation in OPERATIONS.values() if has_answer(operation.id)]
SAMPLE = ("files_list", "query_create", "sessions_process_event", "sessions_consume", "jobs_get")
"""The async client parses with the same code; these show that it does."""


def of(examples: int) -> Callable[[Any], Any]:
    """The same examples every time."""
    checks = list(HealthCheck)
    return settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=checks
    )


class Canned:
    """A client of either kind whose server gives the answer that was put here."""

    def __init__(self, kind: Kind) -> None:
        self.answer = httpx.Response(200)
        transport = httpx.MockTransport(lambda _: self.answer)
        self._http: Any = (httpx.Client if kind == "sync" else httpx.AsyncClient)(transport=transport)
        self._client = Client(
            kind, "https://api.example.com", http_client=self._http, retry={"max_attempts": 1}
        )

    def call(self, operation: Operation, answer: httpx.Response) -> Any:
        self.answer = answer
        return self._client.do(legal_call(operation))

    def close(self) -> None:
        self._client.do(lambda _: self._http.close() if self._client.kind == "sync" else self._http.aclose())
        self._client.close()


CASES = [
    pytest.param(kind, operation, id=f"{kind}-{operation.id}")
    for kind in KINDS
    for operation in ANSWERED
    if kind == "sync" or operation.id in SAMPLE
]


@pytest.mark.parametrize(("kind", "operation"), CASES)
def test_every_answer_that_the_contract_allows_is_read_whole(kind: Kind, operation: Operation) -> None:
    client = Canned(kind)

    @of(15)
    @given(allowed(operation.id))
    def check(drawn: tuple[int, Any]) -> None:
        status, value = drawn
        text = json.dumps(value)
        if operation.stream == "sse":
            events = client.call(
                operation, response(200, f"data: {text}\n\n".encode(), {"Content-Type": SSE})
            )
            assert to_json(events) == [value]
            return
        try:
            raw: Response[Any] = client.call(
                operation, response(status, text.encode(), {"Content-Type": "application/json"})
            )
        except APIStatusError:
            assert _says_that_it_failed(operation, value)
        else:
            assert raw.status_code == status
            assert to_json(raw.parsed) == value

    check()
    client.close()


@pytest.mark.parametrize(("kind", "operation"), CASES)
def test_an_answer_that_breaks_the_contract_is_an_error_of_ours_or_is_read(
    kind: Kind, operation: Operation
) -> None:
    client = Canned(kind)

    @of(60)
    @given(broken(answer(operation.id)))
    def check(answered: httpx.Response) -> None:
        try:
            repr(client.call(operation, answered))
        except NewtonError as error:
            assert str(error)

    check()
    client.close()


@pytest.mark.parametrize(
    ("kind", "operation"),
    [
        pytest.param(kind, operation, id=f"{kind}-{operation.id}")
        for kind in KINDS
        for operation in OPERATIONS.values()
        if kind == "sync" or operation.id in SAMPLE
    ],
)
def test_an_error_status_is_an_error_of_its_class_whatever_is_in_it(kind: Kind, operation: Operation) -> None:
    client = Canned(kind)

    @of(15)
    @given(failed())
    def check(answered: httpx.Response) -> None:
        with pytest.raises(NewtonError) as caught:
            client.call(operation, answered)
        assert str(caught.value)
        assert len(str(caught.value).splitlines()) == 1

    check()
    client.close()


def _says_that_it_failed(operation: Operation, value: Any) -> bool:
    signs = {"is_valid": False, "type": "error", "status": "failed"}
    return operation.failure is not None and value[operation.failure] == signs[operation.failure]
