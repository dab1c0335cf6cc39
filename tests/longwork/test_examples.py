"""The examples of long work run as they are."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(name: str, *arguments: str) -> str:
    command = [sys.executable, str(EXAMPLES / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_windows_are_streamed_and_told_apart() -> None:
    *_, last = run("stream_windows.py").splitlines()
    assert float(last.rpartition("(")[2].rstrip(")")) >= 0.95


def test_a_training_is_followed_and_drawn() -> None:
    out = run("follow_training.py")
    assert "step 1000: loss 0.8571" in out
    assert "is COMPLETED" in out
    assert "• training loss" in out


def test_a_training_is_drawn_to_a_file(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    run("follow_training.py", str(tmp_path / "loss.png"))
    assert (tmp_path / "loss.png").stat().st_size > 10_000


def test_windows_are_embedded_by_a_cluster() -> None:
    *_, healthy, degraded, _ = run("embed_with_dask.py").splitlines()
    for name, line in (("healthy", healthy), ("degraded", degraded)):
        assert f"pump_{name}.csv" in line
        assert "59" in line
        assert "236" in line
