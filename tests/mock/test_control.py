import json
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .conftest import KEY, upload


def control(mock: MockServer, method: str, path: str, body: Any = None) -> httpx.Response:
    return httpx.request(method, f"{mock.root}/_mock/{path}", json=body)


def test_health_says_what_runs(newton_mock: MockServer) -> None:
    health = control(newton_mock, "GET", "health").json()
    assert health["status"] == "ok"
    assert health["operations"] >= 50
    assert health.keys() == {"status", "version", "operations", "seed"}


def test_the_journal_tells_what_was_asked(newton_mock: MockServer, api: httpx.Client) -> None:
    upload(api, "a.csv", b"x")
    api.get("/files/metadata/none.csv")
    api.get("/files/metadata?limit=x")
    api.get("/nope")
    entries = control(newton_mock, "GET", "requests").json()
    assert [(e["n"], e["operation"], e["status"], e["applied"]) for e in entries] == [
        (1, "files_upload", 200, True),
        (2, "files_get", 404, False),
        (3, "files_list", 400, False),
        (4, None, 404, False),
    ]
    assert entries[0]["method"] == "POST"
    assert entries[0]["path"] == "/v0.5/files"
    assert entries[0]["body_size"] > 1
    assert entries[2]["violations"] == ['files_list: query.limit: type: "x" is not of type "integer"']


def test_an_operation_that_answers_from_its_example_is_carried_out_unless_a_fault_comes_first(
    widgets_document: dict[str, Any],
) -> None:
    with MockServer(contract=widgets_document) as mock:
        mock.faults("widgets_newest", "status")
        for _ in range(2):
            httpx.get(f"{mock.url}/widgets/newest", headers=KEY)
        entries = mock.requests("widgets_newest")
    assert [(entry["status"], entry["applied"]) for entry in entries] == [(503, False), (200, True)]


def test_the_journal_can_be_narrowed_and_cleared(newton_mock: MockServer, api: httpx.Client) -> None:
    api.get("/files/info")
    api.get("/files/metadata")
    narrowed = control(newton_mock, "GET", "requests?operation=files_info").json()
    assert [entry["n"] for entry in narrowed] == [1]
    assert control(newton_mock, "DELETE", "requests").status_code == 204
    assert newton_mock.requests() == []


def test_the_journal_keeps_no_secret(newton_mock: MockServer, api: httpx.Client) -> None:
    asked = {"filename": "a.txt", "file_type": "text/plain", "num_bytes": 5}
    url = api.post("/files/uploads/initiate", json=asked).json()["parts"][0]["url"]
    httpx.put(url, content=b"small")
    api.get("/files/metadata?file_uid=fil_secret")
    kept = json.dumps(newton_mock.requests())
    assert not any(word in kept for word in ("sk_test", "Signature", "fil_secret", "small"))


def test_the_journal_is_bounded(newton_mock: MockServer, api: httpx.Client) -> None:
    for _ in range(1005):
        api.get("/nope")
    entries = newton_mock.requests()
    assert (len(entries), entries[0]["n"], entries[-1]["n"]) == (1000, 6, 1005)


def test_faults_are_ordered_listed_and_withdrawn(newton_mock: MockServer, api: httpx.Client) -> None:
    order = {"operation": "files_info", "kind": "status", "status": 429, "times": 2, "retry_after": 1}
    (listed,) = control(newton_mock, "POST", "faults", order).json()
    assert order.items() <= listed.items()
    assert api.get("/files/info").status_code == 429
    assert control(newton_mock, "GET", "faults").json()[0]["times"] == 1
    assert control(newton_mock, "DELETE", "faults").status_code == 204
    assert api.get("/files/info").status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", {"operation": "files_info"}),
        ("faults", {"operation": "files_info", "kind": "unheard"}),
        ("faults", {"operation": "files_infos", "kind": "status"}),
        ("faults", {"operation": "files_info", "kind": "status", "times": 0}),
        ("faults", {"operation": "files_info", "kind": "status", "tmies": 1}),
        ("faults", []),
        ("clock", {"advance": "1 h"}),
        ("clock", {"advance": 1e12}),
        ("clock", {"now": -1}),
        ("seed", {}),
    ],
)
def test_a_mistaken_order_is_refused_with_the_reason(newton_mock: MockServer, path: str, body: Any) -> None:
    response = control(newton_mock, "POST", path, body)
    assert (response.status_code, list(response.json())) == (400, ["detail"])


def test_a_mistaken_order_in_python_is_refused_too(newton_mock: MockServer) -> None:
    with pytest.raises(ValueError, match="files_infos"):
        newton_mock.faults("files_infos", "status")


def test_the_clock_can_be_stopped_and_moved(newton_mock: MockServer) -> None:
    stopped = control(newton_mock, "POST", "clock", {"freeze": True}).json()
    assert stopped["frozen"] is True
    moved = control(newton_mock, "POST", "clock", {"advance": 60}).json()
    assert moved["now"] == stopped["now"] + 60
    going = control(newton_mock, "POST", "clock", {"freeze": False}).json()
    assert going["frozen"] is False
    assert moved["now"] <= going["now"] < moved["now"] + 10


def test_a_reset_forgets_everything_and_starts_from_the_seed(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    first = upload(api, "a.csv", b"x")
    newton_mock.faults("files_info", "status")
    newton_mock.clock(freeze=True, advance=99)
    assert control(newton_mock, "POST", "reset").status_code == 204
    assert newton_mock.requests() == []
    assert api.get("/files/info").json()["num_files"] == 0
    assert upload(api, "a.csv", b"x") == first


def test_the_control_needs_no_key(newton_mock: MockServer) -> None:
    assert control(newton_mock, "GET", "health").status_code == 200


def test_a_time_can_be_set(newton_mock: MockServer, api: httpx.Client) -> None:
    assert control(newton_mock, "POST", "clock", {"freeze": True, "now": 1e9}).json() == {
        "now": 1e9,
        "frozen": True,
    }
    upload(api, "a.csv", b"x")
    assert api.get("/files/info").json()["last_updated"] == 1e9
    newton_mock.clock(now=2e9, advance=5)
    assert control(newton_mock, "GET", "state").json()["clock"] == {"now": 2e9 + 5, "frozen": True}


def test_another_seed_begins_again_with_other_ids_until_the_next_reset(
    newton_mock: MockServer, api: httpx.Client
) -> None:
    first = upload(api, "a.csv", b"x")
    assert control(newton_mock, "POST", "seed", {"seed": 7}).status_code == 204
    assert control(newton_mock, "GET", "health").json()["seed"] == 7
    assert api.get("/files/info").json()["num_files"] == 0
    other = upload(api, "a.csv", b"x")
    newton_mock.reset()
    assert upload(api, "a.csv", b"x") == first
    newton_mock.seed(7)
    assert upload(api, "a.csv", b"x") == other != first


def test_the_contract_is_there_to_be_read(newton_mock: MockServer, widgets_document: dict[str, Any]) -> None:
    assert control(newton_mock, "GET", "spec").json()["openapi"].startswith("3.1")
    with MockServer(contract=widgets_document) as mock:
        assert control(mock, "GET", "spec").json() == widgets_document


def test_the_operations_are_listed_with_which_act(widgets: httpx.Client, newton_mock: MockServer) -> None:
    acting = {one["id"]: one["handled"] for one in control(newton_mock, "GET", "operations").json()}
    assert acting["files_upload"] is True
    root = str(widgets.base_url).removesuffix("/v9/")
    listed = httpx.get(f"{root}/_mock/operations").json()
    assert (listed[0]["id"], listed[0]["handled"]) == ("widgets_get", False)
    assert listed[0]["path"] == "/v9/widgets/{widget_id}"


def test_the_state_is_seen_at_a_glance(newton_mock: MockServer, api: httpx.Client) -> None:
    for number in range(30):
        upload(api, f"{number}.csv", b"12345")
    state = control(newton_mock, "GET", "state").json()
    assert (state["files"]["total"], state["files"]["num_bytes"]) == (30, 150)
    assert [file["id"] for file in state["files"]["latest"]] == [
        f"{number}.csv" for number in range(29, 9, -1)
    ]
    assert {state[name]["total"] for name in ("uploads", "jobs", "sessions", "fine_tuning")} == {0}


def test_the_latest_requests_can_be_asked_for_alone(newton_mock: MockServer, api: httpx.Client) -> None:
    for _ in range(3):
        api.get("/files/info")
    assert [entry["n"] for entry in control(newton_mock, "GET", "requests?last=2").json()] == [2, 3]


def test_a_fault_may_have_any_status(newton_mock: MockServer, api: httpx.Client) -> None:
    newton_mock.faults("files_info", "html", status=520)
    newton_mock.faults("files_info", "html", status=200)
    newton_mock.faults("files_info", "status", status=204)
    newton_mock.faults("files_info", "status", status=599)
    answers = [api.get("/files/info") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [520, 200, 204, 599]
    assert "520" in answers[0].text
    assert answers[2].content == b""
