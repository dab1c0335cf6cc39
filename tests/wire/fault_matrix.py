"""Every operation under every fault, with both clients, on real sockets.

    PYTHONPATH=tests python -m wire.fault_matrix

prints what came of each call: how many attempts it took, and how it ended. A mark is on what should have
been otherwise.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any
from unittest.mock import patch

from newton_api.operations import OPERATIONS, Operation
from newton_client import NewtonError, RetryBudget
from newton_mock import MockServer
from newton_mock.handlers import HANDLERS
from support.calls import legal_call, specified
from support.clients import KINDS, Client, Kind
from support.server import ScriptedServer

FAULTS: dict[str, Mapping[str, Any]] = {
    "429": {"kind": "status", "status": 429},
    "429 wait": {"kind": "status", "status": 429, "retry_after": 7},
    "500": {"kind": "status", "status": 500},
    "502": {"kind": "status", "status": 502},
    "503": {"kind": "status", "status": 503},
    "504": {"kind": "status", "status": 504},
    "400": {"kind": "status", "status": 400},
    "401": {"kind": "status", "status": 401},
    "403": {"kind": "status", "status": 403},
    "404": {"kind": "status", "status": 404},
    "409": {"kind": "status", "status": 409},
    "413": {"kind": "status", "status": 413},
    "520": {"kind": "status", "status": 520},
    "refused": {},  # nobody listens
    "rst early": {"kind": "reset_before"},  # and not acted on
    "rst late": {"kind": "reset_after"},  # once it was acted on
    "cut body": {"kind": "cut_body"},
    "HTML 200": {"kind": "html", "status": 200},
}


# What must come of a call: written down here, not asked of the client. Of one of which the fault
# happens to the first request, and of one of which it happens to all; for operations that may be
# repeated, and again for those that must not run twice.
EXPECTED = {
    "429": ("2 ok", "4 RateLimitError", "2 ok", "4 RateLimitError"),
    "429 wait": ("2 ok", "4 RateLimitError", "2 ok", "4 RateLimitError"),
    "500": ("2 ok", "4 InternalServerError", "1 InternalServerError", "1 InternalServerError"),
    "502": ("2 ok", "4 BadGatewayError", "1 BadGatewayError", "1 BadGatewayError"),
    "503": ("2 ok", "4 ServiceUnavailableError", "2 ok", "4 ServiceUnavailableError"),
    "504": ("2 ok", "4 GatewayTimeoutError", "1 GatewayTimeoutError", "1 GatewayTimeoutError"),
    "400": ("1 BadRequestError",) * 4,
    "401": ("1 AuthenticationError",) * 4,
    "403": ("1 PermissionDeniedError",) * 4,
    "404": ("1 NotFoundError",) * 4,
    "409": ("1 ConflictError",) * 4,
    "413": ("1 PayloadTooLargeError",) * 4,
    "520": ("1 ServerError",) * 4,
    "refused": ("4 RequestNotSentError",) * 4,
    "rst early": ("2 ok", "4 ResponseLostError", "1 ResponseLostError", "1 ResponseLostError"),
    "rst late": ("2 ok", "4 ResponseLostError", "1 ResponseLostError", "1 ResponseLostError"),
    "cut body": ("2 ok", "4 ResponseLostError", "1 ResponseLostError", "1 ResponseLostError"),
    "HTML 200": ("1 ResponseValidationError",) * 4,
}
WAITS = {"429 wait": (7.0, 7.0, 7.0)}


def expected(operation: Operation, fault: str, *, stays: bool) -> str:
    """How many attempts there must be, and how they must end."""
    if fault == "409" and operation.conflict_is_success and operation.state:
        return "1 ok"  # the state was read
    if fault == "cut body" and "content" not in success(operation):
        return "1 ok"  # there is nothing to cut
    if fault == "cut body" and operation.stream:
        return "1 ResponseLostError"  # what has come has been given already
    return EXPECTED[fault][stays + 2 * (operation.retry == "unsent")]


def success(operation: Operation) -> Mapping[str, Any]:
    """The answer of the mock: the first success that the contract declares."""
    declared = specified(operation.id)["responses"]
    first: Mapping[str, Any] = declared[min(status for status in declared if status.startswith("2"))]
    return first


@dataclass(frozen=True)
class Seen:
    """What came of one call.

    Attributes:
        result: How many attempts were made, and `ok` or the name of the error: `4 RateLimitError`.
        waits: Seconds between them.
        applied: How often the server did what was asked for.
    """

    result: str
    waits: tuple[float, ...]
    applied: int


class Bench:
    """A client of either kind, and a mock that answers every operation from its example."""

    def __init__(self, kind: Kind, mock: MockServer, nobody: ScriptedServer) -> None:
        self.mock = mock
        self.client = Client(kind, mock.url)
        self.lost = Client(kind, nobody.url)

    def see(self, operation: Operation, fault: str, *, stays: bool) -> Seen:
        """Call the operation while the fault happens to its first request, or to all of them."""
        self.mock.reset()
        if order := FAULTS[fault]:
            self.mock.faults(operation.id, times=99 if stays else 1, **order)
        client = self.client if order else self.lost
        client.time.naps.clear()
        client.newton._http_caller.budget = RetryBudget()  # each call has its own, whatever failed before
        outcome = "ok"
        try:
            client.do(legal_call(operation))
        except NewtonError as error:
            outcome = type(error).__name__
        sent = self.mock.requests(operation.id)
        waits = tuple(client.time.naps)
        attempts = len(sent) if order else len(waits) + 1
        return Seen(f"{attempts} {outcome}", waits, sum(entry["applied"] for entry in sent))

    def close(self) -> None:
        self.client.close()
        self.lost.close()


@contextmanager
def bench(kind: Kind) -> Iterator[Bench]:
    """A bench with a mock of its own."""
    with (
        MockServer() as mock,
        ScriptedServer(listening=False) as nobody,
        patch.dict(HANDLERS, clear=True),
        closing(Bench(kind, mock, nobody)) as made,
    ):
        yield made


def main() -> int:
    """Print the two tables, and how much in them is not as it must be."""
    cells: dict[tuple[bool, str, str], list[Seen]] = defaultdict(list)
    for kind in KINDS:
        with bench(kind) as made:
            for stays, operation, fault in product((False, True), OPERATIONS.values(), FAULTS):
                cells[stays, operation.id, fault].append(made.see(operation, fault, stays=stays))
    wrong = doubled = 0
    for stays in (False, True):
        print(
            f"\nA fault that {'stays' if stays else 'happens once'}: attempts and outcome, sync and async\n"
        )
        print(f"{'':28}" + "".join(f"{fault:>10}" for fault in FAULTS))
        for operation in OPERATIONS.values():
            row = ""
            for fault in FAULTS:
                seen = cells[stays, operation.id, fault]
                must = expected(operation, fault, stays=stays)
                differing = [each for each in seen if each.result != must]
                wrong += len(differing)
                doubled += operation.retry == "unsent" and max(each.applied for each in seen) > 1
                row += f"{short(differing[0]) + '!' if differing else short(seen[0]):>10}"
            print(f"{operation.id:28}{row}")
    print(
        f"\n{sum(map(len, cells.values()))} calls, {wrong} of them with another end than they must have (!); "
        f"{doubled} in which an operation that must not run twice did."
    )
    return int(bool(wrong or doubled))


def short(seen: Seen) -> str:
    """The result as it fits into a column."""
    attempts, outcome = seen.result.split()
    return f"{attempts} {outcome.removeprefix('Response').removeprefix('Request')[:6]}"


if __name__ == "__main__":
    sys.exit(main())
