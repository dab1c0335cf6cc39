"""The lens registry of the mock."""

from typing import Any

import pytest

from newton_mock import MockServer

from .conftest import code
from .lens_api import LensApi

ACTIVITY_MONITOR = "lns-fd669361822b07e2-bc608aa3fdf8b4f9"
NOOP = [{"processor_name": "lens_noop_processor", "processor_config": {}}]


def listed(caller: LensApi, **query: Any) -> list[dict[str, Any]]:
    return caller.get("/lens/metadata", params=query).raise_for_status().json()


def test_a_lens_without_settings_gets_the_noop_processor(caller: LensApi) -> None:
    lens = caller.ok("/lens/register", lens_config={"lens_name": "My Test Lens"})
    assert lens["lens_id"].startswith("lns-my-test-lens-")
    assert lens["lens_modifiable"] is True
    assert lens["lens_config"] == {"model_pipeline": NOOP}


def test_settings_are_taken_nested_and_flat(caller: LensApi) -> None:
    settings = {"model_parameters": {"focus": "Is it warm?"}}
    nested = caller.ok("/lens/register", lens_config={"lens_name": "A", "lens_config": settings})
    flat = caller.ok("/lens/register", lens_config={"lens_name": "A", **settings})
    assert nested["lens_config"] == flat["lens_config"] == {"model_pipeline": NOOP, **settings}


def test_files_that_a_lens_names_may_come_later(caller: LensApi) -> None:
    caller.register("lens_timeseries_state_processor", parameters={"input_n_shot": {"ok": "not_there.csv"}})


def test_the_list_holds_own_lenses_and_built_in_ones(caller: LensApi) -> None:
    own = caller.register()
    lenses = listed(caller)
    assert lenses[0] == own
    assert ACTIVITY_MONITOR in [lens["lens_id"] for lens in lenses if not lens["lens_modifiable"]]


def test_the_list_comes_in_shards_that_leave_nothing_out(caller: LensApi) -> None:
    for _ in range(3):
        caller.register()
    shards = [listed(caller, shard_index=index, max_items_per_shard=3) for index in range(4)]
    assert [len(shard) for shard in shards] == [3, 3, 1, 0]
    assert [lens for shard in shards for lens in shard] == listed(
        caller, lens_id="", shard_index=-1, max_items_per_shard=-1
    )


def test_the_list_can_be_asked_for_one_lens(caller: LensApi) -> None:
    lens = caller.register()
    assert listed(caller, lens_id=lens["lens_id"]) == [lens]
    assert listed(caller, lens_id="lns-unknown") == []


def test_a_clone_has_an_id_of_its_own_and_does_not_follow_its_origin(caller: LensApi) -> None:
    origin = caller.register(parameters={"focus": "before"})
    clone = caller.ok("/lens/clone", lens_id=origin["lens_id"])
    caller.ok("/lens/modify", lens_id=origin["lens_id"], lens_config={"model_parameters": {"focus": "after"}})
    assert clone["lens_id"] != origin["lens_id"]
    assert listed(caller, lens_id=clone["lens_id"]) == [clone]
    assert clone["lens_config"]["model_parameters"]["focus"] == "before"
    assert clone["lens_config"]["origin_lens_id"]


def test_a_built_in_lens_is_neither_modified_nor_deleted_but_cloned(caller: LensApi) -> None:
    refused = caller.post("/lens/modify", json={"lens_id": ACTIVITY_MONITOR, "lens_name": "Mine"})
    assert refused.status_code == 409
    deleted = caller.ok("/lens/delete", lens_id=ACTIVITY_MONITOR)
    assert deleted["is_valid"] is False
    assert "409" in deleted["errors"][0]
    assert len(listed(caller, lens_id=ACTIVITY_MONITOR)) == 1
    assert caller.ok("/lens/clone", lens_id=ACTIVITY_MONITOR)["lens_modifiable"] is True


def test_a_modified_lens_keeps_what_was_not_named(caller: LensApi) -> None:
    lens = caller.register(parameters={"focus": "heat"})
    renamed = caller.ok("/lens/modify", **{**lens, "lens_name": "Renamed"})
    assert renamed == {**lens, "lens_name": "Renamed"}
    changed = caller.ok("/lens/modify", lens_id=lens["lens_id"], lens_config={})
    assert changed == {**lens, "lens_name": "Renamed", "lens_config": {"model_pipeline": NOOP}}


def test_a_deleted_lens_is_gone_and_its_sessions_go_on(caller: LensApi) -> None:
    lens = caller.register(parameters={"focus": "heat"})
    session_id = caller.run(lens["lens_id"])
    assert caller.ok("/lens/delete", lens_id=lens["lens_id"])["is_valid"] is True
    assert listed(caller, lens_id=lens["lens_id"]) == []
    assert caller.event(session_id, "session.get")["event_data"] == {"focus": "heat"}


def test_a_session_does_not_see_later_changes_of_its_lens(caller: LensApi) -> None:
    lens = caller.register(parameters={"focus": "before"})
    session_id = caller.run(lens["lens_id"])
    caller.ok("/lens/modify", lens_id=lens["lens_id"], lens_config={"model_parameters": {"focus": "after"}})
    assert caller.event(session_id, "session.get")["event_data"] == {"focus": "before"}


def test_a_lens_does_not_see_what_its_sessions_change(caller: LensApi) -> None:
    lens = caller.register(parameters={"focus": "before"})
    session_id = caller.run(lens["lens_id"])
    caller.event(session_id, "session.modify", {"focus": "after"})
    assert listed(caller, lens_id=lens["lens_id"]) == [lens]


@pytest.mark.parametrize("path", ["/lens/clone", "/lens/modify", "/lens/delete", "/lens/sessions/create"])
def test_an_unknown_lens_is_an_invalid_lens_id(caller: LensApi, path: str) -> None:
    answer = caller.post(path, json={"lens_id": "lns-unknown"})
    assert code(answer) == (400, "INVALID_LENS_ID")


def test_a_buffer_without_room_has_the_documented_code(caller: LensApi) -> None:
    settings = {"model_parameters": {"sensor_buffer_size": 0}}
    answer = caller.post("/lens/register", json={"lens_config": {"lens_name": "A", "lens_config": settings}})
    assert code(answer) == (400, "invalid_model_parameter")


def test_the_same_seed_gives_the_same_ids() -> None:
    ids: list[str] = []
    for _ in range(2):
        with MockServer(seed=7) as mock, LensApi(mock) as caller:
            ids.append(caller.register()["lens_id"])
    assert ids[0] == ids[1]
