"""What is asked of a deployment, and what is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import requests
import schemathesis
import schemathesis.hooks
import yaml
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext

from newton_mock.conformance import walk
from newton_mock.conformance.drift import Drift
from newton_mock.conformance.suite import Outcome, Suite
from newton_mock.contract import Contract

_WHOLE_FILES = "because they would read whole files of yours"
_WRITES = "because they write (see `--write`)"
_NOT_OWN = "because they write, and a run makes nothing that they could act on"
_PATIENCE = 30  # seconds


def load(document: Path | None) -> Contract:
    """The contract of a file; the one that comes with this package when there is none."""
    if document is None:
        return Contract(json.loads(files("newton_mock").joinpath("contract.json").read_bytes()))
    return Contract(yaml.safe_load(document.read_text(encoding="utf-8")))


def examine(
    contract: Contract, base_url: str, key: str, *, write: bool = False, rate: int = 5, examples: int = 5
) -> tuple[Outcome, Drift, dict[str, list[str]]]:
    """Ask the server; gives also which operations were not asked, by the reason.

    Raises:
        OSError: It does not answer at all.
    """
    base_url = re.sub(r"/+$", "", base_url)
    asked = {
        operation.id
        for operation in contract.operations.values()
        if operation.method == "GET" and operation.newton.get("stream") != "bytes"
    }
    requests.get(base_url, timeout=_PATIENCE)  # any answer will do; none is an OSError
    drift = Drift(contract)
    settings = {
        "rate-limit": f"{rate}/s",
        "request-timeout": _PATIENCE,
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
