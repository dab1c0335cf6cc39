"""Every example of the documents runs, and prints what the document shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def follow(document: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a document's examples as someone who has installed the project and stands in its folder."""
    for name in ("examples", "openapi.yaml"):
        (folder / name).symlink_to(ROOT / name)
    return subprocess.run(
        [sys.executable, Path(__file__).with_name("document.py"), document],
        cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("ATAI_")},
            "PATH": os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"])),
            "NO_PROXY": "127.0.0.1",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_runs_as_written(document: Path, tmp_path: Path) -> None:
    run = follow(document, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("```python\n1 / 0\n```\n", "ZeroDivisionError"),
        ("```console\n$ exit 3\n```\n", "exit code 3"),
        ("```python\nprint(1)\n```\n```text\n2\n```\n", "line 5"),
    ],
)
def test_an_example_that_fails_is_noticed(example: str, said: str, tmp_path: Path) -> None:
    document = tmp_path / "wrong.md"
    document.write_text(example)
    run = follow(document, tmp_path)
    assert run.returncode != 0
    assert said in run.stderr


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
