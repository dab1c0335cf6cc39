"""Errors as objects: they travel between processes, and know what they are about."""

import copy
import pickle
from typing import Any

import pytest

from newton_client import (
    Attempt,
    ErrorDetail,
    NewtonError,
    RateLimitError,
    ResponseLostError,
    errors,
    same_code,
)


def classes(root: type[NewtonError] = NewtonError) -> list[type[NewtonError]]:
    return [root, *(each for direct in root.__subclasses__() for each in classes(direct))]


def example(kind: type[NewtonError]) -> NewtonError:
    """An error of this class in which every attribute has a value."""
    given: dict[str, Any] = {}
    if issubclass(kind, errors.ResponseError):
        given |= {"status_code": 429, "headers": {"x-trace": "t"}, "body": b"{}"}
    if issubclass(kind, errors.APIStatusError):
        details = (ErrorDetail("c", "m", "s", "err_1"), ErrorDetail("d", "n"))
        given |= {"errors": details, "envelope": "errors", "retry_after": 2.0}
    if issubclass(kind, errors.JobFailedError):
        given |= {"job": {"id": "j"}}
    error = kind("It failed.", **given)
    if isinstance(error, errors.RequestError):
        error.operation, error.method, error.url = (
            "jobs_create",
            "POST",
            "https://api.example/v0.5/batch/jobs",
        )
        error.attempts = (Attempt(1, "429", 2.0), Attempt(2, "500", None, True))
        error.maybe_applied, error.advice = True, "Look first."
    return error


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    "travel",
    [
        lambda error: pickle.loads(pickle.dumps(error)),
        lambda error: pickle.loads(pickle.dumps(error, 0)),
        copy.copy,
        copy.deepcopy,
    ],
    ids=["pickle", "oldest pickle", "copy", "deepcopy"],
)
def test_an_error_comes_out_of_a_pickle_as_it_went_in(kind: type[NewtonError], travel: Any) -> None:
    error = example(kind)
    error.add_note("seen in a worker")
    again = travel(error)
    assert type(again) is kind
    assert again.args == error.args
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_every_error_is_exported_under_its_name() -> None:
    import newton_client

    for kind in classes():
        if kind.__module__ == "newton_client.errors" and kind is not errors.NewtonError:
            assert getattr(newton_client, kind.__name__) is kind


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.GuardError, ValueError),
        (errors.ConfigurationError, ValueError),
        (errors.ConnectTimeoutError, TimeoutError),
        (errors.ResponseTimeoutError, TimeoutError),
        (errors.WaitTimeoutError, TimeoutError),
    ],
)
def test_an_error_is_also_what_python_calls_it(kind: type[NewtonError], builtin: type[Exception]) -> None:
    with pytest.raises(builtin):
        raise kind("no")


def test_what_was_sent_and_what_was_not_are_told_apart() -> None:
    assert not issubclass(errors.RequestNotSentError, errors.ResponseLostError)
    assert issubclass(errors.ConnectTimeoutError, errors.RequestNotSentError)
    assert issubclass(errors.ResponseTimeoutError, errors.ResponseLostError)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (413, "PayloadTooLargeError"),
        (418, "APIStatusError"),
        (429, "RateLimitError"),
        (499, "APIStatusError"),
        (500, "InternalServerError"),
        (502, "BadGatewayError"),
        (503, "ServiceUnavailableError"),
        (504, "GatewayTimeoutError"),
        (520, "ServerError"),
        (561, "ServerError"),
    ],
)
def test_each_status_has_its_class(status: int, name: str) -> None:
    assert errors.status_error_class(status).__name__ == name


def test_the_text_says_what_where_how_often_and_what_to_do() -> None:
    assert str(example(ResponseLostError)) == (
        "It failed. | POST https://api.example/v0.5/batch/jobs | 2 attempts | Look first."
    )


def test_the_text_says_no_more_than_there_is() -> None:
    assert str(RateLimitError("429 slow down", status_code=429)) == "429 slow down"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("NOT_FOUND", "not_found", True),
        ("not_found", "not_found", True),
        ("not_found", "conflict", False),
        (None, "not_found", False),
        (None, None, False),
    ],
)
def test_codes_are_the_same_in_capitals_and_without(one: str | None, other: str | None, same: bool) -> None:
    assert same_code(one, other) is same
    assert same_code(other, one) is same
