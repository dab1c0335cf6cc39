"""The same seed, the same time and the same requests give the same bytes."""

from typing import Any

import httpx

from newton_mock import MockServer

from .conftest import KEY, upload
from .test_jobs import order, recording

MORNING = 1_767_225_600.0  # 2026-01-01
TEXT_MODEL = "Newton::c2_4_7b_251215a172f6d7"


class Script(httpx.Client):
    """A caller that keeps all that comes back, but for the date."""

    def __init__(self, mock: MockServer) -> None:
        # Presigned URLs and endpoints have the name that the caller gave the mock.
        headers = {**KEY, "Host": "newton.test"}
        super().__init__(base_url=mock.url, headers=headers)
        self.answers: list[tuple[int, list[tuple[str, str]], bytes]] = []
        self._mock = mock

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        response = super().send(request, **options)
        headers = [header for header in response.headers.multi_items() if header[0] != "date"]
        self.answers.append((response.status_code, headers, response.read()))
        return response

    def here(self, url: str) -> str:
        return url.replace("http://newton.test", self._mock.root)


def play(mock: MockServer) -> Script:
    mock.clock(freeze=True, now=MORNING)
    with Script(mock) as api:
        _files(api)
        _queries(api)
        _jobs(api, mock)
        _lenses(api, mock)
        _training(api, mock)
        _mistakes(api)
    return api


def _files(api: Script) -> None:
    api.get("/files/info")
    upload(api, "quiet.csv", recording(1))
    upload(api, "loud.csv", recording(50))
    upload(api, "unknown.csv", recording(49))
    upload(api, "unknown.csv", recording(48))
    api.get("/files/metadata")
    api.get("/files/metadata?limit=2")
    api.get("/files/metadata/loud.csv")
    api.get("/files/download/loud.csv")
    asked = {"filename": "log.jsonl", "file_type": "application/x-ndjson", "num_bytes": 5}
    plan = api.post("/files/uploads/initiate", json=asked).json()
    (part,) = plan["parts"]
    etag = api.put(api.here(part["url"]), content=b"small", headers={"Authorization": ""})
    assert etag.status_code == 400  # one way to authorize is enough
    del api.headers["Authorization"]
    token = api.put(api.here(part["url"]), content=b"small").headers["ETag"]
    api.headers.update(KEY)
    parts = [{"part_number": 1, "part_token": token}]
    api.post(f"/files/uploads/{plan['upload_id']}/parts/checkpoint", json={"parts": parts})
    api.post(f"/files/uploads/{plan['upload_id']}/complete", json={"parts": parts})


def _queries(api: Script) -> None:
    api.post("/query", json={"model": TEXT_MODEL, "query": "How is 3, 4, 5?", "file_ids": ["loud.csv"]})
    window = {"type": "data.numeric_array", "event_data": {"contents": [[0.5, 1.5] * 32, [2.0, 3.0] * 32]}}
    api.post("/query", json={"model": "OmegaEncoder::omega_embeddings_1_3", "query": "", "events": [window]})
    api.post("/query", json={"model": "none", "query": "?"})


def _jobs(api: Script, mock: MockServer) -> None:
    jobs = [api.post("/batch/jobs", json=order()).json()["id"] for _ in range(3)]
    api.get("/batch/jobs/queue")
    api.get("/files/metadata/absent.csv")
    mock.clock(advance=3600)
    for job in jobs:
        for part in ("", "/events", "/inputs", "/outputs", "/progress", "/inputs/progress"):
            api.get(f"/batch/jobs/{job}{part}")
    output = api.get(f"/batch/jobs/{jobs[0]}/outputs").json()["outputs"][0]
    del api.headers["Authorization"]
    assert api.get(api.here(output["data"]["ref"])).status_code == 200
    api.headers.update(KEY)
    api.post(f"/batch/jobs/{jobs[1]}/cancel")
    api.post(f"/batch/jobs/{jobs[0]}/retry")
    api.delete(f"/batch/jobs/{jobs[2]}")
    api.get("/batch/jobs")


def _lenses(api: Script, mock: MockServer) -> None:
    lens = api.post("/lens/register", json={"lens_config": {"lens_name": "A", "lens_config": {}}}).json()
    session = api.post("/lens/sessions/create", json={"lens_id": lens["lens_id"]}).json()
    mock.clock(advance=1)
    event = {"type": "session.status"}
    api.post("/lens/sessions/events/process", json={"session_id": session["session_id"], "event": event})
    api.get("/lens/sessions/info")
    api.post("/lens/sessions/destroy", json={"session_id": session["session_id"]})


def _training(api: Script, mock: MockServer) -> None:
    job = api.post("/fine-tune/jobs", json={"name": "A Run", "config": {"datasets": []}})
    api.get("/fine-tune/jobs")
    mock.clock(advance=2)
    api.get(f"/fine-tune/jobs/{job.json().get('id', 'none')}/metrics")


def _mistakes(api: Script) -> None:
    api.get("/files/metadata?limit=x")
    api.post("/query", content=b"{oops", headers={"Content-Type": "application/json"})
    api.post("/query", json={"model": 1, "events": "none"})
    api.post("/files", files={"other": b"x"})
    api.post("/batch/jobs", json=[])
    api.get("/nope")
    api.put("/files/info")
    api.get("/files/info", headers={"Authorization": ""})
    api.get("/files/info", headers={"Prefer": "code=503"})
    api.delete("/files/delete/loud.csv")


def test_two_mocks_with_one_seed_and_one_time_give_the_same_bytes() -> None:
    with MockServer(seed=7) as one, MockServer(seed=7) as two:
        first, second = play(one), play(two)
    assert len(first.answers) > 60
    assert {status // 100 for status, _, _ in first.answers} == {2, 4, 5}
    for number, (mine, other) in enumerate(zip(first.answers, second.answers, strict=True)):
        assert mine == other, f"answer {number}"


def test_a_reset_and_a_seed_do_as_well_as_a_new_mock() -> None:
    with MockServer(seed=1) as mock:
        before = play(mock).answers
        mock.seed(2)
        other = play(mock).answers
        mock.reset()
        assert play(mock).answers == before
    assert other != before
