"""The many forms in which the API and its gateways say no."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_api.operations import OPERATIONS
from newton_client import APIStatusError, ErrorDetail, NotFoundError, ServerError
from newton_client._envelope import failure_in_success, invalid_response, read_errors, status_error
from newton_client.errors import BODY_LIMIT


def error_of(status: int, body: Any = b"", **headers: str) -> APIStatusError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return status_error(httpx.Response(status, headers=headers), content)


def test_the_newer_envelope_keeps_every_error_and_all_that_each_says() -> None:
    body = {
        "errors": [
            {
                "code": "invalid_request",
                "message": "No model.",
                "suggestion": "Give one.",
                "error_uid": "err_1",
            },
            {"code": "file_not_found", "message": "No pump.csv."},
        ]
    }
    assert read_errors(json.dumps(body).encode()) == (
        "errors",
        (
            ErrorDetail("invalid_request", "No model.", "Give one.", "err_1"),
            ErrorDetail("file_not_found", "No pump.csv."),
        ),
    )


def test_a_suggestion_that_is_null_is_none() -> None:
    body = b'{"errors": [{"code": "c", "message": "m", "suggestion": null, "error_uid": null}]}'
    assert read_errors(body)[1] == (ErrorDetail("c", "m", None, None),)


def test_the_older_envelope_is_one_sentence() -> None:
    assert read_errors(b'{"detail": "Invalid API key."}') == (
        "detail",
        (ErrorDetail("", "Invalid API key."),),
    )


def test_a_list_of_validation_errors_says_where_each_is() -> None:
    detail = [
        {"type": "missing", "loc": ["body", "model"], "msg": "Field required", "input": {}},
        {"type": "int_parsing", "loc": ["query", "limit"], "msg": "Input should be a valid integer"},
    ]
    envelope, errors = read_errors(json.dumps({"detail": detail}).encode())
    assert envelope == "detail"
    assert errors == (
        ErrorDetail("missing", "body.model: Field required"),
        ErrorDetail("int_parsing", "query.limit: Input should be a valid integer"),
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>502 Bad Gateway</body></html>",
        b"upstream connect error",
        b"[]",
        b'"no"',
        b"null",
        b"17",
        b"{}",
        b'{"message": "no"}',
        b'{"errors": []}',
        b'{"errors": {}}',
        b"\xff\xfe",
        b'{"errors": [{"code": "c", "mess',
        b"[" * 100_000,
    ],
)
def test_a_body_of_no_known_form_is_still_an_error_that_can_be_read(body: bytes) -> None:
    error = error_of(502, body)
    assert error.envelope == "unknown"
    assert error.status_code == 502
    assert error.body == body[:BODY_LIMIT]
    assert error.code is None
    assert str(error).startswith("502 ")
    assert "\n" not in str(error)


def test_an_empty_body_says_what_the_status_is() -> None:
    assert "Bad Gateway (empty body)" in str(error_of(502))
    assert "(empty body)" in str(error_of(561))


def test_a_page_of_html_is_one_short_line_of_the_message() -> None:
    error = error_of(502, b"<html>\n<h1>502</h1>\n" + b"x" * 10_000 + b"</html>")
    assert "<html> <h1>502</h1>" in str(error)
    assert len(str(error)) < 300
    assert len(error.body) == BODY_LIMIT


def test_the_message_is_one_line_with_all_that_a_ticket_needs() -> None:
    error = error_of(
        400,
        {"errors": [{"code": "bad", "message": "two\nlines", "suggestion": "Do.", "error_uid": "err_7"}]},
    )
    assert str(error) == "400 bad: two lines (Do.) [err_7]"


def test_several_errors_are_all_in_the_message() -> None:
    error = error_of(400, {"errors": [{"code": "a", "message": "one"}, {"code": "b", "message": "two"}]})
    assert str(error) == "400 a: one; b: two"
    assert error.code == "a"


def test_the_error_uid_is_that_of_the_first_error_that_has_one() -> None:
    errors = [{"code": "a", "message": "1"}, {"code": "b", "message": "2", "error_uid": "err_2"}]
    assert error_of(400, {"errors": errors}).error_uid == "err_2"


def test_a_hint_of_our_own_is_given_where_the_server_has_none() -> None:
    assert "Check the key" in str(error_of(401, {"detail": "Unauthorized"}))
    suggested = {"errors": [{"code": "c", "message": "m", "suggestion": "Ask support."}]}
    assert "Check the key" not in str(error_of(401, suggested))


@pytest.mark.parametrize("status", [499, 520, 529, 561, 599])
def test_a_status_without_a_name_keeps_its_number(status: int) -> None:
    error = error_of(status, b"?")
    assert error.status_code == status
    assert isinstance(error, ServerError) is (status >= 500)


def test_what_the_server_asks_to_wait_is_kept() -> None:
    assert error_of(429, b"", **{"Retry-After": "17"}).retry_after == 17.0
    assert error_of(429).retry_after is None


def test_headers_are_kept_by_their_name_in_lower_case() -> None:
    assert error_of(404, b"", **{"X-Trace": "t1"}).headers["x-trace"] == "t1"


def inside(operation_id: str, answer: Any) -> APIStatusError | None:
    body = json.dumps(answer).encode()
    return failure_in_success(OPERATIONS[operation_id], httpx.Response(200), body)


def test_an_answer_of_type_error_is_an_error() -> None:
    error = inside("sessions_process_event", {"type": "error", "message": "no such session"})
    assert error is not None
    assert error.status_code == 200
    assert "no such session" in str(error)


@pytest.mark.parametrize(
    "answer",
    [
        {"type": "error", "event_data": {"message": "bad window"}},
        {"type": "error", "event_data": "bad window"},
        {"type": "error", "message": None, "event_data": {"message": "bad window"}},
    ],
)
def test_the_reason_of_a_failed_event_is_found_where_it_may_stand(answer: Any) -> None:
    assert "bad window" in str(inside("sessions_process_event", answer))


def test_a_failed_event_without_a_reason_is_an_error_all_the_same() -> None:
    assert "the event failed" in str(inside("sessions_process_event", {"type": "error"}))


@pytest.mark.parametrize(
    "answer",
    [
        {"is_valid": False, "errors": ["no such lens"]},
        {"is_valid": False, "errors": "no such lens"},
        {"is_valid": False, "error_messages": ["no such lens"]},
        {"is_valid": False, "errors": [{"code": "x", "message": "no such lens"}]},
    ],
)
def test_an_answer_that_is_not_valid_is_an_error(answer: Any) -> None:
    assert "no such lens" in str(inside("lenses_delete", answer))


def test_an_answer_that_is_not_valid_and_says_no_more_is_an_error() -> None:
    assert "is_valid: false" in str(inside("lenses_delete", {"is_valid": False}))


@pytest.mark.parametrize(
    "answer",
    [
        {"query_id": "q", "status": "failed", "error_msg": "out of memory"},
        {"query_id": "q", "status": "failed", "error_messages": ["loading", "out of memory"]},
        {"query_id": "q", "status": "failed", "error_msg": None, "error_messages": ["out of memory"]},
    ],
)
def test_a_query_that_failed_is_an_error(answer: Any) -> None:
    assert "out of memory" in str(inside("query_create", answer))


def test_each_reason_of_a_failed_query_is_kept_once() -> None:
    answer = {"status": "failed", "error_msg": "no memory", "error_messages": ["loading", "no memory"]}
    error = inside("query_create", answer)
    assert error is not None
    assert [each.message for each in error.errors] == ["no memory", "loading"]


def test_a_query_that_failed_without_a_reason_is_an_error_all_the_same() -> None:
    assert "the query failed" in str(inside("query_create", {"status": "failed", "error_messages": []}))


@pytest.mark.parametrize(
    ("operation_id", "answer"),
    [
        ("sessions_process_event", {"type": "session.status"}),
        ("lenses_delete", {"is_valid": True}),
        ("lenses_delete", {}),
        ("query_create", {"status": "completed"}),
        ("jobs_get", {"status": "failed", "is_valid": False, "type": "error"}),
        ("lenses_delete", [{"is_valid": False}]),
    ],
)
def test_what_did_not_fail_is_none(operation_id: str, answer: Any) -> None:
    assert inside(operation_id, answer) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)
bodies = st.one_of(
    st.binary(),
    json_values.map(lambda value: json.dumps(value).encode()),
    json_values.map(lambda value: json.dumps({"errors": value}).encode()),
    json_values.map(lambda value: json.dumps({"errors": [value]}).encode()),
    json_values.map(lambda value: json.dumps({"detail": value}).encode()),
)


@given(st.integers(300, 599), bodies)
def test_any_body_becomes_an_error_of_one_line(status: int, body: bytes) -> None:
    error = status_error(httpx.Response(status), body)
    assert error.errors
    assert len(str(error).splitlines()) == 1


@given(
    st.sampled_from([o for o in OPERATIONS.values() if o.failure]),
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.just("error"),
            "is_valid": st.just(False),
            "status": st.just("failed"),
            "errors": json_values,
            "error_messages": json_values,
            "error_msg": json_values,
            "message": json_values,
            "event_data": json_values,
        },
    ),
)
def test_no_failure_inside_a_success_is_too_strange_to_be_said(operation: Any, answer: Any) -> None:
    error = failure_in_success(operation, httpx.Response(200), json.dumps(answer).encode())
    marker = {"type": "type", "status": "status", "is_valid": "is_valid"}[operation.failure]
    assert (error is not None) is (marker in answer)
    assert error is None or len(str(error).splitlines()) == 1


def test_an_answer_that_breaks_the_contract_shows_how_it_begins() -> None:
    error = invalid_response(httpx.Response(200), b"<html>\nlogin</html>", ValueError("no\nJSON"))
    assert error.status_code == 200
    assert "<html> login</html>" in str(error)
    assert "ValueError: no JSON" in str(error)


def test_the_class_of_a_status_is_the_narrowest_there_is() -> None:
    assert type(error_of(404)) is NotFoundError
    assert type(error_of(418)) is APIStatusError
    assert type(error_of(520)) is ServerError
