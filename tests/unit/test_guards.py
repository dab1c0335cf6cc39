"""Where file ids stand in a request, and what is refused before it is sent."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_api.operations import Operation
from newton_client import GuardError
from newton_client._guards import check, is_file_uid

UID = "fil_5hx819ysp38n2rt1f5fv0wsxgh"


def refused(place: str, body: Any = None, **path: str) -> str | None:
    """Why a request is refused by an operation with file ids at this place; None if it is not."""
    operation = Operation("things_make", "things", "POST", "/things", "always", file_id=(place,))
    try:
        check(operation, {"json": body, "extensions": {"path": path}})
    except GuardError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("place", "body", "named"),
    [
        ("body.file_id", {"file_id": UID}, "file_id"),
        ("body.file_ids", {"file_ids": [UID]}, "[0]"),
        ("body.file_ids", {"file_ids": ["a.csv", UID]}, "file_ids[1]"),
        ("body.inputs.*[].file_id", {"inputs": {"data": [{"file_id": UID}]}}, "inputs.data[0].file_id"),
        (
            "body.inputs.*[].file_id",
            {"inputs": {"a": [{"file_id": "a.csv"}], "b": [{"file_id": "b.csv"}, {"file_id": UID}]}},
            "inputs.b[1].file_id",
        ),
        (
            "body.config.datasets[].file_ids",
            {"config": {"datasets": [{}, {"file_ids": ["a.csv", UID]}]}},
            "config.datasets[1].file_ids[1]",
        ),
        ("body.input_n_shot.*", {"input_n_shot": {"ok": "a.csv", "bad": UID}}, "input_n_shot.bad"),
        ("body.input_n_shot.*", {"input_n_shot": {"bad": [UID]}}, "input_n_shot.bad[0]"),
        (
            "body.lens_config.input_streams[].stream_config.file_id",
            {"lens_config": {"input_streams": [{"stream_config": {"file_id": UID}}]}},
            "lens_config.input_streams[0].stream_config.file_id",
        ),
    ],
)
def test_a_file_uid_is_found_wherever_it_stands_and_its_place_is_named(
    place: str, body: Any, named: str
) -> None:
    why = refused(place, body)
    assert why is not None
    assert named in why
    assert UID in why
    assert f"newton.files.resolve('{UID}')" in why


@pytest.mark.parametrize(
    ("place", "body"),
    [
        ("body.file_id", None),
        ("body.file_id", {}),
        ("body.file_id", []),
        ("body.file_id", {"file_id": None}),
        ("body.file_id", {"file_id": 7}),
        ("body.file_id", {"file_id": {"file_id": UID}}),
        ("body.file_id", {"file_id": "pump.csv"}),
        ("body.file_id", {"other": UID}),
        ("body.inputs.*[].file_id", {"inputs": {"data": "a.csv"}}),
        ("body.inputs.*[].file_id", {"inputs": [UID]}),
        ("body.inputs.*[].file_id", {"inputs": None}),
        ("path.file_id", {"file_id": UID}),
    ],
)
def test_what_stands_elsewhere_or_is_no_uid_passes(place: str, body: Any) -> None:
    assert refused(place, body) is None


def test_a_file_uid_in_the_path_is_refused() -> None:
    assert "resolve" in str(refused("path.file_id", file_id=UID))
    assert refused("path.file_id", file_id="pump.csv") is None
    assert refused("path.file_id", upload_id=UID) is None


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_parameter_that_would_change_the_path_is_refused(value: str) -> None:
    assert repr(value) in str(refused("path.file_id", job_id=value))


@pytest.mark.parametrize(
    ("value", "uid"),
    [
        (UID, True),
        ("fil_0", True),
        ("fil_", False),
        ("fil_a.csv", False),
        ("my_fil_a", False),
        ("FIL_A", False),
        ("fil_a b", False),
        ("fil_a\n", False),
        ("", False),
    ],
)
def test_a_file_uid_is_told_from_a_name(value: str, uid: bool) -> None:
    assert is_file_uid(value) is uid


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["inputs", "a", "file_id"]), inner, max_size=3)
    ),
)


@given(
    st.sampled_from(["body.inputs.*[].file_id", "body.a[].file_id", "body.inputs.*", "body.a"]), json_values
)
def test_no_body_is_too_strange_to_be_looked_through(place: str, body: Any) -> None:
    assert refused(place, body) is None
