"""Calls operations of every shape.

`test_shapes.py` runs and type-checks this file in a copy of the project whose contract has gained the
tag `shapes`.
"""

import asyncio
import datetime
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from newton_api.models import Circle, ShapesClashBody
from newton_api.types import File
from newton_client import AsyncNewton, Newton

NOON = datetime.datetime(2026, 5, 22, 12, tzinfo=datetime.UTC)


@pytest.fixture
def sent() -> list[httpx.Request]:
    """The requests that were sent."""
    return []


@pytest.fixture
def transport(sent: list[httpx.Request]) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        if request.url.path.endswith("/text"):
            return httpx.Response(200, text="round")
        if request.url.path.endswith("/nothing"):
            return httpx.Response(204)
        circle = {"radius": 1.5}
        return httpx.Response(200, json=[circle, circle] if request.url.path.endswith("/several") else circle)

    return httpx.MockTransport(answer)


@pytest.fixture
def newton(transport: httpx.MockTransport) -> Iterator[Newton]:
    with (
        httpx.Client(transport=transport) as http,
        Newton("sk_test", "http://newton.test", http_client=http) as newton,
    ):
        yield newton


def test_a_list_is_sent_as_the_body(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.array(body=["round", "square"])
    assert json.loads(sent[0].content) == ["round", "square"]


@pytest.mark.parametrize("body", [Circle(radius=1.5), {"radius": 1.5}], ids=["model", "dict"])
def test_one_of_several_models_is_sent_as_the_body(
    newton: Newton, sent: list[httpx.Request], body: Any
) -> None:
    newton.shapes.either(body=body)
    assert json.loads(sent[0].content) == {"radius": 1.5}


def test_an_object_without_named_fields_is_sent_as_the_body(
    newton: Newton, sent: list[httpx.Request]
) -> None:
    newton.shapes.free(body={"anything": [1, 2]})
    assert json.loads(sent[0].content) == {"anything": [1, 2]}


def test_a_field_named_like_a_parameter_does_not_take_its_place(
    newton: Newton, sent: list[httpx.Request]
) -> None:
    newton.shapes.clash(name="in the URL", body=ShapesClashBody(name="in the body"))
    assert sent[0].url.params["name"] == "in the URL"
    assert json.loads(sent[0].content) == {"name": "in the body"}


def test_a_body_of_several_forms_is_sent_in_the_first(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.forms(note="round")
    assert sent[0].headers["content-type"] == "application/json"
    assert json.loads(sent[0].content) == {"note": "round"}


def test_a_form_is_sent_as_a_form(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.urlencoded(note="round & flat")
    assert sent[0].headers["content-type"] == "application/x-www-form-urlencoded"
    assert sent[0].content == b"note=round+%26+flat"


def test_bytes_are_sent_as_they_are(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.binary(body=File(io.BytesIO(b"\x00\xff")), x_trace="t1")
    assert sent[0].headers["x-trace"] == "t1"
    assert sent[0].content == b"\x00\xff"
    assert sent[0].headers["content-type"] == "application/octet-stream"


def test_a_part_beside_a_file_is_sent_with_it(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.file(file=File(io.BytesIO(b"0,1\n"), "a.csv", "text/csv"), note="round")
    assert b'name="file"; filename="a.csv"' in sent[0].content
    assert b'name="note"' in sent[0].content


def test_parameters_are_sent_where_they_belong(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.find(7, ids=("a", "b"), kinds=["round"], since=NOON, exact=True, x_trace="t1")
    assert sent[0].url.path.endswith("/shapes/7")
    assert sent[0].url.params.multi_items() == [
        ("ids", "a"),
        ("ids", "b"),
        ("kinds", "round"),
        ("since", "2026-05-22T12:00:00+00:00"),
        ("exact", "true"),
    ]
    assert sent[0].headers["x-trace"] == "t1"


def test_a_parameter_that_is_not_given_is_not_sent(newton: Newton, sent: list[httpx.Request]) -> None:
    newton.shapes.find(7)
    assert sent[0].url.params.multi_items() == []
    assert "x-trace" not in sent[0].headers


def test_fields_with_names_that_python_keeps_for_itself_are_sent(
    newton: Newton, sent: list[httpx.Request]
) -> None:
    newton.shapes.names(class_="c", self_="s", body="b", list_=["l"])
    assert json.loads(sent[0].content) == {"class": "c", "self": "s", "body": "b", "list": ["l"]}


def test_an_answer_of_any_kind_is_read(newton: Newton) -> None:
    assert [circle.radius for circle in newton.shapes.several()] == [1.5, 1.5]
    assert newton.shapes.text() == "round"
    newton.shapes.nothing()


def test_the_asynchronous_client_sends_the_same(
    transport: httpx.MockTransport, sent: list[httpx.Request]
) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(transport=transport) as http:
            newton = AsyncNewton("sk_test", "http://newton.test", http_client=http)
            await newton.shapes.binary(body=File(io.BytesIO(b"\x00\xff")))
            await newton.shapes.urlencoded(note="round")
            await newton.shapes.array(body=["round"])

    asyncio.run(run())
    assert [request.content for request in sent] == [b"\x00\xff", b"note=round", b'["round"]']
