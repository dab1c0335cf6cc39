"""The demo: on its own recordings, on real ones, and on folders it cannot use."""

import os
import subprocess
import sys
from pathlib import Path

import machine_state
import make_data
import pytest
import recordings

from newton_client import Newton

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("NEWTON_TEST_DATA", ROOT.parent / "shared" / "data"))


def demo(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "examples" / "machine_state.py", *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={
            **os.environ,
            "COLUMNS": "200",
            # Neither is used: the demo asks its own mock, at its own address.
            "ATAI_API_ENDPOINT": "http://127.0.0.1:9",
            "HTTP_PROXY": "http://127.0.0.1:9",
        },
    )


@pytest.fixture
def real() -> recordings.Task:
    if not list(REAL.glob("*_healthy.csv")):
        pytest.skip("no real recordings on this machine; name their folder in NEWTON_TEST_DATA")
    return recordings.load(REAL)


def accuracy(predictions: list[str], truth: list[str]) -> float:
    return sum(guess == state for guess, state in zip(predictions, truth, strict=True)) / len(truth)


def test_it_runs_without_key_or_network_and_tells_what_it_does() -> None:
    run = demo()
    assert (run.returncode, run.stderr) == (0, "")
    for heading in ("1. Upload", "2. Mix up", "3. Ask", "4. Classify", "5. Classify"):
        assert heading in run.stdout
    assert "a file_uid. Pass the file_id instead" in run.stdout
    assert "I read 256 values" in run.stdout
    assert "Downloaded pred_unknown_part_" in run.stdout
    accuracies = [float(line.split()[1]) for line in run.stdout.splitlines() if line.startswith("Accuracy:")]
    assert len(accuracies) == 2
    assert min(accuracies) >= 0.95


def test_it_takes_a_folder_of_recordings(tmp_path: Path) -> None:
    make_data.write(tmp_path)
    (tmp_path / "pump_healthy.csv").rename(tmp_path / "fan 2_healthy.csv")
    (tmp_path / "pump_degraded.csv").rename(tmp_path / "fan 2_degraded.csv")
    run = demo("--data", tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "fan 2_healthy.csv" in run.stdout


def test_the_made_up_recordings_are_small_and_always_the_same(tmp_path: Path) -> None:
    once, again = make_data.write(tmp_path / "once"), make_data.write(tmp_path / "again")
    for path in once.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()
        assert path.stat().st_size < 150_000


def test_embeddings_tell_the_state_of_a_real_machine(newton: Newton, real: recordings.Task) -> None:
    assert accuracy(machine_state.classify_by_embeddings(newton, real), real.truth) >= 0.95


def test_a_batch_job_tells_the_state_of_a_real_machine(
    newton: Newton, real: recordings.Task, tmp_path: Path
) -> None:
    machine_state.upload(newton, real)
    assert accuracy(machine_state.classify_by_job(newton, real, tmp_path), real.truth) >= 0.95


def test_windows_are_as_many_as_the_states_they_are_compared_with(tmp_path: Path) -> None:
    for rows in range(recordings.FEWEST_ROWS, recordings.FEWEST_ROWS + 40):
        for state in recordings.STATES:
            lines = ["t,a", *(f"{n},{n}" for n in range(rows))]
            (tmp_path / f"x_{state}.csv").write_text("\n".join(lines))
        task = recordings.load(tmp_path)
        assert len(list(task.unknown.windows())) == len(task.truth)


ROWS = "".join(f"{n},0.5\n" for n in range(recordings.FEWEST_ROWS))


@pytest.mark.parametrize(
    ("healthy", "said"),
    [
        pytest.param(None, "holds no *_healthy.csv.", id="missing"),
        pytest.param(b"", "0 rows of 0 comma-separated columns", id="empty"),
        pytest.param(b"time,x\n0,0.5\n", "1 rows of 2 comma-separated columns", id="too short"),
        pytest.param(f"time\n{ROWS}".replace(",", ";").encode(), "of 1 comma", id="semicolons"),
        pytest.param(b"\xff\xfe\x00\x01", "cannot be read as CSV", id="not text"),
        pytest.param(b"time,x\n" + b"0,0.5\n1,high\n", "row 3: x is 'high', which is no number", id="words"),
        pytest.param(b"time,x\n" + b"0,nan\n", "row 2: x is 'nan', which is no number", id="nan"),
        pytest.param(b"time,x\n" + b"0,1,2\n", "row 2: 3 values for 2 columns", id="ragged"),
        pytest.param(f"time,y\n{ROWS}".encode(), "the files before it ['time', 'y']", id="other columns"),
    ],
)
def test_a_folder_it_cannot_use_is_refused_in_one_sentence(
    tmp_path: Path, healthy: bytes | None, said: str
) -> None:
    (tmp_path / "pump_degraded.csv").write_text(f"time,x\n{ROWS}")
    if healthy is not None:
        (tmp_path / "pump_healthy.csv").write_bytes(healthy)
    with pytest.raises(recordings.DataError) as refusal:
        recordings.load(tmp_path)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["--data", "no/such/folder"], 1, "There is no folder 'no/such/folder'.", id="folder"),
        pytest.param(["--data", ROOT], 1, "holds no *_healthy.csv and no *_degraded.csv.", id="files"),
        pytest.param(["--dta", "x"], 2, "unrecognized arguments: --dta x", id="option"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_in_one_sentence(
    arguments: list[str | Path], code: int, said: str
) -> None:
    run = demo(*arguments)
    assert (run.returncode, run.stdout) == (code, "")
    assert run.stderr.rstrip().endswith(said)
    assert "Traceback" not in run.stderr
