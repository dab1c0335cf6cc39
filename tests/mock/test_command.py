"""What the options of `newton-mock` do."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from .command import COMMAND, running
from .conftest import upload


def refused(*options: str) -> tuple[int, str]:
    run = subprocess.run([*COMMAND, *options], capture_output=True, text=True, timeout=60, check=False)
    return run.returncode, run.stderr


def test_port_0_is_a_free_one() -> None:
    with running("--port", "0") as (one, _), running("--port", "0") as (two, _):
        assert one.base_url != two.base_url
        assert one.get("/files/info").status_code == two.get("/files/info").status_code == 200


def test_the_same_seed_gives_the_same_ids() -> None:
    uids: list[str] = []
    for seed in ("7", "7", "8"):
        with running("--seed", seed) as (api, _):
            uids.append(upload(api, "a.csv", b"x"))
    assert uids[0] == uids[1] != uids[2]


def test_one_key_is_let_in_and_no_other() -> None:
    with running("--api-key", "sk_one") as (api, _):
        assert api.get("/files/info").status_code == 401
        assert api.get("/files/info", headers={"Authorization": "Bearer sk_one"}).status_code == 200


def test_every_answer_takes_the_latency() -> None:
    with running("--latency", "0.3") as (api, _):
        for path in ("/files/info", "/nope"):
            began = time.monotonic()
            api.get(path)
            assert time.monotonic() - began >= 0.3


def test_parts_have_the_part_size() -> None:
    asked = {"filename": "a.jsonl", "file_type": "application/x-ndjson", "num_bytes": 2500}
    with running("--part-size", "1000") as (api, _):
        plan = api.post("/files/uploads/initiate", json=asked).json()
    assert [part["length"] for part in plan["parts"]] == [1000, 1000, 500]


def test_files_survive_a_restart(tmp_path: Path) -> None:
    with running("--state", str(tmp_path / "new")) as (api, _):
        old = upload(api, "a.csv", b"time,x\n0,1\n")
        upload(api, "gone.csv", b"x")
        upload(api, "../é b.csv", b"first")
        upload(api, "../é b.csv", b"second")
        api.delete("/files/delete/gone.csv")
        before = api.get("/files/metadata").json()
    with running("--state", str(tmp_path / "new")) as (api, _):
        assert api.get("/files/metadata").json() == before
        assert [file["file_id"] for file in before] == ["a.csv", "../é b.csv"]
        assert api.get("/files/download/..%2F%C3%A9%20b.csv").content == b"second"
        assert api.get("/files/metadata/a.csv").json()["file_uid"] == old
        assert upload(api, "c.csv", b"x") not in {file["file_uid"] for file in before}


def test_a_mock_that_was_killed_has_whole_files_only(tmp_path: Path) -> None:
    with running("--state", str(tmp_path)) as (api, process):
        upload(api, "a.csv", b"whole")
        asked = {"filename": "b.jsonl", "file_type": "application/x-ndjson", "num_bytes": 5}
        part = api.post("/files/uploads/initiate", json=asked).json()["parts"][0]
        api.put(part["url"], content=b"small", headers={"Authorization": ""})
        process.kill()
        process.wait(20)
    (record,) = tmp_path.glob("*.json")
    (tmp_path / f"{'0' * 32}.bytes").write_bytes(b"half of a fi")
    (tmp_path / f"{'0' * 32}.new").write_bytes(b'{"file_id": "b.js')
    (tmp_path / "notes.txt").write_text("somebody's own")
    with running("--state", str(tmp_path)) as (api, _):
        assert [file["file_id"] for file in api.get("/files/metadata").json()] == ["a.csv"]
        assert api.get("/files/download/a.csv").content == b"whole"
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {record.name, f"{record.stem}.bytes", "notes.txt", "lock"}


def test_a_reset_empties_the_folder(tmp_path: Path) -> None:
    with running("--state", str(tmp_path)) as (api, _):
        upload(api, "a.csv", b"x")
        root = str(api.base_url).removesuffix("/v0.5/")
        assert api.post(f"{root}/_mock/reset").status_code == 204
        assert {path.name for path in tmp_path.iterdir()} == {"lock"}


def test_two_mocks_do_not_share_a_folder(tmp_path: Path) -> None:
    with running("--state", str(tmp_path)):
        expected = f"Error: Cannot keep files in {tmp_path}: another mock keeps its files there.\n"
        assert refused("--state", str(tmp_path)) == (1, expected)


def test_a_folder_that_is_none_or_is_damaged_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, said = refused("--state", str(tmp_path / "file" / "folder"))
    assert (status, said.count("\n")) == (1, 1)
    (tmp_path / f"{'0' * 32}.json").write_text("{}")
    status, said = refused("--state", str(tmp_path))
    assert (status, said.count("\n")) == (1, 1)
    assert "is not the record of a file" in said


@pytest.mark.parametrize(
    "option", ["--latency=-1", "--latency=soon", "--seed=x", "--port=-1", "--part-size=0", "--stat=e"]
)
def test_a_bad_option_is_refused_without_a_traceback(option: str) -> None:
    status, said = refused(option)
    assert status == 2
    assert "Traceback" not in said


def test_it_starts_in_about_a_second() -> None:
    began = time.monotonic()
    cpu = os.times()
    with running() as (api, _):
        assert api.get("/files/info").status_code == 200
    used = os.times()
    # Its own work, whatever else the machine does; half a second on an idle one.
    assert used.children_user + used.children_system - cpu.children_user - cpu.children_system < 3
    assert time.monotonic() - began < 30
