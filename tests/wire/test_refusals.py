"""What is surely wrong is refused before a connection is made."""

import json
import math
import warnings
from typing import Any
from urllib.parse import unquote

import pytest

from newton_api.operations import OPERATIONS, Operation
from newton_client import GuardError, NewtonWarning, NotFoundError
from newton_mock import MockServer
from support.calls import answer, arguments, call
from support.server import Reply, ScriptedServer

UID = "fil_5hx819ysp38n2rt1f5fv0wsxgh"
PLACES = [(operation, place) for operation in OPERATIONS.values() for place in operation.file_id]
WITH_PATH = [operation for operation in OPERATIONS.values() if "{" in operation.path]
ANSWER = Reply(200, answer("query_create"))


def planted(value: Any, steps: list[str]) -> Any:
    """The value with a `file_uid` where these steps lead; what is missing on the way is made."""
    if not steps:
        return UID
    step, *rest = steps
    if step == "[]":
        return [*(value or []), planted(None, rest)]
    fields = value or {}
    if step == "file_ids":
        rest = ["[]"]
    key = "any" if step == "*" else step
    return {**fields, key: planted(fields.get(key), rest)}


def refused(client: Any, server: ScriptedServer, call: Any) -> str:
    with pytest.raises(GuardError) as caught:
        client.do(call)
    assert isinstance(caught.value, ValueError)
    assert server.connections == 0
    return str(caught.value)


@pytest.mark.parametrize(("operation", "place"), PLACES, ids=lambda value: getattr(value, "id", value))
def test_a_file_uid_is_refused_wherever_the_contract_wants_a_file_id(
    client: Any, server: ScriptedServer, operation: Operation, place: str
) -> None:
    path, body = arguments(operation)
    where, *steps = place.replace("[]", ".[]").split(".")
    if where == "path":
        path = {**path, steps[0]: UID}
    else:
        body = planted(body, steps)
    why = refused(client, server, call(operation, path, body))
    assert why.startswith(f"{operation.id}: ")
    assert f"newton.files.resolve('{UID}')" in why


@pytest.mark.parametrize("operation", WITH_PATH, ids=lambda operation: operation.id)
@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_parameter_that_changes_the_path_is_refused(
    client: Any, server: ScriptedServer, operation: Operation, value: str
) -> None:
    path, body = arguments(operation)
    why = refused(client, server, call(operation, dict.fromkeys(path, value), body))
    assert repr(value) in why


@pytest.mark.parametrize("file_id", ["a/b.csv", "a b.csv", "ü.csv", "a?b#c.csv", "50%.csv", "..%2f", "a+b"])
def test_any_other_name_arrives_as_it_is(client: Any, server: ScriptedServer, file_id: str) -> None:
    server.script(Reply(200, answer("files_get")))
    client.do(lambda newton: newton.files.get(file_id))
    sent = server.requests[0].target.removeprefix("/v0.5/files/metadata/")
    assert "/" not in sent
    assert unquote(sent) == file_id


def query(**more: Any) -> Any:
    return lambda newton: newton.query(**{"model": "Newton::c2_4_7b", "query": "?", **more})


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "a.jpeg", "a.txt", "a.json", "a.mp4", "my.data.txt"])
def test_a_query_takes_files_whose_names_say_what_they_are(
    client: Any, server: ScriptedServer, name: str
) -> None:
    server.script(ANSWER)
    client.do(query(file_ids=[name]))
    assert server.requests[0].json()["file_ids"] == [name]


@pytest.mark.parametrize("name", ["pump", "pump.jsonl", "pump.parquet", "pump.csv.gz", "", ".csv"])
def test_a_query_of_a_file_whose_name_says_nothing_is_refused(
    client: Any, server: ScriptedServer, name: str
) -> None:
    why = refused(client, server, query(file_ids=["a.txt", name]))
    assert repr(name) in why
    assert ".png" in why


def test_a_text_model_will_not_see_a_csv_and_that_is_said(client: Any, server: ScriptedServer) -> None:
    server.script(ANSWER)
    with pytest.warns(NewtonWarning, match=r"will not see what is in 'pump.csv'.*\.txt.*data\.text"):
        client.do(query(file_ids=["pump.csv"]))
    assert server.requests[0].json()["file_ids"] == ["pump.csv"]


def test_an_encoder_reads_a_csv_without_a_word(client: Any, server: ScriptedServer) -> None:
    server.script(ANSWER)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client.do(query(model="OmegaEncoder::omega_embeddings_01", file_ids=["pump.csv"]))


def event(type_: str, contents: Any) -> dict[str, Any]:
    return {"type": type_, "event_data": {"contents": contents}}


@pytest.mark.parametrize("contents", [{"a": [1, 2.5, None]}, [1, 2], {"ü": "ü"}, True, 7])
def test_what_is_given_as_json_is_serialized_for_the_caller(
    client: Any, server: ScriptedServer, contents: Any
) -> None:
    server.script(ANSWER)
    given = event("data.json", contents)
    client.do(query(events=[given]))
    (sent,) = server.requests[0].json()["events"]
    assert json.loads(sent["event_data"]["contents"]) == contents
    assert given == event("data.json", contents)


def test_what_is_text_already_is_left_as_it_is(client: Any, server: ScriptedServer) -> None:
    server.script(ANSWER)
    client.do(query(events=[event("data.json", '{"a": 1}'), event("data.text", "a,b")]))
    sent = [each["event_data"]["contents"] for each in server.requests[0].json()["events"]]
    assert sent == ['{"a": 1}', "a,b"]


def test_what_no_json_can_hold_is_refused(client: Any, server: ScriptedServer) -> None:
    assert "contents" in refused(client, server, query(events=[event("data.json", {"a": math.nan})]))


@pytest.mark.parametrize("contents", [[[1, 2.5, -3]], [[1], [2]], [[0.0] * 16] * 3])
def test_a_window_of_channels_and_samples_is_sent(client: Any, server: ScriptedServer, contents: Any) -> None:
    server.script(ANSWER)
    client.do(query(model="OmegaEncoder::o", events=[event("data.numeric_array", contents)]))
    assert server.requests[0].json()["events"][0]["event_data"]["contents"] == contents


def test_a_numpy_array_is_a_window(client: Any, server: ScriptedServer) -> None:
    numpy = pytest.importorskip("numpy")
    server.script(ANSWER)
    window = event("data.numeric_array", numpy.arange(6.0).reshape(2, 3))
    client.do(query(model="OmegaEncoder::o", events=[window]))
    assert server.requests[0].json()["events"][0]["event_data"]["contents"] == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        ([1, 2, 3], "[[...]]"),
        ([], "channels × samples"),
        ([[]], "channels × samples"),
        ([[], []], "channels × samples"),
        (7, "channels × samples"),
        ("1,2,3", "channels × samples"),
        ([[1, 2], [3]], "as many samples"),
        ([[1, math.nan]], "nan"),
        ([[math.inf]], "inf"),
        ([[1, "2"]], "'2'"),
        ([[1, None]], "None"),
        ([[True, False]], "True"),
        ([[[1]]], "[1]"),
    ],
)
def test_a_window_of_another_shape_is_refused(
    client: Any, server: ScriptedServer, contents: Any, said: str
) -> None:
    why = refused(client, server, query(events=[event("data.numeric_array", contents)]))
    assert "events[0].event_data.contents" in why
    assert said in why


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_json_has_not_is_refused(client: Any, server: ScriptedServer, value: float) -> None:
    refused(client, server, query(temperature=value))


def test_a_file_is_found_by_its_uid(connect: Any) -> None:
    with MockServer() as mock:
        client = connect(mock.url)
        for number in range(3):
            up = client.do(lambda n, number=number: n.files.upload(b"a\n", name=f"{number}.csv"))
            assert client.do(lambda n, uid=up.file_uid: n.files.resolve(uid)) == f"{number}.csv"
        client.do(lambda n: n.files.delete("2.csv"))
        with pytest.raises(NotFoundError, match="any more"):
            client.do(lambda n: n.files.resolve(up.file_uid))


@pytest.mark.parametrize("value", ["pump.csv", "", "fil_", "file_1"])
def test_what_is_no_uid_is_not_looked_for(client: Any, server: ScriptedServer, value: str) -> None:
    assert "no file_uid" in refused(client, server, lambda newton: newton.files.resolve(value))
