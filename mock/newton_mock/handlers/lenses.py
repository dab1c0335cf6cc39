"""The lens registry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from newton_mock.call import Call, Reply
from newton_mock.errors import ApiError, Detail
from newton_mock.handlers import handles, refines
from newton_mock.lenses import Lens, resolved
from newton_mock.paging import shard
from newton_mock.validation import Violation

_POSITIVE = re.compile(r"/(sensor_buffer_size|input_buffer_step_size)$")


@refines("lenses_register")
@refines("lenses_modify")
def refine(_: Call, violations: Sequence[Violation]) -> None:
    """The code that the API documents for buffers without room."""
    details = [
        Detail("invalid_model_parameter", f"{found[1]} must be greater than 0.")
        for violation in violations
        if violation.rule == "minimum" and (found := _POSITIVE.search(violation.where))
    ]
    if details:
        raise ApiError.several(400, details)


@handles("lenses_register")
def register(call: Call) -> Reply:
    """Make a lens of one's own."""
    definition: dict[str, Any] = call.body["lens_config"]
    # Nested, as every program sends it, or flat beside the name.
    flat = {key: value for key, value in definition.items() if key not in ("lens_name", "lens_config")}
    config = flat | definition.get("lens_config", {})
    return Reply(_record(call.state.lenses.register(definition["lens_name"], config)))


@handles("lenses_clone")
def clone(call: Call) -> Reply:
    """Copy a lens."""
    return Reply(_record(call.state.lenses.clone(find(call))))


@handles("lenses_modify")
def modify(call: Call) -> Reply:
    """Rename a lens, or replace its settings; sessions that run it keep theirs."""
    lens = find(call)
    if not lens.modifiable:
        message = f"The built-in lens '{lens.id}' cannot be modified."
        raise ApiError(409, "conflict", message, "Clone it, and modify the clone.")
    lens.name = call.body.get("lens_name", lens.name)
    if "lens_config" in call.body:
        lens.config = resolved(call.body["lens_config"])
    return Reply(_record(lens))


@handles("lenses_delete")
def delete(call: Call) -> Reply:
    """Delete a lens; sessions that run it go on."""
    lens = find(call)
    if lens.modifiable:
        call.state.lenses.delete(lens)
    errors = [] if lens.modifiable else ["409 Conflict: a built-in lens cannot be deleted."]
    return Reply({"is_valid": lens.modifiable, "lens_id": lens.id, "errors": errors})


@handles("lenses_list")
def list_lenses(call: Call) -> Reply:
    """All lenses, in shards where they are asked for."""
    wanted = call.query.get("lens_id", "")
    found = [lens for lens in call.state.lenses.list() if wanted in ("", lens.id)]
    return Reply([_record(lens) for lens in shard(call, found)])


def find(call: Call) -> Lens:
    """The lens that the body names."""
    lens_id: str = call.body["lens_id"]
    if lens := call.state.lenses.get(lens_id):
        return lens
    suggestion = "Get valid IDs from /lens/metadata"
    raise ApiError(400, "INVALID_LENS_ID", f"No lens with the id '{lens_id}'.", suggestion)


def _record(lens: Lens) -> dict[str, Any]:
    return {
        "lens_id": lens.id,
        "lens_name": lens.name,
        "lens_status": "LENS_STATUS_MOUNTED",
        "lens_modifiable": lens.modifiable,
        "lens_config": lens.config,
    }
