"""One source for a test of both clients: the sync one is derived, as the client is."""

import asyncio
import contextlib
import functools
import inspect
import re
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.clients import KINDS

sys.path.insert(0, str(Path(__file__).parents[2] / "codegen"))
from unasync import unasync

_HELPERS: dict[str, dict[str, Callable[..., Any]]] = {}


def helper(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let an asynchronous function of this module serve the derived tests, too."""
    _HELPERS.setdefault(function.__module__, {})[function.__name__] = function
    return function


def both(test: Callable[..., Any]) -> Callable[..., Any]:
    """Let an asynchronous method of a test class run as it is, and without `async` and `await`."""

    @functools.wraps(test)
    def run(self: Any, kind: str, **fixtures: Any) -> None:
        if kind == "sync":
            _derived(test)(self, **fixtures)
        else:
            asyncio.run(test(self, **fixtures))

    myself, *wanted = inspect.signature(test).parameters.values()
    kind = inspect.Parameter("kind", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    run.__signature__ = inspect.Signature([myself, kind, *wanted])  # type: ignore[attr-defined]
    return pytest.mark.parametrize("kind", KINDS)(run)


def _derived(test: Callable[..., Any]) -> Callable[..., Any]:
    scope = {**test.__globals__, "closing": contextlib.closing, "time": time, "anext": next}
    for function in (*_HELPERS.get(test.__module__, {}).values(), test):
        source = textwrap.dedent(inspect.getsource(function))
        source = source[re.search(r"^(async )?def", source, re.MULTILINE).start() :]  # type: ignore[union-attr]
        exec(compile(unasync(source), f"{function.__name__}, derived", "exec"), scope)
    derived: Callable[..., Any] = scope[test.__name__]
    return derived
