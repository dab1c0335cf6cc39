"""No way out of the package shows a key, or what a presigned URL is signed with."""

import asyncio
import copy
import io
import json
import logging
import pickle
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tblib import pickling_support

from newton_client import AsyncNewton, ConfigurationError, Newton, NewtonError
from newton_mock import MockServer
from support.calls import answer
from support.clients import Client
from support.server import Reply, Reset, ScriptedServer

pickling_support.install()  # makes errors take along those behind them, as Dask does

KEY = "sk_live_Zq7Xk93mPv2LwT8s"
CREDENTIAL = "AKIAHIDDEN7Q2W9E"
SIGNATURE = "5e1fb0a7c4d29986e3"
QUERY = (
    f"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={CREDENTIAL}%2F20261122%2Fs3&X-Amz-Expires=3600"
    f"&X-Amz-Signature={SIGNATURE}"
)
NEEDLES = (KEY, CREDENTIAL, SIGNATURE)

ECHO = {
    "X-Echo": f"Bearer {KEY}",
    "Set-Cookie": "session=opensesame; HttpOnly",
    "Link": f"<https://bucket.example.com/next?{QUERY}>; rel=next",
}
NAUGHTY = {"code": "bad_key", "message": f"{KEY} is unknown.", "suggestion": f"Not {KEY}", "error_uid": KEY}


class Said:
    """All that was to be seen anywhere, and where."""

    def __init__(self) -> None:
        self.everything: list[tuple[str, str]] = []

    def shown(self, where: str, thing: Any) -> None:
        """What is seen of a thing that is printed, formatted, copied or pickled."""
        for how, text in (("repr", repr(thing)), ("str", str(thing)), ("format", f"{thing}")):
            self.everything.append((f"{how} of {where}", text))

    def pickled(self, where: str, thing: Any) -> None:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            data = pickle.dumps(thing, protocol)
            self.everything.append((f"pickle {protocol} of {where}", data.decode("latin-1")))
        self.shown(f"the unpickled {where}", pickle.loads(data))

    def raised(self, where: str, error: NewtonError) -> None:
        self.shown(where, error)
        self.pickled(where, error)
        self.everything.append((f"traceback of {where}", "".join(traceback.format_exception(error))))
        self.everything += [(f"{name} of {where}", repr(value)) for name, value in vars(error).items()]

    def leaks(self, *needles: str) -> list[str]:
        return [where for where, text in self.everything if any(needle in text for needle in needles)]


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[Said]:
    """Listens at every logger, to warnings and at the terminal as well; ends with the search."""
    said = Said()
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        yield said
    said.everything += [(f"warning {warning.category.__name__}", str(warning.message)) for warning in warned]
    for record in caplog.get_records("call"):
        said.everything.append((f"log line of {record.name}", record.getMessage()))
        said.everything.append((f"log record of {record.name}", repr(vars(record))))
    for text in capfd.readouterr():
        said.everything.append(("terminal", text))
    assert said.leaks(*NEEDLES) == []
    assert said.leaks("opensesame", "X-Amz-Signature=", "X-Mock-Signature=") == []


@pytest.fixture
def newton(connect: Callable[..., Client], server: ScriptedServer, said: Said) -> Client:
    def on_retry(event: Any) -> None:
        said.shown("retry event", event)
        said.raised("error of a retry event", event.error)

    return connect(server.url, api_key=KEY, timeout=5, on_retry=on_retry, retry={"max_attempts": 2})


FAILURES: dict[str, Reply | Reset] = {
    "refusal that echoes": Reply(401, {"errors": [NAUGHTY, NAUGHTY]}, ECHO),
    "older refusal that echoes": Reply(403, {"detail": f"{KEY} may not."}, ECHO),
    "validation error that echoes": Reply(422, {"detail": [{"loc": [KEY], "msg": KEY, "input": KEY}]}, ECHO),
    "text that echoes": Reply(400, f"Authorization: Bearer {KEY}", ECHO),
    "page that echoes": Reply(502, f"<html>{KEY}</html>", {"Content-Type": "text/html", **ECHO}),
    "page instead of an answer": Reply(200, f"<html>{KEY}</html>", {"Content-Type": "text/html", **ECHO}),
    "failure of the server that echoes": Reply(500, {"errors": [NAUGHTY]}, ECHO),
    "failure that quotes a presigned URL": Reply(
        500, {"detail": f"GET https://bucket.example.com/pump.csv?{QUERY} failed"}, ECHO
    ),
    "rate limit that echoes": Reply(429, KEY, {"Retry-After": "1", **ECHO}),
    "redirect to a presigned URL": Reply(
        307, b"", {"Location": f"https://bucket.example.com/pump.csv?{QUERY}"}
    ),
    "redirect to a URL with a token": Reply(303, b"", {"Location": "/elsewhere?code=opensesame"}),
    "cut error": Reply(500, {"errors": [NAUGHTY]}, ECHO, cut=True),
    "cut answer": Reply(200, {"file_id": KEY * 20}, ECHO, cut=True),
    "answer of another shape": Reply(200, [KEY], ECHO),
    "answer that is no JSON": Reply(200, f"{{'{KEY}'", ECHO),
    "answer with a broken header": Reply(200, b"", {"X-Echo": f"\r\n{KEY} https://x.example.com/?{QUERY}"}),
    "reset": Reset.AFTER,
}


@pytest.mark.parametrize("failure", FAILURES)
def test_an_error_shows_no_secret(newton: Client, server: ScriptedServer, said: Said, failure: str) -> None:
    server.script(*[FAILURES[failure]] * 2)
    with pytest.raises(NewtonError) as caught:
        newton.do(lambda newton: newton.files.get("pump.csv"))
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    said.raised(failure, caught.value)


def test_a_failure_inside_a_success_shows_no_secret(
    newton: Client, server: ScriptedServer, said: Said
) -> None:
    server.script(
        Reply(200, {"is_valid": False, "errors": [NAUGHTY]}, ECHO),
        Reply(200, {"status": "failed", "error_msg": KEY, "error_messages": [KEY]}, ECHO),
    )
    for call in (
        lambda newton: newton.files.delete("pump.csv"),
        lambda newton: newton.query(model="Newton::c", query="?"),
    ):
        with pytest.raises(NewtonError, match=r"\*\*\*") as caught:
            newton.do(call)
        said.raised("failure inside a success", caught.value)


def test_a_server_that_is_not_there_gets_and_shows_nothing(
    connect: Callable[..., Client], said: Said
) -> None:
    with ScriptedServer(listening=False) as nobody, pytest.raises(NewtonError) as caught:
        connect(nobody.url, api_key=KEY).do(lambda newton: newton.files.get("pump.csv"))
    said.raised("refused connection", caught.value)


def test_what_is_refused_before_it_is_sent_shows_no_secret(newton: Client, said: Said) -> None:
    for call in (
        lambda newton: newton.files.get("fil_5hx819ysp38n2rt1f5fv0wsxgh"),
        lambda newton: newton.files.get(""),
        lambda newton: newton.query(model="Newton::c", query="?", file_ids=["pump"]),
    ):
        with pytest.raises(NewtonError) as caught:
            newton.do(call)
        said.raised("refusal", caught.value)


@pytest.mark.parametrize(
    "arguments",
    [
        (f"{KEY} {KEY}",),
        (KEY + "é",),
        (KEY, f"https://user:{KEY}@api.example.com"),
        (KEY, f"ftp://x/?k={KEY}"),
    ],
)
def test_settings_that_make_no_client_are_not_shown(arguments: tuple[str, ...], said: Said) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Newton(*arguments)
    said.raised("wrong settings", caught.value)


def test_a_client_shows_no_key_and_none_of_its_parts_does(newton: Client, said: Said) -> None:
    client = newton.newton
    caller = client._http_caller
    for part in (
        *(client, client.with_options(timeout=1), client.raw, client.raw.files),
        *(client.files, client.jobs, client.query, client.sessions),
        *(caller, caller.config, caller.pool, caller.budget, caller.retry),
    ):
        said.shown(type(part).__name__, part)


def test_a_pickled_client_shows_no_key_but_still_has_it(server: ScriptedServer, said: Said) -> None:
    said.pickled("client", Newton(KEY, server.url))
    said.pickled("policy", Newton(KEY, server.url)._http_caller.retry)
    server.script(Reply(200, answer("files_get")))
    with pickle.loads(pickle.dumps(Newton(KEY, server.url))) as newton:
        newton.files.get("pump.csv")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_the_key_in_an_answer_is_masked_until_it_is_asked_for(
    newton: Client, server: ScriptedServer, said: Said
) -> None:
    record = {**answer("sessions_create"), "api_key": KEY}
    server.script(
        Reply(200, record), Reply(200, [record]), Reply(200, {**answer("query_create"), "api_key": KEY})
    )
    made = newton.do(lambda newton: newton.raw.sessions.create(lens_id="lns-1"))
    listed = newton.do(lambda newton: newton.sessions.list())
    asked = newton.do(lambda newton: newton.query(model="Newton::c", query="?"))
    for where, thing in (("session", made.parsed), ("sessions", listed), ("answer", asked), ("raw", made)):
        said.shown(where, thing)
        said.pickled(where, thing)
        said.shown(f"copied {where}", copy.deepcopy(thing))
    said.shown("session as JSON", json.dumps(made.parsed.to_dict()))
    assert made.parsed.api_key.reveal() == listed[0].api_key.reveal() == KEY
    assert asked.response.api_key.reveal() == KEY


STORAGE: dict[str, Reply | Reset] = {
    "a file": Reply(200, b"a,b\n", {"ETag": '"1"'}),
    "a refusal that echoes the signature": Reply(
        403,
        "<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>"
        f"{CREDENTIAL}</AWSAccessKeyId><StringToSign>{QUERY}</StringToSign>"
        f"<SignatureProvided>{SIGNATURE}</SignatureProvided></Error>",
        {"Content-Type": "application/xml", "X-Echo": QUERY},
    ),
    "an expiry": Reply(403, f"<Error><Code>ExpiredToken</Code><Token>{CREDENTIAL}</Token></Error>"),
    "a failure": Reply(503, f"<Error>{SIGNATURE}</Error>"),
    "a redirect": Reply(307, b"", {"Location": f"https://other.example.com/out.csv?{QUERY}"}),
    "half a file": Reply(200, b"a,b\n1,2\n", cut=True),
    "a reset": Reset.AFTER,
}


@pytest.mark.parametrize("what", STORAGE)
def test_a_presigned_url_is_not_shown_where_storage_answers_with(
    newton: Client, server: ScriptedServer, said: Said, tmp_path: Path, what: str
) -> None:
    with ScriptedServer() as storage:
        page = outputs(f"{storage.root}/bucket/out.csv?{QUERY}")
        server.script(*[Reply(200, page)] * 10)
        storage.script(*[STORAGE[what]] * 40)
        try:
            paths = newton.do(lambda newton: newton.jobs.download_outputs("job_1", tmp_path))
        except NewtonError as error:
            said.raised(what, error)
        else:
            assert [path.read_bytes() for path in paths] == [b"a,b\n"]
    assert storage.requests[0].target.endswith(QUERY)
    assert not any("authorization" in request.headers for request in storage.requests)


def test_a_presigned_url_is_not_shown_where_storage_is_not_there(
    newton: Client, server: ScriptedServer, said: Said, tmp_path: Path
) -> None:
    with ScriptedServer(listening=False) as nobody:
        server.script(*[Reply(200, outputs(f"{nobody.root}/bucket/out.csv?{QUERY}"))] * 10)
        with pytest.raises(NewtonError) as caught:
            newton.do(lambda newton: newton.jobs.download_outputs("job_1", tmp_path))
    said.raised("storage that is not there", caught.value)


@pytest.mark.parametrize(
    "ref", ["https://[half/out.csv", "https://x:port/out.csv", "ftp://x/out.csv", "\x00"]
)
def test_a_presigned_url_that_is_none_is_not_shown(
    newton: Client, server: ScriptedServer, said: Said, tmp_path: Path, ref: str
) -> None:
    server.script(Reply(200, outputs(f"{ref}?{QUERY}")))
    with pytest.raises(NewtonError) as caught:
        newton.do(lambda newton: newton.jobs.download_outputs("job_1", tmp_path))
    said.raised("URL that is none", caught.value)


LENS = {"lens_config": {"model_pipeline": [{"processor_name": "lens_camera_processor"}]}}


def test_a_web_socket_shows_no_secret(said: Said) -> None:
    with MockServer() as mock, Newton(KEY, mock.url) as newton:
        mock.transitions(session_start=0)
        with newton.sessions.open(lens=LENS) as session, session.connect() as socket:
            for thing in (session, socket, session.record, socket.status()):
                said.shown(type(thing).__name__, thing)


def test_an_async_web_socket_shows_no_secret(said: Said) -> None:
    async def main() -> None:
        async with (
            AsyncNewton(KEY, mock.url) as newton,
            newton.sessions.open(lens=LENS) as session,
            session.connect() as socket,
        ):
            for thing in (session, socket, session.record, await socket.status()):
                said.shown(type(thing).__name__, thing)

    with MockServer() as mock:
        mock.transitions(session_start=0)
        asyncio.run(main())


def test_the_journal_of_the_mock_keeps_no_secret(connect: Callable[..., Client], said: Said) -> None:
    with MockServer() as mock:
        client = connect(mock.url, api_key=KEY)
        content = io.BytesIO(b"a,b\n1,2\n")
        client.do(lambda newton: newton.files.upload(content, name="pump.csv", strategy="direct"))
        journal = json.dumps(mock.requests())
    assert "storage_put" in journal
    said.everything.append(("journal", journal))


def outputs(ref: str) -> dict[str, Any]:
    """A page with one output."""
    data = {"ref": ref, "filename": "out.csv", "file_extension": ".csv", "num_bytes": 4, "metadata": {}}
    output = {**answer("jobs_outputs")["outputs"][0], "data": data}
    return {"job_id": "job_1", "total": 1, "offset": 0, "limit": 100, "outputs": [output]}
