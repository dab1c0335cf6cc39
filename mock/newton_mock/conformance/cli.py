"""`newton-conformance`: hold a running deployment to the contract."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import schemathesis
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext

from newton_mock.conformance import walk
from newton_mock.conformance.drift import Drift
from newton_mock.conformance.report import markdown
from newton_mock.conformance.suite import Outcome, Suite
from newton_mock.contract import Contract

_WHOLE_FILES = "because they would read whole files of yours"
_WRITES = "because they write (see `--write`)"
_NOT_OWN = "because they write, and a run makes nothing that they could act on"


@click.command()
@click.argument("base_url")
@click.option(
    "--write",
    is_flag=True,
    help="Also make files, an upload, a lens, a session and a job, use them and remove them again.",
)
@click.option("--rate", default=5, show_default=True, help="The most requests to send in a second.")
@click.option(
    "--examples", default=5, show_default=True, help="Random requests for each operation and phase."
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the report; shown when left out.",
)
@click.option(
    "--contract",
    "document",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An openapi.yaml or .json in place of the one that comes with this package.",
)
def main(
    *, base_url: str, write: bool, rate: int, examples: int, report: Path | None, document: Path | None
) -> None:
    """Hold a deployment of the Newton API to its contract.

    BASE_URL is where it answers, with the version: https://api.u1.archetypeai.app/v0.5. The key is
    taken from ATAI_API_KEY. Without --write, only operations that read are asked.

    It ends with a report in Markdown: what breaks the contract, each with a request that shows it, and
    what the server sends that the contract does not know. The exit code is 1 if anything breaks it.
    """
    key = os.environ.get("ATAI_API_KEY", "")
    if not key:
        raise click.ClickException("Set ATAI_API_KEY to the key of the deployment.")
    contract = load(document)
    try:
        outcome, drift, left_out = examine(contract, base_url, key, write=write, rate=rate, examples=examples)
    except OSError as error:
        raise click.ClickException(f"{base_url} does not answer: {error}") from None
    version = str(contract.document["info"]["version"])
    text = markdown(base_url, version, outcome, drift, left_out).replace(key, "***")
    if report:
        report.write_text(text, encoding="utf-8")
        click.echo(f"{len(outcome.findings)} findings: {report}")
    else:
        click.echo(text, nl=False)
    sys.exit(bool(outcome.findings or outcome.errors))


def load(document: Path | None) -> Contract:
    """The contract of a file; the one that comes with this package when there is none."""
    if document is None:
        return Contract(json.loads(files("newton_mock").joinpath("contract.json").read_bytes()))
    import yaml

    return Contract(yaml.safe_load(document.read_text(encoding="utf-8")))


def examine(
    contract: Contract, base_url: str, key: str, *, write: bool = False, rate: int = 5, examples: int = 5
) -> tuple[Outcome, Drift, dict[str, list[str]]]:
    """Ask the server; gives also which operations were not asked, by the reason."""
    base_url = re.sub(r"/+$", "", base_url)
    asked = {
        operation.id
        for operation in contract.operations.values()
        if operation.method == "GET" and operation.newton.get("stream") != "bytes"
    }
    drift = Drift(contract)
    settings = {
        "rate-limit": f"{rate}/s",
        "request-timeout": 30,
        "generation": {"max-examples": examples},
        # An undocumented method might do something.
        "phases": {
            "coverage": {"unexpected-methods": []},
            "stateful": {"generation": {"max-examples": examples}},
        },
    }
    suite = Suite(contract.document, base_url, key, settings=settings).only(operation_id=sorted(asked))
    with _reading_only():
        outcome = suite.run(drift.see)
    outcome.operations = set(contract.operations)
    if write:
        walk.lives(suite, contract, outcome, drift, pause=1 / rate)
    left_out: dict[str, list[str]] = {}
    for operation in contract.operations.values():
        if operation.id not in asked | outcome.covered:
            why = _WHOLE_FILES if operation.method == "GET" else _NOT_OWN if write else _WRITES
            left_out.setdefault(why, []).append(operation.id)
    return outcome, drift, left_out


@contextmanager
def _reading_only() -> Iterator[None]:
    """Keeps whatever is not a GET from being sent, should the settings ever let it through."""

    def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
        if case.method != "GET":
            raise PermissionError(f"{case.method} {case.path} was about to be sent")

    schemathesis.hook(before_call)
    try:
        yield
    finally:
        schemathesis.hooks.unregister(before_call)
