"""One new endpoint costs no hand-written line."""

import pytest
from checkout import Project, copy_of_the_project

TAG = """
tags:
  - name: widgets
    description: What the plant is made of.
"""

PATHS = """
paths:
  /widgets:
    post:
      operationId: widgets_create
      tags: [widgets]
      summary: Make a widget
      description: Makes one of a drawing.
      security: [{bearerAuth: []}]
      x-newton: {retry: unsent, file_id: [body.file_id]}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/WidgetCreateRequest'}
            examples:
              cog: {value: {name: cog, teeth: 12}}
      responses:
        '201':
          description: It is made.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Widget'}
              examples:
                cog: {value: {id: widget_1, name: cog, teeth: 12}}
          links:
            get: {operationId: widgets_get, parameters: {widget_id: $response.body#/id}}
ERRORS
  /widgets/{widget_id}:
    get:
      operationId: widgets_get
      tags: [widgets]
      summary: Describe a widget
      description: What is known of one.
      security: [{bearerAuth: []}]
      x-newton: {retry: always}
      parameters:
        - {name: widget_id, in: path, required: true, description: Which., schema: {type: string}}
      responses:
        '200':
          description: The widget.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Widget'}
              examples:
                cog: {value: {id: widget_7, name: cog, teeth: 12}}
ERRORS
  # The other forms of a body.
  /widgets/{widget_id}/paint:
    post:
      operationId: widgets_paint
      tags: [widgets]
      x-newton: {retry: unsent}
      parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [colour, coats]
              properties:
                colour: {type: string, maxLength: 6}
                coats: {type: integer, minimum: 1}
                gloss: {type: boolean}
                layers: {type: array, items: {type: number}}
                thinner: {type: [number, 'null']}
            examples: {red: {value: {colour: red, coats: 2, gloss: true, layers: [0.5, 1]}}}
      responses:
        '201':
          description: It is painted.
          content:
            application/vnd.widget+json:
              schema: {$ref: '#/components/schemas/Widget'}
              examples: {cog: {value: {id: widget_7, name: cog}}}
ERRORS
  /widgets/{widget_id}/scan:
    put:
      operationId: widgets_scan
      tags: [widgets]
      x-newton: {retry: always}
      parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          application/octet-stream:
            schema: {type: string, format: binary, maxLength: 4}
            example: scan
      responses:
        '200':
          description: It is scanned.
          headers: {ETag: {required: true, schema: {type: string}}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Widget'}
              example: {id: widget_7, name: cog}
ERRORS
  /widgets/{widget_id}/label:
    post:
      operationId: widgets_label
      tags: [widgets]
      x-newton: {retry: unsent}
      parameters: [{name: widget_id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, copies]
              properties:
                file: {type: string, format: binary}
                copies: {type: integer, minimum: 1}
                glossy: {type: boolean}
                sizes: {type: array, items: {type: number}}
            examples: {small: {value: {file: cog, copies: 2, sizes: [0.5]}}}
      responses:
        '204': {description: It is labelled.}
ERRORS
  /widgets/newest:
    get:
      operationId: widgets_newest
      tags: [widgets]
      x-newton: {retry: always}
      responses:
        '200':
          description: One of which no example is shown.
          content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
ERRORS
""".replace(
    "ERRORS",
    "\n".join(
        f"        '{status}': {{$ref: '#/components/responses/{name}'}}"
        for status, name in {
            400: "BadRequest",
            401: "Unauthorized",
            403: "Forbidden",
            404: "NotFound",
            429: "RateLimited",
            500: "InternalServerError",
            502: "BadGateway",
            503: "ServiceUnavailable",
            504: "GatewayTimeout",
        }.items()
    ),
)

SCHEMAS = """
  schemas:
    Widget:
      description: A part.
      type: object
      required: [id, name]
      properties:
        id: {type: string, description: Its id.}
        name: {type: string, description: Its name.}
        teeth: {type: integer, description: How many teeth it has.}
    WidgetCreateRequest:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1, description: Its name.}
        teeth: {type: integer, minimum: 0, description: How many teeth it shall have.}
        file_id: {type: string, description: The drawing.}
"""


@pytest.fixture(scope="module")
def widgets(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project: `widgets` added to its contract, `make generate` run, and no more."""
    project = copy_of_the_project(tmp_path_factory.mktemp("widgets"))
    for addition in (TAG, PATHS, SCHEMAS):
        opening = addition.splitlines()[1]
        project.edit("openapi.yaml", f"\n{opening}\n", addition)
    run = project.generate()
    assert run.returncode == 0, run.stderr
    return project


def test_only_the_contract_was_written(widgets: Project, tree: Project) -> None:
    written = {
        name
        for name, content in widgets.files().items()
        if not (tree.root / name).exists() or (tree.root / name).read_bytes() != content
    }
    assert written - set(widgets.derived()) == {"openapi.yaml"}


def test_the_new_operations_can_be_used_with_retries_errors_and_guards(widgets: Project) -> None:
    assert widgets.passed(widgets.adopt("widgets.py")) == 18


def test_the_new_operations_are_typed(widgets: Project) -> None:
    assert widgets.type_errors(widgets.adopt("widgets.py")) == ""


def test_the_tests_of_all_operations_cover_the_new_ones_whatever_form_their_bodies_have(
    widgets: Project,
) -> None:
    forms = " or ".join(f"widgets_{name}" for name in ("create", "get", "paint", "scan", "label"))
    properties = ("tests/conformance/test_client_keeps_to_contract.py", "tests/client_properties")
    assert widgets.passed(*properties, "-k", forms) > 20
    assert widgets.passed("tests/wire/test_fault_matrix.py", "-k", "503 or cut") == 8


def test_the_contract_tests_cover_the_new_operations(widgets: Project) -> None:
    assert widgets.passed("tests/contract", "-k", "widgets_create or widgets_get") > 20
