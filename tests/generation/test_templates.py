"""The templates that take the place of the generator's own."""

import re
from pathlib import Path

import openapi_python_client
import pytest
from checkout import ROOT

TEMPLATES = ROOT / "codegen/templates"
STOCK = Path(openapi_python_client.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.jinja"))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_opens_with_one_line_that_says_why_it_is_there(name: str) -> None:
    first = (TEMPLATES / name).read_text().splitlines()[0]
    ours_alone = not (STOCK / name).exists()  # else it replaces the template of the same name
    assert re.fullmatch(r"\{# (Ours alone: .+|Stock: .+)\. #\}", first)
    assert first.startswith("{# Ours alone: ") == ours_alone


def test_there_is_nothing_but_templates_in_the_folder() -> None:
    files = [path for path in TEMPLATES.rglob("*") if path.is_file()]
    assert sorted(str(path.relative_to(TEMPLATES)) for path in files) == NAMES
    assert "endpoint_init.py.jinja" in NAMES
