"""Whatever is sent, the mock answers, never with a 500, and stays small."""

import contextlib
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest

from .command import running
from .conftest import KEY, upload

AT_ONCE = 200
MEBIBYTE = 1024**2
TEXT_MODEL = "Newton::c2_4_7b_251215a172f6d7"
DEEP = (50, 500, 5_000, 200_000)


def nested(depth: int, innermost: str = "1") -> str:
    return "[" * depth + innermost + "]" * depth


def nested_object(depth: int) -> str:
    return '{"a":' * depth + "1" + "}" * depth


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[httpx.Client, int]]:
    """A client of a mock in a process of its own, and that process's id."""
    with running() as (api, process):
        yield api, process.pid


@pytest.fixture
def api(server: tuple[httpx.Client, int]) -> httpx.Client:
    return server[0]


def alive(api: httpx.Client) -> None:
    assert api.get("/files/info").status_code == 200


JSON_BODIES = [
    pytest.param(b"", id="nothing"),
    pytest.param(b"{", id="half"),
    pytest.param(b"null", id="null"),
    pytest.param(b"[]", id="array"),
    pytest.param(b'"text"', id="text"),
    pytest.param(b"1e999", id="infinite"),
    pytest.param(b"-" + b"9" * 5000, id="a number of 5000 digits"),
    pytest.param(b'{"model": NaN, "query": Infinity}', id="NaN"),
    pytest.param(b"\xff\xfe\x00", id="no UTF-8"),
    pytest.param(b"\xef\xbb\xbf{}", id="byte order mark"),
    pytest.param(b'{"model": "\\ud800", "query": "\\udfff", "name": "\\ud800"}', id="half characters"),
    pytest.param(b'{"model": "\\u0000", "query": "\\u0000"}', id="NUL"),
    pytest.param(b'{"query": 1, "query": 2}', id="a key twice"),
    pytest.param(json.dumps({"k" * 100_000: 1}).encode(), id="a long key"),
    *[pytest.param(nested(depth).encode(), id=f"arrays {depth} deep") for depth in DEEP],
    *[pytest.param(nested_object(depth).encode(), id=f"objects {depth} deep") for depth in DEEP],
]
PATHS = [
    "/query",
    "/files/uploads/initiate",
    "/files/uploads/upl_1/complete",
    "/lens/register",
    "/lens/modify",
    "/lens/sessions/create",
    "/lens/sessions/events/process",
    "/batch/jobs",
    "/fine-tune/jobs",
]


@pytest.mark.parametrize("body", JSON_BODIES)
def test_a_body_that_no_operation_wants_is_refused_by_each(api: httpx.Client, body: bytes) -> None:
    for path in PATHS:
        response = api.post(path, content=body, headers={"Content-Type": "application/json"})
        assert 400 <= response.status_code < 500, (path, response.text[:500])
        assert response.json().keys() <= {"errors", "detail"}
    alive(api)


@pytest.mark.parametrize("depth", DEEP)
def test_depth_where_anything_may_stand_is_taken_or_refused(api: httpx.Client, depth: int) -> None:
    deep = nested_object(depth)
    bodies = {
        "/query": f'{{"model": "{TEXT_MODEL}", "query": "?", "query_metadata": {deep}}}',
        "/lens/register": f'{{"lens_config": {{"lens_name": "a", "lens_config": {{"x": {deep}}}}}}}',
        "/batch/jobs": f'{{"name": "a", "pipeline_key": "activity-detection", "inputs": {{}}, '
        f'"pipeline_type": "batch", "parameters": {{"worker": {{"config": {deep}}}}}}}',
        "/fine-tune/jobs": f'{{"name": "a", "config": {{"datasets": [], "x": {deep}}}}}',
    }
    for path, body in bodies.items():
        response = api.post(path, content=body, headers={"Content-Type": "application/json"})
        assert response.status_code < 500, (path, response.text[:500])
        if depth == DEEP[0]:
            assert response.status_code < 400 or "json" not in response.text, (path, response.text[:500])
    event = f'{{"type": "data.numeric_array", "event_data": {{"contents": {nested(depth)}}}}}'
    omega = f'{{"model": "OmegaEncoder::omega_embeddings_1_3", "query": "", "events": [{event}]}}'
    assert 400 <= api.post("/query", content=omega).status_code < 500
    for path in ("/lens/metadata", "/lens/sessions/metadata", "/batch/jobs", "/fine-tune/jobs"):
        assert api.get(path).status_code < 500, path


BOUNDARY = {"Content-Type": "multipart/form-data; boundary=b"}
FILE = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n'


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"Content-Type": "multipart/form-data"}, b"x", id="no boundary"),
        pytest.param(BOUNDARY, b"", id="nothing"),
        pytest.param(BOUNDARY, b"no parts at all", id="no parts"),
        pytest.param(BOUNDARY, FILE + b"\r\nx", id="no end"),
        pytest.param(BOUNDARY, FILE + b"Content-Type: text/csv\r\n", id="no content"),
        pytest.param(
            BOUNDARY,
            b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
            id="no name",
        ),
        pytest.param(BOUNDARY, b"--b\r\nContent-Type: text/csv\r\n\r\nx\r\n--b--\r\n", id="no disposition"),
        pytest.param(BOUNDARY, FILE + b"Content-Type: \xff\xfe\r\n\r\nx\r\n--b--\r\n", id="no type"),
        pytest.param(BOUNDARY, b"--b\r\nbroken header\r\n\r\nx\r\n--b--\r\n", id="no header"),
        pytest.param(
            {"Content-Type": "multipart/form-data; boundary=" + "b" * 5000}, b"x", id="long boundary"
        ),
        pytest.param({"Content-Type": "text/csv"}, b"x", id="no multipart"),
        pytest.param(
            BOUNDARY,
            b"".join(
                b'--b\r\nContent-Disposition: form-data; name="f%d"\r\n\r\nx\r\n' % n for n in range(2000)
            )
            + b"--b--\r\n",
            id="2000 parts",
        ),
    ],
)
def test_a_broken_form_is_refused(api: httpx.Client, headers: dict[str, str], body: bytes) -> None:
    for path in ("/files", "/files/base64"):
        response = api.post(path, content=body, headers=headers)
        assert response.status_code == 400, response.text
    alive(api)


NAMES = [
    "../../etc/passwd",
    "..",
    ".",
    "/etc/passwd",
    "a/b/../c.csv",
    "..\\..\\windows.csv",
    "pump\x7f.csv",
    "a" * 255 + ".csv",
    "ü" * 300 + ".csv",
    "é.csv",  # composed
    "é.csv",  # and not
    "\u202egpj.csv",
    "🛠.csv",
    "%00.csv",
    "%2e%2e%2fa.csv",
    "con",
    " ",
    "a b?c#d&e=f.csv",
    "*",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_have_any_name_and_keeps_it_to_itself(api: httpx.Client, name: str) -> None:
    content = f"time,x\n0,{len(name)}\n".encode()
    upload(api, name, content)
    listed = {file["file_id"]: file for file in api.get("/files/metadata").json()}
    assert listed[name]["num_bytes"] == len(content)
    segment = quote(name, safe="").replace(".", "%2E")
    assert _raw(api, "GET", f"/files/download/{segment}").endswith(content)
    assert b"200 OK" in _raw(api, "DELETE", f"/files/delete/{segment}")
    assert b"404 Not Found" in _raw(api, "GET", f"/files/metadata/{segment}")


@pytest.mark.parametrize("name", ["a\x00b.csv", "a\nb.csv", "\x00", "a\r\nb.csv", "\ud800.csv", ""])
def test_a_name_that_no_form_carries_as_it_is_does_no_harm_in_json(api: httpx.Client, name: str) -> None:
    asked = {"filename": name, "file_type": "text/csv", "num_bytes": 1}
    response = api.post("/files/uploads/initiate", content=json.dumps(asked))
    assert response.status_code in (200, 400), response.text
    if response.status_code == 200:
        plan = response.json()
        token = httpx.put(plan["parts"][0]["url"], content=b"x").headers["ETag"]
        parts = {"parts": [{"part_number": 1, "part_token": token}]}
        assert api.post(f"/files/uploads/{plan['upload_id']}/complete", json=parts).status_code == 200
        segment = quote(name, safe="").replace(".", "%2E")
        assert b"200 OK" in _raw(api, "GET", f"/files/metadata/{segment}")
        assert b"200 OK" in _raw(api, "DELETE", f"/files/delete/{segment}")
    alive(api)


def _connect(api: httpx.Client) -> socket.socket:
    where = urlsplit(str(api.base_url))
    assert where.hostname
    assert where.port
    return socket.create_connection((where.hostname, where.port), timeout=3)


def _talk(api: httpx.Client, sent: bytes) -> bytes:
    """What comes back before the connection ends, or before nothing has come for a while."""
    received = b""
    with _connect(api) as sock, contextlib.suppress(TimeoutError, ConnectionError):
        sock.sendall(sent)
        while chunk := sock.recv(65536):
            received += chunk
            sock.settimeout(1)
    return received


def _raw(api: httpx.Client, method: str, path: str) -> bytes:
    """An answer to a path that no client has tidied up."""
    head = f"{method} /v0.5{path} HTTP/1.1\r\nHost: mock\r\nAuthorization: {KEY['Authorization']}\r\n"
    return _talk(api, f"{head}Connection: close\r\n\r\n".encode())


HOST = b"GET /v0.5/files/info HTTP/1.1\r\nHost: mock\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500, id="TLS"),
        pytest.param(b"nonsense\r\n\r\n", id="no HTTP"),
        pytest.param(b"GET\r\n\r\n", id="no path"),
        pytest.param(b"GET /v0.5/files/info HTTP/9.9\r\n\r\n", id="no version"),
        pytest.param(b"GET /v0.5/files/info HTTP/1.1\r\n\r\n", id="no host"),
        pytest.param(HOST + b"X: " + b"x" * MEBIBYTE + b"\r\n\r\n", id="a header of 1 MiB"),
        pytest.param(HOST + b"X: y\r\n" * 20_000 + b"\r\n", id="20000 headers"),
        pytest.param(HOST + b"X\x00: y\r\n\r\n", id="NUL in a header"),
        pytest.param(HOST + b"Authorization: Bearer \xff\xfe\r\n\r\n", id="a key that is no text"),
        pytest.param(HOST + b"Content-Length: -1\r\n\r\n", id="a negative length"),
        pytest.param(HOST + b"Content-Length: 1e9\r\n\r\n", id="a length that is none"),
        pytest.param(HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", id="two lengths"),
        pytest.param(HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", id="a chunk that is none"),
        pytest.param(
            HOST + b"Prefer: code=" + b"9" * 5000 + b"\r\nAuthorization: Bearer k\r\n\r\n", id="a long code"
        ),
        pytest.param(HOST.replace(b"files/info", b"%ff%fe%zz/" + b"a" * 30_000) + b"\r\n", id="a long path"),
        pytest.param(
            HOST.replace(b"files/info", b"files/metadata?" + b"limit=1&" * 5000) + b"\r\n", id="a long query"
        ),
        pytest.param(
            HOST.replace(b"GET", b"POST") + b"Authorization: Bearer k\r\nContent-Length: 100\r\n\r\n{",
            id="a body that ends early",
        ),
        pytest.param(
            HOST + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n",
            id="half a WebSocket",
        ),
    ],
)
def test_a_broken_request_is_no_reason_to_fail(api: httpx.Client, sent: bytes) -> None:
    answer = _talk(api, sent)
    assert not answer.startswith(b"HTTP/1.1 5"), answer[:500]
    alive(api)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", '{"operation": "files_info", "kind": "slow", "delay": 1e300}'),
        pytest.param("faults", nested(100_000), id="deep"),
        ("clock", '{"advance": 1e308}'),
        ("clock", '{"now": -1e300}'),
        ("seed", '{"seed": "x"}'),
        ("seed", '{"seed": 1.5}'),
        ("faults", '{"operation": "files_info", "kind": "status", "retry_after": "a\\nb"}'),
        ("transitions", '{"job_running": -1}'),
    ],
)
def test_a_broken_order_is_refused(api: httpx.Client, path: str, body: str) -> None:
    root = str(api.base_url).removesuffix("/v0.5/")
    response = api.post(f"{root}/_mock/{path}", content=body)
    assert (response.status_code, list(response.json())) == (400, ["detail"]), response.text
    alive(api)


def test_a_refusal_reaches_a_client_that_is_still_sending(api: httpx.Client) -> None:
    head = HOST.replace(b"GET", b"POST") + b"Content-Length: %d\r\n\r\n" % (2 * MEBIBYTE)
    with _connect(api) as sock:
        sock.sendall(head + b"x" * MEBIBYTE)
        time.sleep(0.3)
        sock.sendall(b"x" * MEBIBYTE)
        time.sleep(0.3)
        assert sock.recv(65536).startswith(b"HTTP/1.1 405 ")
        # The connection is still good.
        sock.sendall(HOST + b"\r\n")
        assert sock.recv(65536).startswith(b"HTTP/1.1 401 ")


@pytest.mark.parametrize("chunked", [False, True])
def test_json_that_would_fill_the_memory_is_refused(api: httpx.Client, chunked: bool) -> None:
    pieces = iter([b"[" + b"[]," * MEBIBYTE] + [b"[]," * MEBIBYTE] * 30)
    headers = {} if chunked else {"Content-Length": str(1 + 31 * 3 * MEBIBYTE)}
    # The connection may be gone before all is sent.
    with contextlib.suppress(httpx.WriteError):
        assert api.post("/query", content=pieces, headers=headers).status_code == 413
    alive(api)


def resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_200_connections_at_once_are_answered_and_memory_stays_bounded(
    server: tuple[httpx.Client, int],
) -> None:
    api, pid = server
    large = json.dumps({"model": TEXT_MODEL, "query": "x" * 200_000, "max_query_size_mb": 1}).encode()
    url = str(api.base_url)
    together = threading.Barrier(AT_ONCE)
    calls: list[Callable[[httpx.Client], httpx.Response]] = [
        lambda client: client.get("files/info"),
        lambda client: client.post("query", content=large),
        lambda client: client.post("query", content=b"[" * 50_000),
        lambda client: client.post("files", files={"file": ("../a.csv", b"t,x\n" * 2_000, "text/csv")}),
        lambda client: client.get("files/metadata/" + "x" * 5000),
        lambda client: client.get("files/metadata?limit=" + "9" * 5000),
        lambda client: client.post("files", content=b"x" * 100_000, headers=BOUNDARY),
    ]

    def work(number: int) -> Counter[int]:
        limits = httpx.Limits(max_connections=1)
        with httpx.Client(base_url=url, headers=KEY, timeout=120, limits=limits, trust_env=False) as client:
            client.get("files/info")
            together.wait(120)
            return Counter(
                calls[(number + turn) % len(calls)](client).status_code for turn in range(len(calls))
            )

    def storm() -> Counter[int]:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return sum(pool.map(work, range(AT_ONCE)), Counter())

    statuses = storm()
    assert sum(statuses.values()) == AT_ONCE * len(calls)
    assert statuses.keys() == {200, 400, 404}, statuses
    before = resident(pid)
    storm()
    assert resident(pid) - before < 40 * MEBIBYTE
    assert resident(pid) < 300 * MEBIBYTE
    alive(api)
