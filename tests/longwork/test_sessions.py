"""Lens sessions: they run, they are heard to the end, and nothing of them is left."""

import asyncio
import csv
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import aclosing, contextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
import pytest

from newton_client import APIStatusError, AuthenticationError, GuardError, Newton, SessionError
from newton_mock import MockServer
from support.clients import KEY, KINDS, Client
from support.server import Reply, ScriptedServer

from .conftest import Make
from .twins import both, helper, unasync

DATA = Path(os.environ.get("NEWTON_TEST_DATA", Path(__file__).parents[3] / "shared" / "data"))


def lens(
    processor: str = "lens_sensor_logs_processor", output: str | None = "server_sent_events_writer"
) -> Any:
    config: dict[str, Any] = {
        "model_pipeline": [{"processor_name": processor, "processor_config": {}}],
        "model_parameters": {"sensor_buffer_size": 1},
    }
    if output:
        config["output_streams"] = [{"stream_type": output}]
    return {"lens_name": "pump", "lens_config": config}


@pytest.fixture(autouse=True)
def quick(mock: MockServer) -> None:
    mock.transitions(session_start=0.0, heartbeat=0.2)


def running_tasks() -> int:
    with suppress(RuntimeError):  # no event loop, so none
        return len(asyncio.all_tasks())
    return 0


@helper
async def left(newton: Any) -> tuple[int, int]:
    """Sessions, and lenses of one's own."""
    lenses = [lens for lens in await newton.lenses.list() if lens.lens_modifiable]
    return len(await newton.sessions.list()), len(lenses)


def left_by(newton: Newton) -> tuple[int, int]:
    """The same, for a test that is not derived."""
    lenses = [lens for lens in newton.lenses.list() if lens.lens_modifiable]
    return len(newton.sessions.list()), len(lenses)


class TestOpening:
    @pytest.mark.parametrize("numeric", [False, True])
    @both
    async def test_waits_until_it_runs_however_that_is_spelt(
        self, new: Make, mock: MockServer, numeric: bool
    ) -> None:
        mock.transitions(session_start=5.0, numeric_status=numeric)
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            assert (await session.validate()).is_valid
            assert (await session.get())["sensor_buffer_size"] == 1

    @both
    async def test_gives_up_one_that_does_not_start(self, new: Make, mock: MockServer) -> None:
        mock.transitions(session_start=1000.0)
        async with new() as newton:
            with pytest.raises(SessionError, match="still REGISTERED after 30 s"):
                async with newton.sessions.open(lens=lens(), timeout=30):
                    pass
            assert await left(newton) == (0, 0)

    @both
    async def test_gives_up_one_that_fails(self, new: Make) -> None:
        async with new() as newton:
            with pytest.raises(SessionError, match="FAILED"):
                async with newton.sessions.open(lens=lens("lens_of_nobody")):
                    pass
            assert await left(newton) == (0, 0)

    @both
    async def test_takes_a_lens_as_yaml_and_as_a_file(self, new: Make, tmp_path: Path) -> None:
        text = "lens_name: pump\nlens_config:\n  model_pipeline:\n  - processor_name: lens_noop_processor\n"
        (tmp_path / "lens.yaml").write_text(text)
        async with new() as newton:
            for source in (text, tmp_path / "lens.yaml", json.dumps(lens())):
                async with newton.sessions.open(lens=source) as session:
                    assert session.record.lens_name == "pump"

    @both
    async def test_takes_a_lens_in_one_line_of_yaml(self, new: Make) -> None:
        async with new() as newton, newton.sessions.open(lens="lens_name: pump") as session:
            assert session.record.lens_name == "pump"

    @both
    async def test_says_that_one_is_not_open_yet(self, new: Make) -> None:
        async with new() as newton:
            session = newton.sessions.open(lens=lens())
            for use in (session.status, session.connect):
                with pytest.raises(SessionError, match="not open: it lives in a `with` block"):
                    await use()

    @both
    async def test_wants_one_lens(self, new: Make) -> None:
        async with new() as newton:
            with pytest.raises(GuardError, match="lens_id, or lens="):
                newton.sessions.open()


class TestTalking:
    @both
    async def test_a_window_that_is_no_window_is_not_sent(self, new: Make, mock: MockServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            sent = len(mock.requests("sessions_process_event"))
            with pytest.raises(GuardError, match="channels × samples"):
                await session.update([1.0, 2.0])
            assert len(mock.requests("sessions_process_event")) == sent

    @both
    async def test_an_event_that_fails_is_an_error(self, new: Make) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            with pytest.raises(SessionError, match=r"Unknown event type: session\.dance"):
                await session.send({"type": "session.dance", "event_data": {}})

    @both
    async def test_a_lens_without_a_stream_answers_to_the_mailbox(self, new: Make) -> None:
        async with new() as newton, newton.sessions.open(lens=lens(output=None)) as session:
            await session.update({"vibration": 3})
            async with aclosing(session.results()) as events:
                assert (await anext(events)).text
            assert len(await session.read("another reader")) == 1

    @pytest.mark.parametrize("writer", ["server_sent_events_writer", "server_side_events_writer"])
    @both
    async def test_both_spellings_of_the_writer_give_a_stream(self, new: Make, writer: str) -> None:
        async with new() as newton, newton.sessions.open(lens=lens(output=None)) as session:
            await session.set_output(writer)
            await session.update({"vibration": 3})
            async with aclosing(session.results()) as events:
                assert (await anext(events)).id == "1"

    @pytest.mark.parametrize("way", ["socket", "send"])
    @both
    async def test_an_output_counts_whichever_way_it_is_set(
        self, new: Make, mock: MockServer, way: str
    ) -> None:
        async with new() as newton, newton.sessions.open(lens=lens(output=None)) as session:
            if way == "socket":
                async with session.connect() as socket:
                    await socket.set_output()
            else:
                event_data = {"stream_type": "server_sent_events_writer"}
                await session.send({"type": "output_stream.set", "event_data": event_data})
            await session.update({"vibration": 3})
            mock.faults("sessions_process_event", "status", status=403)  # what reads a mailbox
            async with aclosing(session.results()) as events:
                assert (await anext(events)).id == "1"


class TestResults:
    @both
    async def test_come_once_and_in_order_though_the_connection_is_cut(
        self, new: Make, mock: MockServer
    ) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            rows = "\n".join(f'{{"row": {number}}}' for number in range(1, 2001))
            await newton.files.upload(rows.encode(), name="rows.jsonl", strategy="simple")
            mock.faults("sessions_consume", "truncate_stream", cut_after=50, times=39)
            await session.set_input("jsonl_file_reader", file_id="rows.jsonl")
            async with aclosing(session.results()) as events:
                found = [event async for event in events]
        results = [event for event in found if event.type == "inference.result"]
        assert [int(event.id) for event in results] == list(range(1, 2001))
        assert all(f"mean of {number}," in event.text for number, event in enumerate(results, 1))
        assert [event.type for event in found if event.type != "inference.result"] == ["stream.end"]
        assert len(mock.requests("sessions_consume")) == 40

    @both
    async def test_silence_is_a_dead_connection(self, new: Make, mock: MockServer) -> None:
        mock.transitions(heartbeat=1000.0)
        retries: list[Any] = []
        async with new(on_retry=retries.append) as newton, newton.sessions.open(lens=lens()) as session:
            await session.update({"row": 1})
            async with aclosing(session.results(heartbeat_timeout=0.3)) as events:
                assert (await anext(events)).id == "1"
                began = time.monotonic()
                mock.faults("sessions_consume", "status", status=403)
                with pytest.raises(APIStatusError):
                    await anext(events)
                assert 0.25 < time.monotonic() - began < 10
        assert [retry.operation for retry in retries] == ["sessions_consume"]
        assert isinstance(retries[0].error, TimeoutError)

    @both
    async def test_heartbeats_keep_a_silent_connection(self, new: Make, mock: MockServer) -> None:
        mock.transitions(heartbeat=0.05)
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            await newton.files.upload(b'{"row": 1}\n', name="rows.jsonl", strategy="simple")
            async with aclosing(session.results(heartbeat_timeout=5.0)) as events:
                await session.update({"row": 1})
                await anext(events)
                await asyncio.sleep(0.4)
                await session.set_input("jsonl_file_reader", file_id="rows.jsonl")
                assert [event.type async for event in events] == ["inference.result", "stream.end"]
        assert len(mock.requests("sessions_consume")) == 1

    @both
    async def test_of_a_session_that_is_gone_are_an_error(self, new: Make) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            await newton.sessions.destroy(session_id=session.session_id)
            with pytest.raises(SessionError, match="is gone"):
                async with aclosing(session.results()) as events:
                    await anext(events)

    @pytest.mark.skipif(
        not (DATA / "bearing_healthy.csv").exists(), reason="the bearing recordings are not here"
    )
    @both
    async def test_windows_of_the_bearings_are_told_apart(self, new: Make) -> None:
        window, step, truth = 64, 64, []
        async with new() as newton:
            unknown: list[list[list[float]]] = []
            for state in ("healthy", "degraded"):
                header, *rows = csv.reader((DATA / f"bearing_{state}.csv").read_text().splitlines())
                half = rows[: len(rows) // 2][:4000]
                known = "\n".join(map(",".join, [header, *half])).encode()
                await newton.files.upload(known, name=f"{state}.csv")
                rest = rows[len(rows) // 2 :][:4000]
                for start in range(0, len(rest) - window + 1, step):
                    part = rest[start : start + window]
                    unknown.append([[float(row[at]) for row in part] for at in range(1, len(header))])
                    truth.append(state)
            definition = {
                "lens_name": "bearings",
                "lens_config": {
                    "model_pipeline": [
                        {"processor_name": "lens_timeseries_state_processor", "processor_config": {}}
                    ],
                    "model_parameters": {
                        "model_name": "OmegaEncoder",
                        "model_version": "OmegaEncoder::omega_embeddings_01",
                        "buffer_size": window,
                        "csv_configs": {
                            "timestamp_column": header[0],
                            "data_columns": header[1:],
                            "window_size": window,
                            "step_size": step,
                        },
                        "knn_configs": {"n_neighbors": 5, "metric": "euclidean", "weights": "uniform"},
                        "input_n_shot": {"healthy": "healthy.csv", "degraded": "degraded.csv"},
                    },
                    "output_streams": [{"stream_type": "server_sent_events_writer"}],
                },
            }
            labels: dict[str, str] = {}
            async with newton.sessions.open(lens=definition) as session, session.connect() as socket:
                for number, each in enumerate(unknown):
                    await socket.update(each, sensor_id=str(number))
                async with aclosing(session.results()) as events:
                    async for event in events:
                        assert event.scores is not None
                        labels[event.sensor_id] = event.label
                        if len(labels) == len(truth):
                            break
        right = sum(labels[str(number)] == state for number, state in enumerate(truth))
        assert Counter(truth).keys() == {"healthy", "degraded"}
        assert right / len(truth) >= 0.95


def frames(*events: tuple[str | None, dict[str, Any]], end: bool = False) -> Reply:
    """A stream that ends with its last event, and with the connection."""
    text = ""
    for id, event in [*events, *([(None, {"type": "sse.stream.end"})] if end else [])]:
        text += ("" if id is None else f"id: {id}\n") + f"event: message\ndata: {json.dumps(event)}\n\n"
    return Reply(200, text, {"Content-Type": "text/event-stream"})


def log(number: int) -> dict[str, Any]:
    return {"type": "log.info", "event_data": {"number": number}}


PLAIN = {"session_id": "lsn-1", "session_status": "SESSION_STATUS_RUNNING", "lens_id": "lns-1"}
RECORD = {**PLAIN, "lens_config": lens()["lens_config"]}


class TestGaps:
    """What a server does that cannot, or does not, resume."""

    def results(
        self, client: Client, server: ScriptedServer, *streams: Reply, after: str | None = None
    ) -> list[Any]:
        server.script(Reply(200, RECORD), Reply(200, RECORD), *streams, Reply(200, RECORD))

        def run(newton: Any) -> Any:
            session = newton.sessions.open("lns-1")
            if client.kind == "sync":
                with session:
                    return list(session.results(last_event_id=after))

            async def listen() -> list[Any]:
                async with session:
                    return [event async for event in session.results(last_event_id=after)]

            return listen()

        found: list[Any] = client.do(run)
        return [event.data.get("number", event.type) for event in found]

    def test_what_is_sent_again_is_given_once(self, client: Client, server: ScriptedServer) -> None:
        first = frames(("1", log(1)), ("2", log(2)))
        again = frames(("1", log(1)), ("2", log(2)), ("3", log(3)), end=True)
        assert self.results(client, server, first, again) == [1, 2, 3]
        assert [request.headers.get("last-event-id") for request in server.requests[2:4]] == [None, "2"]

    def test_numbers_that_are_left_out_are_a_gap(self, client: Client, server: ScriptedServer) -> None:
        streams = frames(("1", log(1)), ("2", log(2))), frames(("5", log(5)), end=True)
        assert self.results(client, server, *streams) == [1, 2, "newton_client.gap", 5]

    def test_without_ids_a_gap_cannot_be_excluded(self, client: Client, server: ScriptedServer) -> None:
        streams = frames((None, log(1))), frames((None, log(2)), end=True)
        assert self.results(client, server, *streams) == [1, "newton_client.gap", 2]

    def test_events_with_and_without_ids_may_take_turns(self, client: Client, server: ScriptedServer) -> None:
        first = frames(("1", log(1)), (None, log(2)), (None, log(2)))
        again = frames((None, log(3)), ("2", log(4)), end=True)
        assert self.results(client, server, first, again) == [1, 2, 2, 3, 4]

    def test_a_server_that_counts_anew_is_heard(self, client: Client, server: ScriptedServer) -> None:
        streams = frames(("1", log(1)), ("2", log(2))), frames(("1", log(3)), ("2", log(4)), end=True)
        assert self.results(client, server, *streams) == [1, 2, "newton_client.gap", 3, 4]

    def test_a_gap_after_the_event_that_the_caller_had_is_one(
        self, client: Client, server: ScriptedServer
    ) -> None:
        stream = frames(("7", log(7)), ("8", log(8)), end=True)
        assert self.results(client, server, stream, after="5") == ["newton_client.gap", 7, 8]

    def test_a_first_connection_that_fails_is_no_gap(self, client: Client, server: ScriptedServer) -> None:
        streams = Reply(503), frames((None, log(1)), end=True)
        assert self.results(client, server, *streams) == [1]

    def test_a_server_is_waited_for_as_long_as_it_asks_once(
        self, client: Client, server: ScriptedServer
    ) -> None:
        busy = Reply(503, headers={"Retry-After": "100"})
        streams = frames(("1", log(1))), busy, frames(("2", log(2))), frames(("3", log(3)), end=True)
        assert self.results(client, server, *streams) == [1, 2, 3]
        assert client.time.naps == [0.5, 100.0, 0.5]

    def test_an_answer_that_is_no_stream_is_an_error(self, client: Client, server: ScriptedServer) -> None:
        said = {"type": "error", "message": "Failed to fetch session_runner!"}
        with pytest.raises(SessionError, match="Failed to fetch session_runner!"):
            self.results(client, server, Reply(200, said, {"Content-Type": "application/json"}))

    @both
    async def test_a_lens_of_ones_own_has_the_output_that_was_asked_for_if_nothing_else_is_said(
        self, new: Make, server: ScriptedServer
    ) -> None:
        registered = {"lens_id": "lns-1", "lens_name": "pump", "lens_config": {}}
        stream = frames(("1", log(1)), end=True)
        server.script(Reply(200, registered), Reply(200, PLAIN), Reply(200, PLAIN), Reply(200, registered))
        server.script(stream, Reply(200, PLAIN))
        async with new(base_url=server.url) as newton, newton.sessions.open(lens=lens()) as session:
            assert [event.id async for event in session.results()] == ["1"]

    def test_an_event_that_nobody_knows_comes_as_it_is(self, client: Client, server: ScriptedServer) -> None:
        new = {"type": "moon.phase", "event_data": {"number": 7}, "tide": "high"}
        assert self.results(client, server, frames(("1", new), end=True)) == [7]


class TestSockets:
    @both
    async def test_give_each_event_its_reply(self, new: Make, mock: MockServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            for binary in (True, False):
                async with session.connect(binary=binary) as socket:
                    assert (await socket.validate()).is_valid
                    assert (await socket.status()).session_id == session.session_id

    @both
    async def test_beat_when_nothing_is_said(self, new: Make) -> None:
        async with (
            new() as newton,
            newton.sessions.open(lens=lens()) as session,
            session.connect(heartbeat=0.1) as socket,
        ):
            before = (await socket.status()).num_events
            await asyncio.sleep(0.6)
            assert (await socket.status()).num_events >= before + 3

    @both
    async def test_beat_on_after_an_event_that_has_filled_the_buffer(
        self, new: Make, mock: MockServer
    ) -> None:
        async with (
            new() as newton,
            newton.sessions.open(lens=lens()) as session,
            session.connect(heartbeat=0.1, buffer=10) as socket,
        ):
            with socket._socket._turns.one(10):
                await asyncio.sleep(0.3)
            before = (await socket.status()).num_events
            await asyncio.sleep(0.5)
            assert (await socket.status()).num_events >= before + 3

    @both
    async def test_can_be_made_anew(self, new: Make, mock: MockServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            mock.faults("sessions_socket", "ws_close", code=1012)
            connection = session.connect(heartbeat=0.1)
            with pytest.raises(SessionError, match="closed with 1012"):
                async with connection as socket:
                    await socket.status()
            async with connection as socket:
                before = (await socket.status()).num_events
                await asyncio.sleep(0.5)
                assert (await socket.status()).num_events >= before + 3

    @both
    async def test_leave_no_thread_and_no_task(self, new: Make) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            tasks, threads = running_tasks(), threading.active_count()
            async with session.connect() as socket:
                await socket.status()
            assert (running_tasks(), threading.active_count()) == (tasks, threads)

    @both
    async def test_closed_with_1011_say_what_to_do(self, new: Make, mock: MockServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            mock.faults("sessions_socket", "ws_close", code=1011, cut_after=1)
            async with session.connect() as socket:
                await socket.status()
                with pytest.raises(
                    SessionError, match=r"closed with 1011.*the server failed. Connect again"
                ) as closed:
                    await socket.status()
            assert closed.value.code == 1011

    @both
    async def test_that_are_refused_say_why(self, new: Make, mock: MockServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            mock.faults("sessions_socket", "status", status=401)
            with pytest.raises(AuthenticationError) as refused:
                async with session.connect():
                    pass
            assert KEY not in str(refused.value)

    @both
    async def test_at_another_host_do_not_get_the_key(self, new: Make, server: ScriptedServer) -> None:
        async with new() as newton, newton.sessions.open(lens=lens()) as session:
            session.record.session_endpoint = f"{server.root.replace('http', 'ws')}/lens/sessions/1"
            with pytest.raises(SessionError, match="at another place than the API"):
                session.connect()
        assert server.requests == []

    @both
    async def test_have_a_buffer_with_an_end(self, new: Make) -> None:
        async with (
            new() as newton,
            newton.sessions.open(lens=lens()) as session,
            session.connect(buffer=100) as socket,
        ):
            with socket._socket._turns.one(90), pytest.raises(SessionError, match="buffer has 100"):
                await socket.update({"text": "x" * 50})
            await socket.update({"text": "x" * 500})


class TestLeaving:
    @both
    async def test_by_an_exception_leaves_nothing(self, new: Make) -> None:
        async with new() as newton:
            with pytest.raises(ZeroDivisionError):  # noqa: PT012
                async with newton.sessions.open(lens=lens()):
                    assert (await left(newton))[0] == 1
                    raise ZeroDivisionError
            assert await left(newton) == (0, 0)

    @both
    async def test_a_session_that_has_ended_by_itself_is_no_error(self, new: Make) -> None:
        async with new() as newton:
            async with newton.sessions.open(lens=lens()) as session:
                await newton.sessions.destroy(session_id=session.session_id)
            assert await left(newton) == (0, 0)

    @both
    async def test_a_session_whose_create_lost_its_answer_is_found(self, new: Make, mock: MockServer) -> None:
        async with new() as newton:
            mock.faults("sessions_create", "reset_after")
            with pytest.raises(Exception, match="connection"):
                async with newton.sessions.open(lens=lens()):
                    pass
            assert await left(newton) == (0, 0)

    @pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.3, 0.6])
    @pytest.mark.parametrize("kind", ["async"])
    def test_by_cancellation_leaves_nothing(self, new: Make, mock: MockServer, after: float) -> None:
        mock.transitions(session_start=0.2)

        async def run() -> None:
            async with new(real=True) as newton:

                async def work() -> None:
                    async with newton.sessions.open(lens=lens()) as session:
                        async for _ in session.results():
                            pass

                task = asyncio.create_task(work())
                await asyncio.sleep(after)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert await left(newton) == (0, 0)

        asyncio.run(run())

    @pytest.mark.parametrize("after", [0.05, 0.1, 0.2, 0.4, 0.6])
    @pytest.mark.parametrize("kind", ["async"])
    def test_by_a_cancellation_that_insists_leaves_nothing(
        self, new: Make, mock: MockServer, after: float
    ) -> None:
        """As in a web application: anyio cancels a task again and again until it ends."""
        mock.transitions(session_start=0.1)

        async def run() -> None:
            async with new(real=True) as newton:
                with anyio.move_on_after(after):
                    async with newton.sessions.open(lens=lens()) as session:
                        async for _ in session.results():
                            pass
                assert await left(newton) == (0, 0)

        asyncio.run(run())

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    @pytest.mark.parametrize("kind", KINDS)
    def test_by_a_signal_leaves_nothing(
        self, kind: str, mock: MockServer, tmp_path: Path, how: signal.Signals
    ) -> None:
        with program(kind, mock, tmp_path) as run:
            assert run.stdout.readline() == "open\n", run.communicate()[1]
            run.send_signal(how)
            run.communicate(timeout=60)
        assert run.returncode in (143, -signal.SIGINT, 130)
        with Newton(KEY, mock.url) as newton:
            assert left_by(newton) == (0, 0)

    @pytest.mark.parametrize("during", ["lenses_register", "sessions_create", "lenses_delete"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_by_ctrl_c_before_it_is_open_leaves_nothing(
        self, kind: str, mock: MockServer, tmp_path: Path, during: str
    ) -> None:
        mock.faults(during, "slow", delay=1.0)
        with program(kind, mock, tmp_path) as run:
            while not mock.requests(during):
                time.sleep(0.02)
            run.send_signal(signal.SIGINT)
            assert run.communicate(timeout=60)[0] == ""
        with Newton(KEY, mock.url) as newton:
            assert left_by(newton) == (0, 0)


@contextmanager
def program(kind: str, mock: MockServer, folder: Path) -> Iterator[Any]:
    """A process that opens a session, says so, and listens to it."""
    source = textwrap.dedent(f"""
        import asyncio, signal, sys
        from newton_client import AsyncNewton

        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

        async def main():
            async with AsyncNewton({KEY!r}, {mock.url!r}) as newton:
                async with newton.sessions.open(lens={lens()!r}) as session:
                    print("open", flush=True)
                    async for event in session.results():
                        pass
        """)
    source = unasync(source) + "main()\n" if kind == "sync" else source + "asyncio.run(main())\n"
    (folder / "program.py").write_text(source)
    command = [sys.executable, folder / "program.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        yield run
