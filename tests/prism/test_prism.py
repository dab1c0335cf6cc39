"""The client's example calls against Prism, a mock that this project did not write: `make prism`."""

import os
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from newton_api.operations import OPERATIONS, Operation
from newton_api.types import UNSET
from newton_client import BadRequestError, InternalServerError
from support.calls import legal_call
from support.clients import KINDS, Client, Kind

URL = os.environ.get("PRISM_URL", "")
if not URL:
    pytest.skip("`make prism` runs these", allow_module_level=True)


class Below(httpx.HTTPTransport):
    """Drops the version from paths: Prism serves them without."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return super().handle_request(_unversioned(request))


class AsyncBelow(httpx.AsyncHTTPTransport):
    """The same for the async client."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await super().handle_async_request(_unversioned(request))


def _unversioned(request: httpx.Request) -> httpx.Request:
    request.url = request.url.copy_with(raw_path=request.url.raw_path.removeprefix(b"/v0.5"))
    return request


@pytest.fixture(params=KINDS)
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    kind: Kind = request.param
    sync = kind == "sync"
    http: Any = httpx.Client(transport=Below()) if sync else httpx.AsyncClient(transport=AsyncBelow())
    client = Client(kind, f"{URL}/v0.5", http_client=http)
    yield client
    if sync:
        http.close()
    else:
        client.do(lambda _: http.aclose())
    client.close()


ANSWERED = {name: operation for name, operation in OPERATIONS.items() if operation.stream != "sse"}


@pytest.mark.parametrize("operation", ANSWERED.values(), ids=ANSWERED)
def test_an_example_call_is_understood_and_answered(client: Client, operation: Operation) -> None:
    client.do(legal_call(operation))


def test_an_event_stream_is_understood_though_prism_cannot_write_one(client: Client) -> None:
    with pytest.raises(InternalServerError, match="Cannot serialise complex objects as text"):
        client.do(legal_call(OPERATIONS["sessions_consume"]))


def test_a_call_that_breaks_the_contract_is_refused(client: Client) -> None:
    with pytest.raises(BadRequestError):
        client.do(
            lambda newton: newton.raw.uploads.initiate(filename="pump.csv", file_type=UNSET, num_bytes=9)
        )
