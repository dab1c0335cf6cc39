"""Lives of resources that a run makes itself: made under names nobody else has, used, and removed."""

from __future__ import annotations

import copy
import json
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case

from newton_mock.conformance.drift import Drift
from newton_mock.conformance.suite import Answer, Finding, Outcome, Suite, finding_of
from newton_mock.contract import Contract

_CSV = b"timestamp,flow\n" + b"".join(b"%d,%d\n" % (second, second % 7) for second in range(256))
_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
_EMBEDDED = re.compile(r"\{(\$[^}]*)\}")


@dataclass(frozen=True, slots=True)
class Step:
    """A request. Without `link` it starts anew; else that link of an earlier answer says what to send.

    `ends` steps remove what was made: they are taken whatever went wrong before. `gone` ones ask for
    what was removed, and want a 404.
    """

    operation: str
    link: tuple[str, str] | None = None
    ends: bool = False
    gone: bool = False


LIVES = (
    (
        Step("files_upload"),
        Step("files_get", ("files_upload", "metadata")),
        Step("files_download", ("files_upload", "download")),
        Step("query_create", ("files_upload", "query")),
        Step("files_delete", ("files_upload", "delete"), ends=True),
        Step("files_get", ("files_upload", "metadata"), gone=True),
    ),
    (
        Step("uploads_initiate"),
        Step("uploads_part_urls", ("uploads_initiate", "part_urls")),
        Step("uploads_abort", ("uploads_initiate", "abort"), ends=True),
    ),
    (
        Step("lenses_register"),
        Step("lenses_list", ("lenses_register", "get_lens")),
        Step("lenses_modify", ("lenses_register", "modify_lens")),
        Step("sessions_create", ("lenses_register", "create_session")),
        Step("sessions_list", ("sessions_create", "list_session")),
        Step("sessions_process_event", ("sessions_create", "get_status")),
        Step("sessions_destroy", ("sessions_create", "destroy"), ends=True),
        Step("lenses_delete", ("lenses_register", "delete_lens"), ends=True),
    ),
    (
        Step("files_upload"),
        Step("jobs_create"),
        Step("jobs_get", ("jobs_create", "get")),
        Step("jobs_progress", ("jobs_create", "progress")),
        Step("jobs_cancel", ("jobs_create", "cancel"), ends=True),
        Step("jobs_delete", ("jobs_create", "delete"), ends=True),
        Step("files_delete", ("files_upload", "delete"), ends=True),
    ),
)


def lives(suite: Suite, contract: Contract, outcome: Outcome, drift: Drift, pause: float = 0.0) -> None:
    """Live each life, and add what came of it to the outcome; waits `pause` seconds before each request."""
    load_all_checks()
    for life in LIVES:
        walk = _Walk(suite, contract)
        for step in life:
            time.sleep(pause)
            if (case := walk.case(step)) is None:
                continue
            try:
                response = walk.send(step, case)
            except OSError as error:
                outcome.errors.append(f"{step.operation}: {error}")
                continue
            outcome.phases["lives"] += 1
            outcome.covered.add(step.operation)
            content_type = response.headers.get("content-type", [""])[0]
            drift.see(Answer(step.operation, response.status_code, content_type, response.content))
            for finding in _judge(step, case, response):
                outcome.add(finding)


class _Walk:
    """One life: what was sent and answered so far."""

    def __init__(self, suite: Suite, contract: Contract) -> None:
        self._suite = suite
        self._contract = contract
        self._name = f"newton-conformance-{secrets.token_hex(6)}"
        self._said: dict[str, tuple[Case[Any], Response]] = {}

    def case(self, step: Step) -> Case[Any] | None:
        """The request of a step; None if what it builds on has failed."""
        operation = self._suite.schema.find_operation_by_id(step.operation)
        if step.link is None:
            made = {**self._first(step.operation)}
        elif step.link[0] in self._said:
            made = self._linked(*step.link)
        else:
            return None
        places = {parameter.name: parameter.where for parameter in self._operation(step).parameters}
        given = made.pop("parameters", {})
        case: Case[Any] = operation.Case(
            path_parameters={name: value for name, value in given.items() if places[name] == "path"},
            query={name: value for name, value in given.items() if places[name] == "query"},
            **made,
        )
        return case

    def send(self, step: Step, case: Case[Any]) -> Response:
        """Send it; an answer that is a success can be built on."""
        more: dict[str, Any] = {}
        if case.media_type == "multipart/form-data":
            more["files"] = {"file": (f"{self._name}.csv", _CSV, "text/csv")}
        response = case.call(headers={"Authorization": f"Bearer {self._suite.api_key}"}, **more)
        if response.status_code < 300 and not step.ends:
            self._said[step.operation] = case, response
        return response

    def _operation(self, step: Step) -> Any:
        return self._contract.operations[step.operation]

    def _first(self, operation: str) -> dict[str, Any]:
        """The contract's example, under this run's name."""
        if operation == "files_upload":
            return {"body": {"file": _CSV}, "media_type": "multipart/form-data"}
        body = self._example(operation)
        match operation:
            case "uploads_initiate":
                body = {"filename": f"{self._name}.csv", "file_type": "text/csv", "num_bytes": len(_CSV)}
            case "jobs_create":
                file = {"file_id": f"{self._name}.csv"}
                shots = [{**file, "metadata": {"class": label}} for label in ("low", "high")]
                body |= {"name": self._name, "inputs": {"worker.inference": [file], "worker.n_shots": shots}}
                reader = body["parameters"]["worker"]["config"]["reader_config"]
                reader |= {"data_columns": ["flow"], "timestamp_column": "timestamp"}
            case _:
                body["lens_config"]["lens_name"] = self._name
        return {"body": body, "media_type": "application/json"}

    def _example(self, operation: str) -> dict[str, Any]:
        body: Any = self._contract.operations[operation].body
        example, *_ = body.value["content"]["application/json"]["examples"].values()
        return cast("dict[str, Any]", copy.deepcopy(example["value"]))

    def _linked(self, source: str, name: str) -> dict[str, Any]:
        """What a link of an answer says."""
        case, response = self._said[source]
        link: Any = self._contract.operations[source].response(response.status_code)
        value = link.value["links"][name]
        made: dict[str, Any] = {"parameters": _filled(value.get("parameters", {}), case, response)}
        if "requestBody" in value:
            made |= {
                "body": _filled(value["requestBody"], case, response),
                "media_type": "application/json",
            }
        return made


def _filled(value: Any, case: Case[Any], response: Response) -> Any:
    """A value of a link, its expressions put in."""
    if isinstance(value, dict):
        entries = cast("dict[str, Any]", value)
        return {name: _filled(part, case, response) for name, part in entries.items()}
    if isinstance(value, list):
        return [_filled(part, case, response) for part in value]
    if isinstance(value, str) and value.startswith("$"):
        return _said(value, case, response)
    if isinstance(value, str):
        return _EMBEDDED.sub(lambda found: str(_said(found[1], case, response)), value)
    return value


def _said(expression: str, case: Case[Any], response: Response) -> Any:
    """What an expression of a link stands for: a value of the answer, or of the request."""
    source, _, pointer = expression.partition("#/")
    if source.startswith("$request.path."):
        return case.path_parameters[source.removeprefix("$request.path.")]
    value: Any = json.loads(response.content) if source == "$response.body" else case.body
    for key in pointer.split("/"):
        value = value[int(key) if isinstance(value, list) else key]
    return value


def _judge(step: Step, case: Case[Any], response: Response) -> Iterator[Finding]:
    if step.gone and response.status_code != 404:
        message = "What was removed is still there"
        yield finding_of("use_after_free", message, case, response)
    try:
        case.validate_response(response, checks=cast("list[Any]", CHECKS.get_by_names(_CHECKS)))
    except FailureGroup as group:
        for failure in group.exceptions:
            rule, *_ = failure.checks or ("failure",)
            yield finding_of(rule, f"{failure.title}. {failure.message}", case, response)
