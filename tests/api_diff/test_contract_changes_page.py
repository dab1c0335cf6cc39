"""What docs/contract-changes.md shows is what the tools say."""

import copy
import re
from pathlib import Path
from typing import Any

import yaml
from api_diff import Diff, lines

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "contract-changes.md").read_text()
PATCH, SAID, BROKEN = re.findall(r"^```\w*\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CONTRACT: dict[str, Any] = yaml.load((ROOT / "openapi.yaml").read_text(), yaml.CSafeLoader)


def merged(document: Any, patch: Any) -> Any:
    """A JSON Merge Patch applied."""
    if not isinstance(patch, dict):
        return patch
    return {**document, **{name: merged(document.get(name, {}), value) for name, value in patch.items()}}


def said(old: dict[str, Any], new: dict[str, Any]) -> str:
    return "\n".join(lines(Diff(old, new).run()))


def test_the_change_it_makes_is_told_as_it_says() -> None:
    assert said(CONTRACT, merged(CONTRACT, yaml.safe_load(PATCH))) == SAID


def test_the_change_it_warns_of_is_told_as_it_says() -> None:
    later = copy.deepcopy(CONTRACT)
    later["components"]["schemas"]["FilesInfo"]["required"].remove("num_ingested")
    assert said(CONTRACT, later) == BROKEN
