"""A headless Chromium, driven over its DevTools protocol."""

import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Page:
    """A page that is open in the browser."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)

    def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the protocol, and wait for what comes of it."""
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := json.loads(self._connection.recv(timeout=30))).get("id") != number:
            pass
        return answer["result"]

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        result = self.tell("Runtime.evaluate", **asked)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def wait_for(self, script: str, seconds: float = 20) -> None:
        """Until an expression is true."""
        deadline = time.monotonic() + seconds
        while not self.run(script):
            assert time.monotonic() < deadline, (
                f"{script} is not true of\n{self.run('document.body.innerText')}"
            )
            time.sleep(0.05)


class Browser:
    """A browser that runs; `address` is where it takes commands."""

    def __init__(self, address: str, path: str) -> None:
        self._address = address
        self._path = path

    @contextmanager
    def opened(self, url: str) -> Iterator[Page]:
        """The page at a URL, in a tab of its own."""
        with _connected(self._address + self._path) as root:
            target = root.tell("Target.createTarget", url=url)["targetId"]
            with _connected(f"{self._address}/devtools/page/{target}") as page:
                yield page
            root.tell("Target.closeTarget", targetId=target)


@contextmanager
def _connected(url: str) -> Iterator[Page]:
    with connect(url, proxy=None, max_size=None) as connection:
        yield Page(connection)


@contextmanager
def launched(folder: Path) -> Iterator[Browser]:
    """A browser that keeps what it keeps in a folder."""
    assert CHROMIUM
    port = folder / "DevToolsActivePort"
    command = [CHROMIUM, *_QUIET, f"--user-data-dir={folder}", "--remote-debugging-port=0", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
        try:
            deadline = time.monotonic() + 60
            while not (port.exists() and port.read_text().count("\n")):
                assert time.monotonic() < deadline, "the browser does not start"
                time.sleep(0.05)
            number, path = port.read_text().split()
            yield Browser(f"ws://127.0.0.1:{number}", path)
        finally:
            browser.terminate()
            browser.wait(20)
