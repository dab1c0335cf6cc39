"""Thousands of mixed calls to a deployment that fails at one in five.

    PYTHONPATH=tests python -m chaos.chaos [--calls 10000] [--seed 0]

prints what became of them, and what must not have: a call without an end, something done twice that must
not be, an error that is none of ours, an answer to somebody else's question, a socket or a thread left.
"""

import argparse
import asyncio
import gc
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

from attrs import define, field

from newton_api.operations import OPERATIONS
from newton_client import AsyncNewton, BadRequestError, Newton, NewtonError, RequestError, RetryPolicy
from support.calls import arguments, call

from .deployment import Deployment

BATCH = 250
"""Calls of one client: enough to empty its retry budget, few enough to see it work."""

IN_FLIGHT = 16
POLICY = RetryPolicy(initial_delay=0.001, max_delay=0.004, max_attempts=6)


def _plain(operation_id: str, field: str) -> Callable[[Any, str], Any]:
    """The operation itself with a legal body, in which a field has the name."""
    operation = OPERATIONS[operation_id]
    body = arguments(operation)[1]
    return lambda newton, name: call(operation, {}, {**body, field: name})(newton)


CALLS: dict[str, Callable[[Any, str], Any]] = {
    "files_get": lambda newton, name: newton.files.get(name),
    "files_upload": lambda newton, name: newton.files.upload(name.encode() * 100, name=name),
    "query_create": _plain("query_create", "query"),
    "jobs_create": _plain("jobs_create", "name"),
    "sessions_create": _plain("sessions_create", "lens_id"),
    "fine_tuning_create": _plain("fine_tuning_create", "id"),
}
WHOSE = {
    "files_get": "file_id",
    "files_upload": "file_id",
    "query_create": "query_id",
    "jobs_create": "name",
    "sessions_create": "lens_id",
    "fine_tuning_create": "id",
}
"""Where an answer says whom it is for."""

ONCE = ("jobs_create", "sessions_create", "fine_tuning_create")
"""What must not be done twice."""


@define
class Report:
    """What became of the calls.

    Attributes:
        ends: How the calls of each operation ended: `ok`, or the name of an error.
        wrong: What must not have happened, in words.
        retries: How often a call was tried again.
        faults: How often the deployment failed, and how.
    """

    ends: dict[str, Counter[str]] = field(factory=lambda: {operation: Counter() for operation in CALLS})
    wrong: list[str] = field(factory=list)
    retries: int = 0
    faults: Counter[str] = field(factory=Counter)
    seconds: float = 0.0

    @property
    def calls(self) -> int:
        """Those that came to an end."""
        return sum(sum(ends.values()) for ends in self.ends.values())


def run(calls: int, seed: int = 0) -> Report:
    """Make the calls, half of them from threads and half from tasks, and look at what became of them."""
    random, report, began = Random(seed), Report(), time.monotonic()
    gc.collect()  # what others have dropped and not closed does not count
    before = _left()
    with Deployment(seed) as deployment:
        todo = [(random.choice(list(CALLS)), f"{number}.csv") for number in range(calls)]
        for start in range(0, calls, BATCH):
            batch = todo[start : start + BATCH]
            if (start // BATCH) % 2:
                asyncio.run(_from_tasks(deployment, batch, report))
            else:
                _from_threads(deployment, batch, report)
        deadline = time.monotonic() + 5
        while deployment.open and time.monotonic() < deadline:
            time.sleep(0.01)
        if deployment.open:
            report.wrong.append(f"{deployment.open} connections are left")
        report.faults = deployment.faults
    if report.calls != calls:
        report.wrong.append(f"{calls - report.calls} calls have no end")
    gc.collect()
    after = _left()
    if any(now > then for now, then in zip(after, before, strict=True)):
        report.wrong.append(f"threads and open files: {before} before, {after} after")
    report.seconds = time.monotonic() - began
    return report


def _from_threads(deployment: Deployment, batch: list[tuple[str, str]], report: Report) -> None:
    def one(operation: str, name: str) -> None:
        try:
            result = CALLS[operation](newton, name)
        except BaseException as error:
            result = error
        _judge(report, deployment, operation, name, result)

    with (
        Newton("sk_chaos", deployment.url, timeout=10, retry=POLICY, on_retry=_counting(report)) as newton,
        ThreadPoolExecutor(IN_FLIGHT) as threads,
    ):
        list(threads.map(lambda each: one(*each), batch))


async def _from_tasks(deployment: Deployment, batch: list[tuple[str, str]], report: Report) -> None:
    async def one(operation: str, name: str) -> None:
        async with turns:
            try:
                result = await CALLS[operation](newton, name)
            except BaseException as error:
                result = error
        _judge(report, deployment, operation, name, result)

    turns = asyncio.Semaphore(IN_FLIGHT)
    async with AsyncNewton(
        "sk_chaos", deployment.url, timeout=10, retry=POLICY, on_retry=_counting(report)
    ) as newton:
        await asyncio.gather(*(one(*each) for each in batch))


_lock = threading.Lock()


def _counting(report: Report) -> Callable[[Any], None]:
    def count(_: Any) -> None:
        with _lock:
            report.retries += 1

    return count


def _judge(report: Report, deployment: Deployment, operation: str, name: str, result: Any) -> None:
    """Note how a call ended, and whether that agrees with what the deployment did."""
    acted = deployment.acted[operation, name]
    wrong = ""
    if isinstance(result, NewtonError):
        if isinstance(result, BadRequestError):
            wrong = f"what was sent was not whole: {result}"
        elif acted and operation in ONCE and not (isinstance(result, RequestError) and result.maybe_applied):
            wrong = f"it was done, and {type(result).__name__} says that it was not"
    elif isinstance(result, BaseException):
        wrong = f"{type(result).__name__} is none of ours: {result}"
    else:
        whose = getattr(getattr(result, "parsed", result), WHOSE[operation])
        if whose != name:
            wrong = f"the answer is for {whose}"
        elif not acted:
            wrong = "it went well, but was not done"
    if acted > 1 and operation in ONCE:
        wrong = f"it was done {acted} times"
    with _lock:
        report.ends[operation]["ok" if not isinstance(result, BaseException) else type(result).__name__] += 1
        if wrong:
            report.wrong.append(f"{operation} {name}: {wrong}")


def _left() -> tuple[int, int]:
    """Threads, and open files and sockets."""
    return threading.active_count(), len(os.listdir("/dev/fd"))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    report = run(options.calls, options.seed)
    ends = sorted({end for counts in report.ends.values() for end in counts if end != "ok"})
    print(f"{'':20}{'ok':>8}" + "".join(f"{end.removesuffix('Error'):>20}" for end in ends))
    for operation, counts in report.ends.items():
        print(f"{operation:20}{counts['ok']:8}" + "".join(f"{counts[end]:20}" for end in ends))
    requests = sum(report.faults.values())
    faulty = requests - report.faults[""]
    print(
        f"\n{report.calls} calls, {requests} requests, {faulty} of them answered wrongly "
        f"({faulty / requests:.0%}), {report.retries} retries, {report.seconds:.0f} s"
    )
    print("\n".join(report.wrong) or "None lost, none doubled, no foreign error, nothing left open.")
    return int(bool(report.wrong))


if __name__ == "__main__":
    sys.exit(main())
