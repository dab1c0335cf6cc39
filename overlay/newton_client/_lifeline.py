"""Work that is brought to its end even when what asked for it is interrupted: Ctrl-C, cancellation."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class Lifeline:
    """Carries out what must not be left half done."""

    @staticmethod
    def hold(act: Callable[[], T]) -> T:
        """Act to the end; an interruption is raised after it. Interrupted twice, it is left alone."""
        results: list[T] = []
        failures: list[BaseException] = []

        def work() -> None:
            try:
                results.append(act())
            except BaseException as error:
                failures.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        try:
            _join(thread)
        except BaseException:
            _join(thread)
            raise
        if failures:
            raise failures[0]
        return results[0]


def _join(thread: threading.Thread) -> None:
    while thread.is_alive():
        thread.join(0.1)  # so that signals are seen


class AsyncLifeline:
    """Carries out what must not be left half done."""

    @staticmethod
    async def hold(act: Callable[[], Awaitable[T]]) -> T:
        """Act to the end; a cancellation is raised after it. Cancelled twice, it is left alone."""

        async def work() -> T:
            return await act()

        task = asyncio.ensure_future(work())
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait([task])
            if not task.cancelled() and task.exception() is not None:
                task.result()
            raise
