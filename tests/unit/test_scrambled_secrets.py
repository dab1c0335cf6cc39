"""Credentials that do not show."""

import copy
import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from newton_client import Secret
from newton_client._secrets import scramble, unscramble


@given(st.text())
def test_what_was_scrambled_comes_back(text: str) -> None:
    assert unscramble(scramble(text)) == text


def test_no_two_scrambles_are_alike_and_none_shows_the_text() -> None:
    scrambled = {scramble("sk_test_hidden") for _ in range(20)}
    assert len(scrambled) == 20
    assert not any(b"hidden" in each or b"sk_" in each for each in scrambled)


def test_a_secret_is_three_stars_until_it_is_asked_for() -> None:
    secret = Secret("sk_hidden")
    assert str(secret) == "***"
    assert "hidden" not in f"{secret!r} {secret} {secret:>20} {json.dumps([secret])} {[secret]!r}"
    assert secret.reveal() == "sk_hidden"


def test_a_secret_does_not_leave_in_a_pickle() -> None:
    dumped = pickle.dumps(Secret("sk_hidden"))
    assert b"hidden" not in dumped
    assert pickle.loads(dumped) == "***"


def test_a_copy_of_a_secret_gives_nothing_away() -> None:
    assert copy.deepcopy(Secret("sk_hidden")) == "***"
