"""What is left after `close()`: nothing that was ours, and no client."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from echo import Echo, eventually

from newton_client import AsyncNewton, ClientClosedError, Newton, RetryPolicy
from support.clients import KEY, Client


def test_closing_leaves_no_connection_and_no_thread(connect: Callable[..., Client], echo: Echo) -> None:
    before = _threads()
    client = connect(echo.url)
    for name in ("1.csv", "2.csv"):
        client.do(lambda newton, name=name: newton.files.get(name))
    assert len(echo.open) == 1
    client.do(_close)
    assert eventually(lambda: not echo.open)
    assert _threads() == before


def test_a_closed_client_says_so(connect: Callable[..., Client], echo: Echo) -> None:
    client = connect(echo.url)
    client.do(lambda newton: newton.files.get("1.csv"))
    derived = client.newton.with_options(timeout=1)
    client.do(_close)
    for newton in (client.newton, derived):
        with pytest.raises(ClientClosedError, match="make a new one"):
            client.do(lambda _, newton=newton: newton.files.get("2.csv"))
    assert [name for name, _ in echo.requests] == ["1.csv"]


def test_a_client_closed_before_its_first_call_says_so(connect: Callable[..., Client], echo: Echo) -> None:
    client = connect(echo.url)
    client.do(_close)
    with pytest.raises(ClientClosedError):
        client.do(lambda newton: newton.files.get("1.csv"))


def test_closing_twice_is_closing(connect: Callable[..., Client], echo: Echo) -> None:
    client = connect(echo.url)
    client.do(lambda newton: newton.files.get("1.csv"))
    client.do(_close)
    client.do(_close)


def test_closing_a_derived_client_leaves_the_first_open(connect: Callable[..., Client], echo: Echo) -> None:
    client = connect(echo.url)
    derived = client.newton.with_options(timeout=5, retry=RetryPolicy.off())
    client.do(lambda _: derived.files.get("1.csv"))
    client.do(lambda _: _close(derived))
    assert client.do(lambda newton: newton.files.get("2.csv")).file_id == "2.csv"
    assert len({port for _, port in echo.requests}) == 1, "both use the same connections"


def test_an_http_client_of_the_callers_stays_open(echo: Echo) -> None:
    with httpx.Client() as http:
        with Newton(KEY, echo.url, http_client=http) as newton:
            newton.files.get("1.csv")
        assert http.get(f"{echo.url}/2.csv").json()["file_id"] == "2.csv"


def test_an_http_client_that_its_owner_has_closed_says_so(echo: Echo) -> None:
    http = httpx.Client()
    newton = Newton(KEY, echo.url, http_client=http)
    http.close()
    with pytest.raises(ClientClosedError):
        newton.files.get("1.csv")


@pytest.mark.parametrize(
    ("make", "wrong", "wanted"),
    [
        (Newton, httpx.AsyncClient, "httpx.Client"),
        (AsyncNewton, httpx.Client, "httpx.AsyncClient"),
        (Newton, object, "httpx.Client"),
    ],
)
def test_an_http_client_of_the_wrong_kind_is_refused(make: Any, wrong: Any, wanted: str) -> None:
    with pytest.raises(TypeError, match=rf"http_client= takes an {wanted} here, not {wrong.__name__}"):
        make(KEY, http_client=wrong())


def test_an_answer_left_half_read_gives_its_connection_back(echo: Echo) -> None:
    limits = httpx.Limits(max_connections=1)
    with httpx.Client(limits=limits) as http, Newton(KEY, echo.url, http_client=http) as newton:
        for _ in range(3):
            events = newton.sessions.consume("half")
            assert next(events)
            del events
        assert newton.with_options(timeout=2).files.get("1.csv").file_id == "1.csv"


def test_an_async_answer_left_half_read_gives_its_connection_back(echo: Echo) -> None:
    async def main() -> str:
        async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as http:
            newton = AsyncNewton(KEY, echo.url, http_client=http, timeout=5)
            for _ in range(3):
                async for event in newton.sessions.consume("half"):
                    assert event
                    break
            return (await newton.files.get("1.csv")).file_id

    assert asyncio.run(main()) == "1.csv"


def _close(newton: Any) -> Any:
    return newton.close() if hasattr(newton, "close") else newton.aclose()


def _threads() -> list[threading.Thread]:
    """All but those in which the server answers."""
    return [thread for thread in threading.enumerate() if "process_request" not in thread.name]
