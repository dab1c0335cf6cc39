"""The tables of the documents leave nothing out."""

import json
from pathlib import Path

import newton_client
from newton_mock import create_app
from newton_mock.cli import main
from newton_mock.faults import KINDS

ROOT = Path(__file__).parents[2]


def missing(document: str, names: set[str]) -> set[str]:
    text = (ROOT / document).read_text()
    return {name for name in names if f"`{name}" not in text}


def test_the_readme_names_every_error() -> None:
    exported = {name: getattr(newton_client, name) for name in newton_client.__all__}
    errors = {
        name for name, value in exported.items() if isinstance(value, type) and issubclass(value, Exception)
    }
    assert missing("README.md", errors - {"NewtonWarning"}) == set()


def test_the_page_on_the_mock_names_every_fault() -> None:
    assert missing("docs/mock.md", set(KINDS)) == set()


def test_the_page_on_the_mock_names_every_option_of_the_command() -> None:
    assert missing("docs/mock.md", {option.opts[0] for option in main.params} - {"--version"}) == set()


def test_the_page_on_the_mock_names_every_control_route() -> None:
    app = create_app()
    app.state.mock.state.close()
    control = next(route for route in app.routes if getattr(route, "path", "") == "/_mock")
    text = (ROOT / "docs" / "mock.md").read_text()
    assert [route.path for route in control.routes if f"/_mock{route.path}" not in text] == []


def test_the_page_on_the_contract_explains_every_key_of_x_newton() -> None:
    contract = json.loads((ROOT / "mock" / "newton_mock" / "contract.json").read_text())
    operations = [o for item in contract["paths"].values() for o in item.values() if "x-newton" in o]
    assert (
        missing("docs/contract.md", {key for operation in operations for key in operation["x-newton"]})
        == set()
    )


def test_the_page_for_contributors_names_every_folder_of_tests() -> None:
    folders = {f"tests/{path.parent.name}/" for path in (ROOT / "tests").glob("*/*.py")}
    assert missing("CONTRIBUTING.md", folders) == set()
