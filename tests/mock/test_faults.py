"""Failures on order, seen from the other end of a real socket."""

import asyncio
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from newton_mock import MockServer, create_app

from .conftest import KEY, upload

Cause = Callable[[], httpx.Response]


@pytest.fixture
def info(api: httpx.Client) -> Cause:
    return lambda: api.get("/files/info")


def last(mock: MockServer) -> dict[str, Any]:
    return mock.requests()[-1]


@pytest.mark.parametrize(
    ("status", "code"),
    [(429, "RATE_LIMIT_EXCEEDED"), (500, "internal_error"), (503, "server_at_capacity"), (418, "fault")],
)
def test_any_status_can_be_ordered(newton_mock: MockServer, info: Cause, status: int, code: str) -> None:
    newton_mock.faults("files_info", "status", status=status, retry_after=2)
    response = info()
    assert (response.status_code, response.headers["Retry-After"]) == (status, "2")
    assert response.json()["errors"][0]["code"] == code
    assert last(newton_mock)["applied"] is False
    assert info().status_code == 200


def test_a_fault_happens_as_often_as_ordered_to_its_operation_alone(
    newton_mock: MockServer, api: httpx.Client, info: Cause
) -> None:
    newton_mock.faults("files_info", "status", times=2)
    assert api.get("/files/metadata").status_code == 200
    assert [info().status_code for _ in range(3)] == [503, 503, 200]


def test_faults_come_in_the_order_they_were_ordered(newton_mock: MockServer, info: Cause) -> None:
    newton_mock.faults("*", "status", status=500)
    newton_mock.faults("files_info", "html")
    responses = [info() for _ in range(3)]
    assert [response.status_code for response in responses] == [500, 502, 200]
    assert responses[1].headers["Content-Type"] == "text/html; charset=utf-8"


def test_html_carries_its_own_status_and_name(newton_mock: MockServer, info: Cause) -> None:
    newton_mock.faults("files_info", "html", status=504)
    response = info()
    assert response.status_code == 504
    assert "504 Gateway Timeout" in response.text


def test_reset_before_resets_the_connection_with_nothing_done(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    newton_mock.faults("files_upload", "reset_before")
    # The client may meet the reset while it still writes; it reads an early end then.
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        upload(api, "a.csv", b"x")
    assert last(newton_mock)["applied"] is False
    assert last(newton_mock)["status"] is None
    assert api.get("/files/info").json()["num_files"] == 0


def test_reset_before_does_not_wait_for_the_body(newton_mock: MockServer) -> None:
    newton_mock.faults("files_upload", "reset_before")
    host, port = newton_mock.root.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as raw:
        raw.sendall(b"POST /v0.5/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n")
        raw.sendall(b"Content-Length: 1000000\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            raw.recv(1)


def test_reset_after_resets_the_connection_with_the_work_done(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    newton_mock.faults("files_upload", "reset_after")
    with pytest.raises(httpx.ReadError, match="reset"):
        upload(api, "a.csv", b"x")
    assert last(newton_mock)["applied"] is True
    assert last(newton_mock)["status"] is None
    assert api.get("/files/info").json()["num_files"] == 1


def test_cut_body_sends_half_of_what_was_announced(newton_mock: MockServer, api: httpx.Client) -> None:
    content = bytes(1_000_000)
    upload(api, "a.txt", content, "text/plain")
    newton_mock.faults("files_download", "cut_body")
    with api.stream("GET", "/files/download/a.txt") as response:
        assert response.headers["Content-Length"] == str(len(content))
        with pytest.raises(httpx.RemoteProtocolError):
            response.read()
        assert response.num_bytes_downloaded == len(content) // 2


def test_slow_keeps_the_caller_waiting(newton_mock: MockServer, info: Cause) -> None:
    newton_mock.faults("files_info", "slow", delay=0.3)
    begun = time.monotonic()
    assert info().status_code == 200
    assert time.monotonic() - begun >= 0.3


def test_drip_sends_the_body_in_pieces(newton_mock: MockServer, api: httpx.Client) -> None:
    newton_mock.faults("files_info", "drip", delay=0.3)
    begun = time.monotonic()
    with api.stream("GET", "/files/info") as response:
        assert time.monotonic() - begun < 0.2
        pieces = list(response.iter_raw())
    assert time.monotonic() - begun >= 0.2
    assert len(pieces) > 3


def test_wrong_shape_succeeds_with_what_the_contract_does_not_say(
    newton_mock: MockServer, info: Cause
) -> None:
    newton_mock.faults("files_info", "wrong_shape")
    response = info()
    assert (response.status_code, response.json()) == (200, "not what the contract says")


def test_storage_has_faults_of_its_own(newton_mock: MockServer, api: httpx.Client) -> None:
    asked = {"filename": "a.txt", "file_type": "text/plain", "num_bytes": 5}
    url = api.post("/files/uploads/initiate", json=asked).json()["parts"][0]["url"]
    newton_mock.faults("storage_put", "status", status=503)
    assert httpx.put(url, content=b"small").status_code == 503
    newton_mock.faults("storage_put", "reset_after")
    with pytest.raises(httpx.ReadError):
        httpx.put(url, content=b"small")
    assert last(newton_mock)["applied"] is True
    assert httpx.put(url, content=b"small").status_code == 200


def test_a_fault_comes_before_validation_but_after_the_key(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    newton_mock.faults("query_create", "status")
    assert httpx.post(f"{newton_mock.url}/query").status_code == 401
    assert api.post("/query", content=b"{oops").status_code == 503


def test_other_connections_live_on(newton_mock: MockServer, api: httpx.Client, info: Cause) -> None:
    with httpx.Client(base_url=newton_mock.url, headers=KEY) as other:
        assert other.get("/files/info").status_code == 200
        newton_mock.faults("files_info", "reset_after")
        with pytest.raises(httpx.ReadError):
            info()
        assert other.get("/files/info").status_code == 200


def test_without_a_socket_a_reset_is_an_exception() -> None:
    async def call() -> None:
        app = create_app()
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://mock", headers=KEY) as client:
            order = {"operation": "files_info", "kind": "reset_before"}
            await client.post("/_mock/faults", json=order)
            try:
                with pytest.raises(ConnectionResetError):
                    await client.get("/v0.5/files/info")
            finally:
                app.state.mock.state.close()

    asyncio.run(call())
