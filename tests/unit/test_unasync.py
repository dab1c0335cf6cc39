"""The sync client is made from the async one, word by word."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "codegen"))
from unasync import unasync  # noqa: E402


@pytest.mark.parametrize(
    ("asynchronous", "synchronous"),
    [
        ("async def get(self) -> Job:", "def get(self) -> Job:"),
        ("return await self.get(id)", "return self.get(id)"),
        ("async with a as b:", "with a as b:"),
        ("async for item in items:", "for item in items:"),
        ("[item async for item in items]", "[item for item in items]"),
        ("await (policy.sleep or asyncio.sleep)(1)", "(policy.sleep or time.sleep)(1)"),
        ("class AsyncJobs(jobs.AsyncJobs):", "class Jobs(jobs.Jobs):"),
        ("-> AsyncIterator[bytes]:", "-> Iterator[bytes]:"),
        ("Callable[[int], Awaitable[QueryResponse]]", "Callable[[int], QueryResponse]"),
        ("Callable[[], Awaitable[str | None]]", "Callable[[], str | None]"),
        ("async def __aexit__(self):", "def __exit__(self):"),
        ("from .._async.client import AsyncNewton", "from .._sync.client import Newton"),
        ("An asynchronous client.", "A synchronous client."),
        ("sent asynchronously", "sent synchronously"),
        ("httpx.AsyncClient", "httpx.Client"),
        ("basync = unawaited", "basync = unawaited"),
    ],
)
def test_turns_each_asynchronous_word_into_its_synchronous_one(asynchronous: str, synchronous: str) -> None:
    assert unasync(asynchronous) == synchronous


def test_synchronous_source_stays_as_it_is() -> None:
    for path in (ROOT / "overlay" / "newton_client" / "_sync").glob("*.py"):
        assert unasync(path.read_text()) == path.read_text()


def test_nothing_asynchronous_is_left() -> None:
    for path in (ROOT / "overlay" / "newton_client" / "_sync").glob("*.py"):
        assert not re.search(r"\b(async|await|asyncio|_?Async\w+|__a\w+__)\b", path.read_text())
