import importlib
from pathlib import Path
from types import ModuleType

import pytest
from checkout import ROOT, Project, copy_of_the_project, generate_stock


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project, to change at will."""
    return copy_of_the_project(tmp_path)


@pytest.fixture(scope="session")
def tree() -> Project:
    """The project itself: look, do not touch."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package that the stock generator makes of the contract."""
    folder = tmp_path_factory.mktemp("stock")
    run = generate_stock(ROOT / "openapi.yaml", folder / "stock_newton_api")
    assert run.returncode == 0, run.stdout
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        return importlib.import_module("stock_newton_api")
