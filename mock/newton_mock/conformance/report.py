"""The report of a run in Markdown, for a person to read and to send on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import yaml

from newton_mock.conformance.drift import Drift
from newton_mock.conformance.suite import Finding, Outcome


def markdown(
    server: str, version: str, outcome: Outcome, drift: Drift, left_out: dict[str, list[str]]
) -> str:
    """What was asked, what was found, and what the contract would have to say."""
    return "\n".join(_lines(server, version, outcome, drift, left_out)) + "\n"


def _lines(
    server: str, version: str, outcome: Outcome, drift: Drift, left_out: dict[str, list[str]]
) -> Iterator[str]:
    yield "# How a server keeps to the Newton API's contract"
    yield ""
    yield f"- server: {server}"
    yield f"- contract: version {version}"
    yield f"- time: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    yield f"- operations: {len(outcome.covered)} of {len(outcome.operations)} asked"
    yield f"- requests: {_counts(outcome.phases)}"
    yield f"- checks: {_counts(outcome.checks)}"
    yield f"- findings: {len(outcome.findings)}"
    for why, operations in left_out.items():
        yield f"- not asked, {why}: {', '.join(operations)}"
    yield ""
    yield "## Findings"
    yield ""
    if not outcome.findings and not outcome.errors:
        yield "None."
        yield ""
    for number, finding in enumerate(outcome.findings, 1):
        yield from _finding(number, finding)
    for error in outcome.errors:
        yield f"- could not be tested: {error}"
    yield "## Drift"
    yield ""
    lines = list(drift.lines())
    if not lines:
        yield "None: no field, value or type was seen that the contract does not know."
        return
    yield from (f"- {line}" for line in lines)
    if patch := drift.patch():
        yield ""
        yield "As a JSON Merge Patch (RFC 7396) for `openapi.yaml`:"
        yield ""
        yield from _fenced("yaml", yaml.safe_dump(patch, sort_keys=False, allow_unicode=True))


def _finding(number: int, finding: Finding) -> Iterator[str]:
    yield f"### {number}. {finding.operation}: {finding.rule}"
    yield ""
    yield finding.message
    yield ""
    yield from _fenced("sh", finding.curl)
    yield ""
    yield f"Answered with {finding.status}:"
    yield ""
    yield from _fenced("text", finding.answer)
    yield ""


def _fenced(language: str, text: str) -> Iterator[str]:
    """A block whose fence is longer than any in the text."""
    fence = "```"
    while fence in text:
        fence += "`"
    yield f"{fence}{language}"
    yield text.rstrip("\n")
    yield fence


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"
