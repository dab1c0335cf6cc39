"""Batch jobs, from the request to the rows."""

import io
import json
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from newton_client import (
    GuardError,
    JobFailedError,
    NewtonWarning,
    NotFoundError,
    ServerError,
    WaitTimeoutError,
)
from newton_client._schema import configs
from newton_client.progress import JobProgressBar
from newton_mock import MockServer
from support.clients import Client
from support.server import Reply, ScriptedServer

from .conftest import Make, MockTime, recording
from .twins import both, helper

CONFIG = {
    "batch_size": 4,
    "flush_every_n_iteration": 25,
    "reader_config": {"timestamp_column": "time", "window_size": 64, "step_size": 1},
    "classifier_config": {"n_neighbors": 3},
}
ROWS = 400
WINDOWS = ROWS - 64 + 1


def request(**config: Any) -> dict[str, Any]:
    return {
        "name": "pump",
        "pipeline_type": "batch",
        "pipeline_key": "machine-state-classification",
        "inputs": {
            "worker.inference": [{"file_id": "pump.csv"}],
            "worker.n_shots": [
                {"file_id": f"{state}.csv", "metadata": {"class": state}} for state in ("calm", "wild")
            ],
        },
        "parameters": {"worker": {"config": {**CONFIG, **config}}},
    }


@helper
async def started(newton: Any, rows: int = ROWS, **config: Any) -> Any:
    await newton.files.upload(recording(200, strength=0.1), name="calm.csv")
    await newton.files.upload(recording(200, strength=2.0), name="wild.csv")
    await newton.files.upload(recording(rows, strength=2.0, seed=1), name="pump.csv")
    return await newton.jobs.create(**request(**config))


class TestWaiting:
    @both
    async def test_gives_the_job_when_it_has_ended(self, new: Make, mock: MockServer) -> None:
        mock.transitions(job_pending=5.0, job_running=900.0)
        told: list[Any] = []
        async with new() as newton:
            job = await started(newton)
            assert (await newton.jobs.wait(job.id, progress=told.append)).status == "COMPLETED"
        assert told[0].job.status == "PENDING"
        assert told[-1].fraction == 1.0
        assert any(each.items_done and each.items_total == WINDOWS for each in told)

    @both
    async def test_can_be_watched_on_a_terminal(self, new: Make) -> None:
        terminal = io.StringIO()
        console = Console(file=terminal, force_terminal=True, width=100)
        async with new() as newton:
            job = await started(newton)
            with JobProgressBar(console) as bar:
                await newton.jobs.wait(job.id, progress=bar)
        assert "pump" in terminal.getvalue()
        assert "COMPLETED 100%, 1 of 1 inputs" in terminal.getvalue()

    @both
    async def test_looks_often_at_first_and_seldom_later(
        self, new: Make, mock: MockServer, time_of_mock: MockTime
    ) -> None:
        mock.transitions(job_pending=0.0, job_running=3600.0)
        async with new(random=lambda: 0.0) as newton:
            job = await started(newton)
            await newton.jobs.wait(job.id)
        assert time_of_mock.naps[:5] == [1.0] * 5
        assert time_of_mock.naps[-1] == 30.0
        assert len(time_of_mock.naps) < 200

    @both
    async def test_ends_with_a_look_at_the_deadline(
        self, new: Make, mock: MockServer, time_of_mock: MockTime
    ) -> None:
        mock.transitions(job_pending=1000.0)
        async with new() as newton:
            job = await started(newton)
            with pytest.raises(WaitTimeoutError, match=f"Job {job.id} is PENDING after 45 s; it goes on"):
                await newton.jobs.wait(job.id, timeout=45)
        assert time_of_mock.now == pytest.approx(45)

    @both
    async def test_says_why_a_job_failed(self, new: Make) -> None:
        async with new() as newton:
            job = await started(newton, classifier_config={"n_neighbors": 500})
            with pytest.raises(JobFailedError, match="n_neighbors must be <= number of samples") as failed:
                await newton.jobs.wait(job.id)
        assert failed.value.job.id == job.id
        assert [event.event_type for event in failed.value.events] == ["job.failed"]

    @both
    async def test_outlasts_an_outage(self, new: Make, mock: MockServer) -> None:
        async with new(max_attempts=2) as newton:
            job = await started(newton)
            mock.faults("jobs_get", "status", status=503, times=6)
            assert (await newton.jobs.wait(job.id)).status == "COMPLETED"

    @both
    async def test_does_not_outlast_an_outage_for_ever(self, new: Make, mock: MockServer) -> None:
        async with new(max_attempts=2) as newton:
            job = await started(newton)
            mock.faults("jobs_get", "status", status=503, times=10_000)
            with pytest.raises(ServerError):
                await newton.jobs.wait(job.id)

    @both
    async def test_does_not_need_a_server_that_tells_how_far_a_job_is(
        self, new: Make, mock: MockServer
    ) -> None:
        mock.transitions(job_pending=0.0, job_running=60.0)
        for operation in ("jobs_inputs_progress", "jobs_inputs_progress_counts"):
            mock.faults(operation, "status", status=404, times=1000)
        async with new() as newton:
            job = await started(newton)
            assert (await newton.jobs.wait(job.id, progress=str)).status == "COMPLETED"

    @both
    async def test_says_so_when_it_has_not_seen_the_job(self, new: Make, mock: MockServer) -> None:
        mock.faults("jobs_get", "status", status=503, times=1000)
        async with new() as newton:
            with pytest.raises(WaitTimeoutError, match="Job job_1 is unknown after 45 s"):
                await newton.jobs.wait("job_1", timeout=45)

    @both
    async def test_cancelling_a_job_that_has_ended_is_no_error(self, new: Make) -> None:
        async with new() as newton:
            job = await started(newton)
            await newton.jobs.wait(job.id)
            assert (await newton.jobs.cancel(job.id)).status == "COMPLETED"


class Reports:
    """A job whose reports grow while they are read, listed in either order, a page at a time."""

    def __init__(self, *, newest_first: bool) -> None:
        self.newest_first = newest_first
        self.began = datetime(2026, 4, 14, tzinfo=UTC)
        self.number = 0
        self.kept: dict[str, list[dict[str, Any]]] = {"events": [], "entries": []}
        self.given: list[str] = []

    def grow(self, count: int, ended: bool = False) -> None:
        for _ in range(count):
            self.number += 1
            moment = (self.began + timedelta(seconds=self.number)).isoformat()
            kind = "events" if self.number % 3 else "entries"
            entry = {"id": self.number, "created_at": moment, "message": str(self.number)}
            entry |= {"event_type": "info", "level": "INFO"} if kind == "events" else {"kind": "inference"}
            self.kept[kind].append(entry)

    def page(self, kind: str, offset: int, limit: int) -> dict[str, Any]:
        listed = self.kept[kind][::-1] if self.newest_first else self.kept[kind]
        found = {"job_id": "job_1", "total": len(listed), "offset": offset, "limit": limit}
        return {**found, kind: listed[offset : offset + limit]}


JOB = {
    "id": "job_1",
    "name": "pump",
    "pipeline_type": "batch",
    "pipeline_key": "k",
    "pipeline_version": "1",
    "created_at": "2026-04-14T10:00:00Z",
}


class TestFollowing:
    @pytest.mark.parametrize("newest_first", [False, True])
    def test_gives_each_report_once_and_in_order_while_the_pages_shift(
        self, client: Client, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, newest_first: bool
    ) -> None:
        reports = Reports(newest_first=newest_first)
        reports.grow(350)

        def answer(connection: Any, stream: Any) -> bool:
            """Every page is another moment: more has been reported since the last one."""
            received = original(stream)
            if received is None:
                return False
            _, _, query = received.target.partition("?")
            wanted = dict(pair.split("=") for pair in query.split("&")) if query else {}
            offset, limit = int(wanted.get("offset", 0)), int(wanted.get("limit", 20))
            if received.path.endswith("/events"):
                body: Any = reports.page("events", offset, limit)
            elif received.path.endswith("/progress"):
                body = reports.page("entries", offset, limit)
            else:
                body = {**JOB, "status": "COMPLETED" if reports.number >= 1500 else "RUNNING"}
            if reports.number < 1500:
                reports.grow(7)
            Reply(200, body).write(connection)
            return True

        def original(stream: Any) -> Any:
            from support import server as module

            line = stream.peek(1)
            return module._read(stream) if line else None

        monkeypatch.setattr(server, "_answer", answer)
        found = client.do(lambda newton: newton.jobs.follow("job_1"))
        assert [int(each.message) for each in found] == list(range(1, reports.number + 1))

    @both
    async def test_tells_what_a_job_did(self, new: Make, mock: MockServer) -> None:
        mock.transitions(job_pending=1.0, job_running=30.0)
        async with new() as newton:
            job = await started(newton)
            async with aclosing(newton.jobs.follow(job.id)) as reports:
                found = [report.message async for report in reports]
        assert found[0] == "Running job"
        assert found[-1].startswith("Inference completed")
        assert f"Processed {WINDOWS} of {WINDOWS}" in found

    @pytest.mark.parametrize("operation", ["jobs_events", "jobs_progress"])
    @both
    async def test_loses_nothing_in_an_outage(self, new: Make, mock: MockServer, operation: str) -> None:
        mock.transitions(job_pending=1.0, job_running=300.0)
        found = []
        async with new(max_attempts=2) as newton:
            job = await started(newton)
            async with aclosing(newton.jobs.follow(job.id)) as reports:
                async for report in reports:
                    found.append(report.message)
                    mock.faults(operation, "status", status=503, times=2)  # as many as the client tries
            async with aclosing(newton.jobs.follow(job.id)) as reports:
                assert found == [report.message async for report in reports]

    @both
    async def test_tells_what_it_has_seen_before_its_time_is_over(self, new: Make, mock: MockServer) -> None:
        mock.transitions(job_pending=0.0, job_running=300.0)
        found = []
        async with new() as newton:
            job = await started(newton)
            with pytest.raises(WaitTimeoutError, match=r"is RUNNING with \d reports after 0 s"):  # noqa: PT012
                async with aclosing(newton.jobs.follow(job.id, timeout=0)) as reports:
                    async for report in reports:
                        found.append(report.message)
        assert "Running job" in found


class TestOutputs:
    @both
    async def test_parts_are_downloaded_side_by_side_and_given_in_order(
        self, new: Make, mock: MockServer, tmp_path: Path
    ) -> None:
        async with new() as newton:
            job = await newton.jobs.wait((await started(newton)).id)
            mock.faults("storage_get", "status", status=503, times=2)
            async with aclosing(newton.jobs.download_outputs(job.id, tmp_path)) as paths:
                names = [path.name async for path in paths]
        assert names == [f"pred_pump_part_{number}.csv" for number in range(4)]
        assert sum(len((tmp_path / name).read_text().splitlines()) - 1 for name in names) == WINDOWS

    @both
    async def test_rows_are_one_for_each_window(self, new: Make) -> None:
        async with new() as newton:
            job = await newton.jobs.wait((await started(newton)).id)
            rows = await newton.jobs.results(job.id).list()
        assert [row["timestamp"] for row in rows] == list(range(WINDOWS))
        assert {row["prediction"] for row in rows} == {"wild"}
        assert {row["input"] for row in rows} == {"pump.csv"}

    @both
    async def test_lines_that_failed_are_rows_too(self, new: Make) -> None:
        lines = [json.dumps({"prompt": "How is the pump?"}), "no json", json.dumps({"prompt": "And now?"})]
        async with new() as newton:
            await newton.files.upload("\n".join(lines).encode(), name="ask.jsonl", strategy="simple")
            asked = await newton.jobs.create(
                name="ask",
                pipeline_type="batch",
                pipeline_key="activity-detection",
                inputs={"worker.data": [{"file_id": "ask.jsonl"}]},
            )
            await newton.jobs.wait(asked.id)
            rows = await newton.jobs.results(asked.id).list()
        assert [row["line_index"] for row in rows] == [0, 1, 2]
        assert rows[1]["prediction"] is None
        assert rows[1]["error"] == "parse error"
        assert rows[0]["prediction"]

    @both
    async def test_many_rows_are_followed_downloaded_and_joined(
        self, new: Make, mock: MockServer, tmp_path: Path
    ) -> None:
        rows, step = 20_000, 8
        mock.transitions(job_pending=10.0, job_running=600.0)
        async with new() as newton:
            reader = {**CONFIG["reader_config"], "step_size": step}
            job = await started(newton, rows=rows, reader_config=reader, flush_every_n_iteration=50)
            async with aclosing(newton.jobs.follow(job.id)) as reports:
                found = [(report.created_at, report.message) async for report in reports]
            results = await newton.jobs.results(job.id).list()
        assert found == sorted(set(found))
        assert [row["timestamp"] for row in results] == list(range(0, rows - 63, step))


class TestParameters:
    @both
    async def test_are_held_against_the_pipelines_own_schema(self, new: Make, mock: MockServer) -> None:
        async with new() as newton:
            with pytest.raises(GuardError) as refused:
                await started(
                    newton, batch_size=0, classifier_config={"metric": "manhatan", "n_neighbors": "5"}
                )
        assert "worker.config.batch_size must be >= 1, not 0" in str(refused.value)
        assert 'metric must be one of "euclidean"' in str(refused.value)
        assert "n_neighbors must be integer" in str(refused.value)
        assert mock.requests("jobs_create") == []

    def test_of_one_component_are_held_against_its_own_schema(self) -> None:
        schema = {"properties": {"reader": {"properties": {"size": {"type": "integer"}}}}}
        parameters = {"reader": {"config": {"size": "5"}}}
        assert list(configs(parameters, schema)) == [
            ("reader", {"size": "5"}, schema["properties"]["reader"])
        ]

    @both
    async def test_that_are_misspelt_are_pointed_out(self, new: Make) -> None:
        async with new() as newton:
            with pytest.warns(NewtonWarning, match="model_typ is unknown; did you mean model_type"):
                await started(newton, model_typ="omega_1_4_base")

    @both
    async def test_are_sent_as_they_are_when_the_caller_wants_that(self, new: Make, mock: MockServer) -> None:
        async with new() as newton:
            await started(newton)
            asked = len(mock.requests("pipelines_schema"))
            await newton.jobs.create(**request(), check=False)
        assert len(mock.requests("pipelines_schema")) == asked

    @both
    async def test_the_schema_is_asked_for_once(self, new: Make, mock: MockServer) -> None:
        async with new() as newton:
            await started(newton)
            await newton.jobs.create(**request())
        assert len(mock.requests("pipelines_schema")) == 1


class TestTemplate:
    @both
    async def test_says_what_a_pipeline_wants(self, new: Make) -> None:
        async with new() as newton:
            found = await newton.pipelines.template("machine-state-classification")
            assert set(found["inputs"]) == {"worker.inference", "worker.n_shots"}
            assert found["inputs"]["worker.n_shots"][0]["metadata"] == {"class": "<label>"}
            assert found["parameters"]["worker"]["config"]["batch_size"] == 32
            await started(newton)
            found["inputs"] = request()["inputs"]
            found["parameters"]["worker"]["config"]["reader_config"] = CONFIG["reader_config"]
            job = await newton.jobs.create(**found)
            assert (await newton.jobs.wait(job.id)).status == "COMPLETED"

    @both
    async def test_of_a_pipeline_that_is_not_there_is_an_error(self, new: Make) -> None:
        async with new() as newton:
            with pytest.raises(NotFoundError, match="'image-classifier'"):
                await newton.pipelines.template("image-classifier")
