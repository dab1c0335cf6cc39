from .chaos import BATCH, CALLS, run


def test_no_call_is_lost_or_doubled_where_one_answer_in_five_is_wrong() -> None:
    report = run(2 * BATCH)
    assert report.wrong == []
    assert report.calls == 2 * BATCH
    assert report.retries > 50
    assert all(ends["ok"] for ends in report.ends.values())
    assert set(report.ends) == set(CALLS)
