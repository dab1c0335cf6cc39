"""Uses operations that nobody wrote a line for.

`test_law_of_the_house.py` runs and type-checks this file in a copy of the project whose contract has
gained the tag `widgets`.
"""

import asyncio
import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import assert_type

import pytest

import newton_api
import newton_client
import newton_mock
from newton_api.models import Widget
from newton_api.types import File
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


def test_an_answer_is_made_where_no_example_is_shown(newton: Newton) -> None:
    widget = newton.widgets.newest()
    assert isinstance(widget, Widget)
    assert newton.widgets.newest() == widget


def test_a_form_is_read(newton: Newton, newton_mock: MockServer) -> None:
    widget = newton.widgets.paint("widget_7", colour="r & b", coats=2, gloss=True, layers=[0.5], thinner=None)
    assert_type(widget, Widget)
    assert isinstance(widget, Widget)
    assert newton_mock.requests("widgets_paint")[0]["applied"]
    with pytest.raises(BadRequestError, match="widgets_paint: body/coats: minimum: 0 is less than"):
        newton.widgets.paint("widget_7", colour="red", coats=0)


def test_a_form_is_read_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        assert isinstance(await newton.widgets.paint("widget_7", colour="red", coats=1, layers=[1]), Widget)

    with_async_client(newton_mock, use)


def test_bytes_are_read_and_sent_again_after_a_503(newton: Newton, newton_mock: MockServer) -> None:
    newton_mock.faults("widgets_scan", "status", status=503)
    newton = newton.with_options(retry=PATIENT)
    widget = newton.widgets.scan("widget_7", body=File(io.BytesIO(b"\x00\xff{\n")))
    assert_type(widget, Widget)
    assert isinstance(widget, Widget)
    assert [entry["status"] for entry in newton_mock.requests("widgets_scan")] == [503, 200]
    assert newton_mock.requests("widgets_scan")[1]["body_size"] == 4
    with pytest.raises(BadRequestError, match="widgets_scan: body: maxLength"):
        newton.widgets.scan("widget_7", body=File(io.BytesIO(b"\xff" * 5)))


def test_bytes_are_read_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        assert isinstance(await newton.widgets.scan("widget_7", body=File(io.BytesIO(b"\x00\xff"))), Widget)

    with_async_client(newton_mock, use)


def test_the_parts_beside_a_file_have_their_types(newton: Newton) -> None:
    def label(copies: int) -> None:
        file = File(io.BytesIO(b"0,1\n"), "label.csv", "text/csv")
        newton.widgets.label("widget_7", file=file, copies=copies, glossy=True, sizes=[0.5, 1.0])

    label(2)
    with pytest.raises(BadRequestError, match="widgets_label: body/copies: minimum"):
        label(0)


def test_the_parts_beside_a_file_have_their_types_async(newton_mock: MockServer) -> None:
    async def use(newton: AsyncNewton) -> None:
        file = File(io.BytesIO(b"0,1\n"), "label.csv", "text/csv")
        await newton.widgets.label("widget_7", file=file, copies=2)

    with_async_client(newton_mock, use)
