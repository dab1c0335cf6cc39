"""What `openapi.yaml` must be for client, mock and tests to be made from it."""

import copy
import json
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, Registry
from openapi_spec_validator import validate

FILE = Path(__file__).parents[2] / "openapi.yaml"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}

# The vendor's quick reference, `POST /query`, and five operations that running clients have shown,
# copied by hand: a row that the contract does not have is an operation lost.
DOCUMENTED = """
    POST   /files                                      files_upload
    POST   /files/base64                               files_upload_base64
    DELETE /files/delete/{file_id}                     files_delete
    GET    /files/download/{file_id}                   files_download
    GET    /files/info                                 files_info
    GET    /files/metadata                             files_list
    GET    /files/metadata/{file_id}                   files_get
    POST   /files/uploads/initiate                     uploads_initiate
    POST   /files/uploads/{upload_id}/parts/urls       uploads_part_urls
    POST   /files/uploads/{upload_id}/parts/checkpoint uploads_checkpoint
    POST   /files/uploads/{upload_id}/complete         uploads_complete
    POST   /files/uploads/{upload_id}/abort            uploads_abort
    POST   /query                                      query_create
    POST   /lens/register                              lenses_register
    POST   /lens/clone                                 lenses_clone
    POST   /lens/modify                                lenses_modify
    POST   /lens/delete                                lenses_delete
    GET    /lens/info                                  lenses_info
    GET    /lens/metadata                              lenses_list
    POST   /lens/sessions/create                       sessions_create
    POST   /lens/sessions/destroy                      sessions_destroy
    GET    /lens/sessions/info                         sessions_info
    GET    /lens/sessions/metadata                     sessions_list
    POST   /lens/sessions/events/process               sessions_process_event
    GET    /lens/sessions/consumer/{session_id}        sessions_consume
    POST   /batch/jobs                                 jobs_create
    GET    /batch/jobs                                 jobs_list
    GET    /batch/jobs/queue                           jobs_queue
    GET    /batch/jobs/{id}                            jobs_get
    DELETE /batch/jobs/{id}                            jobs_delete
    POST   /batch/jobs/{id}/retry                      jobs_retry
    POST   /batch/jobs/{id}/cancel                     jobs_cancel
    GET    /batch/jobs/{id}/events                     jobs_events
    GET    /batch/jobs/{id}/inputs                     jobs_inputs
    GET    /batch/jobs/{id}/outputs                    jobs_outputs
    GET    /batch/jobs/{id}/progress                   jobs_progress
    GET    /batch/jobs/{id}/inputs/progress            jobs_inputs_progress
    GET    /batch/jobs/{id}/inputs/progress/counts     jobs_inputs_progress_counts
    GET    /batch/jobs/{id}/inputs/progress/traces     jobs_inputs_progress_traces
    GET    /batch/registry/pipelines                   pipelines_list
    GET    /batch/registry/pipelines/{id}              pipelines_get
    GET    /batch/registry/pipelines/{id}/schema       pipelines_schema
    POST   /fine-tune/jobs                             fine_tuning_create
    GET    /fine-tune/jobs                             fine_tuning_list
    GET    /fine-tune/jobs/{job_id}                    fine_tuning_get
    GET    /fine-tune/jobs/{job_id}/metrics            fine_tuning_metrics
    PUT    /fine-tune/jobs/{job_id}/stop               fine_tuning_stop
    DELETE /fine-tune/jobs/{job_id}                    fine_tuning_delete
    PUT    /fine-tune/jobs/{job_id}/cancel             fine_tuning_cancel
    GET    /fine-tune/status                           fine_tuning_status
"""
ROWS = [tuple(row.split()) for row in DOCUMENTED.strip().splitlines()]

CONTRACT: dict[str, Any] = yaml.load(FILE.read_text(), yaml.CSafeLoader)
ERRORS_OF_ALL = {"400", "401", "403", "429", "500", "502", "503", "504"}


# ------------------------------------------------------------------------------------ the document


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    method: str
    path: str
    value: dict[str, Any]

    @property
    def id(self) -> str:
        return self.value["operationId"]

    @property
    def newton(self) -> dict[str, Any]:
        return self.value["x-newton"]

    @property
    def parameters(self) -> dict[str, dict[str, Any]]:
        return {parameter["name"]: parameter for parameter in map(follow, self.value.get("parameters", []))}

    @property
    def responses(self) -> dict[str, dict[str, Any]]:
        return {status: follow(response) for status, response in self.value["responses"].items()}

    @property
    def successes(self) -> dict[str, dict[str, Any]]:
        return {status: response for status, response in self.responses.items() if status < "300"}

    def request_schemas(self) -> list[Any]:
        return [
            media["schema"] for media in follow(self.value.get("requestBody", {})).get("content", {}).values()
        ]

    def answer_schemas(self) -> list[Any]:
        return [
            media["schema"]
            for response in self.successes.values()
            for media in response.get("content", {}).values()
        ]


def follow(value: Any) -> Any:
    """What a `$ref` leads to; anything else as it is."""
    while isinstance(value, dict) and "$ref" in value:
        target: Any = CONTRACT
        for key in value["$ref"].removeprefix("#/").split("/"):
            target = target[key.replace("~1", "/").replace("~0", "~")]
        value = target
    return value


OPERATIONS = [
    Operation(method, path, value)
    for path, item in CONTRACT["paths"].items()
    for method, value in item.items()
    if method in METHODS
]
BY_ID = {operation.id: operation for operation in OPERATIONS}

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)


def branches(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and all its alternatives, `$ref`s followed."""
    schema = follow(schema)
    if isinstance(schema, dict):
        yield schema
        for keyword in ("anyOf", "oneOf", "allOf"):
            for branch in schema.get(keyword, ()):
                yield from branches(branch)


def types(schema: Any) -> set[str]:
    """The JSON types that a schema names."""
    named = [branch.get("type", []) for branch in branches(schema)]
    return {name for entry in named for name in ([entry] if isinstance(entry, str) else entry)}


def below(schemas: list[Any], step: str) -> list[Any]:
    """The schemas one step further: a property, `*` (every key) or `[]` (every element)."""
    found: list[Any] = []
    for schema in schemas:
        for branch in branches(schema):
            if step == "[]":
                found += [branch["items"]] if "items" in branch else []
            elif step == "*":
                found += branch.get("properties", {}).values()
                found += [rest] if isinstance(rest := branch.get("additionalProperties"), dict) else []
            elif step in branch.get("properties", {}):
                found.append(branch["properties"][step])
    return found


def at(schemas: list[Any], steps: list[str]) -> list[Any]:
    """The schemas that so many steps lead to; none if they lead nowhere."""
    for step in steps:
        schemas = below(schemas, step)
    return schemas


def places(schema: Any, above: str, inside: frozenset[int] = frozenset()) -> Iterator[str]:
    """Every place below a schema, as `x-newton` writes it; what contains itself is gone into once."""
    for branch in branches(schema):
        if id(branch) not in inside:
            steps = {f".{name}": child for name, child in branch.get("properties", {}).items()}
            steps |= {".*": branch["additionalProperties"]} if branch.get("additionalProperties") else {}
            steps |= {"[]": branch["items"]} if "items" in branch else {}
            for name, child in steps.items():
                yield above + name
                yield from places(child, above + name, inside | {id(branch)})


# ------------------------------------------------------------------------------------- its examples

NAMED = {"paths", "properties", "schemas", "responses", "headers", "content", "$defs"}
VALUES = {"example", "examples", "default", "const", "enum", "links"}


@dataclass(frozen=True)
class Example:
    """An example, and pointers to it and to the schema it is an example of."""

    pointer: str
    schema: str
    value: Any

    def __str__(self) -> str:
        return self.pointer.replace("~1", "/").replace("/paths//", "").replace("/components/", "")


def step(pointer: str, key: object) -> str:
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def objects(
    value: Any, pointer: str = "", *, keys_are_names: bool = False
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a document that means something to OpenAPI, with the pointer to it."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from objects(item, step(pointer, index))
    elif isinstance(value, dict):
        if not keys_are_names:
            yield pointer, value
        for key, item in value.items():
            if keys_are_names or key not in VALUES:
                named = not keys_are_names and key in NAMED
                yield from objects(item, step(pointer, key), keys_are_names=named)


def examples(contract: dict[str, Any]) -> list[Example]:
    """Every example in a contract: of media types, parameters, headers and schemas."""
    found = []
    for pointer, holder in objects(contract):
        schema = step(pointer, "schema") if "schema" in holder else pointer
        several = holder.get("examples", {})
        if isinstance(several, list):  # JSON Schema's own, in a schema
            found += [
                Example(step(step(pointer, "examples"), index), pointer, value)
                for index, value in enumerate(several)
            ]
        else:
            found += [
                Example(step(step(pointer, "examples"), name), schema, follow(example)["value"])
                for name, example in several.items()
            ]
        if "example" in holder:
            found.append(Example(step(pointer, "example"), schema, holder["example"]))
    return found


def checker(contract: dict[str, Any]):
    """Says what is wrong with an example; nothing, if it is as its schema says."""
    registry = Registry([("urn:contract", contract)])

    @cache
    def validator(schema: str) -> Draft202012Validator:
        reference = {"$ref": f"urn:contract#{quote(schema)}"}
        return Draft202012Validator(reference, registry=registry, validate_formats=True)

    return lambda example: [str(error) for error in validator(example.schema).iter_errors(example.value)]


EXAMPLES = examples(CONTRACT)
faults = checker(CONTRACT)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_as_its_schema_says(example: Example) -> None:
    assert faults(example) == []


def test_examples_of_every_kind_are_found() -> None:
    kinds = {
        "requests": "/requestBody/content/",
        "answers": "/responses/200/content/",
        "errors": "/components/responses/",
        "parameters": "/parameters/",
        "schemas": "/components/schemas/",
    }
    counts = {kind: sum(part in example.pointer for example in EXAMPLES) for kind, part in kinds.items()}
    assert len(EXAMPLES) >= 250, counts
    assert counts["requests"] >= 30
    assert counts["answers"] >= 70
    assert counts["errors"] >= 9
    assert counts["parameters"] >= 10
    assert counts["schemas"] >= 60


@pytest.mark.parametrize(
    ("where", "corrupt"),
    [
        ("paths/~1files~1info/get/responses/200", lambda example: example["value"].update(num_files="many")),
        ("paths/~1batch~1jobs/post/requestBody", lambda example: example["value"].pop("name")),
        ("components/responses/NotFound", lambda example: example["value"].update(errors="none")),
    ],
    ids=["answer", "request", "error"],
)
def test_a_corrupted_example_is_caught(where: str, corrupt: Any) -> None:
    contract = copy.deepcopy(CONTRACT)
    holder: Any = contract
    for key in where.split("/"):
        holder = holder[key.replace("~1", "/")]
    name, example = next(iter(holder["content"]["application/json"]["examples"].items()))
    corrupt(example)

    wrong = [example.pointer for example in examples(contract) if checker(contract)(example)]

    assert wrong == [f"/{where}/content/application~1json/examples/{name}"]


# -------------------------------------------------------------------------------------- its rules


def test_the_contract_is_valid_openapi() -> None:
    validate(CONTRACT)


def test_no_key_stands_twice_in_one_object() -> None:
    """YAML takes the last and says nothing, so an operation or a property would be lost."""
    twice: list[str] = []

    class Loader(yaml.CSafeLoader):
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
            keys = [key.value for key, _ in node.value]
            twice.extend(f"{key} in line {node.start_mark.line + 1}" for key in keys if keys.count(key) > 1)
            return super().construct_mapping(node, deep)

    yaml.load(FILE.read_text(), Loader)
    assert twice == []


@pytest.mark.parametrize(("method", "path", "operation_id"), ROWS, ids=[row[2] for row in ROWS])
def test_a_documented_operation_is_in_the_contract(method: str, path: str, operation_id: str) -> None:
    operation = CONTRACT["paths"][path][method.lower()]
    assert operation["operationId"] == operation_id


def test_no_two_operations_share_an_id() -> None:
    assert len(BY_ID) == len(OPERATIONS) >= len(ROWS) == 50


@each_operation
def test_an_operation_is_described(operation: Operation) -> None:
    assert operation.value["summary"].strip()
    assert operation.value["description"].strip()
    for name, parameter in operation.parameters.items():
        assert parameter["description"].strip(), name
    for status, response in operation.responses.items():
        assert response["description"].strip(), status


@each_operation
def test_an_operation_has_one_declared_tag_that_its_id_begins_with(operation: Operation) -> None:
    (tag,) = operation.value["tags"]
    assert tag in [declared["name"] for declared in CONTRACT["tags"]]
    assert operation.id.startswith(f"{tag}_")


@each_operation
def test_an_operation_says_how_it_is_authorized(operation: Operation) -> None:
    schemes = CONTRACT["components"]["securitySchemes"]
    assert all(set(requirement) <= set(schemes) for requirement in operation.value["security"])


@each_operation
def test_the_parameters_of_the_path_are_declared(operation: Operation) -> None:
    declared = {name for name, parameter in operation.parameters.items() if parameter["in"] == "path"}
    assert declared == set(re.findall(r"\{(\w+)\}", operation.path))


@each_operation
def test_a_successful_answer_has_an_example(operation: Operation) -> None:
    answers = [
        media for response in operation.successes.values() for media in response.get("content", {}).values()
    ]
    shown = [media["schema"] for media in answers if media.get("examples") or "example" in media]
    assert operation.successes
    assert all(media["schema"] in shown for media in answers)


@each_operation
def test_the_answers_that_every_operation_can_give_are_declared(operation: Operation) -> None:
    assert set(operation.responses) >= ERRORS_OF_ALL
    if any(parameter["in"] == "path" for parameter in operation.parameters.values()):
        assert "404" in operation.responses


@each_operation
def test_an_error_is_declared_in_both_envelopes(operation: Operation) -> None:
    for status, response in operation.responses.items():
        if status >= "400":
            schema = response["content"]["application/json"]["schema"]
            fields = {name for branch in branches(schema) for name in branch.get("properties", {})}
            assert fields >= {"errors", "detail"}, status


@pytest.mark.parametrize(
    "operation",
    [each for each in OPERATIONS if "requestBody" in each.value],
    ids=lambda operation: operation.id,
)
def test_a_request_body_has_an_example(operation: Operation) -> None:
    for media_type, media in follow(operation.value["requestBody"])["content"].items():
        assert media.get("examples") or "example" in media, media_type


# ------------------------------------------------------------------------------------------- links

EXPRESSION = re.compile(r"\$(response\.body#|request\.body#|request\.path\.|request\.query\.)([\w./-]*)")


LINKS = [
    pytest.param(operation, status, follow(link), id=f"{operation.id}-{status}-{name}")
    for operation in OPERATIONS
    for status, response in operation.successes.items()
    for name, link in response.get("links", {}).items()
]
each_link = pytest.mark.parametrize(("operation", "status", "link"), LINKS)


def test_answers_lead_on_to_other_operations() -> None:
    assert len(LINKS) >= 80


@each_link
def test_a_link_leads_to_an_operation_and_gives_what_it_needs(
    operation: Operation, status: str, link: dict[str, Any]
) -> None:
    target = BY_ID[link["operationId"]]
    given = link.get("parameters", {})
    assert set(given) <= set(target.parameters)
    assert {name for name, each in target.parameters.items() if each["in"] == "path"} <= set(given)
    for field in link.get("requestBody", {}):
        assert at(target.request_schemas(), [field]), field


@each_link
def test_a_link_takes_its_values_from_what_was_said(
    operation: Operation, status: str, link: dict[str, Any]
) -> None:
    answer = [media["schema"] for media in operation.successes[status]["content"].values()]
    used = EXPRESSION.findall(json.dumps([link.get("parameters"), link.get("requestBody")]))
    assert used
    for source, place in used:
        if source.endswith("#"):
            schemas = answer if source.startswith("response") else operation.request_schemas()
            steps = ["[]" if key.isdigit() else key for key in place.strip("/").split("/")]
            assert at(schemas, steps), (source, place)
        else:
            assert place in operation.parameters, (source, place)


# ----------------------------------------------------------------------------------------- x-newton

POLICIES = {"retry", "conflict", "state", "key", "find", "page", "file_id", "secret", "failure", "stream"}


def test_every_policy_is_explained_where_the_contract_begins() -> None:
    assert all(f"- `{policy}" in CONTRACT["info"]["description"] for policy in POLICIES)


@each_operation
def test_the_policy_of_an_operation_is_complete_and_known(operation: Operation) -> None:
    policy = operation.newton
    assert set(policy) <= POLICIES
    assert policy["retry"] in {"always", "unsent"}
    assert policy.get("conflict", "success") == "success"
    assert policy.get("failure", "type") in {"is_valid", "type", "status"}
    assert policy.get("stream", "sse") in {"bytes", "sse"}
    assert all(isinstance(place, str) for key in ("file_id", "secret") for place in policy.get(key, []))


@each_operation
def test_reading_may_always_be_repeated(operation: Operation) -> None:
    if operation.method == "get":
        assert operation.newton["retry"] == "always"


@each_operation
def test_a_conflict_is_a_success_only_where_a_conflict_is_declared(operation: Operation) -> None:
    if "conflict" in operation.newton:
        assert "409" in operation.responses


@each_operation
def test_the_request_names_what_is_read_after_a_conflict(operation: Operation) -> None:
    if reader := operation.newton.get("state"):
        target = BY_ID[reader]
        assert target.method == "get"
        assert set(target.parameters) <= set(operation.parameters) or "key" in operation.newton


@each_operation
def test_the_name_of_a_new_resource_is_a_string_of_the_request(operation: Operation) -> None:
    if key := operation.newton.get("key"):
        assert "string" in types({"anyOf": at(operation.request_schemas(), [key])})


@each_operation
def test_what_may_have_been_made_is_looked_for_in_a_list_by_what_was_asked_for(operation: Operation) -> None:
    if find := dict(operation.newton.get("find", {})):
        target = BY_ID[find.pop("operation")]
        assert "page" in target.newton
        for parameter, field in find.items():
            assert parameter in target.parameters
            assert at(operation.request_schemas(), [field]), field


@each_operation
def test_a_page_holds_its_items_where_the_policy_says(operation: Operation) -> None:
    if page := operation.newton.get("page"):
        assert set(page) == {"style", "items"}
        field = page["items"]
        assert "array" in types({"anyOf": at(operation.answer_schemas(), [field] if field else [])})
        wanted = {
            "offset": {"offset", "limit"},
            "shard": {"shard_index", "max_items_per_shard"},
            "shard+cursor": {"shard_index", "max_items_per_shard", "limit", "after"},
        }[page["style"]]
        assert wanted <= set(operation.parameters)


@each_operation
def test_a_place_of_a_file_id_is_a_string_of_the_request(operation: Operation) -> None:
    for place in operation.newton.get("file_id", []):
        where, *steps = place.replace("[]", ".[]").split(".")
        if where == "path":
            (name,) = steps
            assert operation.parameters[name]["in"] == "path"
            found = [operation.parameters[name]["schema"]]
        else:
            assert where == "body"
            found = at(operation.request_schemas(), steps)
        assert found, place
        strings = {"anyOf": found + below(found, "[]")}  # a list at the end stands for its elements
        assert "string" in types(strings), place


@each_operation
def test_every_file_id_of_a_request_is_marked(operation: Operation) -> None:
    """The guard against a `file_uid` looks where the marks are, and nowhere else."""
    named = {place for schema in operation.request_schemas() for place in places(schema, "body")}
    named |= {f"path.{name}" for name in operation.parameters}
    file_ids = {place for place in named if place.endswith((".file_id", ".file_ids", ".input_n_shot.*"))}
    assert file_ids == set(operation.newton.get("file_id", []))


@each_operation
def test_a_secret_is_a_field_of_the_answer(operation: Operation) -> None:
    answers = [place for schema in operation.answer_schemas() for place in places(schema, "body")]
    fields = {place.rpartition(".")[2] for place in answers}
    assert set(operation.newton.get("secret", [])) <= fields
    assert ("api_key" in fields) == ("api_key" in operation.newton.get("secret", []))


@each_operation
def test_what_says_failed_in_a_success_is_a_field_of_the_answer(operation: Operation) -> None:
    if field := operation.newton.get("failure"):
        assert at(operation.answer_schemas(), [field])


@each_operation
def test_an_operation_that_streams_says_so(operation: Operation) -> None:
    kinds = {"application/octet-stream": "bytes", "text/event-stream": "sse"}
    media = {name for response in operation.successes.values() for name in response.get("content", {})}
    streams = {kinds[name] for name in media & set(kinds)}
    assert streams == ({operation.newton["stream"]} if "stream" in operation.newton else set())
