"""How near `embed` comes to the ideal rate: 32 windows in flight at a server that takes 20 ms for each.

The rows with bare httpx show what the transport allows on this machine. Memory is that of the process, in MB,
after 1,000 windows and after all of them.
"""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from newton_client import AsyncNewton, Newton

from .serving import running, serve
from .turns import Row, timed

TITLE = "windows a second; MB"
YARDSTICK = "ideal"

KEY = "sk_bench"
WINDOWS = 1000
IN_FLIGHT = 32
DELAY = 0.020
IDEAL = IN_FLIGHT / DELAY
ROUNDS = 3
MANY = 100_000
FEW = 1_000

WINDOW = [[round(0.1 * sample, 1) for sample in range(64)]]
QUESTION: dict[str, Any] = {
    "model": "OmegaEncoder::omega_embeddings_1_4",
    "query": "",
    "events": [{"type": "data.numeric_array", "event_data": {"contents": WINDOW}}],
}
ANSWER = {
    "query_id": "qry_1a2b3c4d5e",
    "status": "completed",
    "inference_time_sec": DELAY,
    "response": {"response": [round(0.001 * place, 3) for place in range(768)]},
}
BARE: dict[str, Any] = {
    "headers": {"Authorization": f"Bearer {KEY}"},
    "limits": httpx.Limits(max_connections=100, max_keepalive_connections=100),
}


def rows() -> Iterator[Row]:
    """The rate of each client, and whether memory grows."""
    with running("-m", __name__) as root:
        url = f"{root}/v0.5"
        for name, run in (("httpx, async", _httpx_async), ("embed, async", _embed_async)):
            yield _rate(name, lambda run=run: asyncio.run(run(url)))
        for name, call in (("httpx, threads", _httpx), ("embed, threads", _embed)):
            yield _rate(name, partial(call, url))
    yield _memory()


def _rate(name: str, work: Any) -> Row:
    rate = median(WINDOWS / timed(work) for _ in range(ROUNDS))
    return Row(f"{name}, {IN_FLIGHT} in flight", IDEAL, rate, rate / IDEAL)


async def _httpx_async(url: str) -> None:
    windows = iter(range(WINDOWS))

    async def work(http: httpx.AsyncClient) -> None:
        for _ in windows:
            (await http.post(f"{url}/query", json=QUESTION)).raise_for_status().json()

    async with httpx.AsyncClient(**BARE) as http:
        await asyncio.gather(*(work(http) for _ in range(IN_FLIGHT)))


async def _embed_async(url: str) -> None:
    async with AsyncNewton(KEY, url) as newton:
        async for result in newton.embed((WINDOW for _ in range(WINDOWS)), concurrency=IN_FLIGHT):
            assert len(result.get()[0]) == 768


def _httpx(url: str) -> None:
    with httpx.Client(**BARE) as http, ThreadPoolExecutor(IN_FLIGHT) as threads:
        for answer in threads.map(lambda _: http.post(f"{url}/query", json=QUESTION), range(WINDOWS)):
            answer.raise_for_status().json()


def _embed(url: str) -> None:
    with Newton(KEY, url) as newton:
        for result in newton.embed((WINDOW for _ in range(WINDOWS)), concurrency=IN_FLIGHT):
            assert len(result.get()[0]) == 768


def _memory(many: int = MANY) -> Row:
    """Without a network, so that it takes a minute and not an hour."""
    body = json.dumps(ANSWER).encode()
    headers = {"content-type": "application/json"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=body, headers=headers))

    async def run() -> tuple[float, float]:
        first = 0.0
        async with httpx.AsyncClient(transport=transport) as http:
            newton = AsyncNewton(KEY, "http://127.0.0.1:9", http_client=http)
            async for result in newton.embed((WINDOW for _ in range(many)), concurrency=IN_FLIGHT):
                if result.index == FEW:
                    first = _megabytes()
        return first, _megabytes()

    first, last = asyncio.run(run())
    return Row(f"memory after {FEW:,} and {many:,}", first, last, last / first)


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


class _Slow(asyncio.Protocol):
    """Answers each request after a while, however many come at once."""

    body = json.dumps(ANSWER).encode()
    answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        head, separator, rest = self.buffer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        if separator and len(rest) >= length:
            self.buffer = rest[length:]
            loop = asyncio.get_running_loop()
            loop.call_later(DELAY, self.transport.write, self.answer + self.body)


if __name__ == "__main__":
    serve(_Slow)
