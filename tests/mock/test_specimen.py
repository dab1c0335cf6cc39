"""What is made of a schema that shows no example."""

from typing import Any

import httpx
import pytest

from newton_mock import MockServer
from newton_mock.contract import Contract, Node
from newton_mock.specimen import NoSpecimenError, specimen

from .conftest import KEY, code

NEWTON = Contract.load().document
SHOWN = ("example", "examples", "default")
IT = {"$ref": "#/components/schemas/It"}


def made(schema: Any) -> Any:
    """The specimen of a schema, which it must fit."""
    return specimen_of({"components": {"schemas": {"It": schema}}}, "It")


def specimen_of(document: dict[str, Any], name: str) -> Any:
    contract = Contract({"servers": [{"url": "/"}], "paths": {}, **document})
    schemas = Node(contract.document, "/components/schemas", contract.document["components"]["schemas"])
    schema = schemas.get(name)
    assert schema
    value = specimen(contract, schema)
    assert contract.validator(schema).is_valid(value)
    return value


def bare(value: Any) -> Any:
    """A document without the examples in it."""
    if isinstance(value, dict):
        return {key: bare(entry) for key, entry in value.items() if key not in SHOWN}
    return [bare(entry) for entry in value] if isinstance(value, list) else value


def tree(*required: str) -> dict[str, Any]:
    properties = {"id": {"type": "integer"}, "parent": IT, "children": {"type": "array", "items": IT}}
    return {"type": "object", "required": required, "properties": properties}


CIRCLE = {"type": "object", "required": ["radius"], "properties": {"radius": {"type": "number"}}}
TAGGED = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}, "size": {"type": "integer"}},
    "oneOf": [
        {"required": ["radius"], "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}},
        {"properties": {"kind": {"const": "dot"}}},
    ],
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"const": None}, None),
        ({"type": "string", "enum": ["red", "green"]}, "red"),
        ({"type": "string", "examples": ["cog"]}, "cog"),
        ({"type": "string", "default": "cog"}, "cog"),
        ({"type": "string", "minLength": 8}, "stringss"),
        ({"type": "string", "maxLength": 3}, "str"),
        ({"type": "string", "format": "date-time"}, "2026-01-01T00:00:00Z"),
        ({"type": "string", "pattern": "^[a-z]*$", "minLength": 8}, "stringss"),
        ({"type": "integer"}, 1),
        ({"type": "integer", "minimum": 5, "multipleOf": 4}, 8),
        ({"type": "integer", "exclusiveMaximum": -5}, -6),
        ({"type": "number", "exclusiveMinimum": 2, "exclusiveMaximum": 3}, 2.5),
        ({"type": ["null", "boolean"]}, None),
        ({"type": "array", "minItems": 3, "items": {"type": "number"}}, [0.5, 0.5, 0.5]),
        ({"type": "array", "minItems": 2, "uniqueItems": True, "items": {"enum": ["a", "b"]}}, ["a", "b"]),
        ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]}, ["string", 1]),
        ({"type": "array", "maxItems": 0}, []),
        ({"type": "object"}, {}),
        ({"required": ["id"]}, {"id": {}}),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"name": 1}),
        (tree("id"), {"id": 1, "children": []}),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, 1),
        ({"oneOf": [tree("parent"), CIRCLE]}, {"radius": 0.5}),
        ({"allOf": [{"type": "integer"}, {"minimum": 3}]}, 3),
        (
            {"allOf": [CIRCLE, {"properties": {"name": {"type": "string"}}}]},
            {"radius": 0.5, "name": "string"},
        ),
        (TAGGED, {"kind": "circle", "size": 1, "radius": 0.5}),
        ({}, {}),
    ],
)
def test_the_first_thing_that_fits_is_made(schema: dict[str, Any], value: Any) -> None:
    assert made(schema) == value


@pytest.mark.parametrize("name", sorted(NEWTON["components"]["schemas"]))
def test_one_is_found_for_every_schema_of_the_api_without_its_examples(name: str) -> None:
    components = {"schemas": {each: bare(it) for each, it in NEWTON["components"]["schemas"].items()}}
    assert specimen_of({"components": components}, name) == specimen_of({"components": components}, name)


@pytest.mark.parametrize("schema", [tree("parent"), {"not": {}}, {"type": "string", "pattern": "^wid_"}])
def test_where_none_is_found_an_example_is_asked_for(schema: dict[str, Any]) -> None:
    with pytest.raises(NoSpecimenError, match="#/components/schemas/It needs an example"):
        made(schema)


# --------------------------------------------------------------------------------------- as an answer


def answer(responses: dict[str, Any], **headers: str) -> httpx.Response:
    """What an operation without a handler answers."""
    operation = {"operationId": "widgets_get", "responses": responses}
    document = {"servers": [{"url": "/v9"}], "paths": {"/widgets/{id}": {"get": operation}}}
    with MockServer(contract=document) as mock:
        return httpx.get(f"{mock.url}/widgets/w7", headers=KEY | headers)


def of(media_type: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"description": "A widget.", "content": {media_type: {"schema": schema}}, **more}


WIDGET = {"type": "object", "properties": {"id": {"type": "string"}, "size": {"type": "integer"}}}


@pytest.mark.parametrize(("status", "code"), [("200", 200), ("201", 201), ("2XX", 200), ("default", 200)])
def test_an_operation_without_an_example_answers_what_fits_its_schema(status: str, code: int) -> None:
    response = answer({status: of("application/json", WIDGET), "404": of("application/json", {})})
    assert (response.status_code, response.json()) == (code, {"id": "string", "size": 1})


def test_it_has_the_headers_that_it_must_have() -> None:
    headers = {
        "ETag": {"required": True, "schema": {"enum": ['"a"']}},
        "X-Page": {"required": True, "example": 7},
        "X-Other": {"schema": {"type": "string"}},
    }
    response = answer({"200": of("application/json", WIDGET, headers=headers)})
    assert (response.headers["ETag"], response.headers["X-Page"]) == ('"a"', "7")
    assert "X-Other" not in response.headers


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/vnd.widget+json", b'{"id":"string","size":1}'),
        ("text/event-stream", b'event: message\ndata: {"id":"string","size":1}\n\n'),
    ],
)
def test_it_has_the_content_type_that_is_declared(media_type: str, body: bytes) -> None:
    response = answer({"200": of(media_type, WIDGET)})
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert response.content == body


def test_text_is_an_answer_as_well() -> None:
    assert answer({"200": of("text/plain", {"type": "string", "maxLength": 3})}).text == "str"


def test_a_status_without_an_example_is_had_for_the_asking() -> None:
    responses = {"200": {"description": "Nothing."}, "202": of("application/json", WIDGET)}
    assert answer(responses, Prefer="code=202").json() == {"id": "string", "size": 1}


def test_an_answer_that_cannot_be_made_says_what_is_missing() -> None:
    response = answer({"200": of("application/json", {"not": {}})})
    assert code(response) == (500, "mock_needs_example")
    assert response.json()["errors"][0]["message"].startswith("widgets_get: #/paths/")
