"""When a failed try is followed by another, and how long after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_api.operations import OPERATIONS, Operation
from newton_client import RetryBudget, RetryPolicy
from newton_client._retry import Outcome, decide, may_have_acted

ALWAYS = next(o for o in OPERATIONS.values() if o.retry == "always" and o.method == "POST")
UNSENT = next(o for o in OPERATIONS.values() if o.retry == "unsent")
GET = next(o for o in OPERATIONS.values() if o.method == "GET")
REFUSED = Outcome(sent=False)
LOST = Outcome()
POLICY = RetryPolicy(random=lambda: 1.0)


def delay(
    policy: RetryPolicy,
    operation: Operation,
    outcome: Outcome,
    attempt: int = 1,
    elapsed: float = 0.0,
    replayable: bool = True,
) -> float | None:
    decision = decide(policy, operation, outcome, attempt=attempt, elapsed=elapsed, replayable=replayable)
    return decision.delay


@pytest.mark.parametrize("outcome", [REFUSED, LOST, *map(Outcome, (429, 500, 502, 503, 504))])
def test_what_may_be_gone_next_time_is_tried_again(outcome: Outcome) -> None:
    assert delay(POLICY, ALWAYS, outcome) == 0.5


@pytest.mark.parametrize("outcome", [REFUSED, Outcome(429), Outcome(503)])
def test_an_operation_that_must_not_run_twice_is_repeated_where_the_server_has_not_acted(
    outcome: Outcome,
) -> None:
    assert delay(POLICY, UNSENT, outcome) == 0.5


@pytest.mark.parametrize("outcome", [LOST, *map(Outcome, (500, 502, 504))])
def test_an_operation_that_must_not_run_twice_is_not_repeated_where_the_server_may_have_acted(
    outcome: Outcome,
) -> None:
    assert delay(POLICY, UNSENT, outcome) is None


@pytest.mark.parametrize(
    "status", [301, 302, 400, 401, 403, 404, 405, 408, 409, 413, 422, 499, 501, 520, 561]
)
@pytest.mark.parametrize("operation", [ALWAYS, UNSENT, GET], ids=lambda o: o.retry)
def test_no_other_status_is_tried_again(status: int, operation: Operation) -> None:
    assert delay(POLICY, operation, Outcome(status)) is None
    assert delay(POLICY, operation, Outcome(status, retry_after=1.0)) is None


def test_waits_double_up_to_the_longest() -> None:
    patient = RetryPolicy(max_attempts=9, initial_delay=0.5, max_delay=8.0, random=lambda: 1.0)
    assert [delay(patient, GET, LOST, attempt) for attempt in range(1, 10)] == [
        0.5,
        1,
        2,
        4,
        8,
        8,
        8,
        8,
        None,
    ]


def test_jitter_takes_a_wait_down_to_nothing() -> None:
    assert delay(RetryPolicy(random=lambda: 0.0), GET, LOST, 3) == 0.0
    assert delay(RetryPolicy(random=lambda: 0.25), GET, LOST, 3) == 0.5


def test_the_server_says_how_long_to_wait_and_gets_it_without_jitter() -> None:
    policy = RetryPolicy(random=lambda: 0.0)
    assert delay(policy, GET, Outcome(429, retry_after=30.0)) == 30.0
    assert delay(policy, GET, Outcome(429, retry_after=0.0)) == 0.0
    assert delay(policy, GET, Outcome(429, retry_after=policy.max_retry_after)) == 60.0


def test_a_server_that_asks_for_too_long_a_wait_is_not_asked_again() -> None:
    decision = decide(POLICY, GET, Outcome(429, retry_after=3600.0), attempt=1, elapsed=0, replayable=True)
    assert decision.delay is None
    assert "3600 s" in decision.reason
    assert "max_retry_after" in decision.reason


def test_a_body_that_cannot_be_read_again_ends_it_and_that_is_said() -> None:
    decision = decide(POLICY, ALWAYS, LOST, attempt=1, elapsed=0, replayable=False)
    assert decision.delay is None
    assert "body" in decision.reason


def test_a_wait_that_would_pass_the_deadline_is_not_begun() -> None:
    policy = RetryPolicy(deadline=10.0, random=lambda: 1.0)
    assert delay(policy, GET, LOST, elapsed=9.5) == 0.5
    assert delay(policy, GET, LOST, elapsed=9.51) is None
    assert delay(policy, GET, Outcome(503, retry_after=10.5)) is None
    assert "deadline of 10 s" in decide(policy, GET, LOST, attempt=1, elapsed=11, replayable=True).reason


def test_one_attempt_means_no_other() -> None:
    assert delay(RetryPolicy.off(), GET, REFUSED) is None


policies = st.builds(
    RetryPolicy,
    max_attempts=st.integers(1, 10),
    initial_delay=st.floats(0, 100),
    max_delay=st.floats(0, 100),
    max_retry_after=st.floats(0, 1000),
    deadline=st.none() | st.floats(0, 1000),
    random=st.floats(0, 1, exclude_max=True).map(lambda value: lambda: value),
)
outcomes = st.one_of(
    st.just(REFUSED),
    st.just(LOST),
    st.builds(Outcome, st.integers(300, 599), retry_after=st.none() | st.floats(0, 1e6)),
)
operations = st.sampled_from(list(OPERATIONS.values()))
attempts = st.integers(1, 12)
times = st.floats(0, 2000)


@given(policies, operations, outcomes, attempts, times, st.booleans())
def test_no_wait_is_longer_than_it_may_be(
    policy: RetryPolicy,
    operation: Operation,
    outcome: Outcome,
    attempt: int,
    elapsed: float,
    replayable: bool,
) -> None:
    wait = delay(policy, operation, outcome, attempt, elapsed, replayable)
    if wait is None:
        return
    assert replayable
    assert attempt < policy.max_attempts
    assert wait >= 0
    assert policy.deadline is None or elapsed + wait <= policy.deadline
    if outcome.retry_after is None:
        assert wait <= min(policy.max_delay, policy.initial_delay * 2 ** (attempt - 1))
    else:
        assert wait == outcome.retry_after <= policy.max_retry_after


@given(policies, outcomes, attempts, times)
def test_nothing_that_may_have_been_done_is_repeated_where_that_would_do_harm(
    policy: RetryPolicy, outcome: Outcome, attempt: int, elapsed: float
) -> None:
    if delay(policy, UNSENT, outcome, attempt, elapsed) is not None:
        assert not outcome.sent or outcome.status in (429, 503)
        assert not may_have_acted(UNSENT, outcome)


@given(policies, operations, st.integers(300, 599), attempts, times)
def test_no_answer_is_asked_for_again_but_these(
    policy: RetryPolicy, operation: Operation, status: int, attempt: int, elapsed: float
) -> None:
    if delay(policy, operation, Outcome(status), attempt, elapsed) is not None:
        assert status in (429, 500, 502, 503, 504)


@pytest.mark.parametrize(
    ("outcome", "acted"),
    [
        (REFUSED, False),
        (LOST, True),
        (Outcome(400), False),
        (Outcome(409), False),
        (Outcome(429), False),
        (Outcome(500), True),
        (Outcome(502), True),
        (Outcome(503), False),
        (Outcome(504), True),
        (Outcome(520), True),
    ],
)
def test_whether_the_server_may_have_acted(outcome: Outcome, acted: bool) -> None:
    assert may_have_acted(ALWAYS, outcome) is acted
    assert may_have_acted(GET, outcome) is False


@pytest.mark.parametrize(
    "settings",
    [{"max_attempts": 0}, {"initial_delay": -1.0}, {"max_delay": -1.0}, {"max_retry_after": -0.1}],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        RetryPolicy(**settings)  # type: ignore[arg-type]


def test_the_jitter_is_drawn_anew_each_time() -> None:
    drawn = [RetryPolicy().random() for _ in range(100)]
    assert len(set(drawn)) > 90
    assert all(0 <= value < 1 for value in drawn)


def test_a_budget_pays_for_35_retries_after_failures_and_then_for_none() -> None:
    budget = RetryBudget()
    assert sum(budget.spend(Outcome(500)) for _ in range(1000)) == 35
    assert budget.tokens == 10


def test_a_refusal_costs_less_than_a_failure() -> None:
    budget = RetryBudget()
    assert sum(budget.spend(Outcome(429)) for _ in range(1000)) == 100
    assert not budget.spend(LOST)


def test_each_call_that_succeeds_gives_one_token_back_up_to_the_capacity() -> None:
    budget = RetryBudget()
    budget.spend(LOST)
    for _ in range(3):
        budget.refill()
    assert budget.tokens == 500 - 14 + 3
    for _ in range(100):
        budget.refill()
    assert budget.tokens == 500
