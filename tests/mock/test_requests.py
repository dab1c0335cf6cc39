"""What the mock lets in, and what it says of the rest."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .conftest import KEY, code


@pytest.mark.parametrize(
    ("query", "violation"),
    [
        ("depth=x", 'query.depth: type: "x" is not of type "integer"'),
        ("depth=-1", "query.depth: minimum: -1 is less than the minimum of 0"),
        ("depth=1&depth=2", "query.depth: single: it is given 2 times"),
        ("tags=true&tags=maybe", 'query.tags/1: type: "maybe" is not of type "boolean"'),
    ],
)
def test_a_bad_query_parameter_is_named_with_its_rule(
    widgets: httpx.Client, query: str, violation: str
) -> None:
    response = widgets.get(f"/widgets/w1?{query}")
    assert response.status_code == 400
    error = response.json()["errors"][0]
    assert (error["code"], error["message"]) == ("invalid_request", f"widgets_get: {violation}")


def test_parameters_are_converted_and_unknown_ones_are_let_pass(widgets: httpx.Client) -> None:
    assert widgets.get("/widgets/w1?depth=2&tags=true&tags=false&other=1").status_code == 200


def test_a_missing_header_is_named(widgets: httpx.Client) -> None:
    del widgets.headers["X-Trace"]
    error = widgets.get("/widgets/w1").json()["errors"][0]
    assert error["message"] == "widgets_get: header.X-Trace: required: it is missing"


def test_every_violation_is_an_error_of_its_own(widgets: httpx.Client) -> None:
    errors = widgets.post("/widgets", json={"size": 0}).json()["errors"]
    assert sorted(error["message"].split(": ")[2] for error in errors) == ["minimum", "required"]
    assert len({error["error_uid"] for error in errors}) == 2


@pytest.mark.parametrize(
    ("content", "content_type", "where"),
    [
        (b"{oops", "application/json", "body"),
        (b'{"size": NaN}', "application/json", "body"),
        (b"\xff", "application/json", "body"),
        (b"", "application/json", "body"),
        (b"[" * 100_000, "application/json", "body"),
        (b"{}", "text/plain", "header.content-type"),
    ],
)
def test_a_body_that_is_not_json_is_refused(
    widgets: httpx.Client, content: bytes, content_type: str, where: str
) -> None:
    response = widgets.post("/widgets", content=content, headers={"Content-Type": content_type})
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"].startswith(f"widgets_create: {where}: ")


def test_json_without_a_content_type_is_read_as_json(widgets: httpx.Client) -> None:
    assert widgets.post("/widgets", content=b'{"widget_id": "w", "size": 1}').status_code == 201


def test_a_file_where_json_belongs_is_refused(widgets: httpx.Client) -> None:
    assert widgets.post("/widgets", files={"file": b"x"}).status_code == 400


@pytest.mark.parametrize("path", ["/nope", "/../widgets/w1", "/widgets/", "/widgets/a/b"])
def test_an_unknown_path_is_not_found_in_the_older_envelope(widgets: httpx.Client, path: str) -> None:
    response = widgets.get(path)
    assert (response.status_code, response.json()) == (404, {"detail": "Not Found"})


def test_nothing_is_served_without_the_version(api: httpx.Client, newton_mock: MockServer) -> None:
    assert api.get(f"{newton_mock.root}/files/info").status_code == 404


def test_a_wrong_method_names_the_right_ones(widgets: httpx.Client) -> None:
    response = widgets.put("/widgets/w1")
    assert (response.status_code, response.headers["Allow"]) == (405, "DELETE, GET")


@pytest.mark.parametrize("header", [{}, {"Authorization": "sk_test"}, {"Authorization": "Bearer: x"}])
def test_a_call_without_a_key_is_unauthorized(newton_mock: MockServer, header: dict[str, str]) -> None:
    response = httpx.get(f"{newton_mock.url}/files/info", headers=header)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.json()["errors"][0]["code"] == "unauthorized_request"


def test_query_says_unauthorized_in_the_older_envelope(newton_mock: MockServer) -> None:
    response = httpx.post(f"{newton_mock.url}/query", json={})
    assert response.status_code == 401
    assert list(response.json()) == ["detail"]


def test_only_the_given_key_is_let_in(widgets_document: dict[str, Any]) -> None:
    with MockServer(contract=widgets_document, api_key="sk_right") as server:
        url = f"{server.url}/widgets/newest"
        assert httpx.get(url, headers=KEY).status_code == 401
        assert httpx.get(url, headers={"Authorization": "Bearer sk_right"}).status_code == 200


def test_every_answer_names_the_mock(widgets: httpx.Client) -> None:
    answers = [widgets.get("/widgets/newest"), widgets.get("/nope"), widgets.post("/widgets")]
    assert all(answer.headers["Newton-Mock-Version"] for answer in answers)


def test_the_same_seed_gives_the_same_error_uids(widgets_document: dict[str, Any]) -> None:
    uids: list[str] = []
    for seed in (7, 7, 8):
        with MockServer(contract=widgets_document, seed=seed) as server:
            errors = httpx.get(f"{server.url}/widgets/w1").json()["errors"]
            uids.append(errors[0]["error_uid"])
    assert uids[0] == uids[1] != uids[2]


@pytest.mark.parametrize(
    ("request_of", "message"),
    [
        (("GET", "/files/metadata?limit=0", {}), "files_list: query.limit: minimum: "),
        (("GET", "/files/metadata?limit=1.5", {}), "files_list: query.limit: type: "),
        (("GET", "/batch/jobs?status=NONE", {}), "jobs_list: query.status: enum: "),
        (("POST", "/batch/jobs", {"json": []}), "jobs_create: body: type: "),
        (("POST", "/batch/jobs", {"json": {}}), "jobs_create: body: required: "),
        (("POST", "/batch/jobs", {"content": b"{"}), "jobs_create: body: application/json: "),
        (("POST", "/batch/jobs", {"data": {"a": "b"}}), "jobs_create: header.content-type: declared: "),
        (("POST", "/files", {"files": {"other": b"x"}}), "files_upload: body: required: "),
        (("POST", "/files", {"json": {}}), "files_upload: header.content-type: declared: "),
        (
            (
                "POST",
                "/files/uploads/initiate",
                {"json": {"filename": "a", "file_type": "text/csv", "num_bytes": "5"}},
            ),
            "uploads_initiate: body/num_bytes: type: ",
        ),
        (
            (
                "POST",
                "/files/uploads/upl_1/complete",
                {"json": {"parts": [{"part_number": "1", "part_token": "x"}]}},
            ),
            "uploads_complete: body/parts/0/part_number: type: ",
        ),
        (
            ("POST", "/fine-tune/jobs", {"json": {"name": "a", "config": {"datasets": [{"split": "dev"}]}}}),
            "fine_tuning_create: body/config/datasets/0/split: enum: ",
        ),
    ],
)
def test_a_refusal_says_which_rule_was_broken_where_and_in_which_operation(
    newton_mock: MockServer, api: httpx.Client, request_of: tuple[str, str, dict[str, Any]], message: str
) -> None:
    method, path, body = request_of
    response = api.request(method, path, **body)
    assert response.status_code == 400, response.text
    said = [error["message"] for error in response.json()["errors"]]
    assert any(text.startswith(message) for text in said), said
    assert newton_mock.requests()[-1]["violations"] == said


# ------------------------------------------------------------------------------- bodies that are no JSON

FIELDS = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "teeth": {"type": ["integer", "null"], "minimum": 0}},
    "allOf": [
        {"properties": {"sizes": {"type": "array", "items": {"type": "number"}}}},
        {"properties": {"frame": {"type": "object"}}},
    ],
}
FORM = "application/x-www-form-urlencoded"
BYTES = "application/octet-stream"


@pytest.fixture
def forms(widgets_document: dict[str, Any]) -> Iterator[httpx.Client]:
    """A client of an operation that takes a form, in either way, or bytes."""
    content: dict[str, Any] = {media_type: {"schema": FIELDS} for media_type in (FORM, "multipart/form-data")}
    content[BYTES] = {"schema": {"type": "string", "maxLength": 3}}
    widgets_document["paths"]["/widgets"]["post"]["requestBody"]["content"] = content
    with (
        MockServer(contract=widgets_document) as server,
        httpx.Client(base_url=server.url, headers=KEY) as client,
    ):
        yield client


def said(response: httpx.Response) -> str:
    """The first thing that is wrong; nothing when the request is good."""
    if response.status_code == 201:
        return ""
    assert code(response) == (400, "invalid_request")
    return str(response.json()["errors"][0]["message"]).removeprefix("widgets_create: ")


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ("name=r%26b+x&teeth=12&sizes=1&sizes=2.5&other=7", ""),
        ("name=&teeth=", ""),
        ('name=cog&frame={"wide":3}', ""),
        ("teeth=12", "body: required: "),
        ("name=cog&teeth=many", "body/teeth: type: "),
        ("name=cog&teeth=-1", "body/teeth: minimum: "),
        ("name=cog&sizes=1&sizes=big", "body/sizes/1: type: "),
        ("name=cog&name=nut", "body/name: type: "),
        ("name=cog&frame={wide", "body/frame: type: "),
        ("name=%ff", f"body: {FORM}: "),
        ("x=1&" * 1001, f"body: {FORM}: Max number of fields exceeded"),
    ],
)
def test_a_form_is_read_in_the_types_of_its_schema(forms: httpx.Client, form: str, wrong: str) -> None:
    found = said(forms.post("/widgets", content=form, headers={"Content-Type": FORM}))
    assert found.startswith(wrong)
    assert bool(found) == bool(wrong)


def test_the_fields_of_a_multipart_form_have_types_too(forms: httpx.Client) -> None:
    def send(**fields: str | list[str]) -> str:
        return said(forms.post("/widgets", data=fields, files={"drawing": b"x"}))

    assert send(name="cog", teeth="12", sizes=["1", "2"], frame='{"wide": 3}') == ""
    assert send(name="cog", teeth="x").startswith("body/teeth: type: ")


def test_bytes_are_any_and_are_counted(forms: httpx.Client) -> None:
    def send(content: bytes) -> str:
        return said(forms.post("/widgets", content=content, headers={"Content-Type": BYTES}))

    assert send(b"\xff{\0") == ""
    assert send(b"") == ""
    assert send(b"\xff" * 4).startswith("body: maxLength: ")
