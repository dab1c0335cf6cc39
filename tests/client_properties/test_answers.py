"""Whatever a server answers: the client gives a parsed result, or an error of its own."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

import httpx
import pytest
from answers import MISHAPS, SSE, allowed, broken, failed, has_answer, response
from hypothesis import HealthCheck, Phase, given, settings

from newton_api.operations import OPERATIONS, Operation
from newton_api.types import Response, to_json
from newton_client import APIStatusError, NewtonError
from newton_client._secrets import MASK
from support.calls import answer, legal_call
from support.clients import KINDS, Client, Kind

SAMPLE = ("files_list", "query_create", "sessions_process_event", "sessions_consume", "jobs_get")
"""The async client parses with the same code; these show that it does."""


def of(examples: int) -> Callable[[Any], Any]:
    """The same examples every time."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def moments(value: Any) -> Any:
    """The value with every time as a time: the same one can be written in several ways."""
    if isinstance(value, dict):
        return {key: moments(item) for key, item in value.items()}
    if isinstance(value, list):
        return [moments(item) for item in value]
    with suppress(ValueError, TypeError):
        return datetime.fromisoformat(value)
    return value


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


EVERY = [
    pytest.param(kind, operation, id=f"{kind}-{operation.id}")
    for kind in KINDS
    for operation in OPERATIONS.values()
    if kind == "sync" or operation.id in SAMPLE
]
ANSWERED = [case for case in EVERY if has_answer(case.values[1].id)]


@pytest.mark.parametrize(("kind", "operation"), ANSWERED)
def test_every_answer_that_the_contract_allows_is_read_whole(kind: Kind, operation: Operation) -> None:
    client = Canned(kind)

    @of(15)
    @given(allowed(operation.id))
    def check(drawn: tuple[int, Any]) -> None:
        status, value = drawn
        text = json.dumps(value)
        if operation.stream == "sse":
            stream = response(200, f"data: {text}\n\n".encode(), {"Content-Type": SSE})
            events = client.call(operation, stream)
            assert moments(to_json(events)) == [moments(value)]
            return
        try:
            raw: Response[Any] = client.call(
                operation, response(status, text.encode(), {"Content-Type": "application/json"})
            )
        except APIStatusError:
            assert _says_that_it_failed(operation, value)
        else:
            assert raw.status_code == status
            assert moments(to_json(raw.parsed)) == moments(masked(operation, value))

    check()
    client.close()


@pytest.mark.parametrize(("kind", "operation"), ANSWERED)
def test_an_answer_that_breaks_the_contract_is_an_error_of_ours_or_is_read(
    kind: Kind, operation: Operation
) -> None:
    client = Canned(kind)

    @of(60)
    @given(broken(answer(operation.id)))
    def check(answered: httpx.Response) -> None:
        with suppress(NewtonError):
            repr(client.call(operation, answered))

    check()
    client.close()


@pytest.mark.parametrize(("kind", "operation"), EVERY)
def test_an_error_status_is_an_error_of_ours_whatever_is_in_it(kind: Kind, operation: Operation) -> None:
    client = Canned(kind)

    @of(15)
    @given(failed())
    def check(answered: httpx.Response) -> None:
        with pytest.raises(NewtonError) as caught:
            client.call(operation, answered)
        assert len(str(caught.value).splitlines()) == 1

    check()
    client.close()


@pytest.mark.parametrize(("kind", "operation"), EVERY)
def test_no_body_leads_the_client_astray(kind: Kind, operation: Operation) -> None:
    client = Canned(kind)
    for body in MISHAPS:
        with suppress(NewtonError):
            repr(client.call(operation, response(200, body, {"Content-Type": "application/json"})))
        with pytest.raises(NewtonError):
            client.call(operation, response(500, body, {"Content-Type": "application/json"}))
    client.close()


def masked(operation: Operation, value: Any) -> Any:
    """The answer as it may be shown."""
    if isinstance(value, list):
        return [masked(operation, item) for item in value]
    secrets = {name: MASK for name in operation.secret if isinstance(value.get(name), str)}
    return {**value, **secrets}


def _says_that_it_failed(operation: Operation, value: Any) -> bool:
    signs = {"is_valid": False, "type": "error", "status": "failed"}
    return operation.failure is not None and value[operation.failure] == signs[operation.failure]
