"""`/_mock`: what tests may see and order over HTTP."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, cast

from jsonschema_rs import Draft202012Validator
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from newton_mock import glance
from newton_mock.faults import KINDS, Fault
from newton_mock.mock import Mock
from newton_mock.reading import parse_json
from newton_mock.transitions import Transitions

_PRIVATE_CODES = {"type": "integer", "minimum": 3000, "maximum": 4999}
_FAULT = Draft202012Validator(
    {
        "type": "object",
        "required": ["operation", "kind"],
        "properties": {
            "operation": {"type": "string"},
            "kind": {"enum": list(KINDS)},
            "status": {"type": ["integer", "null"], "minimum": 200, "maximum": 599},
            "times": {"type": "integer", "minimum": 1},
            "retry_after": {"type": ["number", "string", "null"], "pattern": "^[ -~]*$"},
            "delay": {"type": "number", "minimum": 0, "maximum": 86400},
            "cut_after": {"type": "integer", "minimum": 0},
            # Codes that may be sent; the others are for what happens without a closing frame.
            "code": {"anyOf": [{"enum": [1000, 1001, 1002, 1003, *range(1007, 1015)]}, _PRIVATE_CODES]},
        },
        "additionalProperties": False,
    }
)
_CLOCK = Draft202012Validator(
    {
        "type": "object",
        "properties": {
            "advance": {"type": "number"},
            "freeze": {"type": "boolean"},
            "now": {"type": "number"},
        },
        "additionalProperties": False,
    }
)
_SEED = Draft202012Validator(
    {
        "type": "object",
        "required": ["seed"],
        "properties": {"seed": {"type": "integer"}},
        "additionalProperties": False,
    }
)
_TRANSITIONS = Draft202012Validator(
    {
        "type": "object",
        "properties": {
            field.name: {"type": "boolean"} if field.type == "bool" else {"type": "number", "minimum": 0}
            for field in fields(Transitions)
        },
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

    async def spec(_: Request) -> Response:
        return JSONResponse(mock.contract.document)

    async def operations(_: Request) -> Response:
        return JSONResponse(glance.operations(mock))

    async def state(_: Request) -> Response:
        return JSONResponse(await run_in_threadpool(mock.locked, glance.memory, mock))

    async def reset(_: Request) -> Response:
        await run_in_threadpool(mock.reset)
        return Response(status_code=204)

    async def seed(request: Request) -> Response:
        order = await _read(request, _SEED)
        if isinstance(order, Response):
            return order
        await run_in_threadpool(mock.reset, int(order["seed"]))
        return Response(status_code=204)

    async def requests(request: Request) -> Response:
        if request.method == "DELETE":
            mock.journal.clear()
            return Response(status_code=204)
        last = request.query_params.get("last", "")
        entries = mock.journal.list(request.query_params.get("operation"))
        return JSONResponse(entries[-int(last) :] if last.isdecimal() else entries)

    async def faults(request: Request) -> Response:
        if request.method == "DELETE":
            mock.faults.clear()
            return Response(status_code=204)
        if request.method == "POST":
            order = await _read(request, _FAULT)
            if isinstance(order, Response):
                return order
            try:
                mock.order(Fault(**order))
            except ValueError as error:
                return JSONResponse({"detail": f"operation: {error}"}, 400)
        return JSONResponse(mock.faults.list())

    async def clock(request: Request) -> Response:
        order = await _read(request, _CLOCK)
        if isinstance(order, Response):
            return order
        moved = order.get("advance", 0.0), order.get("freeze"), order.get("now")
        try:
            await run_in_threadpool(mock.set_clock, *moved)
        except ValueError as error:
            return JSONResponse({"detail": str(error)}, 400)
        return JSONResponse({"now": mock.state.clock.now(), "frozen": mock.state.clock.frozen})

    async def transitions(request: Request) -> Response:
        if request.method == "POST":
            order = await _read(request, _TRANSITIONS)
            if isinstance(order, Response):
                return order
            mock.set_transitions(**order)
        return JSONResponse(asdict(mock.state.transitions))

    return [
        Route("/health", health),
        Route("/spec", spec),
        Route("/operations", operations),
        Route("/state", state),
        Route("/reset", reset, methods=["POST"]),
        Route("/seed", seed, methods=["POST"]),
        Route("/requests", requests, methods=["GET", "DELETE"]),
        Route("/faults", faults, methods=["GET", "POST", "DELETE"]),
        Route("/clock", clock, methods=["POST"]),
        Route("/transitions", transitions, methods=["GET", "POST"]),
    ]


async def _read(request: Request, schema: Draft202012Validator) -> dict[str, Any] | Response:
    """The JSON body, or the answer that says what is wrong with it."""
    try:
        body = parse_json(await request.body())
    except (ValueError, RecursionError) as error:
        return JSONResponse({"detail": f"The body is not JSON: {error}"}, 400)
    if wrong := next(iter(schema.iter_errors(body)), None):
        where = "/".join(map(str, wrong.instance_path)) or "body"
        return JSONResponse({"detail": f"{where}: {wrong.message}"}, 400)
    return cast("dict[str, Any]", body)
