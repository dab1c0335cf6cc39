"""Training runs, from the data to the picture."""

import json
import math
import xml.etree.ElementTree as ElementTree
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from newton_client import GuardError, JobFailedError, plot_metrics
from newton_mock import MockServer

from .conftest import Make, MockTime
from .twins import both, helper


def examples(count: int = 3) -> bytes:
    text = {"type": "data.text", "event_data": {"contents": "steady"}}
    inner = json.dumps({"lens_parameters": {"instruction": "Say.", "inputs": [text], "outputs": [text]}})
    return b"".join(
        json.dumps({"type": "data.example", "event_data": inner}).encode() + b"\n" for _ in range(count)
    )


def config(**files: list[str]) -> dict[str, Any]:
    return {
        "datasets": [{"name": split, "split": split, "file_ids": names} for split, names in files.items()]
    }


@helper
async def begun(newton: Any) -> Any:
    for name in ("train.jsonl", "eval.jsonl"):
        await newton.files.upload(examples(), name=name, strategy="simple")
    return await newton.fine_tuning.create(
        name="run", config=config(train=["train.jsonl"], eval=["eval.jsonl"])
    )


class TestARun:
    @both
    async def test_is_followed_metric_by_metric_to_its_end(
        self, new: Make, mock: MockServer, time_of_mock: MockTime
    ) -> None:
        mock.transitions(fine_tuning=900.0)
        async with new() as newton:
            job = await begun(newton)
            async with aclosing(newton.fine_tuning.follow(job.id)) as metrics:
                found = [metric async for metric in metrics]
            assert (await newton.fine_tuning.wait(job.id)).status == "COMPLETED"
        assert [metric.step for metric in found] == list(range(50, 1001, 50))
        assert found[0].loss > found[-1].loss
        assert len(time_of_mock.naps) < 250

    @both
    async def test_that_is_stopped_is_no_failure(self, new: Make, mock: MockServer) -> None:
        mock.transitions(fine_tuning=900.0)
        async with new() as newton:
            job = await begun(newton)
            await newton.fine_tuning.stop(job.id)
            assert (await newton.fine_tuning.wait(job.id)).status == "STOPPED"

    @both
    async def test_is_not_cancelled_by_mistake(self, new: Make, mock: MockServer) -> None:
        mock.transitions(fine_tuning=900.0)
        async with new() as newton:
            job = await begun(newton)
            with pytest.raises(GuardError, match=r"stop.* keeps the newest checkpoint"):
                await newton.fine_tuning.cancel(job.id)
            assert mock.requests("fine_tuning_cancel") == []
            await newton.fine_tuning.cancel(job.id, discard=True)
            with pytest.raises(JobFailedError, match="is CANCELLED"):
                await newton.fine_tuning.wait(job.id)


class TestDatasets:
    @pytest.mark.parametrize(
        ("datasets", "problem"),
        [
            (config(eval=["eval.jsonl"]), "no dataset has the split 'train'"),
            (config(train=[]), "dataset 'train' has no file"),
            (
                config(train=["train.jsonl"], test=["eval.jsonl"]),
                "has the split 'test'; there are train and eval",
            ),
            (config(train=["train.csv"]), "'train.csv' is no JSON Lines file"),
            (config(train="train.jsonl"), "'train': file_ids is a list, not 'train.jsonl'"),  # type: ignore[arg-type]
            (config(train=["fil_0123abc"]), r"'fil_0123abc' is a file_uid; newton\.files\.resolve"),
            (config(train=["train.jsonl"], eval=["train.jsonl"]), "is in train and in eval"),
            (config(train=["missing.jsonl"]), "'missing.jsonl': there is no such file"),
            (config(train=["broken.jsonl"]), "'broken.jsonl': line 2: no JSON"),
            (config(train=["empty.jsonl"]), "'empty.jsonl': it is empty"),
            (config(train=["bare.jsonl"]), "no lens_parameters with inputs and outputs"),
        ],
    )
    @both
    async def test_that_cannot_be_used_are_refused_before_anything_begins(
        self, new: Make, mock: MockServer, datasets: dict[str, Any], problem: str
    ) -> None:
        bare = b'{"type": "data.example", "event_data": "{}"}\n'
        async with new() as newton:
            for name, content in (
                ("train.jsonl", examples()),
                ("eval.jsonl", examples()),
                ("broken.jsonl", examples(1) + b"{oh\n"),
                ("empty.jsonl", b"\n"),
                ("bare.jsonl", bare),
            ):
                await newton.files.upload(content, name=name, strategy="simple")
            with pytest.raises(GuardError, match=problem):
                await newton.fine_tuning.create(name="run", config=datasets)
        assert mock.requests("fine_tuning_create") == []

    @both
    async def test_only_the_beginning_of_a_large_file_is_read(self, new: Make, mock: MockServer) -> None:
        large = examples(2000)
        async with new() as newton:
            await newton.files.upload(large + b"{oh\n", name="train.jsonl", strategy="simple")
            job = await newton.fine_tuning.create(name="run", config=config(train=["train.jsonl"]))
        assert job.name == "run"


CURVE = [{"step": step, "loss": 100 / step, "eval_loss": 120 / step} for step in range(50, 1001, 50)]


class TestPlots:
    def test_a_terminal_gets_text(self) -> None:
        text = plot_metrics(CURVE, title="run", width=60)
        lines = text.splitlines()
        assert lines[0] == "run"
        assert "• training loss 0.1   + evaluation loss 0.12" in lines[-1]
        assert max(map(len, lines)) <= 60
        falling = [line.index("•") for line in lines[1:-1] if "•" in line]
        assert falling == sorted(falling)

    @pytest.mark.parametrize(
        "metrics", [[], [{"step": 1, "learning_rate": 0.1}], [{"step": 1, "loss": math.nan}]]
    )
    def test_nothing_to_draw_is_an_error(self, metrics: list[dict[str, Any]]) -> None:
        with pytest.raises(ValueError, match="no loss to draw"):
            plot_metrics(metrics)

    def test_a_loss_that_has_gone_astray_is_left_out_and_named(self) -> None:
        losses = [2.0, math.inf, 1.0, math.nan]
        text = plot_metrics([{"step": None, "loss": loss} for loss in losses])
        assert text.count("•") == 3
        assert text.endswith("• training loss nan")

    def test_a_single_report_is_drawn(self) -> None:
        assert plot_metrics([{"step": 5, "loss": 2.0}]).count("•") == 2

    def test_a_title_is_taken_as_it_is(self, tmp_path: Path) -> None:
        pytest.importorskip("matplotlib")
        assert plot_metrics(CURVE, tmp_path / "loss.png", title="5 $ and _$").stat().st_size > 0

    @pytest.mark.parametrize("suffix", [".png", ".svg"])
    def test_a_file_gets_a_picture(self, tmp_path: Path, suffix: str) -> None:
        pytest.importorskip("matplotlib")
        path = plot_metrics(CURVE, tmp_path / f"loss{suffix}", title="run")
        content = path.read_bytes()
        if suffix == ".png":
            assert content.startswith(b"\x89PNG")
        else:
            assert ElementTree.fromstring(content).tag.endswith("svg")

    def test_a_picture_without_matplotlib_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import sys

        monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
        with pytest.raises(ImportError, match=r"newton-client\[plots\]"):
            plot_metrics(CURVE, tmp_path / "loss.png")
