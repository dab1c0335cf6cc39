"""Lives of resources, from their making to their end, and the help a random walk needs to live them."""

import copy
import itertools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import numpy  # noqa: F401  (the mock's threads load it late, which Hypothesis does not survive)
import schemathesis
from schemathesis.hooks import HookContext

from newton_mock import MockServer
from newton_mock.conformance.suite import Step
from newton_mock.contract import Contract

LIVES = {
    "a file": ["files_upload", "files_get", "query_create", "files_delete"],
    "a direct upload": ["uploads_initiate", "uploads_complete", "files_download", "files_delete"],
    "a session": ["lenses_register", "sessions_create", "sessions_process_event", "sessions_destroy"],
    "a job": ["jobs_create", "jobs_progress", "jobs_outputs", "jobs_cancel", "jobs_retry", "jobs_delete"],
    "a training run": ["fine_tuning_create", "fine_tuning_metrics", "fine_tuning_stop", "fine_tuning_delete"],
}
FIRST = {operations[0] for operations in LIVES.values()}
FILE_NAME = re.compile(r'"([\w.-]+\.(?:csv|jsonl|txt))"')
KEY = "sk_test"


def along(life: list[str], contract: dict[str, Any]) -> dict[str, Any]:
    """The contract with those links alone that lead from each step of a life to the next."""
    narrowed = copy.deepcopy(contract)
    following = dict(itertools.pairwise(life))
    for path in narrowed["paths"].values():
        for operation in path.values():
            for response in operation.get("responses", {}).values() if isinstance(operation, dict) else ():
                response["links"] = {
                    name: link
                    for name, link in response.get("links", {}).items()
                    if link["operationId"] == following.get(operation["operationId"])
                }
    return narrowed


def lived(life: list[str], scenario: list[Step]) -> bool:
    """Whether these operations succeeded in this order, each on what the first one made."""
    parents = {step.id: step.parent for step in scenario}

    def came_from(step: Step, origin: Step) -> bool:
        ancestor: str | None = step.id
        while ancestor is not None and ancestor != origin.id:
            ancestor = parents.get(ancestor)
        return ancestor is not None

    for index, origin in enumerate(scenario):
        left = list(life)
        for step in scenario[index:]:
            if left and step.operation == left[0] and step.status < 300 and came_from(step, origin):
                left.pop(0)
        if not left:
            return True
    return False


@contextmanager
def hooked(before_call: Any, after_call: Any = None) -> Iterator[None]:
    """Lets functions see each request before it is sent, and each answer."""
    hooks = [hook for hook in (before_call, after_call) if hook]
    for hook in hooks:
        schemathesis.hook(hook)
    try:
        yield
    finally:
        for hook in hooks:
            schemathesis.hooks.unregister(hook)


@contextmanager
def naming_uploads() -> Iterator[None]:
    """Gives each upload a name of its own: schemathesis calls them all `file`, and so makes them one."""
    numbers = itertools.count()

    def before_call(context: HookContext, case: Any, kwargs: dict[str, Any]) -> None:
        if case.media_type == "multipart/form-data" and case.meta.generation.mode.is_positive:
            kwargs["files"] = {"file": (f"pump {next(numbers)}.csv", b"bWVhbg==", "text/csv")}

    with hooked(before_call):
        yield


@contextmanager
def guided(server: MockServer) -> Iterator[None]:
    """Makes a random walk plausible: first requests are the contract's examples, and parts get stored."""
    first = [operation for operation in Contract.load().operations.values() if operation.id in FIRST]
    numbers = itertools.count()
    parts: dict[str, list[dict[str, Any]]] = {}

    def before_call(context: HookContext, case: Any, kwargs: dict[str, Any]) -> None:
        operation = context.operation.definition.raw["operationId"]
        if operation == "uploads_initiate":
            case.body = {"filename": f"{next(numbers)}.csv", "file_type": "text/csv", "num_bytes": 9}
        elif operation == "uploads_complete":
            case.body = {"parts": parts.get(case.path_parameters.get("upload_id"), [])}
        elif operation in FIRST and case.media_type == "application/json":
            case.body = _example(context.operation)

    def after_call(context: HookContext, case: Any, response: Any) -> None:
        operation = context.operation.definition.raw["operationId"]
        if operation == "uploads_initiate" and response.status_code < 300:
            upload = json.loads(response.content)
            parts[upload["upload_id"]] = [store(part) for part in upload["parts"]]

    def store(part: dict[str, Any]) -> dict[str, Any]:
        stored = httpx.put(part["url"], content=b"a,b\n1,23\n", trust_env=False)
        return {"part_number": part["part_number"], "part_token": stored.headers["ETag"]}

    # What the examples name is there.
    for name in FILE_NAME.findall(json.dumps([operation.body.value for operation in first])):
        content = "DATE_TIME,ROP\n" + "".join(f"{second},{second % 7}\n" for second in range(200))
        httpx.post(
            f"{server.url}/files",
            files={"file": (name, content, "text/csv")},
            headers={"Authorization": f"Bearer {KEY}"},
            trust_env=False,
        )
    with naming_uploads(), hooked(before_call, after_call):
        yield


def _example(operation: Any) -> Any:
    content = operation.definition.raw["requestBody"]["content"]
    example, *_ = content["application/json"]["examples"].values()
    return copy.deepcopy(example["value"])
