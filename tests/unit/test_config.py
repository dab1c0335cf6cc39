"""Where the API is and who asks."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newton_client import AsyncNewton, ConfigurationError, Newton
from newton_client._config import Config, normalize_url, origin

PRODUCTION = "https://api.u1.archetypeai.app/v0.5"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ATAI_API_KEY", raising=False)
    monkeypatch.delenv("ATAI_API_ENDPOINT", raising=False)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://api.example", "https://api.example/v0.5"),
        ("https://api.example/", "https://api.example/v0.5"),
        ("https://api.example/v0.5", "https://api.example/v0.5"),
        ("https://api.example/v0.5/", "https://api.example/v0.5"),
        ("https://api.example/v0.5//", "https://api.example/v0.5"),
        ("https://api.example/v1", "https://api.example/v1"),
        ("https://platform.example/api", "https://platform.example/api"),
        ("https://platform.example/api/", "https://platform.example/api"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v0.5"),
        ("http://[::1]:8080", "http://[::1]:8080/v0.5"),
        ("HTTPS://api.example", "https://api.example/v0.5"),
        ("  https://api.example\n", "https://api.example/v0.5"),
    ],
)
def test_an_endpoint_is_taken_with_its_version_and_without(given: str, url: str) -> None:
    assert normalize_url(given) == url
    assert normalize_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "api.example",
        "api.example/v0.5",
        "localhost:8080",
        "ftp://api.example",
        "https://",
        "https:///v0.5",
        "https://:443",
        "https://api.example:port",
        "https://api.example:0",
        "https://api.example:99999",
        "https://[::1",
        "https://api example",
        "https://api.example/v0.5?region=eu",
        "https://api.example/#top",
        "//api.example",
        "   ",
    ],
)
def test_what_is_no_endpoint_is_refused_with_an_example_of_one(url: str) -> None:
    with pytest.raises(ConfigurationError, match=PRODUCTION):
        normalize_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://user:hunter2@api.example",
        "https://hunter2@api.example",
        "https://user:hunter2?x@api.example",
        "https://user:p#hunter2@api.example",
        "https://user:p@hunter2@api.example",
        "https://api.example/v0.5?token=hunter2",
        "https://api.example/v0.5?at=@&token=hunter2",
        "https://api.example/v0.5#hunter2",
    ],
)
def test_credentials_in_an_endpoint_are_refused_and_not_shown(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        normalize_url(url)
    assert "hunter2" not in str(caught.value)


@given(st.text())
def test_any_text_is_an_endpoint_or_is_refused(url: str) -> None:
    with contextlib.suppress(ConfigurationError):
        assert normalize_url(url).startswith(("http://", "https://"))


def test_without_anything_said_it_is_production() -> None:
    assert Config.resolve("sk", None).base_url == PRODUCTION


def test_what_is_passed_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATAI_API_KEY", "sk_environment")
    monkeypatch.setenv("ATAI_API_ENDPOINT", "https://environment.example")
    assert Config.resolve(None, None) == Config("https://environment.example/v0.5", "sk_environment")
    assert Config.resolve("sk_passed", "https://passed.example") == Config(
        "https://passed.example/v0.5", "sk_passed"
    )


@pytest.mark.parametrize("client", [Newton, AsyncNewton])
@pytest.mark.parametrize("key", [None, "", "   ", "\n"])
def test_a_client_without_a_key_is_not_made(
    client: type[Newton] | type[AsyncNewton], key: str | None
) -> None:
    with pytest.raises(ConfigurationError, match="ATAI_API_KEY"):
        client(key)


def test_an_empty_key_does_not_fall_back_to_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATAI_API_KEY", "sk_environment")
    with pytest.raises(ConfigurationError):
        Config.resolve("", None)


def test_white_space_around_a_key_is_dropped() -> None:
    assert Config.resolve(" sk_test\r\n", None).api_key == "sk_test"


@pytest.mark.parametrize("key", ["sk\ntest", "Bearer sk_test", "sk test", "sk\x00test", "clé", "sk\x7ftest"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Config.resolve(key, None)
    assert key not in str(caught.value)


def test_the_key_is_not_in_the_repr() -> None:
    assert "sk_hidden" not in repr(Config.resolve("sk_hidden", None))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "https://a.example:443/y?z", True),
        ("http://A.example", "http://a.example:80", True),
        ("https://a.example", "http://a.example", False),
        ("https://a.example", "https://b.example", False),
        ("https://a.example", "https://a.example:8443", False),
        ("https://a.example", "https://a.example.b.example", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(one: str, other: str, same: bool) -> None:
    assert (origin(one) == origin(other)) is same
