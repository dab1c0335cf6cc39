import concurrent.futures
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from newton_mock import MockServer

from .conftest import KEY, ROOT, upload

COMMAND = [sys.executable, "-m", "newton_mock"]


def test_servers_start_and_stop_quickly_and_share_nothing() -> None:
    begun = time.monotonic()
    with MockServer() as one, MockServer() as two:
        with httpx.Client(base_url=one.url, headers=KEY) as api:
            upload(api, "a.csv", b"x")
        info = httpx.get(f"{two.url}/files/info", headers=KEY).json()
    assert info["num_files"] == 0
    # A third of a second on an idle machine.
    assert time.monotonic() - begun < 10


def test_the_url_has_the_version_and_the_root_has_not() -> None:
    with MockServer() as mock:
        assert mock.url == f"{mock.root}/v0.5"
        assert mock.root.startswith("http://127.0.0.1:")


def test_a_stopped_server_listens_no_more_and_leaves_no_files() -> None:
    mock = MockServer().start()
    folder = Path(mock._mock.state.folder.path)
    with httpx.Client(base_url=mock.url, headers=KEY) as api:
        upload(api, "a.csv", b"x")
    assert any(folder.iterdir())
    mock.stop()
    assert not folder.exists()
    with pytest.raises(httpx.ConnectError):
        httpx.get(mock.url)


def test_many_clients_at_once_are_served(newton_mock: MockServer) -> None:
    def work(number: int) -> bytes:
        with httpx.Client(base_url=newton_mock.url, headers=KEY) as api:
            upload(api, f"{number}.txt", str(number) * 1000, "text/plain")
            return api.get(f"/files/download/{number}.txt").content

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(40)))
    assert results == [str(number).encode() * 1000 for number in range(40)]


def test_importing_the_package_imports_no_server() -> None:
    script = "import sys, newton_mock, newton_mock.plugin; print('starlette' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_its_url_first_and_ends_cleanly_when_told_to(number: int) -> None:
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        url = process.stdout.readline().strip()
        assert httpx.get(f"{url}/files/info", headers=KEY).status_code == 200
        process.send_signal(number)
        assert process.wait(10) == 0
        page = url.removesuffix("v0.5")
        assert process.stdout.read() == ""
        assert process.stderr.read() == f"A page for people: {page} (Ctrl+C stops the mock)\n"


def test_the_command_lets_only_its_key_in() -> None:
    with subprocess.Popen([*COMMAND, "--api-key", "sk_one"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        try:
            assert httpx.get(f"{url}/files/info", headers=KEY).status_code == 401
        finally:
            process.terminate()


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = subprocess.run([*COMMAND, "--port", str(port)], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == f"Error: Cannot listen on 127.0.0.1:{port}: {os.strerror(98)}.\n"


def test_a_bad_option_is_one_sentence() -> None:
    run = subprocess.run([*COMMAND, "--port", "99999"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_the_package_knows_only_the_contract() -> None:
    sources = (ROOT / "mock" / "newton_mock").rglob("*.py")
    users = [
        path.name
        for path in sources
        if any(name in path.read_text() for name in ("newton_client", "newton_api"))
    ]
    assert users == ["plugin.py"]
