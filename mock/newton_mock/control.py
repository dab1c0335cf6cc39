"""`/_mock`: what tests may see and order over HTTP."""

from __future__ import annotations

import json
from typing import Any, cast

from jsonschema_rs import Draft202012Validator
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from newton_mock.faults import KINDS, Fault
from newton_mock.mock import Mock

_FAULT = Draft202012Validator(
    {
        "type": "object",
        "required": ["operation", "kind"],
        "properties": {
            "operation": {"type": "string"},
            "kind": {"enum": list(KINDS)},
            "status": {"type": ["integer", "null"], "minimum": 200, "maximum": 599},
            "times": {"type": "integer", "minimum": 1},
            "retry_after": {"type": ["number", "string", "null"]},
            "delay": {"type": "number", "minimum": 0},
        },
        "additionalProperties": False,
    }
)
_CLOCK = Draft202012Validator(
    {
        "type": "object",
        "properties": {"advance": {"type": "number"}, "freeze": {"type": "boolean"}},
        "additionalProperties": False,
    }
)


def routes(mock: Mock) -> list[Route]:
    """The control routes of one mock."""

    async def health(_: Request) -> Response:
        return JSONResponse(
            {
                "status": "ok",
                "version": mock.version,
                "operations": len(mock.contract.operations),
                "seed": mock.state.seed,
            }
        )

    async def reset(_: Request) -> Response:
        mock.reset()
        return Response(status_code=204)

    async def requests(request: Request) -> Response:
        if request.method == "DELETE":
            mock.journal.clear()
            return Response(status_code=204)
        return JSONResponse(mock.journal.list(request.query_params.get("operation")))

    async def faults(request: Request) -> Response:
        if request.method == "DELETE":
            mock.faults.clear()
            return Response(status_code=204)
        if request.method == "POST":
            order = await _read(request, _FAULT)
            if isinstance(order, Response):
                return order
            mock.faults.add(Fault(**order))
        return JSONResponse(mock.faults.list())

    async def clock(request: Request) -> Response:
        order = await _read(request, _CLOCK)
        if isinstance(order, Response):
            return order
        await run_in_threadpool(mock.set_clock, order.get("advance", 0.0), order.get("freeze"))
        return JSONResponse({"now": mock.state.clock.now(), "frozen": mock.state.clock.frozen})

    return [
        Route("/health", health),
        Route("/reset", reset, methods=["POST"]),
        Route("/requests", requests, methods=["GET", "DELETE"]),
        Route("/faults", faults, methods=["GET", "POST", "DELETE"]),
        Route("/clock", clock, methods=["POST"]),
    ]


async def _read(request: Request, schema: Draft202012Validator) -> dict[str, Any] | Response:
    """The JSON body, or the answer that says what is wrong with it."""
    try:
        body = json.loads(await request.body())
    except ValueError as error:
        return JSONResponse({"detail": f"The body is not JSON: {error}"}, 400)
    for wrong in schema.iter_errors(body):
        where = "/".join(map(str, wrong.instance_path)) or "body"
        return JSONResponse({"detail": f"{where}: {wrong.message}"}, 400)
    return cast("dict[str, Any]", body)
