"""Uses operations that nobody wrote a line for.

`test_law_of_the_house.py` runs and type-checks this file in a copy of the project whose contract has
gained the tag `widgets`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import assert_type

import pytest

import newton_api
import newton_client
import newton_mock
from newton_api.models import Widget
from newton_client import (
    AsyncNewton,
    BadRequestError,
    GuardError,
    Newton,
    NotFoundError,
    ResponseLostError,
    RetryPolicy,
)
from newton_mock import MockServer

PATIENT = RetryPolicy(initial_delay=0.0)


def with_async_client(mock: MockServer, use: Callable[[AsyncNewton], Awaitable[None]]) -> None:
    async def run() -> None:
        async with AsyncNewton("sk_test", mock.url, retry=PATIENT) as newton:
            await use(newton)

    asyncio.run(run())


def test_these_are_the_packages_of_the_copy() -> None:
    for package in (newton_api, newton_client, newton_mock):
        assert package.__file__ is not None
        assert Path(package.__file__).is_relative_to(Path(__file__).parent)


def test_the_result_is_typed(newton: Newton, newton_mock: MockServer) -> None:
    widget = newton.widgets.get("widget_7")
    assert_type(widget, Widget)
    assert isinstance(widget, Widget)
    assert widget.id == "widget_7"
    assert widget.teeth == 12
    made = newton.widgets.create(name="cog", file_id="cog.csv", teeth=12)
    assert_type(made, Widget)
    assert isinstance(made, Widget)
    assert newton_mock.requests("widgets_create")[-1]["status"] == 201


def test_the_result_is_typed_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        widget = await newton.widgets.get("widget_7")
        assert_type(widget, Widget)
        assert isinstance(widget, Widget)
        assert widget.id == "widget_7"
        made = await newton.widgets.create(name="cog")
        assert_type(made, Widget)
        assert isinstance(made, Widget)

    with_async_client(newton_mock, use)


def test_a_503_is_tried_again(newton: Newton, newton_mock: MockServer) -> None:
    newton_mock.faults("widgets_get", "status", status=503, times=2)
    newton_mock.faults("widgets_create", "status", status=503)
    newton = newton.with_options(retry=PATIENT)
    assert newton.widgets.get("widget_7").id == "widget_7"
    assert newton.widgets.create(name="cog").name == "cog"
    assert len(newton_mock.requests("widgets_get")) == 3
    assert len(newton_mock.requests("widgets_create")) == 2


def test_a_503_is_tried_again_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        newton_mock.faults("widgets_get", "status", status=503, times=2)
        assert (await newton.widgets.get("widget_7")).id == "widget_7"
        assert len(newton_mock.requests("widgets_get")) == 3

    with_async_client(newton_mock, use)


def test_what_must_not_be_done_twice_is_not_tried_again(newton: Newton, newton_mock: MockServer) -> None:
    newton_mock.faults("widgets_create", "reset_after")
    with pytest.raises(ResponseLostError) as caught:
        newton.with_options(retry=PATIENT).widgets.create(name="cog")
    assert caught.value.maybe_applied
    assert len(newton_mock.requests("widgets_create")) == 1


def test_a_failure_is_an_error_of_the_client(newton: Newton, newton_mock: MockServer) -> None:
    newton_mock.faults("widgets_get", "status", status=404)
    with pytest.raises(NotFoundError) as caught:
        newton.widgets.get("widget_7")
    assert caught.value.operation == "widgets_get"
    assert caught.value.code == "not_found"
    assert caught.value.error_uid


def test_a_failure_is_an_error_of_the_client_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        newton_mock.faults("widgets_get", "status", status=404)
        with pytest.raises(NotFoundError) as caught:
            await newton.widgets.get("widget_7")
        assert caught.value.operation == "widgets_get"

    with_async_client(newton_mock, use)


def test_a_file_uid_is_refused_where_the_contract_marks_a_file_id(
    newton: Newton, newton_mock: MockServer
) -> None:
    with pytest.raises(GuardError, match="widgets_create: file_id is 'fil_"):
        newton.widgets.create(name="cog", file_id="fil_58shkhqztj9tnbye4dmphzxa2r")
    assert newton_mock.requests("widgets_create") == []


def test_the_mock_holds_a_request_to_the_contract(newton: Newton) -> None:
    with pytest.raises(BadRequestError, match="name"):
        newton.widgets.create(name="")


def test_status_and_headers_are_there(newton: Newton) -> None:
    response = newton.raw.widgets.get("widget_7")
    assert response.status_code == 200
    assert_type(response.parsed, Widget)
