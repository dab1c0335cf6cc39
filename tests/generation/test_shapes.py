"""An operation of any shape that OpenAPI knows can be called, or is refused with the reason."""

import pytest
from checkout import Project

CIRCLE = "responses: {'200': {description: A circle., content: {application/json: {schema: *circle}}}}"

SHAPES = f"""
paths:
  /shapes/array:
    post:
      operationId: shapes_array
      tags: [shapes]
      requestBody: {{content: {{application/json: {{schema: {{type: array, items: {{type: string}}}}}}}}}}
      responses:
        '200':
          description: A circle.
          content: {{application/json: {{schema: &circle {{$ref: '#/components/schemas/Circle'}}}}}}
  /shapes/either:
    post:
      operationId: shapes_either
      tags: [shapes]
      requestBody:
        content:
          application/json: {{schema: {{oneOf: [*circle, {{$ref: '#/components/schemas/FilesInfo'}}]}}}}
      {CIRCLE}
  /shapes/free:
    post:
      operationId: shapes_free
      tags: [shapes]
      requestBody: {{content: {{application/json: {{schema: {{type: object}}}}}}}}
      {CIRCLE}
  /shapes/clash:
    post:
      operationId: shapes_clash
      tags: [shapes]
      parameters: [{{name: name, in: query, schema: {{type: string}}}}]
      requestBody:
        content: {{application/json: {{schema: {{type: object, properties: {{name: {{type: string}}}}}}}}}}
      {CIRCLE}
  /shapes/forms:
    post:
      operationId: shapes_forms
      tags: [shapes]
      requestBody:
        content:
          application/json: {{schema: &note {{type: object, properties: {{note: {{type: string}}}}}}}}
          multipart/form-data: {{schema: *note}}
      {CIRCLE}
  /shapes/urlencoded:
    post:
      operationId: shapes_urlencoded
      tags: [shapes]
      requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: *note}}}}}}
      {CIRCLE}
  /shapes/binary:
    put:
      operationId: shapes_binary
      tags: [shapes]
      parameters: [{{name: X-Trace, in: header, schema: {{type: string}}}}]
      requestBody: {{content: {{application/octet-stream: {{schema: {{type: string, format: binary}}}}}}}}
      {CIRCLE}
  /shapes/file:
    post:
      operationId: shapes_file
      tags: [shapes]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties: {{file: {{type: string, format: binary}}, note: {{type: string}}}}
      {CIRCLE}
  /shapes/{{number}}:
    get:
      operationId: shapes_find
      tags: [shapes]
      parameters:
        - {{name: number, in: path, required: true, schema: {{type: integer}}}}
        - {{name: ids, in: query, schema: {{type: array, items: {{type: string}}}}}}
        - {{name: kinds, in: query, schema: {{type: array, items: {{type: string, enum: [round, square]}}}}}}
        - {{name: since, in: query, schema: {{type: string, format: date-time}}}}
        - {{name: exact, in: query, schema: {{type: boolean}}}}
        - {{name: X-Trace, in: header, schema: {{type: string}}}}
      {CIRCLE}
  /shapes/names:
    post:
      operationId: shapes_names
      tags: [shapes]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [class]
              properties:
                class: {{type: string}}
                self: {{type: string}}
                body: {{type: string}}
                list: {{type: array, items: {{type: string}}}}
      {CIRCLE}
  /shapes/several:
    get:
      operationId: shapes_several
      tags: [shapes]
      responses:
        '200':
          description: Circles.
          content: {{application/json: {{schema: {{type: array, items: *circle}}}}}}
  /shapes/text:
    get:
      operationId: shapes_text
      tags: [shapes]
      responses: {{'200': {{description: A word., content: {{text/plain: {{schema: {{type: string}}}}}}}}}}
  /shapes/nothing:
    delete:
      operationId: shapes_nothing
      tags: [shapes]
      responses: {{'204': {{description: Nothing.}}}}
"""

CIRCLE_SCHEMA = """
  schemas:
    Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
"""


def test_operations_of_every_shape_are_typed_and_send_what_they_are_given(project: Project) -> None:
    project.edit("openapi.yaml", "\npaths:\n", SHAPES)
    project.edit("openapi.yaml", "\n  schemas:\n", CIRCLE_SCHEMA)
    run = project.generate()
    assert run.returncode == 0, run.stderr

    use = project.adopt("shapes.py")

    assert project.passed(use) == 14
    assert project.type_errors(use) == ""


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        ("{tags: [shapes], responses: {}}", "needs one tag, and an operationId"),
        ("{tags: [shapes, files], operationId: shapes_get, responses: {}}", "needs one tag"),
        ("{operationId: shapes_get, responses: {}}", "needs one tag"),
        ("{tags: [shapes], operationId: shapesGet, responses: {}}", "can name a method: shapes_..."),
        ("{tags: [shapes], operationId: shapes_import, responses: {}}", "can name a method: shapes_..."),
        ("{tags: [Round shapes], operationId: get, responses: {}}", "needs one tag"),
        (
            "{tags: [shapes], operationId: shapes_get, responses: {}, parameters: [{name: c, in: cookie}]}",
            "sends no cookies",
        ),
    ],
    ids=["no id", "two tags", "no tag", "no method name", "a keyword", "no attribute name", "a cookie"],
)
def test_an_operation_that_would_be_made_wrongly_is_refused_with_the_reason(
    project: Project, operation: str, reason: str
) -> None:
    project.edit("openapi.yaml", "\npaths:\n", f"\npaths:\n  /shapes:\n    get: {operation}\n")
    before = project.files()

    run = project.generate()

    assert run.returncode == 1
    assert run.stderr.startswith("openapi.yaml: GET /shapes: ")
    assert reason in run.stderr
    assert project.files() == before
