"""Seconds and dates that a server asks to wait."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_client._retry import parse_retry_after

NOW = "Fri, 31 Dec 1999 23:59:00 GMT"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("1.5", 1.5),
        (" 7 ", 7.0),
        ("Fri, 31 Dec 1999 23:59:30 GMT", 30.0),
        ("Fri, 31 Dec 1999 23:59:30 -0000", 30.0),
        ("Sat, 01 Jan 2000 00:59:30 +0100", 30.0),
        ("Friday, 31-Dec-99 23:59:30 GMT", 30.0),
        ("Fri, 31 Dec 1999 23:00:00 GMT", 0.0),
        ("", None),
        (None, None),
        ("soon", None),
        ("-5", None),
        ("nan", None),
        ("inf", None),
        ("12 monkeys", None),
        ("Fri, 99 Dec 1999 23:59:30 GMT", None),
    ],
)
def test_reads_seconds_and_dates_and_nothing_else(header: str | None, seconds: float | None) -> None:
    assert parse_retry_after(header, NOW) == seconds


@pytest.mark.parametrize("date", [None, "", "yesterday"])
def test_counts_from_our_own_clock_where_the_server_tells_no_time(date: str | None) -> None:
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert parse_retry_after(header, date) == pytest.approx(100, abs=5)


@given(st.text(), st.none() | st.text())
def test_no_header_breaks_it_or_goes_back_in_time(header: str, date: str | None) -> None:
    seconds = parse_retry_after(header, date)
    assert seconds is None or seconds >= 0
