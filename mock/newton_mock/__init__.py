"""A server that obeys the Newton API's contract, for tests without the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newton_mock.app import create_app
    from newton_mock.server import MockServer

__all__ = ["MockServer", "create_app"]


def __getattr__(name: str) -> Any:
    # Imported on first use: pytest loads the plugin of this package in every project.
    if name == "create_app":
        from newton_mock.app import create_app

        return create_app
    if name == "MockServer":
        from newton_mock.server import MockServer

        return MockServer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
