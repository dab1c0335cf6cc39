"""Work that is brought to its end even when what asked for it is interrupted: Ctrl-C, cancellation."""

import asyncio
import contextlib
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
        done = threading.Event()

        def work() -> None:
            try:
                results.append(act())
            except BaseException as error:
                failures.append(error)
            finally:
                done.set()

        thread = threading.Thread(target=work, daemon=True)
        try:
            thread.start()
            _until(done)
        except BaseException:
            if thread.ident is not None:  # else it has not begun
                _until(done)
            raise
        if failures:
            raise failures[0]
        return results[0]


def _until(done: threading.Event) -> None:
    """Wait for it, with an eye on signals. A `join` that a signal interrupts takes the thread for ended."""
    while not done.wait(0.1):
        pass


class AsyncLifeline:
    """Carries out what must not be left half done."""

    @staticmethod
    async def hold(act: Callable[[], Awaitable[T]]) -> T:
        """Act to the end; a cancellation is raised after it, however often it comes.

        Some cancel again and again until they are obeyed: anyio does, and what is built on it.
        """

        async def work() -> T:
            return await act()

        task = asyncio.ensure_future(work())
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            while not task.done():
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.wait([task])
            if not task.cancelled():
                task.exception()  # looked at, or asyncio would complain that nobody did
            raise
        return task.result()
