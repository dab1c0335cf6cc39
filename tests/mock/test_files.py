import base64
import struct
from http.client import HTTPConnection

import httpx
import pytest

from newton_mock import MockServer

from .conftest import code, upload

CSV = b"timestamp,pressure,flow\n0,4.18,12.1\n1,4.21,12.0\n"


def test_a_file_comes_back_as_it_was_sent(api: httpx.Client) -> None:
    content = bytes(range(256)) * 10_000
    upload(api, "noise.txt", content, "text/plain")
    response = api.get("/files/download/noise.txt")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.content == content


@pytest.mark.parametrize("name", ["a b.csv", "50%.csv", "pümp.csv", "folder/pump.csv", "a?b#c.csv"])
def test_any_file_name_can_be_read_and_deleted(api: httpx.Client, name: str) -> None:
    upload(api, name, CSV)
    quoted = "".join(f"%{byte:02X}" for byte in name.encode())
    assert api.get(f"/files/metadata/{quoted}").json()["file_id"] == name
    assert api.get(f"/files/download/{quoted}").content == CSV
    assert api.delete(f"/files/delete/{quoted}").json()["is_valid"] is True
    assert code(api.get(f"/files/metadata/{quoted}")) == (404, "file_not_found")


def test_a_second_upload_under_a_name_changes_the_uid_alone(api: httpx.Client) -> None:
    first, second = upload(api, "pump.csv", CSV), upload(api, "pump.csv", b"x\n1\n")
    assert first != second
    assert api.get("/files/download/pump.csv").content == b"x\n1\n"
    assert api.get("/files/info").json()["num_files"] == 1


def test_base64_text_is_decoded(api: httpx.Client) -> None:
    content = bytes(range(256)) * 5000
    part = ("noise.txt", base64.encodebytes(content), "text/plain")
    assert api.post("/files/base64", files={"file": part}).status_code == 200
    assert api.get("/files/download/noise.txt").content == content


@pytest.mark.parametrize("text", [b"abc", b"a$bc", b"===="])
def test_what_is_not_base64_is_refused(api: httpx.Client, text: bytes) -> None:
    response = api.post("/files/base64", files={"file": ("a.txt", text, "text/plain")})
    assert code(response) == (400, "invalid_request")


@pytest.mark.parametrize("file_type", ["application/json", "application/x-ndjson", "image/gif"])
def test_a_type_that_is_not_accepted_is_refused_by_what_was_declared(
    api: httpx.Client, file_type: str
) -> None:
    response = api.post("/files", files={"file": ("a.json", b"{}", file_type)})
    assert code(response) == (400, "invalid_file_type")
    error = response.json()["errors"][0]
    assert error["message"] == f"Unsupported file type: {file_type}"
    assert "application/json" in error["suggestion"]


def test_a_form_without_a_file_is_refused(api: httpx.Client) -> None:
    assert code(api.post("/files", files={"other": ("a.csv", CSV)})) == (400, "invalid_request")
    assert code(api.post("/files", files={"file": (None, b"x")})) == (400, "invalid_request")


@pytest.mark.parametrize("body", [b"", b"--other", b"--b\r\nnonsense", b"--b\r\n\r\n"])
def test_a_broken_form_is_refused(api: httpx.Client, body: bytes) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    assert code(api.post("/files", content=body, headers=headers)) == (400, "invalid_request")


def test_a_body_above_512_mb_is_refused_before_it_is_read(newton_mock: MockServer) -> None:
    connection = HTTPConnection(newton_mock.root.removeprefix("http://"))
    connection.putrequest("POST", "/v0.5/files")
    connection.putheader("Authorization", "Bearer sk_test")
    connection.putheader("Content-Type", "multipart/form-data; boundary=b")
    connection.putheader("Content-Length", str(512 * 1024**2 + 1))
    connection.endheaders()
    response = connection.getresponse()
    assert (response.status, b"file_too_large" in response.read()) == (413, True)
    connection.close()


def test_the_columns_of_a_csv_are_read(api: httpx.Client) -> None:
    upload(api, "pump.csv", CSV)
    metadata = api.get("/files/metadata/pump.csv").json()
    assert metadata["file_attributes"] == {
        "num_rows": 2,
        "num_columns": 3,
        "column_headers": ["timestamp", "pressure", "flow"],
    }
    assert (metadata["num_bytes"], metadata["file_type"]) == (len(CSV), "text/csv")


def test_the_size_of_an_image_is_read(api: httpx.Client) -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", 640, 480, 8, 2, 0, 0, 0)
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, 480, 640, 3)
    jpeg = b"\xff\xd8" + struct.pack(">BBH", 0xFF, 0xE0, 4) + b"JF" + frame
    for name, content, file_type in (("a.png", png, "image/png"), ("a.jpg", jpeg, "image/jpeg")):
        upload(api, name, content, file_type)
        attributes = api.get(f"/files/metadata/{name}").json()["file_attributes"]
        assert attributes == {
            "width": 640,
            "height": 480,
            "num_channels": 3,
            "channel_bands": ["R", "G", "B"],
        }


def test_an_image_that_is_none_has_no_size(api: httpx.Client) -> None:
    upload(api, "a.png", b"nothing", "image/png")
    assert api.get("/files/metadata/a.png").json()["file_attributes"] == {}


def test_totals_are_counted(api: httpx.Client) -> None:
    upload(api, "a.csv", b"12345")
    upload(api, "b.csv", b"123")
    info = api.get("/files/info").json()
    assert (info["num_files"], info["num_bytes"], info["num_ingested"]) == (2, 8, 2)


def test_shards_partition_the_list(api: httpx.Client) -> None:
    names = [f"{number}.csv" for number in range(5)]
    for name in names:
        upload(api, name, CSV)
    shards = [
        api.get("/files/metadata", params={"shard_index": index, "max_items_per_shard": 2}).json()
        for index in range(4)
    ]
    assert [[file["file_id"] for file in shard] for shard in shards] == [
        names[:2],
        names[2:4],
        names[4:],
        [],
    ]
    assert len(api.get("/files/metadata").json()) == 5


def test_cursors_walk_the_list_both_ways_newest_first(api: httpx.Client) -> None:
    for number in range(5):
        upload(api, f"{number}.csv", CSV)
    forward: list[list[str]] = []
    page = api.get("/files/metadata", params={"limit": 2}).json()
    while True:
        forward.append([file["file_id"] for file in page["data"]])
        if not page["has_more"]:
            break
        page = api.get("/files/metadata", params={"limit": 2, "after": page["next_cursor"]}).json()
    assert forward == [["4.csv", "3.csv"], ["2.csv", "1.csv"], ["0.csv"]]
    back = api.get("/files/metadata", params={"limit": 2, "before": page["prev_cursor"]}).json()
    assert [file["file_id"] for file in back["data"]] == ["2.csv", "1.csv"]


@pytest.mark.parametrize("query", ["after=made-up", "limit=2&after=czE&before=czE", "limit=0"])
def test_a_cursor_that_was_never_given_out_is_refused(api: httpx.Client, query: str) -> None:
    assert code(api.get(f"/files/metadata?{query}")) == (400, "invalid_request")


def test_the_list_can_be_narrowed_by_type_and_uid(api: httpx.Client) -> None:
    uid = upload(api, "a.csv", CSV)
    upload(api, "a.txt", b"x", "text/plain")
    for query in ({"file_type": "text/csv"}, {"file_uid": uid}):
        listed = api.get("/files/metadata", params=query).json()
        assert [file["file_id"] for file in listed] == ["a.csv"]
