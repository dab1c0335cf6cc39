"""The last lines of a run: what schemathesis has looked at, from what its tests noted (`conformance`)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest


def lines(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """What was covered, and by how much; nothing if no such test ran."""
    noted: list[dict[str, Any]] = []
    failed = 0
    for report in reports:
        seen = [note for name, note in report.user_properties if name == "conformance"]
        if report.when == "call" and seen:
            noted += seen
            failed += report.failed
    if not noted:
        return
    covered = set().union(*(note["covered"] for note in noted))
    phases = sum((Counter(note["phases"]) for note in noted), Counter[str]())
    checks = sum((Counter(note["checks"]) for note in noted), Counter[str]())
    yield f"contract: operations covered {len(covered)} of {noted[0]['operations']}, {failed or 'no'} failure"
    yield f"  phases: {', '.join(f'{name} {count} requests' for name, count in phases.items())}"
    yield f"  checks: {', '.join(f'{name} {count}' for name, count in checks.items())}"
