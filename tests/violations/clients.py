"""Clients that break one rule each, and the test that must say so."""

import importlib
import pkgutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import httpx
from attrs import evolve

import newton_api
import newton_client
from newton_api.operations import OPERATIONS
from newton_client._guards import OWN_CHECKS
from newton_client._retry import Decision, decide

MEANT = "conformance/test_client_keeps_to_contract.py::test_any_legal_call_becomes_the_request_that_was_meant"
NEWER = "conformance/test_client_reads_newer_answers.py::test_what_a_newer_server_adds_is_read"
RETRIES = "wire/test_retries.py::test_"
REFUSALS = "wire/test_refusals.py::test_"
GONE_WRONG = "wire/test_answers_gone_wrong.py::test_"


@dataclass(frozen=True)
class WrongClient:
    """A client that breaks a rule.

    Attributes:
        rule: What it does wrong.
        test: The test that finds it, below `tests/`.
        spoil: Makes the client of this process wrong.
    """

    rule: str
    test: str
    spoil: Callable[[], None]

    @property
    def suite(self) -> str:
        return f"`{self.test}`"


def load() -> None:
    """Imports all of the client, and what its tests need most."""
    for package in (newton_client, newton_api):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    for name in ("hypothesis", "schemathesis.openapi", "uvicorn", "newton_mock.server"):
        importlib.import_module(name)


def everywhere(original: Any, wrong: Any) -> None:
    """Puts one thing in place of another wherever the client's modules have it."""
    load()
    for name, module in list(sys.modules.items()):
        if name.startswith(("newton_client", "newton_api")):
            for attribute, value in list(vars(module).items()):
                if value is original:
                    setattr(module, attribute, wrong)


def requests_of(operation_id: str, change: Callable[[dict[str, Any]], Any]) -> Callable[[], None]:
    """Changes what is sent for an operation."""

    def spoil() -> None:
        tag = OPERATIONS[operation_id].tag
        module: Any = importlib.import_module(f"newton_api.api.{tag}.{operation_id}")
        right = module._get_kwargs

        def wrong(*arguments: Any, **named: Any) -> dict[str, Any]:
            request: dict[str, Any] = right(*arguments, **named)
            change(request)
            return request

        module._get_kwargs = wrong

    return spoil


def unescaped(request: dict[str, Any]) -> None:
    request["url"] = OPERATIONS["files_get"].path.format(**request["extensions"]["path"])


def under_another_name(request: dict[str, Any]) -> None:
    request["json"]["file_name"] = request["json"].pop("filename")


def under_one_name(request: dict[str, Any]) -> None:
    request["files"] = [(field, ("file", *part[1:])) for field, part in request["files"]]


def deciding(**changes: dict[str, Any]) -> Callable[[], None]:
    """Decides what to do after a failed try by another `policy`, `operation` or `outcome` than it was."""

    def spoil() -> None:
        def wrong(policy: Any, operation: Any, outcome: Any, **more: Any) -> Decision:
            given = {"policy": policy, "operation": operation, "outcome": outcome}
            return decide(*(evolve(value, **changes.get(name, {})) for name, value in given.items()), **more)

        everywhere(decide, wrong)

    return spoil


def retrying_bad_requests() -> None:
    def wrong(policy: Any, operation: Any, outcome: Any, **more: Any) -> Decision:
        if outcome.status == 400 and more["attempt"] == 1:
            return Decision(0.0)
        return decide(policy, operation, outcome, **more)

    everywhere(decide, wrong)


def patched(owner: str, name: str, wrong: Callable[[Any], Any]) -> Callable[[], None]:
    """Puts `wrong(right)` in the place of a function of a module or of a class."""

    def spoil() -> None:
        module, _, cls = owner.partition(":")
        holder: Any = importlib.import_module(module)
        if cls:
            holder = getattr(holder, cls)
            setattr(holder, name, wrong(getattr(holder, name)))
        else:
            right = getattr(holder, name)
            everywhere(right, wrong(right))

    return spoil


def both(*spoils: Callable[[], None]) -> Callable[[], None]:
    def spoil() -> None:
        for each in spoils:
            each()

    return spoil


def of_both_callers(name: str, wrong: Callable[[Any], Any]) -> Callable[[], None]:
    return both(
        patched("newton_client._sync.caller:HTTPCaller", name, wrong),
        patched("newton_client._async.caller:AsyncHTTPCaller", name, wrong),
    )


def key_to_all(right: Any) -> Any:
    def wrong(self: Any, *arguments: Any) -> httpx.Request:
        request: httpx.Request = right(self, *arguments)
        request.headers["Authorization"] = f"Bearer {self.config.api_key}"
        return request

    return wrong


def showing_key(right: Any) -> Any:
    return lambda self: f"Newton({self._http_caller.config.api_key!r})"


def following(right: Any) -> Any:
    return lambda self, request, **more: right(self, request, **{**more, "follow_redirects": True})


def again(right: Any) -> Any:
    return lambda request: (right(request)[0], True)


def raising(right: Any) -> Any:
    def wrong(response: Any, body: Any, error: Exception) -> Any:
        raise error

    return wrong


def first_error_only(right: Any) -> Any:
    def wrong(*arguments: Any, **named: Any) -> Any:
        error = right(*arguments, **named)
        error.errors = error.errors[:1]
        return error

    return wrong


def refusing_new_values(right: Any) -> Any:
    from newton_api.models.job_status import JobStatus

    known = get_args(get_args(JobStatus)[0])

    def wrong(value: Any) -> Any:
        if value not in known:
            raise TypeError(f"unknown value {value!r}")
        return value

    return wrong


def refusing_null(right: Any) -> Any:
    def wrong(cls: Any, values: Any) -> Any:
        if None in dict(values).values():
            raise TypeError("null")
        return right.__func__(cls, values)

    return classmethod(wrong)


WRONG_CLIENTS = {
    "lost_parameter": WrongClient(
        "A query parameter gets lost",
        f"{MEANT}[jobs_list-sync]",
        requests_of("jobs_list", lambda request: request["params"].pop("q", None)),
    ),
    "extra_parameter": WrongClient(
        "A query parameter is sent that nobody gave",
        f"{MEANT}[pipelines_list-async]",
        requests_of("pipelines_list", lambda request: request["params"].setdefault("limit", 7)),
    ),
    "unescaped_path": WrongClient(
        "A path segment is not escaped", f"{MEANT}[files_get-sync]", requests_of("files_get", unescaped)
    ),
    "wrong_path": WrongClient(
        "A request goes to a path that is not there",
        f"{MEANT}[sessions_list-sync]",
        requests_of("sessions_list", lambda request: request.update(url="/lens/session/metadata")),
    ),
    "wrong_method": WrongClient(
        "A request has the wrong method",
        f"{MEANT}[fine_tuning_stop-sync]",
        requests_of("fine_tuning_stop", lambda request: request.update(method="post")),
    ),
    "lost_field": WrongClient(
        "A field of the body gets lost",
        f"{MEANT}[jobs_create-async]",
        requests_of("jobs_create", lambda request: request["json"].pop("parameters", None)),
    ),
    "renamed_field": WrongClient(
        "A field of the body is called otherwise",
        f"{MEANT}[uploads_initiate-sync]",
        requests_of("uploads_initiate", under_another_name),
    ),
    "lost_file_name": WrongClient(
        "A file loses its name", f"{MEANT}[files_upload-sync]", requests_of("files_upload", under_one_name)
    ),
    "refused_value": WrongClient(
        "A value that is newer than the client is refused",
        f"{NEWER}[jobs_get-unknown_enum_values]",
        patched("newton_api.models.job_status", "check_job_status", refusing_new_values),
    ),
    "refused_null": WrongClient(
        "Null where a value was cannot be read",
        f"{NEWER}[files_get-nulls]",
        patched("newton_api.models.file_metadata:FileMetadata", "from_dict", refusing_null),
    ),
    "retry_too_many": WrongClient(
        "One retry too many",
        f"{RETRIES}waits_grow_and_end_after_four_attempts",
        deciding(policy={"max_attempts": 5}),
    ),
    "no_wait": WrongClient(
        "A retry comes at once",
        f"{RETRIES}waits_grow_and_end_after_four_attempts",
        deciding(policy={"initial_delay": 1e-9}),
    ),
    "retried_client_error": WrongClient(
        "A 400 is tried again", f"{RETRIES}no_other_answer_is_asked_for_again", retrying_bad_requests
    ),
    "repeated_act": WrongClient(
        "What must not run twice is repeated after it may have arrived",
        f"{RETRIES}what_must_not_run_twice_is_not_repeated_once_it_may_have_arrived",
        deciding(operation={"retry": "always"}),
    ),
    "ignored_retry_after": WrongClient(
        "`Retry-After` is not honoured",
        f"{RETRIES}the_wait_that_the_server_asks_for_is_made",
        deciding(outcome={"retry_after": None}),
    ),
    "endless_retry_after": WrongClient(
        "`Retry-After` is honoured without a limit",
        f"{RETRIES}a_wait_that_is_too_long_is_not_begun_and_that_is_said",
        deciding(policy={"max_retry_after": 1e9}),
    ),
    "passed_deadline": WrongClient(
        "A wait passes the deadline",
        f"{RETRIES}no_wait_passes_the_deadline_and_that_is_said",
        deciding(policy={"deadline": None}),
    ),
    "no_budget": WrongClient(
        "An outage is multiplied by retries without end",
        f"{RETRIES}a_client_whose_calls_all_fail_stops_repeating_them",
        patched("newton_client._retry:RetryBudget", "spend", lambda right: lambda self, outcome: True),
    ),
    "half_a_stream": WrongClient(
        "A stream that can be read once is sent a second time",
        "wire/test_replay.py::test_a_stream_is_not_sent_again_and_that_is_said",
        patched("newton_client._repeat", "replayable", again),
    ),
    "unnamed_run": WrongClient(
        "A training run is started without a name by which it could be found again",
        "wire/test_repeatable.py::test_a_training_run_gets_a_name_from_the_client",
        patched("newton_client._repeat", "named", lambda right: lambda operation, request: request),
    ),
    "followed_redirect": WrongClient(
        "A redirect is followed",
        "secrets/test_bearer.py::test_a_redirect_is_an_error_and_not_followed",
        both(patched("httpx:Client", "send", following), patched("httpx:AsyncClient", "send", following)),
    ),
    "key_to_another_origin": WrongClient(
        "The key goes to another origin",
        "secrets/test_bearer.py::test_a_presigned_url_elsewhere_is_fetched_without_the_key",
        of_both_callers("_build", key_to_all),
    ),
    "shown_key": WrongClient(
        "The client's `repr` shows the key",
        "secrets/test_ways_out.py::test_a_client_shows_no_key_and_none_of_its_parts_does",
        both(
            patched("newton_client:Newton", "__repr__", showing_key),
            patched("newton_client:AsyncNewton", "__repr__", showing_key),
        ),
    ),
    "missing_guard": WrongClient(
        "A `file_uid` is let through at one of the places for file ids",
        f"{REFUSALS}a_file_uid_is_refused_wherever_the_contract_wants_a_file_id",
        patched(
            "newton_client._guards",
            "_steps",
            lambda right: lambda place: ("body", "nowhere") if "*[]" in place else right(place),
        ),
    ),
    "no_guards": WrongClient(
        "Nothing is looked at before it is sent",
        f"{REFUSALS}a_path_parameter_that_changes_the_path_is_refused",
        patched("newton_client._guards", "check", lambda right: lambda operation, request: None),
    ),
    "no_query_guard": WrongClient(
        "A file without an extension is put into a query",
        f"{REFUSALS}a_query_of_a_file_whose_name_says_nothing_is_refused",
        OWN_CHECKS.clear,
    ),
    "missed_failure": WrongClient(
        "A success that says it failed is taken for one",
        f"{GONE_WRONG}a_query_that_failed_is_an_error",
        patched("newton_client._envelope", "failure_in_success", lambda right: lambda *arguments: None),
    ),
    "first_error_only": WrongClient(
        "Of several errors only the first is kept",
        f"{GONE_WRONG}every_error_of_a_body_is_kept",
        patched("newton_client._envelope", "status_error", first_error_only),
    ),
    "foreign_error": WrongClient(
        "An answer that makes no sense is a `KeyError`",
        f"{GONE_WRONG}a_success_that_makes_no_sense_is_one_error_that_keeps_the_response",
        patched("newton_client._envelope", "invalid_response", raising),
    ),
    "conflict": WrongClient(
        "A 409 which says that it is already so is an error",
        "wire/test_repeatable.py::test_a_conflict_which_says_that_it_is_already_so_is_a_success",
        patched("newton_client._repeat", "state_request", lambda right: lambda *arguments: None),
    ),
}
