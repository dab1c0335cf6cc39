"""Mocks that break one rule each, and the check of schemathesis that must say so."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newton_mock import create_app
from newton_mock.conformance import walk
from newton_mock.conformance.drift import Drift
from newton_mock.conformance.suite import Outcome, Suite
from newton_mock.contract import Contract
from support.calls import contract
from support.wrong import KEY, Answer, Wrong, let_in, success

ID = "[^/]+"


@dataclass(frozen=True)
class WrongMock:
    """A mock that breaks a rule, and how that shows.

    Attributes:
        rule: What it does wrong.
        wrong: The wrong mock.
        operation: Where it shows.
        check: The check that finds it.
        phases: When it is looked for.
        beside: Operations that are needed to come there.
    """

    rule: str
    wrong: Wrong
    operation: str
    check: str
    phases: tuple[str, ...] = ("examples",)
    beside: tuple[str, ...] = ()

    @property
    def suite(self) -> str:
        return f"schemathesis, {' and '.join(self.phases)}: `{self.check}`"

    def is_caught(self) -> bool:
        """Whether the check finds it, at its operation."""
        app = create_app(api_key=KEY)
        settings: dict[str, Any] = {"max-failures": 1}
        if "stateful" in self.phases:
            settings["generation"] = {"mode": "positive"}
        suite = Suite(contract(), "http://mock/v0.5", KEY, app=self.wrong.before(app), settings=settings)
        outcome = Outcome()
        try:
            if "lives" in self.phases:
                walk.lives(suite, Contract(contract()), outcome, Drift(Contract(contract())))
            else:
                operations = [self.operation, *self.beside]
                suite.only(phases=self.phases, checks=[self.check], operation_id=operations)
                outcome = suite.run()
        finally:
            app.state.mock.state.close()
        return {(finding.operation, finding.rule) for finding in outcome.findings} == {
            (self.operation, self.check)
        }


def says(**fields: Any) -> Callable[[Answer], None]:
    return success(lambda value: {**value, **fields})


def answering(status: int, body: bytes = b"{}") -> Callable[[Answer], None]:
    def answers(answer: Answer) -> None:
        answer.status, answer.body = status, body

    return answers


def of_type(content_type: str) -> Callable[[Answer], None]:
    def answers(answer: Answer) -> None:
        answer.headers["content-type"] = content_type

    return answers


def streaming(events: bytes) -> Callable[[Answer], None]:
    def answers(answer: Answer) -> None:
        answer.status, answer.body = 200, events
        answer.headers["content-type"] = "text/event-stream"

    return answers


def instead_of(status: int, then: Callable[[Answer], None]) -> Callable[[Answer], None]:
    """Changes only the answers of one status."""

    def answers(answer: Answer) -> None:
        if answer.status == status:
            then(answer)

    return answers


def allowing(methods: str) -> Callable[[Answer], None]:
    def answers(answer: Answer) -> None:
        answer.headers["allow"] = methods

    return instead_of(405, answers)


def shows(operation_id: str) -> bytes:
    """What the contract shows as an operation's success."""
    return json.dumps(Contract(contract()).operations[operation_id].example.value).encode()


def of_a_new_type(page: Any) -> None:
    page["pipelines"][0]["pipeline_type"] = "interplanetary"


def never(scope: Any) -> None:
    return None


RECEIPT = b'{"is_valid": true, "file_id": "file", "file_uid": "fil_58shkhqztj9tnbye4dmphzxa2r"}'
FILE = ("files_upload", "files_get")
SCHEMA = "response_schema_conformance"

WRONG_MOCKS = {
    "missing_field": WrongMock(
        "An answer lacks a required field",
        Wrong("GET", "/files/info", success(lambda info: {"num_bytes": info["num_bytes"]})),
        "files_info",
        SCHEMA,
    ),
    "wrong_type": WrongMock(
        "A number comes as text", Wrong("GET", "/files/info", says(num_bytes="many")), "files_info", SCHEMA
    ),
    "null_field": WrongMock(
        "A required field is null", Wrong("GET", "/files/info", says(num_files=None)), "files_info", SCHEMA
    ),
    "wrong_item": WrongMock(
        "One item of a list is no object",
        Wrong("GET", "/batch/jobs", says(jobs=["job"])),
        "jobs_list",
        SCHEMA,
    ),
    "list_for_page": WrongMock(
        "A bare list stands where a page is promised",
        Wrong("GET", "/batch/registry/pipelines", success(lambda page: page["pipelines"])),
        "pipelines_list",
        SCHEMA,
    ),
    "unknown_value": WrongMock(
        "A closed vocabulary has a value nobody wrote down",
        Wrong("GET", "/batch/registry/pipelines", success(of_a_new_type)),
        "pipelines_list",
        SCHEMA,
    ),
    "cut_json": WrongMock(
        "A JSON body ends in the middle",
        Wrong("GET", "/lens/sessions/info", answering(200, b'{"num_sessions": ')),
        "sessions_info",
        SCHEMA,
    ),
    "empty_body": WrongMock(
        "A success comes without a body",
        Wrong("GET", "/files/info", answering(200, b"")),
        "files_info",
        SCHEMA,
    ),
    "wrong_event": WrongMock(
        "A server-sent event is not of the promised form",
        Wrong("GET", f"/lens/sessions/consumer/{ID}", streaming(b'data: {"type": 5}\n\n')),
        "sessions_consume",
        SCHEMA,
    ),
    "wrong_envelope": WrongMock(
        "An error does not come in the API's envelope",
        Wrong("GET", f"/files/metadata/{ID}", instead_of(404, answering(404, b'{"oops": true}'))),
        "files_get",
        SCHEMA,
        ("fuzzing",),
    ),
    "undeclared_status": WrongMock(
        "A success has a status that the contract does not have",
        Wrong("GET", "/files/info", answering(202)),
        "files_info",
        "status_code_conformance",
    ),
    "undeclared_error": WrongMock(
        "An error has a status that the contract does not have",
        Wrong("GET", f"/batch/jobs/{ID}", instead_of(404, answering(410))),
        "jobs_get",
        "status_code_conformance",
        ("fuzzing",),
    ),
    "server_error": WrongMock(
        "A legal request crashes the server",
        Wrong("GET", "/lens/sessions/metadata", answering(500)),
        "sessions_list",
        "not_a_server_error",
    ),
    "wrong_content_type": WrongMock(
        "JSON is declared as plain text",
        Wrong("GET", "/batch/registry/pipelines", of_type("text/plain")),
        "pipelines_list",
        "content_type_conformance",
    ),
    "html": WrongMock(
        "An error is an HTML page",
        Wrong("DELETE", f"/files/delete/{ID}", instead_of(404, of_type("text/html"))),
        "files_delete",
        "content_type_conformance",
        ("fuzzing",),
    ),
    "no_auth": WrongMock(
        "The key is not asked for",
        Wrong("GET", "/lens/metadata", asks=let_in),
        "lenses_list",
        "ignored_auth",
    ),
    "no_auth_to_write": WrongMock(
        "A request that writes needs no key",
        Wrong("POST", "/lens/register", asks=let_in),
        "lenses_register",
        "ignored_auth",
    ),
    "accepted_body": WrongMock(
        "A body that the contract forbids is taken",
        Wrong("POST", "/batch/jobs", instead_of(400, answering(200, shows("jobs_create")))),
        "jobs_create",
        "negative_data_rejection",
        ("coverage",),
    ),
    "accepted_parameter": WrongMock(
        "A query parameter that the contract forbids is taken",
        Wrong("GET", "/batch/jobs", instead_of(400, answering(200, shows("jobs_list")))),
        "jobs_list",
        "negative_data_rejection",
        ("coverage",),
    ),
    "refused_request": WrongMock(
        "A legal request is refused",
        Wrong("GET", "/batch/registry/pipelines", answering(400)),
        "pipelines_list",
        "positive_data_acceptance",
    ),
    "undocumented_method": WrongMock(
        "A method that no path has is answered as if it were one",
        Wrong("PATCH", "/files/info", answering(200)),
        "files_info",
        "unsupported_method",
        ("coverage",),
    ),
    "wrong_allow": WrongMock(
        "`Allow` names a method that is not there",
        Wrong("OPTIONS", "/files/info", allowing("GET, DELETE")),
        "files_info",
        "allow_header_conformance",
        ("coverage",),
    ),
    "file_after_delete": WrongMock(
        "A file can still be read after it was deleted",
        Wrong("DELETE", f"/files/delete/{ID}", answering(200, RECEIPT), never),
        "files_get",
        "use_after_free",
        ("lives",),
    ),
    "run_after_delete": WrongMock(
        "A training run can still be read after it was deleted",
        Wrong("DELETE", f"/fine-tune/jobs/{ID}", answering(200, b'{"success": true}'), never),
        "fine_tuning_get",
        "use_after_free",
        ("stateful",),
        ("fine_tuning_create", "fine_tuning_delete"),
    ),
    "nothing_stored": WrongMock(
        "What was made is not there",
        Wrong("POST", "/files", answering(200, RECEIPT), never),
        "files_get",
        "ensure_resource_availability",
        ("stateful",),
        ("files_upload",),
    ),
}
