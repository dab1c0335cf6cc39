import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_large_file_comes_back_as_it_went_and_never_sits_in_memory() -> None:
    command = [sys.executable, "-m", "benchmarks.mock_large_file", "--megabytes", "200"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "checksums equal" in run.stdout
