"""Copies of the project to change, and the generator as it comes."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Project:
    """A checkout of this project."""

    root: Path

    def generate(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`python codegen/generate.py`"""
        return self.run(sys.executable, "codegen/generate.py", *arguments, **environment)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command at the root of the project, with the project's packages before all others."""
        packages = os.pathsep.join(str(self.root / name) for name in ("generated", "overlay", "mock"))
        environment = {**os.environ, "PYTHONPATH": packages, **environment}
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )

    def passed(self, *arguments: str) -> int:
        """How many tests pass in the project; none of them may fail."""
        run = self.run(sys.executable, "-m", "pytest", "-n", "0", *arguments)
        assert run.returncode == 0, run.stdout + run.stderr
        (count,) = re.findall(r"(\d+) passed", run.stdout)
        return int(count)

    def type_errors(self, name: str) -> str:
        """What mypy finds wrong with a file."""
        run = self.run(sys.executable, "-m", "mypy", "--strict", name)
        return run.stdout if run.returncode else ""

    def adopt(self, name: str) -> str:
        """Take in a file that lies beside this one."""
        shutil.copy(Path(__file__).with_name(name), self.root)
        return name

    def edit(self, name: str, old: str, new: str) -> None:
        """Put other text in the place of one that is there once."""
        text = (self.root / name).read_text()
        assert text.count(old) == 1, f"{old!r} is in {name} {text.count(old)} times"
        (self.root / name).write_text(text.replace(old, new))

    def derived(self) -> dict[str, bytes]:
        """Every file that is generated, with its content."""
        derived = (
            "generated/newton_api",
            "mock/newton_mock/contract.json",
            "overlay/newton_client/_sync",
        )
        return {name: content for name, content in self.files().items() if name.startswith(derived)}

    def files(self) -> dict[str, bytes]:
        """Every file but caches, with its content."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }


def copy_of_the_project(folder: Path) -> Project:
    for name in ("openapi.yaml", "generator-config.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("codegen", "generated", "overlay", "mock", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Project(folder)


def generate_stock(document: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Run the generator as it comes: with its own templates, and warnings that stop nothing."""
    config = out.with_suffix(".yaml")
    config.write_text("post_hooks: []\n")  # it would format
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    places = ["--path", str(document), "--output-path", str(out), "--config", str(config)]
    return subprocess.run([*command, *places], capture_output=True, text=True, check=False)
