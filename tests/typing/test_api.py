"""Both type checkers refuse in api.py what it marks as wrong, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
API = Path(__file__).with_name("api.py")
MYPY = ("mypy", "--config-file", "pyproject.toml", "--no-error-summary", "--hide-error-context")
PYRIGHT = ("pyright",)


@pytest.mark.parametrize("checker", [MYPY, PYRIGHT], ids=lambda checker: checker[0])
def test_a_type_checker_refuses_exactly_the_lines_that_are_marked_as_wrong(
    checker: tuple[str, ...], tmp_path: Path
) -> None:
    lines = API.read_text().splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# type: ignore" in line}
    unmarked = tmp_path / "api.py"
    unmarked.write_text("\n".join(line.partition("  # type: ignore")[0] for line in lines) + "\n")
    run = subprocess.run(
        [sys.executable, "-m", *checker, str(unmarked)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    refused = {int(number) for number in re.findall(r"api\.py:(\d+):.*\berror\b", run.stdout)}
    assert refused == marked, run.stdout + run.stderr
    assert len(marked) > 10
