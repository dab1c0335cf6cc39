import base64
import hashlib
from typing import Any

import httpx
import pytest

from newton_mock import MockServer

from .conftest import KEY, code, upload

MIB = 1024**2
CONTENT = bytes(range(256)) * (20 * MIB // 256) + b"tail"


def initiate(api: httpx.Client, **changes: Any) -> httpx.Response:
    asked = {"filename": "run.jsonl", "file_type": "application/x-ndjson", "num_bytes": len(CONTENT)}
    return api.post("/files/uploads/initiate", json=asked | changes)


def send(part: dict[str, Any], content: bytes = CONTENT) -> dict[str, Any]:
    piece = content[part["offset"] : part["offset"] + part["length"]]
    response = httpx.put(part["url"], content=piece)
    assert response.status_code == 200, response.text
    assert response.headers["ETag"] == f'"{hashlib.md5(piece).hexdigest()}"'
    return {"part_number": part["part_number"], "part_token": response.headers["ETag"]}


def complete(api: httpx.Client, upload_id: str, parts: list[dict[str, Any]], **more: Any) -> httpx.Response:
    return api.post(f"/files/uploads/{upload_id}/complete", json={"parts": parts, **more})


def test_parts_become_one_file(api: httpx.Client) -> None:
    plan = initiate(api).json()
    assert [part["part_number"] for part in plan["parts"]] == [1, 2, 3]
    assert (plan["strategy"], plan["num_parts"], plan["part_size"]) == ("multipart", 3, 8 * MIB)
    tokens = [send(part) for part in plan["parts"]]
    answer = complete(api, plan["upload_id"], tokens).json()
    assert (answer["file_name"], answer["file_status"]) == ("run.jsonl", "Registered")
    assert answer["file_uid"] == plan["file_uid"]
    assert api.get("/files/download/run.jsonl").content == CONTENT
    assert api.get("/files/metadata/run.jsonl").json()["file_status"] == "FILE_STATUS_REGISTERED"


@pytest.mark.parametrize("content", [b"", b"small"])
def test_a_small_file_is_one_part(api: httpx.Client, content: bytes) -> None:
    plan = initiate(api, num_bytes=len(content)).json()
    assert (plan["strategy"], len(plan["parts"])) == ("simple", 1)
    assert complete(api, plan["upload_id"], [send(plan["parts"][0], content)]).status_code == 200
    assert api.get("/files/download/run.jsonl").content == content


def test_a_huge_file_has_at_most_1000_parts(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=250 * 1000**3).json()
    assert plan["num_parts"] == len(plan["parts"]) <= 1000
    assert sum(part["length"] for part in plan["parts"]) == 250 * 1000**3


def test_parts_are_as_large_as_they_shall_be() -> None:
    with MockServer(part_size=3) as mock, httpx.Client(base_url=mock.url, headers=KEY) as api:
        mock.reset()
        plan = initiate(api, num_bytes=8).json()
        assert [part["length"] for part in plan["parts"]] == [3, 3, 2]
        tokens = [send(part, b"01234567") for part in plan["parts"]]
        assert complete(api, plan["upload_id"], tokens).status_code == 200
        assert initiate(api, filename="b.jsonl", num_bytes=3001).json()["part_size"] == 4


def test_tokens_count_with_and_without_their_quotes(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=5).json()
    token = send(plan["parts"][0], b"small")
    token["part_token"] = token["part_token"].strip('"')
    assert complete(api, plan["upload_id"], [token]).status_code == 200


def test_an_upload_goes_on_where_it_was_checkpointed(api: httpx.Client) -> None:
    plan = initiate(api).json()
    path = f"/files/uploads/{plan['upload_id']}/parts/checkpoint"
    done = [send(part) for part in plan["parts"][:2]]
    assert api.post(path, json={"parts": done}).json() == {"num_checkpointed": 2}
    resumed = initiate(api, resume_if_started=True).json()
    assert (resumed["upload_id"], resumed["is_resume"]) == (plan["upload_id"], True)
    assert [part["part_number"] for part in resumed["parts"]] == [3]
    assert complete(api, plan["upload_id"], [send(resumed["parts"][0])]).status_code == 200


def test_without_the_wish_to_resume_a_new_upload_begins(api: httpx.Client) -> None:
    first, second = initiate(api).json(), initiate(api).json()
    assert first["upload_id"] != second["upload_id"]
    assert second["is_resume"] is False


def test_a_resume_with_another_size_conflicts(api: httpx.Client) -> None:
    initiate(api)
    response = initiate(api, resume_if_started=True, num_bytes=1)
    assert code(response) == (409, "upload_mismatch")


def test_a_name_that_exists_conflicts(api: httpx.Client) -> None:
    upload(api, "run.jsonl", b"x", "text/plain")
    assert code(initiate(api)) == (409, "file_already_exists")


def test_a_type_that_no_file_has_is_refused(api: httpx.Client) -> None:
    assert code(initiate(api, file_type="application/x-parquet")) == (400, "invalid_file_type")


def test_the_checksum_of_the_whole_file_is_verified(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=9).json()
    assert plan["integrity_algorithm"] == "crc32c"
    token = send(plan["parts"][0], b"123456789")
    checksum = base64.b64encode(bytes.fromhex("e3069283")).decode()
    answer = complete(api, plan["upload_id"], [token], integrity_checksum=checksum)
    assert answer.status_code == 200


def test_a_wrong_checksum_makes_the_upload_corrupt(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=5).json()
    token = send(plan["parts"][0], b"small")
    answer = complete(api, plan["upload_id"], [token], integrity_checksum="AAAAAA==")
    assert code(answer) == (400, "integrity_check_failed")
    assert code(complete(api, plan["upload_id"], [token])) == (409, "upload_already_corrupt")


def test_a_completed_upload_is_over(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=5).json()
    tokens = [send(plan["parts"][0], b"small")]
    complete(api, plan["upload_id"], tokens)
    path = f"/files/uploads/{plan['upload_id']}"
    for answer in (
        complete(api, plan["upload_id"], tokens),
        api.post(f"{path}/abort"),
        api.post(f"{path}/parts/urls", json={"part_numbers": [1]}),
        api.post(f"{path}/parts/checkpoint", json={"parts": tokens}),
    ):
        assert code(answer) == (409, "upload_already_completed")


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [{"part_number": 1, "part_token": '"0123"'}],
        [{"part_number": 2, "part_token": '"0123"'}],
        [{"part_number": 0, "part_token": '"0123"'}],
    ],
)
def test_missing_and_wrong_parts_are_refused(api: httpx.Client, parts: list[dict[str, Any]]) -> None:
    plan = initiate(api, num_bytes=5).json()
    assert code(complete(api, plan["upload_id"], parts)) == (400, "invalid_upload_parts")


def test_a_part_in_storage_needs_the_token_it_got_there(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=5).json()
    token = send(plan["parts"][0], b"small")
    response = complete(api, plan["upload_id"], [token | {"part_token": '"0123"'}])
    assert code(response) == (400, "invalid_upload_parts")


def test_an_aborted_upload_is_gone(api: httpx.Client) -> None:
    plan = initiate(api, num_bytes=5).json()
    path = f"/files/uploads/{plan['upload_id']}"
    assert [api.post(f"{path}/abort").status_code for _ in range(2)] == [204, 204]
    assert code(complete(api, plan["upload_id"], [])) == (404, "upload_not_found")
    assert httpx.put(plan["parts"][0]["url"], content=b"small").status_code == 404


def test_an_unknown_upload_is_not_found(api: httpx.Client) -> None:
    assert code(api.post("/files/uploads/upl_none/abort")) == (404, "upload_not_found")


def test_urls_are_signed_again_in_the_order_asked_for(api: httpx.Client) -> None:
    plan = initiate(api).json()
    path = f"/files/uploads/{plan['upload_id']}/parts/urls"
    parts = api.post(path, json={"part_numbers": [3, 1, 3]}).json()["parts"]
    assert [part["part_number"] for part in parts] == [3, 1, 3]
    assert parts[0]["url"] == parts[2]["url"]
    assert code(api.post(path, json={"part_numbers": [4]})) == (400, "invalid_upload_parts")


def test_an_expired_url_is_refused_and_a_new_one_works(api: httpx.Client, newton_mock: MockServer) -> None:
    plan = initiate(api, num_bytes=5).json()
    newton_mock.clock(advance=3601)
    response = httpx.put(plan["parts"][0]["url"], content=b"small")
    assert (response.status_code, "Request has expired" in response.text) == (403, True)
    path = f"/files/uploads/{plan['upload_id']}/parts/urls"
    fresh = api.post(path, json={"part_numbers": [1]}).json()["parts"][0]
    assert complete(api, plan["upload_id"], [send(fresh, b"small")]).status_code == 200


def test_storage_takes_no_bearer_no_forged_url_and_no_wrong_length(api: httpx.Client) -> None:
    url = initiate(api, num_bytes=5).json()["parts"][0]["url"]
    assert api.put(url, content=b"small").status_code == 400
    assert httpx.put(f"{url}0", content=b"small").status_code == 403
    assert httpx.get(url).status_code == 403
    for content in (b"shor", b"longer"):
        assert httpx.put(url, content=content).status_code == 400
