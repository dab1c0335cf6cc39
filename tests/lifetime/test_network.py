"""Proxies and certificates of one's own: as everywhere with httpx."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import trustme
from echo import Echo
from proxy import Proxy

from newton_client import Newton, RequestNotSentError
from support.clients import KEY, Client

NEVER = {"max_attempts": 1}


@pytest.fixture(autouse=True)
def _no_settings_of_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with Proxy() as proxy:
        yield proxy


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path) -> Path:
    """The file of the private authority's certificate."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Echo]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with Echo(context) as server:
        yield server


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_used(
    connect: Callable[..., Client],
    echo: Echo,
    proxy: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, proxy.url)
    assert connect(echo.url).do(lambda newton: newton.files.get("1.csv")).file_id == "1.csv"
    assert proxy.requests == [("GET", f"{echo.url}/v0.5/files/metadata/1.csv")]


def test_no_proxy_is_used_for_hosts_that_want_none(
    connect: Callable[..., Client], echo: Echo, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    connect(echo.url).do(lambda newton: newton.files.get("1.csv"))
    assert proxy.requests == []


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_a_proxy_tunnels_what_is_encrypted_and_never_sees_the_key(
    connect: Callable[..., Client],
    secure: Echo,
    proxy: Proxy,
    trusted: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, proxy.url)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    assert connect(secure.url).do(lambda newton: newton.files.get("1.csv")).file_id == "1.csv"
    assert proxy.requests == [("CONNECT", f"127.0.0.1:{secure.server_port}")]
    assert proxy.authorizations == []


def test_a_proxy_that_is_not_there_means_that_nothing_was_sent(
    connect: Callable[..., Client], echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy() as gone:
        monkeypatch.setenv("HTTP_PROXY", gone.url)
    with pytest.raises(RequestNotSentError):
        connect(echo.url, retry=NEVER).do(lambda newton: newton.files.get("1.csv"))
    assert echo.requests == []


def test_a_private_authority_of_the_environment_is_trusted(
    connect: Callable[..., Client], secure: Echo, trusted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    assert connect(secure.url).do(lambda newton: newton.files.get("1.csv")).file_id == "1.csv"


def test_a_private_authority_of_an_http_client_is_trusted(secure: Echo, trusted: Path) -> None:
    context = ssl.create_default_context(cafile=str(trusted))
    with httpx.Client(verify=context) as http, Newton(KEY, secure.url, http_client=http) as newton:
        assert newton.files.get("1.csv").file_id == "1.csv"


def test_an_unknown_authority_is_refused_before_the_key_is_sent(
    connect: Callable[..., Client], secure: Echo
) -> None:
    with pytest.raises(RequestNotSentError, match=r"(?i)certificate"):
        connect(secure.url, retry=NEVER).do(lambda newton: newton.files.get("1.csv"))
    assert secure.requests == []
