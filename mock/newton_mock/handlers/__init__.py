"""Operations that do something. The others answer from their example in the contract.

A handler turns a validated `Call` into a `Reply`, or raises `ApiError`. A refiner looks at a call
that broke the contract and may raise the error code the API documents for that mistake, in place of
the general `invalid_request`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules

from newton_mock.call import Call, Reply
from newton_mock.validation import Violation

Handler = Callable[[Call], Reply]
Refiner = Callable[[Call, Sequence[Violation]], None]

HANDLERS: dict[str, Handler] = {}
QUICK: set[str] = set()
REFINERS: dict[str, Refiner] = {}


def handles(operation_id: str, *, quick: bool = False) -> Callable[[Handler], Handler]:
    """Register the handler of an operation; a quick one only looks up what is in memory."""

    def register(handler: Handler) -> Handler:
        HANDLERS[operation_id] = handler
        if quick:
            QUICK.add(operation_id)
        return handler

    return register


def refines(operation_id: str) -> Callable[[Refiner], Refiner]:
    """Register the refiner of an operation."""

    def register(refiner: Refiner) -> Refiner:
        REFINERS[operation_id] = refiner
        return refiner

    return register


def load() -> None:
    """Import every module of this package, so that each registers what it has."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
