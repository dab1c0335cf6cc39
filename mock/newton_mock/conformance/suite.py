"""Runs schemathesis and keeps what came of it."""

from __future__ import annotations

import copy
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.filters import FilterSet
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.schemas import OpenApiSchema

CONFIG = Path(__file__).with_name("schemathesis.toml")
PHASES = ("examples", "coverage", "fuzzing", "stateful")
_LONGEST_ANSWER = 1000
_AUTHORIZATION = re.compile(r"-H 'Authorization: [^']*'", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that the server gave to a request of an operation."""

    operation: str
    status: int
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that an operation broke, with one request that shows it."""

    operation: str
    rule: str
    message: str
    curl: str
    status: int
    answer: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two findings one."""
        return self.operation, self.rule, self.message

    def __str__(self) -> str:
        return f"{self.operation}: {self.rule}: {self.message}\n{self.curl}\n{self.status} {self.answer}"


@dataclass(frozen=True, slots=True)
class Step:
    """A request of a stateful run: what it asked, what came, and the step whose answer it was made from."""

    id: str
    parent: str | None
    operation: str
    status: int


@dataclass
class Outcome:
    """What a run has shown."""

    operations: set[str] = field(default_factory=set[str])
    covered: set[str] = field(default_factory=set[str])
    phases: Counter[str] = field(default_factory=Counter[str])
    checks: Counter[str] = field(default_factory=Counter[str])
    findings: list[Finding] = field(default_factory=list[Finding])
    errors: list[str] = field(default_factory=list[str])
    lives: list[list[Step]] = field(default_factory=list[list[Step]])

    def add(self, finding: Finding) -> None:
        """Keep a finding, unless one like it is kept already."""
        if finding.key not in {known.key for known in self.findings}:
            self.findings.append(finding)


class Suite:
    """The contract's tests for one server.

    Args:
        contract: The OpenAPI document.
        base_url: Where the server answers, with the version.
        api_key: The key to send.
        app: The ASGI application to call in process, in place of a socket.
        settings: What differs from `schemathesis.toml`, in its form.
    """

    def __init__(
        self,
        contract: dict[str, Any],
        base_url: str,
        api_key: str,
        app: Any = None,
        settings: dict[str, Any] | None = None,
    ) -> None:
        server = {"base-url": base_url, "auth": {"openapi": {"bearerAuth": {"bearer": api_key}}}}
        config = schemathesis.Config.from_dict(
            _merged(tomllib.loads(CONFIG.read_text(encoding="utf-8")), server | (settings or {}))
        )
        self.schema: OpenApiSchema = schemathesis.openapi.from_dict(_as_read(contract), config=config)
        self.schema.app = app
        self.api_key = api_key

    @property
    def config(self) -> Any:
        """Schemathesis' settings, to be changed before `run`."""
        return self.schema.config

    def only(
        self, *, phases: Collection[str] = PHASES, checks: Collection[str] = (), **operations: Any
    ) -> Suite:
        """Narrow the run to some phases, to some checks (none named: all), and to some operations.

        `operations` are schemathesis' filters: `operation_id=[...]`, `tag=...`, `method=...`.
        """
        config = self.schema.config
        config.phases.update(phases=list(phases))
        if checks:
            config.checks.update(included_check_names=list(checks))
        if operations:
            # `schema.include` would widen what `[[operations]]` in the settings already admits: everything.
            chosen = FilterSet()
            chosen.include(**operations)
            self.schema.filter_set = config.operations.filter_set_with(chosen)
        return self

    def run(self, see: Callable[[Answer], None] = lambda _: None) -> Outcome:
        """Send the requests; `see` gets every answer."""
        results = self.schema.get_all_operations()
        outcome = Outcome({_id(result.ok()) for result in results if isinstance(result, Ok)})
        for event in from_schema(self.schema).execute():
            match event:
                case events.ScenarioFinished() if event.is_test_scenario:
                    self._note(event.phase.value, event.recorder, outcome, see)
                case events.NonFatalError():
                    outcome.errors.append(f"{event.label}: {event.value!r}")
                case events.FatalError():
                    raise event.exception
                case _:
                    pass
        outcome.findings.sort(key=lambda finding: (finding.operation, finding.rule))
        return outcome

    def _note(
        self, phase: str, recorder: ScenarioRecorder, outcome: Outcome, see: Callable[[Answer], None]
    ) -> None:
        outcome.phases[phase] += len(recorder.interactions)
        for answer in _answers(recorder):
            outcome.covered.add(answer.operation)
            see(answer)
        if phase == "stateful":
            outcome.lives.append(list(_steps(recorder)))
        for case_id, checks in recorder.checks.items():
            for check in checks:
                outcome.checks[check.name] += 1
                if check.failure_info:
                    failure = check.failure_info.failure
                    outcome.add(
                        finding_of(
                            check.name,
                            f"{failure.title}. {failure.message}",
                            recorder.cases[case_id].value,
                            recorder.find_response(case_id=failure.case_id or case_id),
                            check.failure_info.code_sample,
                        )
                    )


def _merged(settings: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = dict(settings)
    for name, value in changes.items():
        merged[name] = _merged(merged.get(name, {}), value) if isinstance(value, dict) else value
    return merged


def _as_read(contract: dict[str, Any]) -> dict[str, Any]:
    """A copy (schemathesis writes into it), its server-sent events as schemathesis reads them.

    OpenAPI 3.1 has no word for the schema of a single event. Ours is that of its data; schemathesis
    takes it for that of the whole event, whose data is a text.
    """
    contract = copy.deepcopy(contract)
    for path in contract["paths"].values():
        for operation in path.values():
            answers = operation.get("responses", {}) if isinstance(operation, dict) else {}
            for answer in answers.values():
                if media := answer.get("content", {}).get("text/event-stream"):
                    data = {"contentMediaType": "application/json", "contentSchema": media["schema"]}
                    media["schema"] = {
                        "type": "object",
                        "required": ["data"],
                        "properties": {"data": {"type": "string", **data}},
                    }
    return contract


def _id(operation: Any) -> str:
    return str(operation.definition.raw["operationId"])


def _answers(recorder: ScenarioRecorder) -> Iterator[Answer]:
    for case_id, exchange in recorder.interactions.items():
        if (response := exchange.response) and (node := recorder.cases.get(case_id)):
            content_type = response.headers.get("content-type", [""])[0]
            yield Answer(_id(node.value.operation), response.status_code, content_type, response.content)


def _steps(recorder: ScenarioRecorder) -> Iterator[Step]:
    for case_id, node in recorder.cases.items():
        if response := recorder.find_response(case_id=case_id):
            yield Step(case_id, node.parent_id, _id(node.value.operation), response.status_code)


def finding_of(
    rule: str, message: str, case: Case[Any], response: Response | None, curl: str = ""
) -> Finding:
    """A finding, its answer cut short and its request without the key."""
    text = response.content.decode("utf-8", "replace") if response else ""
    return Finding(
        operation=_id(case.operation),
        rule=rule,
        message=message.strip().removesuffix("."),
        curl=_without_key(curl or case.as_curl_command()),
        status=response.status_code if response else 0,
        answer=text if len(text) <= _LONGEST_ANSWER else f"{text[:_LONGEST_ANSWER]}…",
    )


def _without_key(curl: str) -> str:
    """The request, to be sent again by whoever has a key."""
    return _AUTHORIZATION.sub('-H "Authorization: Bearer $ATAI_API_KEY"', curl)
