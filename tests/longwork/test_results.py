"""Rows are read from outputs of every form."""

from datetime import UTC, datetime
from typing import Any

import pytest

from newton_api.models import DataRef, JobOutput
from newton_client import NewtonError
from newton_client._jobs import in_order, missing_parts
from newton_client._results import Rows, read_timestamp, to_arrow, to_pandas


def output(filename: str, number: int = 1, input_id: str = "inp_1") -> JobOutput:
    moment = datetime(2026, 4, 14, 10, number % 60, tzinfo=UTC)
    data = DataRef("https://storage.example/x", filename)
    return JobOutput(f"out_{number}", "worker.results", data, moment, "job_1", input_id, "pump.csv")


def rows(filename: str, content: str, timestamps: Any = read_timestamp) -> list[dict[str, Any]]:
    whole = Rows(output(filename), timestamps).feed(content.encode(), last=True)
    reader, pieces = Rows(output(filename), timestamps), []
    for byte in content.encode():
        pieces += reader.feed(bytes([byte]))
    assert pieces + reader.feed(b"", last=True) == whole
    return [{name: value for name, value in row.items() if name != "input"} for row in whole]


@pytest.mark.parametrize("content", ["DATE_TIME,Prediction\n7,calm\n", "Prediction,TimePoint\r\ncalm,7\r\n"])
def test_both_orders_of_the_columns_give_the_same_rows(content: str) -> None:
    assert rows("p.csv", content) == [{"timestamp": 7, "prediction": "calm"}]


def test_a_quoted_value_may_hold_line_ends() -> None:
    content = 'time,Prediction\n1,"a\nb ""c"""\n2,d\n'
    assert [row["prediction"] for row in rows("p.csv", content)] == ['a\nb "c"', "d"]


def test_other_columns_are_kept() -> None:
    assert rows("p.csv", "time,Prediction,score\n1,calm,0.9\n")[0]["score"] == "0.9"


def test_a_column_that_is_called_timestamp_is_the_time() -> None:
    assert rows("p.csv", "row,timestamp,Prediction\n3,7,calm\n") == [
        {"row": "3", "timestamp": 7, "prediction": "calm"}
    ]


def test_a_line_that_is_no_json_is_a_row_with_an_error() -> None:
    found = rows(
        "p.jsonl", '{"line_index": 0, "prediction": "a"}\nbroken\n\n{"line_index": 2, "prediction": "c"}'
    )
    assert [row["line_index"] for row in found] == [0, 1, 2]
    assert [row["prediction"] for row in found] == ["a", None, "c"]
    assert "no JSON" in found[1]["error"]


def test_an_output_of_another_kind_is_refused() -> None:
    with pytest.raises(NewtonError, match="download_outputs"):
        rows("picture.png", "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("0.0005", 0.0005),
        ("1776900000.5", 1776900000.5),
        ("2026-04-14T10:00:00Z", datetime(2026, 4, 14, 10, tzinfo=UTC)),
        ("2026-04-14 10:00:00.250", datetime(2026, 4, 14, 10, 0, 0, 250000)),
        ("no time at all", "no time at all"),
    ],
)
def test_timestamps_are_read(text: str, value: Any) -> None:
    assert read_timestamp(text) == value


@pytest.mark.parametrize("text", ["04/14/2026 10:00 AM", "14 Apr 2026 10:00", "Tue Apr 14 10:00:00 2026"])
def test_timestamps_that_are_not_iso_are_read_too(text: str) -> None:
    assert read_timestamp(text) == datetime(2026, 4, 14, 10)


def test_timestamps_can_be_left_as_they_are() -> None:
    assert rows("p.csv", "time,Prediction\n007,calm\n", str)[0]["timestamp"] == "007"


def test_parts_are_put_in_the_order_of_their_numbers() -> None:
    numbers = [10, 2, 0, 1, 11]
    parts = [output(f"pred_a_part_{n}.csv", 30 - n, "inp_b") for n in numbers]
    parts += [output("pred_c_part_0.csv", 5, "inp_a")]
    found = [each.data.filename for each in in_order([*parts, parts[0]])]
    assert found == ["pred_c_part_0.csv", *(f"pred_a_part_{n}.csv" for n in sorted(numbers))]
    assert missing_parts(parts) == [f"pred_a_part_{n}.csv" for n in range(3, 10)]


ROWS = [{"timestamp": 1, "prediction": "a"}, {"timestamp": "x", "prediction": None, "error": "e"}]


def test_rows_become_an_arrow_table() -> None:
    table = to_arrow(ROWS)
    assert table.column_names == ["timestamp", "prediction", "error"]
    assert table["timestamp"].to_pylist() == ["1", "x"]
    assert table["error"].to_pylist() == [None, "e"]


def test_rows_become_a_data_frame() -> None:
    frame = to_pandas(ROWS)
    assert list(frame["prediction"].fillna("none")) == ["a", "none"]
    assert list(frame.columns) == ["timestamp", "prediction", "error"]


@pytest.mark.parametrize(("make", "package"), [(to_pandas, "pandas"), (to_arrow, "pyarrow")])
def test_a_table_without_its_library_says_what_to_install(
    make: Any, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError, match=f"pip install {package}"):
        make(ROWS)
