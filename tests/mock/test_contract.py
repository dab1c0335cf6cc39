from typing import Any

import httpx
import pytest

from newton_mock import MockServer
from newton_mock.call import Call, Reply
from newton_mock.contract import Contract, Match
from newton_mock.errors import ApiError
from newton_mock.handlers import HANDLERS, REFINERS, load
from newton_mock.validation import check_answer

from .conftest import code

NEWTON = Contract.load()
load()


def test_every_handler_is_for_an_operation_of_the_contract() -> None:
    assert HANDLERS.keys() | REFINERS.keys() <= NEWTON.operations.keys()


@pytest.mark.parametrize("operation_id", sorted(NEWTON.operations))
def test_every_operation_has_a_success_example_that_fits_its_schema(operation_id: str) -> None:
    operation = NEWTON.operations[operation_id]
    example = operation.example
    violations = check_answer(
        NEWTON,
        operation,
        status=example.status,
        media_type=example.media_type,
        headers=dict.fromkeys(_required_headers(operation_id, example.status), ""),
        json=example.value,
    )
    assert violations == []


def _required_headers(operation_id: str, status: int) -> list[str]:
    response = NEWTON.operations[operation_id].response(status)
    headers = response.get("headers") if response else None
    return [name for name, _ in headers.items()] if headers else []


def test_a_static_path_wins_over_a_template(widgets_document: dict[str, Any]) -> None:
    match = Contract(widgets_document).match("GET", "/widgets/newest")
    assert isinstance(match, Match)
    assert match.operation.id == "widgets_newest"


@pytest.mark.parametrize(
    ("raw", "segment"),
    [("a%20b", "a b"), ("a%2Fb.csv", "a/b.csv"), ("50%25.csv", "50%.csv"), ("p%C3%BCmp", "pümp")],
)
def test_a_segment_is_decoded_after_the_path_is_split(
    widgets_document: dict[str, Any], raw: str, segment: str
) -> None:
    match = Contract(widgets_document).match("GET", f"/widgets/{raw}")
    assert isinstance(match, Match)
    assert match.path == {"widget_id": segment}


def test_an_empty_segment_matches_no_template(widgets_document: dict[str, Any]) -> None:
    assert Contract(widgets_document).match("GET", "/widgets/") == frozenset()


def test_an_operation_without_a_handler_answers_its_example_with_the_ids_asked_for(
    widgets: httpx.Client,
) -> None:
    assert widgets.get("/widgets/w7").json() == {"widget_id": "w7", "size": 3}


def test_an_operation_without_a_body_answers_its_status_alone(widgets: httpx.Client) -> None:
    response = widgets.delete("/widgets/w7")
    assert (response.status_code, response.content) == (204, b"")


def test_an_answer_that_breaks_the_contract_is_caught(
    widgets: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shrink(_: Call) -> Reply:
        return Reply({"widget_id": "w1", "size": 0})

    monkeypatch.setitem(HANDLERS, "widgets_get", shrink)
    response = widgets.get("/widgets/w1")
    error = response.json()["errors"][0]
    assert (response.status_code, error["code"]) == (500, "mock_contract_violation")
    assert error["message"].startswith("widgets_get: answer/size: minimum:")


@pytest.mark.parametrize(
    ("reply", "where"),
    [
        (Reply({"widget_id": "w1", "size": 1}, status=202), "answer.status"),
        (Reply(text="w1", media_type="text/plain"), "answer.content-type"),
        (Reply(media_type=None), "answer.body"),
    ],
)
def test_an_undeclared_status_or_content_type_is_caught(
    widgets: httpx.Client, monkeypatch: pytest.MonkeyPatch, reply: Reply, where: str
) -> None:
    monkeypatch.setitem(HANDLERS, "widgets_get", lambda _: reply)
    response = widgets.get("/widgets/w1")
    assert response.status_code == 500
    assert f"widgets_get: {where}" in response.json()["errors"][0]["message"]


def test_an_error_that_the_contract_does_not_declare_is_caught(
    newton_mock: MockServer, api: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Call) -> Reply:
        raise ApiError(418, "teapot", "Short and stout.")

    monkeypatch.setitem(HANDLERS, "files_info", refuse)
    assert code(api.get("/files/info")) == (500, "mock_contract_violation")
    assert newton_mock.requests()[0]["violations"][0].startswith("files_info: answer.status: declared: 418")


def test_a_handler_that_fails_is_an_answer_too(
    widgets: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(HANDLERS, "widgets_get", lambda _: 1 / 0)
    response = widgets.get("/widgets/w1")
    assert (response.status_code, response.json()["errors"][0]["code"]) == (500, "internal_error")
