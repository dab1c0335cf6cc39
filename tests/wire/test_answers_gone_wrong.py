"""What the caller gets when the API says no, or says nothing that makes sense."""

import gzip
import pickle
from typing import Any

import pytest

from newton_api.operations import OPERATIONS
from newton_client import (
    APIStatusError,
    AuthenticationError,
    BadGatewayError,
    NewtonError,
    NotFoundError,
    ResponseLostError,
    ResponseValidationError,
    ServerError,
    same_code,
)
from support.calls import answer, legal_call
from support.clients import KEY
from support.server import Reply, ScriptedServer, failure, html


def info(newton: Any) -> Any:
    return newton.files.info()


def error_of(client: Any, call: Any = info) -> Any:
    with pytest.raises(NewtonError) as caught:
        client.do(call)
    return caught.value


@pytest.mark.parametrize("status", [499, 520, 529, 561, 599])
def test_a_status_that_has_no_name_keeps_its_response(
    client: Any, server: ScriptedServer, status: int
) -> None:
    server.script(Reply(status, "the body", {"X-Trace": "t1"}))
    error = error_of(client)
    assert (error.status_code, error.body, error.headers["x-trace"]) == (status, b"the body", "t1")
    assert isinstance(error, ServerError) is (status >= 500)


def test_one_line_holds_all_that_a_support_ticket_needs(client: Any, server: ScriptedServer) -> None:
    server.script(failure(404, "file_not_found", "No pump.csv.", suggestion="Upload it.", error_uid="err_42"))
    line = str(error_of(client, lambda newton: newton.files.get("pump.csv")))
    assert line == (
        f"404 file_not_found: No pump.csv. (Upload it.) [err_42] | GET {server.url}/files/metadata/pump.csv"
    )


def test_every_error_of_a_body_is_kept(client: Any, server: ScriptedServer) -> None:
    several = [{"code": "A", "message": "one"}, {"code": "B", "message": "two", "error_uid": "err_2"}]
    server.script(Reply(400, {"errors": several}))
    error = error_of(client)
    assert [(each.code, each.message) for each in error.errors] == [("A", "one"), ("B", "two")]
    assert error.error_uid == "err_2"
    assert "A: one; B: two [err_2]" in str(error)


def test_codes_compare_equal_in_either_case(client: Any, server: ScriptedServer) -> None:
    server.script(failure(404, "NOT_FOUND"), failure(404, "not_found"))
    assert same_code(error_of(client).code, error_of(client).code)


def test_the_older_envelope_is_read(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(401, {"detail": "Invalid API key."}))
    error = error_of(client)
    assert isinstance(error, AuthenticationError)
    assert error.envelope == "detail"
    assert "401 Invalid API key. (Check the key" in str(error)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (html(502).body, "<title>502</title>"),
        ("", "(empty body)"),
        ("[1, 2]", "[1, 2]"),
        ("null", "null"),
        (b"\xff\xfe\x00", "502"),
        ('{"errors": [{"code": "c"', '{"errors"'),
        (gzip.compress(b"secret"), "502"),
    ],
    ids=["html", "empty", "list", "null", "binary", "cut JSON", "gzip undeclared"],
)
def test_a_body_of_any_kind_is_an_error_of_one_line(
    connect: Any, server: ScriptedServer, body: Any, said: str
) -> None:
    server.script(Reply(502, body))
    error = error_of(connect(server.url, retry={"max_attempts": 1}))
    assert isinstance(error, BadGatewayError)
    assert error.envelope == "unknown"
    assert said in str(error)
    assert len(str(error).splitlines()) == 1


def test_the_key_is_not_shown_where_a_server_echoes_it(client: Any, server: ScriptedServer) -> None:
    server.script(failure(403, "forbidden", f"The key {KEY} may not do this."))
    error = error_of(client)
    assert KEY not in f"{error} {error!r} {error.body!r} {error.errors}"
    assert "The key *** may not do this." in str(error)


def test_no_query_string_is_shown(client: Any, server: ScriptedServer) -> None:
    server.script(failure(400))
    error = error_of(client, lambda newton: newton.jobs.list(q="private"))
    assert server.requests[0].target.endswith("?q=private")
    assert "private" not in str(error)
    assert error.url == f"{server.url}/batch/jobs"


def test_an_error_that_travels_is_the_same_at_its_end(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503, "busy"), failure(404, "file_not_found", "No.", error_uid="err_1"))
    error = error_of(client)
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, NotFoundError)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize("body", [{"type": "error", "message": "no such session"}])
def test_an_event_that_failed_is_an_error_whatever_its_status(
    client: Any, server: ScriptedServer, body: Any
) -> None:
    server.script(Reply(200, body))
    error = error_of(client, legal_call(OPERATIONS["sessions_process_event"]))
    assert isinstance(error, APIStatusError)
    assert error.status_code == 200
    assert "no such session" in str(error)


VALIDATED = [o for o in OPERATIONS.values() if o.failure == "is_valid"]


@pytest.mark.parametrize("operation", VALIDATED, ids=lambda operation: operation.id)
def test_an_answer_that_calls_itself_invalid_is_an_error(
    client: Any, server: ScriptedServer, operation: Any
) -> None:
    server.script(Reply(200, {"is_valid": False, "errors": ["no such thing"]}))
    error = error_of(client, legal_call(operation))
    assert isinstance(error, APIStatusError)
    assert "no such thing" in str(error)
    assert len(server.requests) == 1


def test_a_query_that_failed_is_an_error(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(200, {"query_id": "q", "status": "failed", "error_msg": "out of memory"}))
    error = error_of(client, lambda newton: newton.query(model="Newton::c2", query="?"))
    assert isinstance(error, APIStatusError)
    assert "out of memory" in str(error)


@pytest.mark.parametrize("id", ["files_info", "jobs_create", "files_delete", "fine_tuning_stop"])
@pytest.mark.parametrize(
    "reply",
    [html(200), Reply(200), Reply(200, "nonsense"), Reply(200, "17"), Reply(200, "[]"), Reply(200, "{}")],
    ids=["html", "empty", "text", "number", "list", "nothing in it"],
)
def test_a_success_that_makes_no_sense_is_one_error_that_keeps_the_response(
    client: Any, server: ScriptedServer, id: str, reply: Reply
) -> None:
    operation = OPERATIONS[id]
    server.script(reply)
    error = error_of(client, legal_call(operation))
    assert isinstance(error, ResponseValidationError)
    assert error.status_code == 200
    assert error.body == reply.content()
    assert error.maybe_applied is (operation.method != "GET")
    assert len(server.requests) == 1


def test_a_file_that_is_a_gateways_page_is_not_written(
    client: Any, server: ScriptedServer, tmp_path: Any
) -> None:
    server.script(html(200))
    error = error_of(client, lambda newton: newton.files.download("pump.csv", tmp_path))
    assert isinstance(error, ResponseValidationError)
    assert "<title>200</title>" in str(error)
    assert list(tmp_path.iterdir()) == []


def test_events_that_are_a_gateways_page_are_an_error(client: Any, server: ScriptedServer) -> None:
    server.script(html(200))
    assert isinstance(error_of(client, legal_call(OPERATIONS["sessions_consume"])), ResponseValidationError)


def events(*frames: str) -> Reply:
    return Reply(200, "".join(f"{frame}\n\n" for frame in frames), {"Content-Type": "text/event-stream"})


def test_a_stream_gives_its_events_and_skips_what_holds_none(client: Any, server: ScriptedServer) -> None:
    server.script(events(": ping", "id: 4", 'data: {"type": "a"}', "retry: 5", 'data: {"type": "b"}'))
    given = client.do(lambda newton: newton.sessions.consume("lsn-1"))
    assert server.requests[0].headers["accept"] == "text/event-stream"
    assert [event.type_ for event in given] == ["a", "b"]


@pytest.mark.parametrize("frame", ["data: nonsense", "data: 17", "data: [1]"])
def test_an_event_that_makes_no_sense_is_an_error(client: Any, server: ScriptedServer, frame: str) -> None:
    server.script(events(frame))
    assert isinstance(error_of(client, lambda newton: newton.sessions.consume("l")), ResponseValidationError)


def test_a_download_that_breaks_off_is_lost_and_leaves_no_file(
    client: Any, server: ScriptedServer, tmp_path: Any
) -> None:
    server.script(*[Reply(200, b"x" * 100_000, cut=True)] * 20)
    assert isinstance(
        error_of(client, lambda newton: newton.files.download("pump.csv", tmp_path / "pump.csv")),
        ResponseLostError,
    )
    assert not (tmp_path / "pump.csv").exists()


def test_a_stream_that_breaks_off_is_lost(client: Any, server: ScriptedServer) -> None:
    whole = events(*['data: {"type": "a"}'] * 50)
    server.script(Reply(200, whole.body, {**whole.headers}, cut=True))
    error = error_of(client, lambda newton: newton.sessions.consume("lsn-1"))
    assert isinstance(error, ResponseLostError)
    assert [attempt.outcome for attempt in error.attempts] == ["ResponseLostError"]


@pytest.mark.parametrize("status", [201, 202, 206, 299])
def test_a_success_of_another_number_is_read_as_the_one_that_was_promised(
    client: Any, server: ScriptedServer, status: int
) -> None:
    server.script(Reply(status, answer("files_info")))
    given = client.do(lambda newton: newton.raw.files.info())
    assert given.status_code == status
    assert given.parsed.num_files == answer("files_info")["num_files"]


def test_no_content_where_some_was_promised_is_an_error(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(204))
    assert isinstance(error_of(client), ResponseValidationError)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirect_is_not_followed_and_takes_the_key_nowhere(
    client: Any, server: ScriptedServer, status: int, method: str
) -> None:
    with ScriptedServer() as elsewhere:
        server.script(Reply(status, headers={"Location": f"{elsewhere.url}/files/info"}))
        call = info if method == "GET" else legal_call(OPERATIONS["query_create"])
        error = error_of(client, call)
        assert elsewhere.connections == 0
    assert isinstance(error, APIStatusError)
    assert error.status_code == status
    assert error.headers["location"].startswith(elsewhere.root)
    assert len(server.requests) == 1


def test_an_answer_that_is_no_http_is_lost(connect: Any) -> None:
    import socket
    import threading

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        client = connect(f"http://127.0.0.1:{listening.getsockname()[1]}", retry={"max_attempts": 1})
        assert isinstance(error_of(client), ResponseLostError)
        thread.join()


def test_a_body_that_is_not_what_its_encoding_says_is_lost(connect: Any, server: ScriptedServer) -> None:
    server.script(Reply(200, b"not gzip", {"Content-Encoding": "gzip"}))
    assert isinstance(error_of(connect(server.url, retry={"max_attempts": 1})), ResponseLostError)
