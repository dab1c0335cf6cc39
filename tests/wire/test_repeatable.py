"""Calls that would do harm if they ran twice: what is done instead when an answer is lost."""

from typing import Any

import pytest

from newton_api.operations import OPERATIONS
from newton_client import ConflictError, RequestError, ResponseLostError
from newton_mock import MockServer
from support.calls import answer, arguments, call, legal_call
from support.server import Reply, Reset, ScriptedServer, failure

CONFLICT = failure(409, "conflict", "It is already so.")
SUCCESS = [o for o in OPERATIONS.values() if o.conflict_is_success and o.state]
UNSENT = [o for o in OPERATIONS.values() if o.retry == "unsent"]


CREATE = OPERATIONS["jobs_create"]
TRAIN = OPERATIONS["fine_tuning_create"]

create = legal_call(CREATE)


def train(**more: Any) -> Any:
    path, body = arguments(TRAIN)
    return call(TRAIN, path, {**body, **more})


@pytest.mark.parametrize("operation", SUCCESS, ids=lambda operation: operation.id)
def test_a_conflict_which_says_that_it_is_already_so_is_a_success(
    client: Any, server: ScriptedServer, operation: Any
) -> None:
    assert operation.state is not None
    server.script(CONFLICT, Reply(200, answer(operation.state)))
    given = client.do(legal_call(operation)).parsed
    _, read = server.requests
    assert read.method == "GET"
    assert OPERATIONS[operation.state].path.partition("{")[0] in read.path
    assert given.status == answer(operation.state)["status"]


def test_a_conflict_says_no_more_than_that_where_nothing_can_be_read(
    client: Any, server: ScriptedServer
) -> None:
    server.script(CONFLICT)
    with pytest.raises(ConflictError):
        client.do(legal_call(OPERATIONS["jobs_delete"]))
    assert len(server.requests) == 1


def test_the_state_after_a_conflict_is_read_with_retries(client: Any, server: ScriptedServer) -> None:
    server.script(CONFLICT, failure(503), Reply(200, answer("jobs_get")))
    client.do(lambda newton: newton.jobs.cancel("j1"))
    assert [request.method for request in server.requests] == ["POST", "GET", "GET"]


def test_a_conflict_is_no_failure_where_the_state_cannot_be_read(client: Any, server: ScriptedServer) -> None:
    server.script(CONFLICT, failure(404))
    with pytest.raises(RequestError, match="jobs_cancel itself is done") as caught:
        client.do(lambda newton: newton.jobs.cancel("j1"))
    assert caught.value.maybe_applied


def test_a_training_run_gets_a_name_from_the_client(client: Any, server: ScriptedServer) -> None:
    server.script(*[Reply(201, answer("fine_tuning_create"))] * 2)
    client.do(train())
    client.do(train())
    one, other = (request.json()["id"] for request in server.requests)
    assert one != other
    assert len(one) <= 64


def test_a_training_run_keeps_the_name_that_it_is_given(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(201, answer("fine_tuning_create")))
    client.do(train(id="my-run"))
    assert server.requests[0].json()["id"] == "my-run"


@pytest.mark.parametrize("lost", [Reset.AFTER, Reply(201, {"id": "x"}, cut=True), failure(502)], ids=repr)
def test_a_training_run_whose_answer_was_lost_is_found_by_its_name(
    client: Any, server: ScriptedServer, lost: Any
) -> None:
    job = answer("fine_tuning_get")
    server.script(lost, CONFLICT, Reply(200, job))
    found = client.do(train()).parsed
    first, second, read = server.requests
    assert first.body == second.body
    assert (read.method, read.path) == ("GET", f"/v0.5/fine-tune/jobs/{first.json()['id']}")
    assert found.id == job["id"]


@pytest.mark.parametrize("before", [[], [failure(503)], [failure(429)]], ids=["at once", "503", "429"])
def test_a_training_run_of_a_name_that_was_taken_before_is_a_conflict(
    client: Any, server: ScriptedServer, before: list[Any]
) -> None:
    server.script(*before, CONFLICT)
    with pytest.raises(ConflictError):
        client.do(train(id="my-run"))
    assert len(server.requests) == len(before) + 1


@pytest.mark.parametrize("lost", [Reset.AFTER, Reply(201, {"id": "j"}, cut=True)], ids=repr)
def test_a_job_whose_answer_was_lost_is_not_made_twice_and_the_error_says_where_to_look(
    client: Any, server: ScriptedServer, lost: Any
) -> None:
    server.script(lost)
    with pytest.raises(ResponseLostError) as caught:
        client.do(create)
    assert caught.value.maybe_applied
    assert caught.value.operation == "jobs_create"
    _, body = arguments(CREATE)
    assert f"look with newton.jobs.list(q={body['name']!r}) before you repeat it" in str(caught.value)
    assert len(server.requests) == 1


@pytest.mark.parametrize("operation", UNSENT, ids=lambda operation: operation.id)
def test_what_is_not_repeated_says_where_to_look(client: Any, server: ScriptedServer, operation: Any) -> None:
    server.script(Reset.AFTER)
    with pytest.raises(ResponseLostError, match="The server may have acted on it: look") as caught:
        client.do(legal_call(operation))
    if operation.find is not None:
        tag = OPERATIONS[operation.find.operation].tag
        assert f"newton.{tag}.list(" in str(caught.value)


@pytest.mark.parametrize("step", [failure(400), failure(404), failure(409), failure(413)], ids=repr)
def test_an_error_of_the_request_itself_has_changed_nothing(
    client: Any, server: ScriptedServer, step: Any
) -> None:
    server.script(step)
    with pytest.raises(RequestError) as caught:
        client.do(create)
    assert not caught.value.maybe_applied
    assert "may have acted" not in str(caught.value)


@pytest.mark.parametrize("step", [Reset.AFTER, failure(500), Reply(200, "no JSON")], ids=repr)
def test_reading_changes_nothing_however_it_ends(connect: Any, server: ScriptedServer, step: Any) -> None:
    server.script(step)
    with pytest.raises(RequestError) as caught:
        connect(server.url, retry={"max_attempts": 1}).do(lambda newton: newton.files.info())
    assert not caught.value.maybe_applied


@pytest.mark.parametrize("kind", ["reset_after", "cut_body"])
def test_one_job_is_made_and_found_where_the_error_says_after_its_answer_was_lost(
    connect: Any, kind: Any
) -> None:
    _, body = arguments(CREATE)
    with MockServer() as mock:
        client = connect(mock.url)
        for name in {item["file_id"] for port in body["inputs"].values() for item in port}:
            client.do(lambda newton, name=name: newton.files.upload(b"a,b\n1,2\n", name=name))
        mock.faults("jobs_create", kind)
        with pytest.raises(ResponseLostError):
            client.do(create)
        found = client.do(lambda newton: newton.jobs.list(q=body["name"]))
    assert [job.name for job in found.jobs] == [body["name"]]


@pytest.mark.parametrize("kind", ["reset_after", "cut_body"])
def test_one_training_run_is_made_and_given_after_its_answer_was_lost(connect: Any, kind: Any) -> None:
    _, body = arguments(TRAIN)
    with MockServer() as mock:
        client = connect(mock.url)
        for name in {name for dataset in body["config"]["datasets"] for name in dataset["file_ids"]}:
            client.do(lambda newton, name=name: newton.files.upload(b"{}\n", name=name))
        mock.faults("fine_tuning_create", kind)
        made = client.do(train()).parsed
        assert len(mock.requests("fine_tuning_create")) == 2
        found = client.do(lambda newton: newton.fine_tuning.list())
    assert [job.id for job in found] == [made.id]
