"""What is tried again, when, and what the caller hears of it."""

import socket
import sys
from email.utils import formatdate
from typing import Any

import pytest

from newton_client import (
    APIStatusError,
    ConnectTimeoutError,
    NewtonError,
    NotFoundError,
    RateLimitError,
    RequestNotSentError,
    ResponseLostError,
    ResponseTimeoutError,
    RetryEvent,
    RetryPolicy,
    ServiceUnavailableError,
)
from support.calls import answer
from support.server import Reply, Reset, ScriptedServer, failure, html

INFO = answer("files_info")
OK = Reply(200, INFO)


def info(newton: Any) -> Any:
    return newton.files.info()


def create(newton: Any) -> Any:
    """An operation that must not run twice."""
    return newton.jobs.create(
        name="run 7", pipeline_type="INFERENCE", pipeline_key="machine-state-classification", inputs={}
    )


@pytest.mark.parametrize(
    "step",
    [
        failure(429),
        failure(500),
        failure(502),
        failure(503),
        failure(504),
        html(502),
        Reply(503),
        Reset.BEFORE,
        Reset.AFTER,
        Reply(200, INFO, cut=True),
    ],
    ids=lambda step: str(getattr(step, "status", step)),
)
def test_what_may_be_gone_next_time_is_tried_again(client: Any, server: ScriptedServer, step: Any) -> None:
    server.script(step, OK)
    assert client.do(info).num_files == INFO["num_files"]
    assert client.time.naps == [0.5]


@pytest.mark.parametrize(
    "status", [301, 400, 401, 403, 404, 405, 408, 409, 413, 422, 499, 501, 520, 529, 561]
)
def test_no_other_answer_is_asked_for_again(client: Any, server: ScriptedServer, status: int) -> None:
    server.script(failure(status, "some_code"))
    with pytest.raises(APIStatusError) as caught:
        client.do(info)
    assert caught.value.status_code == status
    assert caught.value.code == "some_code"
    assert len(server.requests) == 1
    assert client.time.naps == []


def test_waits_grow_and_end_after_four_attempts(client: Any, server: ScriptedServer) -> None:
    server.script(*[failure(503)] * 4)
    with pytest.raises(ServiceUnavailableError):
        client.do(info)
    assert len(server.requests) == 4
    assert client.time.naps == [0.5, 1, 2]


def test_a_server_that_comes_up_late_is_reached(connect: Any) -> None:
    with ScriptedServer(listening=False) as server:
        server.script(OK)
        client = connect(server.url, on_retry=lambda event: server.listen())
        assert client.do(info).num_files == INFO["num_files"]
    assert client.time.naps == [0.5]


def test_a_server_that_is_not_there_is_said_to_have_seen_nothing(connect: Any) -> None:
    with ScriptedServer(listening=False) as server, pytest.raises(RequestNotSentError) as caught:
        connect(server.url).do(create)
    assert not caught.value.maybe_applied
    assert [attempt.outcome for attempt in caught.value.attempts] == ["RequestNotSentError"] * 4


def test_a_refused_connection_is_safe_to_repeat_for_what_must_not_run_twice(connect: Any) -> None:
    with ScriptedServer(listening=False) as server:
        server.script(failure(404))
        with pytest.raises(NotFoundError):
            connect(server.url, on_retry=lambda event: server.listen()).do(create)
        assert len(server.requests) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_refusal_is_safe_to_repeat_for_what_must_not_run_twice(
    client: Any, server: ScriptedServer, status: int
) -> None:
    server.script(failure(status), failure(404))
    with pytest.raises(NotFoundError):
        client.do(create)
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "step",
    [failure(500), failure(502), failure(504), html(502), Reset.AFTER, Reply(200, {"id": "j"}, cut=True)],
    ids=lambda step: str(getattr(step, "status", step)),
)
def test_what_must_not_run_twice_is_not_repeated_once_it_may_have_arrived(
    client: Any, server: ScriptedServer, step: Any
) -> None:
    server.script(step)
    with pytest.raises(NewtonError) as caught:
        client.do(create)
    assert len(server.requests) == 1
    assert caught.value.maybe_applied  # type: ignore[attr-defined]


def test_the_wait_that_the_server_asks_for_is_made(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(429, headers={"Retry-After": "7"}), Reply(503, headers={"Retry-After": "1.5"}), OK)
    client.do(info)
    assert client.time.naps == [7.0, 1.5]


def test_a_date_to_wait_for_is_counted_from_the_servers_own_time(client: Any, server: ScriptedServer) -> None:
    headers = {"Date": formatdate(1_000_000, usegmt=True), "Retry-After": formatdate(1_000_030, usegmt=True)}
    server.script(Reply(429, headers=headers), OK)
    client.do(info)
    assert client.time.naps == [30.0]


def test_a_date_that_has_passed_means_at_once(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(429, headers={"Retry-After": formatdate(1_000_000, usegmt=True)}), OK)
    client.do(info)
    assert client.time.naps == [0.0]


def test_a_wait_that_makes_no_sense_is_chosen_by_us(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(429, headers={"Retry-After": "soon"}), OK)
    client.do(info)
    assert client.time.naps == [0.5]


def test_a_wait_that_is_too_long_is_not_begun_and_that_is_said(client: Any, server: ScriptedServer) -> None:
    server.script(Reply(429, headers={"Retry-After": "61"}))
    with pytest.raises(
        RateLimitError, match=r"61 s, more than the 60 s allowed \(max_retry_after\)"
    ) as caught:
        client.do(info)
    assert caught.value.retry_after == 61.0
    assert client.time.naps == []


def test_how_long_a_wait_may_be_is_a_setting(connect: Any, server: ScriptedServer) -> None:
    server.script(Reply(429, headers={"Retry-After": "61"}), OK)
    client = connect(server.url, retry={"max_retry_after": 100})
    client.do(info)
    assert client.time.naps == [61.0]


def test_no_wait_passes_the_deadline_and_that_is_said(connect: Any, server: ScriptedServer) -> None:
    server.script(*[failure(503)] * 3)
    client = connect(server.url, retry={"deadline": 2.0})
    with pytest.raises(ServiceUnavailableError, match="deadline of 2 s"):
        client.do(info)
    assert client.time.naps == [0.5, 1]
    assert len(server.requests) == 3


def test_each_call_has_the_whole_deadline(connect: Any, server: ScriptedServer) -> None:
    server.script(failure(503), OK, failure(503), OK)
    client = connect(server.url, retry={"deadline": 0.6})
    client.do(info)
    client.do(info)
    assert client.time.naps == [0.5, 0.5]


def test_a_silent_server_is_not_borne_with_beyond_the_deadline(connect: Any, server: ScriptedServer) -> None:
    server.script(Reply(200, INFO, delay=3))
    with pytest.raises(ResponseTimeoutError):
        connect(server.url, retry={"deadline": 0.3, "max_attempts": 1}).do(info)


def test_a_silent_server_is_not_borne_with_beyond_the_timeout(connect: Any, server: ScriptedServer) -> None:
    server.script(Reply(200, INFO, delay=3))
    with pytest.raises(ResponseTimeoutError, match="timeout=") as caught:
        connect(server.url, timeout=0.3).do(create)
    assert caught.value.maybe_applied
    assert isinstance(caught.value, TimeoutError)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems fill the queue of a socket otherwise")
def test_a_connection_that_does_not_come_about_in_time_has_sent_nothing(connect: Any) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, socket.socket() as waiting:
        waiting.setblocking(False)
        waiting.connect_ex(full.getsockname())  # a queue of one, now taken
        with socket.socket() as another:
            another.setblocking(False)
            another.connect_ex(full.getsockname())
            url = f"http://127.0.0.1:{full.getsockname()[1]}"
            with pytest.raises(ConnectTimeoutError) as caught:
                connect(url, timeout=0.05, retry={"max_attempts": 2}).do(create)
    assert not caught.value.maybe_applied
    assert len(caught.value.attempts) == 2


def test_a_client_whose_calls_all_fail_stops_repeating_them(connect: Any, server: ScriptedServer) -> None:
    server.script(*[failure(500)] * 100)
    client = connect(server.url)
    said = ""
    for _ in range(20):
        with pytest.raises(APIStatusError) as caught:
            client.do(info)
        said = str(caught.value)
    assert len(server.requests) == 20 + 35
    assert "too many calls of this client are failing" in said


def test_derived_clients_draw_on_one_budget(connect: Any, server: ScriptedServer) -> None:
    server.script(*[failure(500)] * 100)
    client = connect(server.url)
    patient = client.policy(max_attempts=100)
    for _ in range(2):
        with pytest.raises(APIStatusError):
            client.do(lambda newton: newton.with_options(retry=patient).files.info())
    assert len(server.requests) == 2 + 35


def test_calls_that_succeed_earn_retries_again(connect: Any, server: ScriptedServer) -> None:
    server.script(*[failure(500)] * 36, *[OK] * 4, failure(500), OK)
    client = connect(server.url, retry={"max_attempts": 100})
    with pytest.raises(APIStatusError):
        client.do(info)
    for _ in range(5):
        client.do(info)
    assert len(server.requests) == 36 + 4 + 2


def test_the_hook_hears_of_every_wait_before_it(connect: Any, server: ScriptedServer) -> None:
    events: list[RetryEvent] = []
    server.script(failure(503, "busy"), Reset.AFTER, OK)
    client = connect(server.url, on_retry=events.append)
    client.do(info)
    assert [(e.operation, e.attempt, e.delay) for e in events] == [
        ("files_info", 1, 0.5),
        ("files_info", 2, 1.0),
    ]
    assert isinstance(events[0].error, ServiceUnavailableError)
    assert isinstance(events[1].error, ResponseLostError)


def test_the_hook_hears_nothing_of_what_is_not_tried_again(connect: Any, server: ScriptedServer) -> None:
    events: list[RetryEvent] = []
    server.script(failure(404))
    with pytest.raises(NotFoundError):
        connect(server.url, on_retry=events.append).do(info)
    assert events == []


def test_what_the_hook_raises_ends_the_call(connect: Any, server: ScriptedServer) -> None:
    def stop(event: RetryEvent) -> None:
        raise KeyError("enough")

    server.script(failure(503), OK)
    client = connect(server.url, on_retry=stop)
    with pytest.raises(KeyError, match="enough"):
        client.do(info)
    assert client.do(info).num_files == INFO["num_files"]


def test_the_last_error_tells_of_every_attempt(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), Reset.AFTER, Reply(429, headers={"Retry-After": "3"}), failure(400))
    with pytest.raises(APIStatusError) as caught:
        client.do(lambda newton: newton.jobs.cancel("j1"))
    history = [(a.number, a.outcome, a.delay, a.maybe_applied) for a in caught.value.attempts]
    assert history == [
        (1, "503", 0.5, False),
        (2, "ResponseLostError", 1.0, True),
        (3, "429", 3.0, False),
        (4, "400", None, False),
    ]
    assert "4 attempts" in str(caught.value)


def test_a_success_that_is_none_tells_of_the_attempts_before_it(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), html(200))
    with pytest.raises(NewtonError) as caught:
        client.do(info)
    attempts = caught.value.attempts  # type: ignore[attr-defined]
    assert [attempt.outcome for attempt in attempts] == ["503", "ResponseValidationError"]


def test_retries_can_be_switched_off(connect: Any, server: ScriptedServer) -> None:
    server.script(failure(503))
    with pytest.raises(ServiceUnavailableError):
        connect(server.url, retry={"max_attempts": 1}).do(info)
    assert len(server.requests) == 1


def test_settings_of_one_call_leave_the_client_as_it_was(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), failure(503), OK)
    with pytest.raises(ServiceUnavailableError):
        client.do(lambda newton: newton.with_options(retry=RetryPolicy.off()).files.info())
    assert len(server.requests) == 1
    assert client.do(info).num_files == INFO["num_files"]
    assert len(server.requests) == 3


def test_a_timeout_of_one_call_is_its_own(connect: Any, server: ScriptedServer) -> None:
    server.script(*[Reply(200, INFO, delay=0.6)] * 2)
    client = connect(server.url, retry={"max_attempts": 1})
    with pytest.raises(ResponseTimeoutError):
        client.do(lambda newton: newton.with_options(timeout=0.25).files.info())
    assert client.do(info).num_files == INFO["num_files"]


def test_connections_are_kept_from_one_attempt_to_the_next(client: Any, server: ScriptedServer) -> None:
    server.script(failure(503), failure(429), OK)
    client.do(info)
    assert server.connections == 1
