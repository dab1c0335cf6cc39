"""Writes docs/violations.md: what is made wrong on purpose, and what catches it.

`python tests/violations/table.py` lets every violation be caught first, and fails if one is not.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from clients import WRONG_CLIENTS  # noqa: E402
from mocks import WRONG_MOCKS  # noqa: E402
from run import CAUGHT, load, verdict  # noqa: E402

PAGE = ROOT / "docs" / "violations.md"
HEAD = """\
# Tests that can fail

A suite that cannot fail proves nothing. Each row is a mock or a client that was made wrong on purpose, in
one rule, and the check that catches it. `make violations` lets them all be caught and writes this page; a
test of the suite does the same.
"""


def page() -> str:
    """The page, as the violations have it."""
    return "\n".join([HEAD, *_table("Wrong mocks", WRONG_MOCKS), *_table("Wrong clients", WRONG_CLIENTS)])


def _table(title: str, violations: dict[str, object]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "| what is wrong | caught by |"
    yield "|---|---|"
    yield from (f"| {violation.rule} | {violation.suite} |" for violation in violations.values())
    yield ""


def missed() -> list[str]:
    """The names of what is not caught."""
    load()
    mocks = [name for name, wrong in WRONG_MOCKS.items() if not wrong.is_caught()]
    return mocks + [name for name, wrong in WRONG_CLIENTS.items() if verdict(wrong, wrong.test) != CAUGHT]


if __name__ == "__main__":
    if names := missed():
        sys.exit(f"not caught: {', '.join(names)}")
    PAGE.write_text(page())
    print(
        f"{len(WRONG_MOCKS) + len(WRONG_CLIENTS)} of {len(WRONG_MOCKS) + len(WRONG_CLIENTS)} caught: {PAGE}"
    )
