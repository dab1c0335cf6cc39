"""The key goes to the API, and nowhere else."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from newton_api.models import SessionRecord
from newton_client import APIStatusError, NewtonError, SessionError
from newton_client._sessions import socket_url
from newton_client._socket import AsyncSocket, Socket
from support.calls import answer
from support.clients import KEY, Client
from support.server import Reply, ScriptedServer

FILE = Reply(200, b"a,b\n", {"ETag": '"1"'})
BEARER = f"Bearer {KEY}"


@pytest.fixture
def elsewhere() -> Iterator[ScriptedServer]:
    """Another host, as far as a port makes one."""
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def download(client: Client, server: ScriptedServer, tmp_path: Path) -> Callable[[str], list[Path]]:
    """Downloads the output of a job that is said to be at a reference."""

    def download(ref: str) -> list[Path]:
        output = answer("jobs_outputs")["outputs"][0]
        output["data"] = {**output["data"], "ref": ref, "filename": "out.csv"}
        server.script(Reply(200, {**answer("jobs_outputs"), "total": 1, "outputs": [output]}), FILE)
        paths: list[Path] = client.do(lambda newton: newton.jobs.download_outputs("job_1", tmp_path))
        return paths

    return download


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_an_error_and_not_followed(
    client: Client, server: ScriptedServer, elsewhere: ScriptedServer, status: int
) -> None:
    server.script(Reply(status, b"", {"Location": f"{elsewhere.root}/v0.5/files/metadata/pump.csv?token=1"}))
    with pytest.raises(APIStatusError) as caught:
        client.do(lambda newton: newton.files.get("pump.csv"))
    assert caught.value.status_code == status
    assert caught.value.headers["location"] == f"{elsewhere.root}/v0.5/files/metadata/pump.csv"
    assert elsewhere.requests == []


def test_a_presigned_url_elsewhere_is_fetched_without_the_key(
    download: Callable[[str], list[Path]], elsewhere: ScriptedServer
) -> None:
    elsewhere.script(FILE)
    assert download(f"{elsewhere.root}/v0.5/out.csv?X-Amz-Signature=1")[0].read_bytes() == b"a,b\n"
    assert "authorization" not in elsewhere.requests[0].headers


@pytest.mark.parametrize(
    "path", ["/storage/out.csv?X-Amz-Signature=1", "/v0.50/out.csv", "/v0.5?out.csv", "/"]
)
def test_a_presigned_url_on_the_apis_host_but_not_of_the_api_is_fetched_without_the_key(
    download: Callable[[str], list[Path]], server: ScriptedServer, path: str
) -> None:
    download(f"{server.root}{path}")
    assert server.requests[1].target == path
    assert "authorization" not in server.requests[1].headers


@pytest.mark.parametrize(
    ("ref", "target"),
    [
        ("/files/download/out.csv", "/v0.5/files/download/out.csv"),
        ("files/download/out.csv", "/v0.5/files/download/out.csv"),
        ("{api}/files/download/out.csv", "/v0.5/files/download/out.csv"),
        ("//{elsewhere}/out.csv", "/v0.5//{elsewhere}/out.csv"),
        ("///{elsewhere}/out.csv", "/v0.5///{elsewhere}/out.csv"),
        ("/\\{elsewhere}/out.csv", "/v0.5/\\{elsewhere}/out.csv"),
        ("\\\\{elsewhere}/out.csv", "/v0.5/\\\\{elsewhere}/out.csv"),
        ("/@{elsewhere}/out.csv", "/v0.5/@{elsewhere}/out.csv"),
        ("{api}/@{elsewhere}/out.csv", "/v0.5/@{elsewhere}/out.csv"),
        ("?out.csv", "/v0.5/?out.csv"),
    ],
)
def test_a_relative_reference_stays_at_the_api(
    download: Callable[[str], list[Path]],
    server: ScriptedServer,
    elsewhere: ScriptedServer,
    ref: str,
    target: str,
) -> None:
    names = {"api": server.url, "elsewhere": elsewhere.root.removeprefix("http://")}
    download(ref.format(**names))
    assert server.requests[1].target == target.format(**names)
    assert server.requests[1].headers["authorization"] == BEARER
    assert elsewhere.requests == []


@pytest.mark.parametrize(
    "ref",
    [
        "http://{api}@{elsewhere}/out.csv",
        "http://{api}\\@{elsewhere}/out.csv",
        "http://{api}%2Fv0.5%2F@{elsewhere}/out.csv",
        "HTTP://{elsewhere}/v0.5/out.csv",
        "http:{elsewhere}/out.csv",
        "http:\t//{elsewhere}/out.csv",
        " http://{elsewhere}/out.csv",
        "http://{elsewhere}#{api}/v0.5/",
    ],
)
def test_a_reference_that_only_looks_like_the_api_does_not_get_the_key(
    download: Callable[[str], list[Path]], server: ScriptedServer, elsewhere: ScriptedServer, ref: str
) -> None:
    elsewhere.script(FILE)
    api, other = (each.root.removeprefix("http://") for each in (server, elsewhere))
    with suppress(NewtonError):  # not every one can be sent
        download(ref.format(api=api, elsewhere=other))
    assert not any(KEY in str(request.headers) for request in elsewhere.requests)


@pytest.mark.parametrize(
    ("endpoint", "said"),
    [
        ("wss://api.example.com@evil.example/x?token=1", "at another place than the API"),
        ("wss://api.example.com:444/x", "at another place than the API"),
        ("ws://api.example.com/x", "at another place than the API"),
        ("wss://evil.example?token=1", "at another place than the API"),
        ("wss://[half/x?token=1", "no WebSocket address"),
        ("wss://api.example.com:port/x?token=1", "no WebSocket address"),
        ("https://api.example.com/x", "no WebSocket address"),
    ],
)
def test_a_session_that_is_elsewhere_is_not_connected_to(endpoint: str, said: str) -> None:
    record = SessionRecord(session_id="lsn-1", session_status="x", session_endpoint=endpoint)
    with pytest.raises(SessionError, match=said) as caught:
        socket_url(record, "https://api.example.com/v0.5")
    assert "token" not in str(caught.value)


def test_a_web_socket_follows_no_redirect(server: ScriptedServer, elsewhere: ScriptedServer) -> None:
    away = Reply(302, b"", {"Location": elsewhere.root.replace("http", "ws")})
    url = server.root.replace("http", "ws")
    settings: dict[str, Any] = {"binary": False, "heartbeat": 20, "timeout": 5, "buffer": 1000}
    server.script(away, away)
    with pytest.raises((APIStatusError, SessionError)):
        Socket(url, KEY, **settings).open()

    async def connect() -> None:
        await AsyncSocket(url, KEY, **settings).open()

    with pytest.raises((APIStatusError, SessionError)):
        asyncio.run(connect())
    assert [request.headers["authorization"] for request in server.requests] == [BEARER, BEARER]
    assert elsewhere.requests == []
