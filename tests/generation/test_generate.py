"""What `make generate` promises."""

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from checkout import ROOT, Project

import newton_api.api
import newton_client._async

OVERLAY = ROOT / "overlay/newton_client"


def test_nothing_generated_is_out_of_date(tree: Project) -> None:
    run = tree.generate("--check")
    assert run.returncode == 0, run.stderr


def test_the_check_names_what_is_out_of_date_and_writes_nothing(project: Project) -> None:
    project.edit("generated/newton_api/models/job.py", "class Job:", "class Task:")
    (project.root / "generated/newton_api/models/forgotten.py").touch()
    (project.root / "overlay/newton_client/_sync/jobs.py").unlink()
    before = project.files()

    run = project.generate("--check")

    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "out of date, run `make generate`:",
        "  generated/newton_api: models/forgotten.py",
        "  generated/newton_api: models/job.py",
        "  overlay/newton_client/_sync: jobs.py",
    ]
    assert project.files() == before


@pytest.mark.parametrize(
    ("source", "old", "new", "derived"),
    [
        (
            "openapi.yaml",
            "summary: Count the organization's files and bytes",
            "summary: Count files",
            ["generated/newton_api: api/files/__init__.py", "mock/newton_mock/contract.json: contract.json"],
        ),
        (
            "overlay/newton_client/_async/query.py",
            '"""Questions and answers."""',
            '"""Asks."""',
            ["overlay/newton_client/_sync: query.py"],
        ),
        (
            "codegen/templates/package_init.py.jinja",
            "do not edit",
            "look only",
            ["generated/newton_api: __init__.py"],
        ),
    ],
    ids=["contract", "async source", "template"],
)
def test_what_is_made_from_a_changed_source_is_out_of_date(
    project: Project, source: str, old: str, new: str, derived: list[str]
) -> None:
    project.edit(source, old, new)
    run = project.generate("--check")
    assert run.returncode == 1
    assert [line.strip() for line in run.stderr.splitlines()[1:]] == derived


def test_generating_from_nothing_and_again_gives_the_same_bytes(project: Project) -> None:
    before = project.derived()
    for name in before:
        (project.root / name).unlink()
    for seed in ("1", "2"):  # sets have another order
        run = project.generate(PYTHONHASHSEED=seed)
        assert run.returncode == 0, run.stderr
        assert project.derived() == before


@pytest.mark.parametrize("path", sorted((OVERLAY / "_sync").glob("*.py")), ids=lambda path: path.name)
def test_nothing_asynchronous_is_left_in_the_synchronous_twin(path: Path) -> None:
    assert (OVERLAY / "_async" / path.name).exists()
    left = re.findall(r"\w*(?:async|await|aiter|anext|aclose|aenter|aexit|aread)\w*", path.read_text(), re.I)
    assert left == []


# ------------------------------------------------------------------------------- sync and async side by side


def classes(module: ModuleType) -> dict[str, type]:
    """The classes that a module defines itself."""
    return {
        name: each
        for name, each in vars(module).items()
        if getattr(each, "__module__", "") == module.__name__
    }


def modules(package: ModuleType) -> list[ModuleType]:
    names = [
        path.stem for path in Path(package.__path__[0]).iterdir() if path.is_dir() or path.suffix == ".py"
    ]
    found = [f"{package.__name__}.{name}" for name in sorted(names) if not name.startswith("__")]
    return [package, *map(importlib.import_module, found)]


def pairs() -> Iterator[tuple[type, type]]:
    """Every asynchronous class of overlay and generated package with its synchronous twin."""
    for module in [*modules(newton_api.api), *modules(newton_client._async)]:
        twins = classes(importlib.import_module(module.__name__.replace("._async", "._sync")))
        for name, each in classes(module).items():
            if name.startswith("Async"):
                yield each, twins[name.removeprefix("Async")]


PAIRS = list(pairs())


def interface(each: type) -> dict[str, list[tuple[str, object, object]]]:
    """The public methods and properties of a class: each parameter with its kind and default."""
    found: dict[str, list[tuple[str, object, object]]] = {}
    for name in dir(each):
        value = inspect.getattr_static(each, name)
        if not name.startswith("_") or name in ("__init__", "__call__"):
            parameters = inspect.signature(value).parameters.values() if callable(value) else []
            found[name.replace("aclose", "close")] = [
                (parameter.name, parameter.kind, parameter.default) for parameter in parameters
            ]
    return found


@pytest.mark.parametrize(("asynchronous", "synchronous"), PAIRS, ids=[pair[1].__qualname__ for pair in PAIRS])
def test_both_kinds_of_client_have_the_same_methods_and_parameters(
    asynchronous: type, synchronous: type
) -> None:
    assert interface(asynchronous) == interface(synchronous)


def test_the_classes_that_are_compared_are_all_there() -> None:
    names = {pair[1].__name__ for pair in PAIRS}
    assert names >= {"Newton", "Files", "RawFiles", "Jobs", "FineTuning", "Resources", "HTTPCaller"}
    assert interface(newton_api.api.Resources).keys() > {"files", "jobs"}
