"""One request asks for the answer it wants, with the header `Prefer`."""

import httpx
import pytest

from newton_mock import MockServer

from .conftest import code, upload


def prefer(api: httpx.Client, path: str, *wishes: str) -> httpx.Response:
    return api.get(path, headers=[("Prefer", wish) for wish in wishes])


def test_an_error_status_is_had_for_the_asking_and_nothing_acts(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    part = {"file": ("a.csv", b"x", "text/csv")}
    assert code(api.post("/files", files=part, headers={"Prefer": "code=503"})) == (503, "server_at_capacity")
    assert api.get("/files/info").json()["num_files"] == 0
    assert newton_mock.requests("files_upload")[0]["applied"] is False


def test_a_status_that_the_contract_shows_no_answer_for_is_an_error_as_the_api_writes_it(
    api: httpx.Client,
) -> None:
    assert code(prefer(api, "/files/info", "code=500")) == (500, "internal_error")
    assert code(prefer(api, "/files/info", "code=520")) == (520, "fault")


def test_a_success_without_a_body_is_one_as_well(api: httpx.Client) -> None:
    response = api.post("/files/uploads/upl_1/abort", headers={"Prefer": "code=204"})
    assert (response.status_code, response.content) == (204, b"")


def test_an_example_of_the_contract_is_had_by_its_name(api: httpx.Client) -> None:
    assert prefer(api, "/files/metadata", "example=empty").json() == []
    assert prefer(api, "/files/metadata", 'example="page"').json()["data"]
    shown = prefer(api, "/files/metadata/here.csv", "example=image").json()
    assert (shown["file_id"], "width" in shown["file_attributes"]) == ("here.csv", True)


def test_an_example_of_an_error_has_its_status(api: httpx.Client) -> None:
    assert code(prefer(api, "/files/metadata/a.csv", "example=file_not_found")) == (404, "file_not_found")


@pytest.mark.parametrize("wishes", [("code=429, example=detail",), ("code=429", "example=detail")])
def test_a_status_tells_apart_examples_of_one_name(api: httpx.Client, wishes: tuple[str, ...]) -> None:
    response = prefer(api, "/files/info", *wishes)
    assert (response.status_code, list(response.json())) == (429, ["detail"])


def test_an_event_of_a_stream_is_an_example_too(api: httpx.Client) -> None:
    response = prefer(api, "/lens/sessions/consumer/lsn-1", "example=stream_end")
    assert response.headers["content-type"].startswith("text/event-stream")
    assert "sse.stream.end" in response.text


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ("example=nope", 'example: "nope" is not among the examples: array, page, empty, '),
        ("code=200, example=detail", 'example: "detail" is not among the examples: array, page, empty'),
        ("code=206", 'code: "206" is not among the answers: 200, 400, '),
        ("code=teapot", 'code: "teapot" is no status from 200 to 599'),
        ("code=", 'code: "" is no status from 200 to 599'),
    ],
)
def test_what_the_contract_does_not_have_is_refused_with_what_it_has(
    newton_mock: MockServer, api: httpx.Client, wish: str, reason: str
) -> None:
    response = prefer(api, "/files/metadata", wish)
    assert code(response) == (400, "invalid_request")
    assert response.json()["errors"][0]["message"].startswith(f"files_list: header.Prefer: {reason}")
    assert newton_mock.requests("files_list")[0]["violations"]


def test_a_request_that_breaks_the_contract_is_refused_whatever_it_prefers(api: httpx.Client) -> None:
    assert prefer(api, "/files/metadata?limit=x", "code=503").status_code == 400


def test_a_preference_of_another_kind_is_no_matter(api: httpx.Client) -> None:
    upload(api, "a.csv", b"x")
    assert prefer(api, "/files/info", "respond-async, wait=10").json()["num_files"] == 1
