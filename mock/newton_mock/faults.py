"""Failures on order: the next answers of an operation go wrong in a chosen way."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "status",  # an error status, nothing acted on
    "html",  # the same, with a gateway's HTML page for a body
    "reset_before",  # the connection is reset, nothing acted on
    "reset_after",  # acted on, then the connection is reset without an answer
    "cut_body",  # acted on, then half of the announced body is sent
    "slow",  # acted on, then nothing is sent for `delay` seconds
    "drip",  # acted on, then the body comes in ten pieces, spread over `delay` seconds
    "wrong_shape",  # acted on, then a success that is not what the contract says
    "truncate_stream",  # acted on, then the connection is cut after `cut_after` results
    "ws_close",  # a WebSocket is closed with `code` in place of a reply, after `cut_after` replies
]
KINDS: tuple[str, ...] = get_args(Kind)
# Presigned URLs are no operations of the contract.
OTHER_OPERATIONS = ("storage_get", "storage_put", "sessions_socket")


@dataclass(slots=True)
class Fault:
    """A failure that happens to the next `times` requests of an operation; "*" is any of them."""

    operation: str
    kind: Kind
    status: int | None = None
    times: int = 1
    retry_after: float | str | None = None
    delay: float = 1.0
    cut_after: int = 0
    code: int = 1011


class Faults:
    """Faults in the order they were asked for; the first that fits a request is used up first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Queue a fault."""
        with self._lock:
            self._faults.append(fault)

    def take(self, operation: str, kinds: Collection[str] = KINDS) -> Fault | None:
        """The fault of one of these kinds that happens to a request of this operation, if any."""
        with self._lock:
            for fault in self._faults:
                if fault.operation in ("*", operation) and fault.kind in kinds:
                    fault.times -= 1
                    if fault.times == 0:
                        self._faults.remove(fault)
                    return fault
        return None

    def list(self) -> list[dict[str, Any]]:
        """The faults that are still to come."""
        with self._lock:
            return [asdict(fault) for fault in self._faults]

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._faults.clear()
