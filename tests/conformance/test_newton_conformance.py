"""`newton-conformance` against a mock that is right, and against mocks that are not."""

import copy
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from newton_mock import MockServer
from newton_mock.conformance import cli
from newton_mock.conformance.drift import Drift
from newton_mock.conformance.suite import Answer
from newton_mock.contract import Contract
from support.wrong import KEY, Wrong, WrongServer, let_in, success

FAST = ["--rate", "10000", "--examples", "2"]


def run(base_url: str, *options: str, key: str = KEY) -> Result:
    return CliRunner().invoke(cli.main, [base_url, *options], env={"ATAI_API_KEY": key})


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    """The option that leaves the file operations of the contract alone."""
    document = copy.deepcopy(Contract.load().document)
    document["paths"] = {
        path: item for path, item in document["paths"].items() if path in ("/files/info", "/files/metadata")
    }
    for item in document["paths"].values():
        item["get"]["responses"]["200"].pop("links", None)
    path = tmp_path / "small.yaml"
    path.write_text(yaml.safe_dump(document))
    return ["--contract", str(path)]


def test_a_mock_that_is_right_has_no_findings_and_is_only_read() -> None:
    with MockServer(api_key=KEY) as mock:
        result = run(mock.url, *FAST)
        asked = {entry["method"] for entry in mock.requests()}
    assert result.exit_code == 0, result.output
    assert "- findings: 0\n" in result.output
    operations = Contract.load().operations.values()
    # Whole files are left out.
    reads = [o for o in operations if o.method == "GET" and o.newton.get("stream") != "bytes"]
    assert f"- operations: {len(reads)} of {len(operations)} asked\n" in result.output
    assert "None: no field, value or type was seen" in result.output
    assert asked <= {"GET"}


def test_writing_acts_on_what_it_made_and_removes_it() -> None:
    with MockServer(api_key=KEY) as mock:
        result = run(mock.url, *FAST, "--write")
        wrote = {entry["operation"] for entry in mock.requests() if entry["method"] != "GET"}
        left = [mock._mock.state.files, mock._mock.state.parts]
    assert result.exit_code == 0, result.output
    assert {"files_upload", "files_delete", "lenses_delete", "sessions_destroy", "jobs_delete"} <= wrote
    assert left == [{}, {}]


def without(name: str) -> Any:
    return lambda value: {key: other for key, other in value.items() if key != name}


def as_plain_text(answer: Any) -> None:
    answer.headers["content-type"] = "text/plain"


def test_three_faults_are_named_and_nothing_else() -> None:
    faults = [
        Wrong("GET", "/files/info", success(without("num_files"))),
        Wrong("GET", "/lens/metadata", asks=let_in),
        Wrong(
            "GET",
            "/batch/registry/pipelines",
            lambda answer: answer.headers.update({"content-type": "text/plain"}),
        ),
    ]
    with WrongServer(*faults) as server:
        result = run(server.url, *FAST)
    assert result.exit_code == 1
    named = set(re.findall(r"^### \d+\. (\w+): (\w+)$", result.output, re.MULTILINE))
    assert named == {
        ("files_info", "response_schema_conformance"),
        ("lenses_list", "ignored_auth"),
        ("pipelines_list", "content_type_conformance"),
    }
    assert "`FilesInfo` lacks `num_files`, which the contract requires (seen in files_info)" in result.output


def test_a_finding_shows_the_request_without_the_key_and_the_answer(small: list[str]) -> None:
    echo = Wrong("GET", "/files/info", success(lambda _: {"num_files": KEY}))
    with WrongServer(echo) as server:
        report = run(server.url, *small, *FAST).output
        shown = f'curl -X GET -H "Authorization: Bearer $ATAI_API_KEY" {server.url}/files/info'
    assert shown in report
    assert '{"num_files": "***"}' in report
    assert KEY not in report


def test_no_more_requests_are_sent_in_a_second_than_allowed(small: list[str]) -> None:
    with MockServer(api_key=KEY) as mock:
        began = time.monotonic()
        run(mock.url, *small, "--rate", "40", "--examples", "1")
        took = time.monotonic() - began
        sent = len(mock.requests())
    assert sent > 60
    assert sent <= 40 * (took + 1)


def test_a_report_goes_to_a_file(small: list[str], tmp_path: Path) -> None:
    with MockServer(api_key=KEY) as mock:
        result = run(mock.url, *small, *FAST, "--report", str(tmp_path / "report.md"))
    assert result.output == f"0 findings: {tmp_path / 'report.md'}\n"
    assert (
        (tmp_path / "report.md").read_text().startswith("# How a server keeps to the Newton API's contract\n")
    )


def test_without_a_key_it_says_what_to_do() -> None:
    result = run("http://127.0.0.1:9/v0.5", key="")
    assert (result.exit_code, result.output) == (
        1,
        "Error: Set ATAI_API_KEY to the key of the deployment.\n",
    )


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v0.5", "nonsense"])
def test_a_server_that_does_not_answer_is_one_sentence(url: str) -> None:
    result = run(url)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {url} does not answer: ")
    assert len(result.output.splitlines()) == 1


def test_without_schemathesis_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "newton_mock.conformance.examination", None)
    result = run("http://127.0.0.1:9/v0.5")
    assert result.exit_code == 1
    assert result.output.endswith("is missing: pip install 'newton-client[conformance]'\n")


# ----------------------------------------------------------------------------------------- drift


def merged(document: Any, patch: Any) -> Any:
    """A JSON Merge Patch applied."""
    if not isinstance(patch, dict):
        return patch
    target = dict(document) if isinstance(document, dict) else {}
    for name, value in patch.items():
        target[name] = merged(target.get(name), value)
    return target


def see(contract: Contract, operation: str, value: Any) -> Drift:
    drift = Drift(contract)
    drift.see(Answer(operation, 200, "application/json", json.dumps(value).encode()))
    return drift


def shown(operation: str) -> Any:
    return copy.deepcopy(Contract.load().operations[operation].example.value)


def changed(operation: str, change: Any) -> Any:
    value = shown(operation)
    change(value)
    return value


DRIFTS = {
    "a new field": (
        "files_info",
        lambda info: info.update(num_broken=3),
        "`FilesInfo` has a field `num_broken` that the contract does not know",
    ),
    "a new field inside": (
        "jobs_list",
        lambda page: page["jobs"][0].update(priority="high"),
        "has a field `priority` that the contract does not know",
    ),
    "a new value": (
        "jobs_list",
        lambda page: page["jobs"][0].update(status="PAUSED"),
        "`JobStatus` has a value `PAUSED` that the contract does not know",
    ),
    "a required field that is missing": (
        "files_info",
        lambda info: info.pop("num_files"),
        "`FilesInfo` lacks `num_files`, which the contract requires",
    ),
    "null where a value was": (
        "files_info",
        lambda info: info.update(num_files=None),
        "`FilesInfo.num_files` is null, which the contract does not allow",
    ),
}


@pytest.mark.parametrize(("operation", "change", "line"), DRIFTS.values(), ids=DRIFTS)
def test_drift_is_told_and_its_patch_mends_the_contract(operation: str, change: Any, line: str) -> None:
    contract = Contract.load()
    value = changed(operation, change)

    drift = see(contract, operation, value)

    (told,) = drift.lines()
    assert line in told
    mended = Contract(merged(contract.document, drift.patch()))
    assert list(see(mended, operation, value).lines()) == []
    assert list(see(mended, operation, shown(operation)).lines()) == []


@pytest.mark.parametrize("operation", Contract.load().operations)
def test_the_contracts_own_examples_show_no_drift(operation: str) -> None:
    assert list(see(Contract.load(), operation, shown(operation)).lines()) == []
