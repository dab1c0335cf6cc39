"""Every file of the organization, whatever the deployment calls a page."""

import tracemalloc
from itertools import islice
from typing import Any

import pytest

from newton_client import NotFoundError
from newton_mock import MockServer
from support.clients import Client
from support.server import Reply, ScriptedServer


def file(number: int) -> dict[str, Any]:
    return {
        "file_id": f"{number}.csv",
        "file_uid": f"fil_{number}",
        "file_type": "text/csv",
        "num_bytes": number,
        "file_status": "FILE_STATUS_INGESTED",
        "file_attributes": {},
        "ingested": True,
        "file_tags": {},
    }


def array(*numbers: int) -> Reply:
    return Reply(200, [file(number) for number in numbers])


def page(*numbers: int, after: str | None) -> Reply:
    return Reply(
        200,
        {"data": [file(number) for number in numbers], "has_more": after is not None, "next_cursor": after},
    )


def listed(client: Client) -> list[str]:
    return [file.file_id for file in client.do(lambda newton: newton.files.list())]


def test_arrays_are_read_shard_by_shard(client: Client, server: ScriptedServer) -> None:
    server.script(array(1, 2), array(3), array())
    assert listed(client) == ["1.csv", "2.csv", "3.csv"]
    assert [request.target.partition("?")[2] for request in server.requests] == [
        f"shard_index={shard}&max_items_per_shard=1000" for shard in range(3)
    ]


def test_a_server_that_knows_no_shards_is_not_read_for_ever(client: Client, server: ScriptedServer) -> None:
    server.script(array(1, 2), array(1, 2))
    assert listed(client) == ["1.csv", "2.csv"]


def test_pages_are_read_by_their_cursors(client: Client, server: ScriptedServer) -> None:
    server.script(page(3, 2, after="c1"), page(1, after=None))
    assert listed(client) == ["3.csv", "2.csv", "1.csv"]
    assert server.requests[1].target.endswith("?limit=1000&after=c1")


def test_a_cursor_that_leads_nowhere_is_not_followed_for_ever(client: Client, server: ScriptedServer) -> None:
    server.script(page(1, after="c1"), page(1, after="c1"))
    assert listed(client) == ["1.csv"]


def test_no_page_is_asked_for_before_it_is_needed(server: ScriptedServer) -> None:
    server.script(page(*range(10), after="c1"))
    with Client("sync", server.url).newton as newton:
        files = newton.files.list()
        assert server.requests == []
        assert len(list(islice(files, 10))) == 10
        del files
    assert len(server.requests) == 1


def test_a_type_can_be_asked_for(client: Client, server: ScriptedServer) -> None:
    server.script(array())
    client.do(lambda newton: newton.files.list(file_type="text/csv"))
    assert "file_type=text%2Fcsv" in server.requests[0].target


def test_the_mocks_files_are_all_listed(mock: MockServer) -> None:
    with Client("sync", mock.url).newton as newton:
        for name in ("a.csv", "b.csv"):
            newton.files.upload(b"x", name=name)
        assert [file.file_id for file in newton.files.list()] == ["a.csv", "b.csv"]


def test_memory_is_that_of_a_page(server: ScriptedServer) -> None:
    pages = 12
    for number in range(pages):
        start = 1000 * number
        server.script(page(*range(start, start + 1000), after=f"c{number}" if number < pages - 1 else None))
    peaks = []
    with Client("sync", server.url).newton as newton:
        tracemalloc.start()
        for number, _ in enumerate(newton.files.list(), 1):
            if number % 4000 == 0:
                server.requests.clear()
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.reset_peak()
        tracemalloc.stop()
    assert number == 1000 * pages
    assert peaks[-1] < 2 * peaks[0]


class TestResolve:
    def test_it_looks_through_every_page(self, client: Client, server: ScriptedServer) -> None:
        server.script(page(3, 2, after="c1"), page(1, after=None))
        assert client.do(lambda newton: newton.files.resolve("fil_1")) == "1.csv"

    def test_it_looks_no_further_than_it_must(self, client: Client, server: ScriptedServer) -> None:
        server.script(array(1, 2))
        assert client.do(lambda newton: newton.files.resolve("fil_2")) == "2.csv"

    def test_what_is_not_there_is_not_found(self, client: Client, server: ScriptedServer) -> None:
        server.script(array(1), array())
        with pytest.raises(NotFoundError):
            client.do(lambda newton: newton.files.resolve("fil_9"))
