"""The mock as an ASGI application."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.routing import Mount, Route, WebSocketRoute

from newton_mock import control, handlers
from newton_mock.api import Api
from newton_mock.contract import Contract
from newton_mock.mock import Mock
from newton_mock.page import page
from newton_mock.sockets import PATH, Sockets
from newton_mock.state import PART_SIZE, State
from newton_mock.storage import Storage


class _AnyPath(PathConvertor):
    """Starlette's own ends at a line break, which an id may hold."""

    regex = "(?s:.*)"


register_url_convertor("any", _AnyPath())


def create_app(
    *,
    api_key: str | None = None,
    seed: int = 0,
    latency: float = 0.0,
    state: str | Path | None = None,
    part_size: int = PART_SIZE,
    contract: dict[str, Any] | None = None,
) -> Starlette:
    """Make a mock of the Newton API with a memory of its own.

    Args:
        api_key: The only key it lets in; any key when None.
        seed: Ids are drawn from it: the same seed and the same calls give the same ids.
        latency: Seconds that each answer takes at least.
        state: A folder where files outlive the mock; without one they go with it.
        part_size: Bytes of each part of a direct upload, more where there would be over 1,000 of them.
        contract: An OpenAPI 3.1 document to serve in place of the Newton API's.
    """
    handlers.load()
    mock = Mock(
        Contract(contract) if contract else Contract.load(),
        State(seed, Path(state) if state else None, part_size),
        api_key,
        latency,
    )
    app = Starlette(
        routes=[
            Route("/", page),
            Mount("/_mock", routes=control.routes(mock)),
            Route("/_storage/{key}", Storage(mock)),
            WebSocketRoute(mock.contract.prefix + PATH, Sockets(mock)),
            Route("/{path:any}", Api(mock)),
        ]
    )
    app.state.mock = mock
    return app
