"""What is wrong with the generator's own output, and not with ours.

Each test runs on both. `stock_raises` marks the lines where the stock output fails; on ours it does
nothing. So a test that could not tell the two apart would fail.
"""

import asyncio
import copy
import gc
import importlib
import io
import json
import pickle
import socket
import threading
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
import yaml
from checkout import Project, generate_stock

import newton_api
from newton_api.api import AsyncResources, Resources
from newton_api.operations import OPERATIONS
from newton_client import APIStatusError, AsyncNewton, Newton, ResponseValidationError, RetryPolicy
from newton_mock import MockServer
from support.clients import KEY, KINDS, Client, Kind
from support.server import Reply, ScriptedServer, failure

JOB = {
    "id": "job_1",
    "name": "pump",
    "pipeline_type": "batch",
    "pipeline_key": "machine-state-classification",
    "pipeline_version": "1.0.0",
    "status": "RUNNING",
    "created_at": "2026-05-22T05:46:15Z",
}


# ------------------------------------------------------------------------------- clients of both kinds


class Ours:
    """The client, sync or async."""

    def __init__(self, kind: Kind, url: str, transport: httpx.MockTransport | None = None) -> None:
        self.kind = kind
        http = httpx.Client if kind == "sync" else httpx.AsyncClient
        options = {"http_client": http(transport=transport)} if transport else {}
        self.client = Client(kind, url, retry={"max_attempts": 1}, **options)
        self.held = self.client.newton

    def stock_raises(self, *_: type[Exception], **__: str) -> AbstractContextManager[Any]:
        return nullcontext()

    def job(self) -> Any:
        return self.client.do(lambda newton: newton.jobs.get("job_1"))

    def upload(self, name: str, content: bytes) -> None:
        self.client.do(lambda newton: newton.files.upload(content, name=name))

    def download(self, to: Path) -> None:
        self.client.do(lambda newton: newton.files.download("big.csv", to))

    def first_event(self) -> Any:
        async def first(newton: AsyncNewton) -> Any:
            async with aclosing(newton.sessions.consume("session_1")) as events:
                return await anext(events)

        if self.kind == "async":
            return self.client.do(first)
        return self.client.do(lambda newton: next(newton.sessions.consume("session_1")))

    def with_timeout(self, seconds: float) -> "Ours":
        derived, derived.client = copy.copy(self), copy.copy(self.client)
        derived.client.newton = self.client.newton.with_options(timeout=seconds)
        return derived

    def close(self) -> None:
        self.client.close()


class Stock:
    """The generator's own client."""

    def __init__(self, package: ModuleType, url: str, transport: httpx.MockTransport | None = None) -> None:
        self.package = package
        client = self._module("client").AuthenticatedClient
        arguments = {"transport": transport} if transport else {}
        self.held = client(base_url=url, token=KEY, httpx_args=arguments)

    def _module(self, name: str) -> Any:
        return importlib.import_module(f"{self.package.__name__}.{name}")

    def stock_raises(self, *kinds: type[Exception], **options: str) -> AbstractContextManager[Any]:
        return pytest.raises(kinds, **options)

    def job(self) -> Any:
        return self._module("api.jobs.jobs_get").sync("job_1", client=self.held)

    def upload(self, name: str, content: bytes) -> None:
        file = self._module("types").File(io.BytesIO(content), name, "text/csv")
        body = self._module("models").FileUploadRequest(file=file)
        self._module("api.files.files_upload").sync(client=self.held, body=body)

    def download(self, to: Path) -> None:
        file = self._module("api.files.files_download").sync("big.csv", client=self.held)
        to.write_bytes(file.payload.read())

    def first_event(self) -> Any:
        client = self.held.with_timeout(httpx.Timeout(1.0))  # it would wait for the end
        return self._module("api.sessions.sessions_consume").sync_detailed("session_1", client=client)

    def with_timeout(self, seconds: float) -> "Stock":
        derived = copy.copy(self)
        derived.held = self.held.with_timeout(httpx.Timeout(seconds))
        return derived

    def close(self) -> None:
        self.held.get_httpx_client().close()


Connect = Callable[..., Any]


@pytest.fixture(params=[*KINDS, "stock"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Makes clients: ours sync, ours async, the generator's own."""
    clients = []
    package = request.getfixturevalue("stock") if request.param == "stock" else None

    def connect(url: str, transport: httpx.MockTransport | None = None) -> Any:
        client = Stock(package, url, transport) if package else Ours(request.param, url, transport)
        clients.append(client)
        return client

    yield connect
    for client in clients:
        client.close()


@dataclass(frozen=True)
class Pieces(Reply):
    """An answer that comes piece by piece and ends with the connection."""

    pieces: Iterable[bytes] = ()
    cut: bool = True

    def write(self, connection: socket.socket) -> None:
        headers = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        connection.sendall(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n".encode())
        for piece in self.pieces:
            connection.sendall(piece)


# --------------------------------------------------------------------- 1: the boundary of a multipart body


@pytest.mark.parametrize(
    "content",
    [
        b"time,flow\n0,1\r\n--+++--\r\n1,2\n",
        b'time,flow\n0,1\r\n--+++\r\nContent-Disposition: form-data; name="b"\r\n\r\nforged\r\n--+++--\r\n',
    ],
    ids=["end", "another part"],
)
def test_a_file_that_holds_what_looks_like_a_boundary_arrives_whole(
    connect: Connect, newton_mock: MockServer, content: bytes
) -> None:
    client = connect(newton_mock.url)
    with client.stock_raises(AssertionError):
        client.upload("readings.csv", content)
        stored = httpx.get(
            f"{newton_mock.url}/files/download/readings.csv", headers={"Authorization": "Bearer k"}
        )
        assert stored.content == content


# ------------------------------------------------------------------------------------ 2: the key in repr


def test_the_key_is_in_no_representation_of_the_client(connect: Connect, server: ScriptedServer) -> None:
    client = connect(server.url)
    with client.stock_raises(AssertionError):
        assert KEY not in f"{client.held} {client.held!r}"


# ------------------------------------------------------------------------------ 3: a status without a name


@pytest.mark.parametrize("status", [499, 520, 561])
def test_a_status_that_python_has_no_name_for_is_an_error_that_keeps_the_response(
    connect: Connect, server: ScriptedServer, status: int
) -> None:
    server.script(failure(status, "odd"))
    client = connect(server.url)
    with client.stock_raises(ValueError, match="is not a valid HTTPStatus"):
        with pytest.raises(APIStatusError) as caught:
            client.job()
        assert caught.value.status_code == status
        assert caught.value.code == "odd"
        assert caught.value.body.startswith(b'{"errors"')


# --------------------------------------------------------------------- 4: an answer that is not as expected


def test_a_value_that_the_contract_does_not_list_passes(connect: Connect, server: ScriptedServer) -> None:
    server.script(Reply(body=JOB | {"status": "PAUSED"}))
    client = connect(server.url)
    with client.stock_raises(ValueError, match="'PAUSED' is not a valid JobStatus"):
        assert client.job().status == "PAUSED"


@pytest.mark.parametrize(
    ("body", "media_type", "stock_error"),
    [
        (json.dumps({"id": "job_1"}).encode(), "application/json", KeyError),
        (b"<html><title>Sign in</title></html>", "text/html", json.JSONDecodeError),
        (b"", "application/json", json.JSONDecodeError),
    ],
    ids=["a field is missing", "HTML", "nothing"],
)
def test_a_success_that_is_not_what_the_contract_promises_is_one_error_that_keeps_the_response(
    connect: Connect, server: ScriptedServer, body: bytes, media_type: str, stock_error: type[Exception]
) -> None:
    server.script(Reply(body=body, headers={"Content-Type": media_type}))
    client = connect(server.url)
    with client.stock_raises(stock_error):
        with pytest.raises(ResponseValidationError) as caught:
            client.job()
        assert caught.value.status_code == 200
        assert caught.value.headers["content-type"] == media_type
        assert caught.value.body == body


# ------------------------------------------------------------------------------------- 5: what is not set


@pytest.fixture(params=["ours", "stock"])
def package(request: pytest.FixtureRequest) -> Any:
    """A generated package, with `stock_raises` as the clients have it."""
    ours = request.param == "ours"
    package = newton_api if ours else request.getfixturevalue("stock")
    for module in ("types", "models"):
        importlib.import_module(f"{package.__name__}.{module}")
    package.stock_raises = lambda *kinds, **options: (
        nullcontext() if ours else pytest.raises(kinds, **options)
    )
    yield package
    del package.stock_raises


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


def pickled_as_of_old(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol=0))


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickled, pickled_as_of_old])
def test_there_is_one_unset(package: Any, duplicate: Callable[[Any], Any]) -> None:
    unset = package.types.UNSET
    with package.stock_raises(AssertionError):
        assert duplicate(unset) is unset
        assert type(unset)() is unset


@pytest.mark.parametrize("duplicate", [copy.deepcopy, pickled])
def test_a_copied_model_is_equal_to_the_first(package: Any, duplicate: Callable[[Any], Any]) -> None:
    job = package.models.Job.from_dict(JOB)
    with package.stock_raises(AssertionError):
        assert duplicate(job) == job


@pytest.mark.parametrize("duplicate", [copy.deepcopy, pickled])
def test_a_copied_model_is_serialized_like_the_first(package: Any, duplicate: Callable[[Any], Any]) -> None:
    job = package.models.Job.from_dict(JOB)
    with package.stock_raises(TypeError, match="type Unset is not JSON serializable"):
        assert json.loads(json.dumps(duplicate(job).to_dict())) == json.loads(json.dumps(job.to_dict()))


# ---------------------------------------------------------------------- 6: timeouts, settings, event loops


@pytest.fixture
def timeouts() -> list[dict[str, float | None]]:
    """The timeouts of each request that was sent."""
    return []


@pytest.fixture
def transport(timeouts: list[dict[str, float | None]]) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        timeouts.append(request.extensions["timeout"])
        return httpx.Response(200, json=JOB)

    return httpx.MockTransport(answer)


def test_a_request_has_a_timeout_without_being_told(
    connect: Connect, transport: httpx.MockTransport, timeouts: list[dict[str, float | None]]
) -> None:
    client = connect("http://newton.test/v0.5", transport)
    client.job()
    with client.stock_raises(AssertionError):
        assert None not in timeouts[0].values()


def test_a_client_stays_as_it_is_when_another_is_derived_from_it(
    connect: Connect, transport: httpx.MockTransport, timeouts: list[dict[str, float | None]]
) -> None:
    client = connect("http://newton.test/v0.5", transport)
    client.job()
    client.with_timeout(7.0).job()
    client.job()
    first, derived, again = timeouts
    assert derived["read"] == 7.0
    with client.stock_raises(AssertionError):
        assert again == first


@pytest.mark.parametrize(
    "kind",
    [
        "ours",
        # It leaves its sockets open, too.
        pytest.param("stock", marks=pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")),
    ],
)
def test_an_async_client_can_be_used_again_in_a_second_event_loop(
    kind: str, newton_mock: MockServer, request: pytest.FixtureRequest
) -> None:
    def twice() -> None:
        if kind == "ours":
            newton = AsyncNewton(KEY, newton_mock.url, retry=RetryPolicy.off())
            call, fails = newton.files.info, nullcontext()
        else:
            stock = request.getfixturevalue("stock").__name__
            client = importlib.import_module(stock).AuthenticatedClient(base_url=newton_mock.url, token=KEY)
            endpoint = importlib.import_module(f"{stock}.api.files.files_info")
            call, fails = (
                lambda: endpoint.asyncio(client=client),
                pytest.raises(RuntimeError, match="is closed"),
            )
        first = asyncio.run(call())
        with fails:
            assert asyncio.run(call()) == first

    twice()
    gc.collect()  # whatever is left open is noticed here, not in another test


# ------------------------------------------------------------------------- 7: what cannot be generated


NOT_GENERATED = """
paths:
  /widgets:
    post:
      operationId: files_paint
      tags: [files]
      summary: Paint
      requestBody: {required: true, content: {application/xml: {schema: {type: string}}}}
      responses:
        '200': {description: Painted., content: {application/json: {schema: {type: string}}}}
"""


def test_an_operation_that_cannot_be_generated_stops_the_generation_and_changes_nothing(
    project: Project,
) -> None:
    project.edit("openapi.yaml", "\npaths:\n", NOT_GENERATED)
    before = project.files()

    run = project.generate()

    assert run.returncode != 0
    assert "POST /widgets" in run.stderr
    assert "Unsupported content type application/xml" in run.stderr
    assert "Traceback" not in run.stderr
    assert project.files() == before


def test_the_stock_generator_leaves_it_out_and_reports_success(project: Project, tmp_path: Path) -> None:
    project.edit("openapi.yaml", "\npaths:\n", NOT_GENERATED)
    out = tmp_path / "stock_with_widgets"

    run = generate_stock(project.root / "openapi.yaml", out)

    assert run.returncode == 0
    assert (out / "api/files/files_upload.py").exists()
    assert not (out / "api/files/files_paint.py").exists()


def test_contract_endpoints_methods_and_table_name_the_same_operations(tree: Project) -> None:
    contract = yaml.load((tree.root / "openapi.yaml").read_text(), yaml.CSafeLoader)
    found = [each for path in contract["paths"].values() for each in path.values()]
    by_tag: dict[str, set[str]] = {}
    for operation in found:
        by_tag.setdefault(operation["tags"][0], set()).add(operation["operationId"])
    operations = set().union(*by_tag.values())

    endpoints = {path.stem for path in (tree.root / "generated/newton_api/api").glob("*/[a-z]*.py")}
    assert endpoints == set(OPERATIONS) == operations
    for tag, expected in by_tag.items():
        for generated in (Resources(Any), AsyncResources(Any)):
            assert methods(generated, tag) == expected
        for newton in (Newton(KEY), AsyncNewton(KEY)):
            assert methods(newton, tag) >= expected  # the overlay adds some


def methods(client: object, tag: str) -> set[str]:
    """The public methods of a client at a tag, as operationIds."""
    return {f"{tag}_{name}" for name in dir(getattr(client, tag)) if not name.startswith("_")}


# --------------------------------------------------------------------------------- 8: what comes in pieces


def test_a_download_does_not_go_through_memory(
    connect: Connect, server: ScriptedServer, tmp_path: Path
) -> None:
    chunk, chunks = bytes(64 * 1024), 1024
    length = {"Content-Length": str(len(chunk) * chunks)}
    server.script(Pieces(pieces=(chunk for _ in range(chunks)), headers=length))
    client = connect(server.url)

    tracemalloc.start()
    try:
        client.download(tmp_path / "big.csv")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (tmp_path / "big.csv").stat().st_size == len(chunk) * chunks
    with client.stock_raises(AssertionError):
        assert peak < len(chunk) * chunks / 8


def test_an_event_is_there_before_the_stream_has_ended(connect: Connect, server: ScriptedServer) -> None:
    seen, ended = threading.Event(), threading.Event()

    def stream() -> Iterator[bytes]:
        yield b'data: {"type": "sse.stream.heartbeat"}\n\n'
        seen.wait(30.0)
        ended.set()
        yield b'data: {"type": "sse.stream.end"}\n\n'

    server.script(Pieces(pieces=stream(), headers={"Content-Type": "text/event-stream"}))
    client = connect(server.url)
    with client.stock_raises(httpx.ReadTimeout):
        event = client.first_event()
        assert not ended.is_set()
        assert event.type_ == "sse.stream.heartbeat"
    seen.set()
