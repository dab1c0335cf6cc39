"""One line for each attempt, with what a support ticket needs and no more."""

import logging
import re
from typing import Any

import pytest

from newton_api.operations import OPERATIONS
from newton_client import NewtonError
from support.calls import answer, arguments, call
from support.server import Reply, Reset, ScriptedServer, failure

OK = Reply(200, answer("files_get"))
LINE = re.compile(
    r"(?P<method>[A-Z]+) (?P<path>/\S*) (?P<outcome>\S+) attempt=(?P<attempt>\d+) "
    r"elapsed=(?P<elapsed>\d+\.\d{3})s error_uid=(?P<error_uid>\S+)"
)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="newton_client")
    return caplog


def lines(log: pytest.LogCaptureFixture) -> list[dict[str, str]]:
    """The lines of the client, taken apart; all of them must be of one form."""
    found = [record.getMessage() for record in log.records if record.name == "newton_client"]
    matches = [LINE.fullmatch(line) for line in found]
    assert all(matches), found
    return [match.groupdict() for match in matches if match]


def get(newton: Any) -> Any:
    return newton.files.get("pump.csv")


def test_each_attempt_is_one_line(client: Any, server: ScriptedServer, log: Any) -> None:
    server.script(failure(503, error_uid="err_1"), Reset.AFTER, Reply(429), OK)
    client.do(get)
    assert [(line["attempt"], line["outcome"], line["error_uid"]) for line in lines(log)] == [
        ("1", "503", "err_1"),
        ("2", "ResponseLostError", "None"),
        ("3", "429", "None"),
        ("4", "200", "None"),
    ]
    assert {(line["method"], line["path"]) for line in lines(log)} == {
        ("GET", "/v0.5/files/metadata/pump.csv")
    }


def test_the_time_since_the_call_began_is_told(client: Any, server: ScriptedServer, log: Any) -> None:
    server.script(failure(503), failure(503), OK)
    client.do(get)
    assert [line["elapsed"] for line in lines(log)] == ["0.000", "0.500", "1.500"]


def test_what_went_well_is_for_debugging_and_the_rest_is_information(
    client: Any, server: ScriptedServer, log: Any
) -> None:
    server.script(failure(503), OK)
    client.do(get)
    levels = [record.levelno for record in log.records if record.name == "newton_client"]
    assert levels == [logging.INFO, logging.DEBUG]


def test_a_server_that_is_not_there_is_a_line_too(connect: Any, log: Any) -> None:
    with ScriptedServer(listening=False) as server:
        client = connect(server.url, retry={"max_attempts": 1})
        with pytest.raises(NewtonError):
            client.do(get)
    assert [line["outcome"] for line in lines(log)] == ["RequestNotSentError"]


def test_what_is_refused_before_it_is_sent_is_no_line(client: Any, server: ScriptedServer, log: Any) -> None:
    with pytest.raises(NewtonError):
        client.do(lambda newton: newton.files.get("fil_5hx819ysp38n2rt1f5fv0wsxgh"))
    assert lines(log) == []


def test_neither_query_string_nor_body_is_told(client: Any, server: ScriptedServer, log: Any) -> None:
    server.script(failure(400, "bad", "The name private is bad."), failure(400))
    query = OPERATIONS["query_create"]
    _, body = arguments(query)
    for each in (
        lambda newton: newton.jobs.list(q="private"),
        call(query, {}, {**body, "query": "private"}),
    ):
        with pytest.raises(NewtonError):
            client.do(each)
    told = [record.getMessage() for record in log.records if record.name == "newton_client"]
    assert len(told) == 2
    assert not any("private" in line for line in told)
