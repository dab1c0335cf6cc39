"""`make api-diff` says what changed in the contract, and what of it breaks."""

import copy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, ROOT / "codegen" / "api_diff.py"]

OLD: dict[str, Any] = yaml.safe_load("""
openapi: 3.1.0
paths:
  /pumps/{id}:
    get:
      operationId: pumps_get
      security: [{bearerAuth: []}]
      x-newton: {retry: always}
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, maxLength: 10}}
        - {name: depth, in: query, schema: {type: integer}}
      responses:
        '200':
          content: {application/json: {schema: {$ref: '#/components/schemas/Pump'}}}
        '404': {}
  /pumps:
    post:
      operationId: pumps_create
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/PumpRequest'}}}
      responses:
        '200':
          content: {application/json: {schema: {$ref: '#/components/schemas/Pump'}}}
components:
  schemas:
    PumpRequest:
      type: object
      required: [name]
      properties:
        name: {type: string, description: What it is called.}
        kind: {type: string, enum: [gear, vane]}
    Pump:
      type: object
      required: [id, name]
      properties:
        id: {type: string}
        name: {type: string}
        state: {type: string, enum: [ON, OFF]}
        parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
    Part:
      type: object
      properties:
        weight: {type: number}
""")
GET = ("paths", "/pumps/{id}", "get")
SCHEMAS = ("components", "schemas")


def at(document: Any, *steps: Any) -> Any:
    for step in steps:
        document = document[step]
    return document


def diff(tmp_path: Path, change: Callable[[Any], Any]) -> tuple[int, str]:
    new = copy.deepcopy(OLD)
    change(new)
    files = tmp_path / "old.yaml", tmp_path / "new.yaml"
    for file, document in zip(files, (OLD, new), strict=True):
        file.write_text(yaml.safe_dump(document))
    run = subprocess.run([*COMMAND, *files], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.returncode, run.stdout


def parameter(**more: Any) -> dict[str, Any]:
    return {"name": "unit", "in": "query", "schema": {"type": "string"}, **more}


BREAKING = {
    "`pumps_get` is gone: `GET /pumps/{id}`": lambda d: d["paths"].pop("/pumps/{id}"),
    "`pumps_get` is now called `pumps_read`": lambda d: at(d, *GET).update(operationId="pumps_read"),
    "`pumps_get` moved from `GET /pumps/{id}` to `GET /v2/pumps/{id}`": lambda d: d["paths"].update(
        {"/v2/pumps/{id}": d["paths"].pop("/pumps/{id}")}
    ),
    "`pumps_get`: the query parameter `depth` is gone": lambda d: at(d, *GET, "parameters").pop(),
    "`pumps_get`: new required query parameter `unit`": lambda d: at(d, *GET, "parameters").append(
        parameter(required=True)
    ),
    "`pumps_get`: the query parameter `depth` is now required": lambda d: at(d, *GET, "parameters", 1).update(
        required=True
    ),
    "`pumps_get`: the query parameter `depth` is never integer any more": lambda d: at(
        d, *GET, "parameters", 1, "schema"
    ).update(type="string"),
    "`pumps_get`: the path parameter `id`: `maxLength` is `8`, was `10`": lambda d: at(
        d, *GET, "parameters", 0, "schema"
    ).update(maxLength=8),
    "`pumps_get` does not answer 200 any more": lambda d: at(d, *GET, "responses").pop("200"),
    "`pumps_get` asks for other credentials": lambda d: at(d, *GET).update(security=[]),
    "`PumpRequest`: the field `kind` is gone": lambda d: at(d, *SCHEMAS, "PumpRequest", "properties").pop(
        "kind"
    ),
    "`PumpRequest`: the field `kind` is now required": lambda d: at(d, *SCHEMAS, "PumpRequest").update(
        required=["name", "kind"]
    ),
    "`PumpRequest`: the field `kind`: the value `vane` is gone": lambda d: at(
        d, *SCHEMAS, "PumpRequest", "properties", "kind"
    ).update(enum=["gear"]),
    "`PumpRequest`: new required field `place`": lambda d: (
        at(d, *SCHEMAS, "PumpRequest", "properties").update(place={"type": "string"}),
        at(d, *SCHEMAS, "PumpRequest").update(required=["name", "place"]),
    ),
    "`Pump`: the field `name` is gone": lambda d: (
        at(d, *SCHEMAS, "Pump", "properties").pop("name"),
        at(d, *SCHEMAS, "Pump").update(required=["id"]),
    ),
    "`Pump`: the field `name` may be missing": lambda d: at(d, *SCHEMAS, "Pump").update(required=["id"]),
    "`Pump`: the field `name` may be null": lambda d: at(d, *SCHEMAS, "Pump", "properties", "name").update(
        type=["string", "null"]
    ),
    "`Part`: the field `weight` may be string": lambda d: at(
        d, *SCHEMAS, "Part", "properties", "weight"
    ).update(type=["number", "string"]),
}
HARMLESS = {
    "`pumps_list` is new: `GET /pumps`": lambda d: d["paths"]["/pumps"].update(
        get={"operationId": "pumps_list", "responses": {}}
    ),
    "`pumps_get`: new query parameter `unit`": lambda d: at(d, *GET, "parameters").append(parameter()),
    "`pumps_get`: the path parameter `id`: `maxLength` is `20`, was `10`": lambda d: at(
        d, *GET, "parameters", 0, "schema"
    ).update(maxLength=20),
    "`pumps_get` may answer 409": lambda d: at(d, *GET, "responses").update({"409": {}}),
    "`pumps_get` does not answer 404 any more": lambda d: at(d, *GET, "responses").pop("404"),
    "`pumps_get` is deprecated": lambda d: at(d, *GET).update(deprecated=True),
    "`pumps_get`: `x-newton.retry` is `unsent`, was `always`": lambda d: at(d, *GET, "x-newton").update(
        retry="unsent"
    ),
    "`PumpRequest`: new field `place`": lambda d: at(d, *SCHEMAS, "PumpRequest", "properties").update(
        place={"type": "string"}
    ),
    "`PumpRequest`: the field `name` may be left out": lambda d: at(d, *SCHEMAS, "PumpRequest").update(
        required=[]
    ),
    "`Pump`: the field `state`: new value `BROKEN`": lambda d: at(
        d, *SCHEMAS, "Pump", "properties", "state", "enum"
    ).append("BROKEN"),
    "`Part`: new field `size`": lambda d: at(d, *SCHEMAS, "Part", "properties").update(
        size={"type": "number"}
    ),
}


@pytest.mark.parametrize("text", BREAKING)
def test_a_change_that_breaks_programs_is_told_first_and_fails(text: str, tmp_path: Path) -> None:
    code, out = diff(tmp_path, BREAKING[text])
    assert code == 1
    assert out.startswith("## Breaking\n")
    assert text in out.partition("## Changed")[0]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_change_that_breaks_nothing_is_told(text: str, tmp_path: Path) -> None:
    code, out = diff(tmp_path, HARMLESS[text])
    assert code == 0
    assert out.startswith("## Changed\n")
    assert text in out


def test_other_words_are_no_change(tmp_path: Path) -> None:
    text = at(OLD, *SCHEMAS, "PumpRequest", "properties", "name")["description"]
    code, out = diff(
        tmp_path, lambda d: at(d, *SCHEMAS, "PumpRequest", "properties", "name").update(description=text[:4])
    )
    assert (code, out) == (0, "Nothing changed but words.\n")


def test_a_shared_schema_is_told_once_with_the_operations_that_have_it(tmp_path: Path) -> None:
    _, out = diff(tmp_path, BREAKING["`Pump`: the field `name` may be missing"])
    assert out.splitlines()[2] == "- `Pump`: the field `name` may be missing (pumps_create, pumps_get)"


def test_a_revision_that_is_not_there_is_said_to_be_none() -> None:
    run = subprocess.run([*COMMAND, "no-such-revision"], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == "no-such-revision is neither a file nor a git revision that has an openapi.yaml.\n"
