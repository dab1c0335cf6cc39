"""Pages of the batch API: `offset` and `limit`."""

from __future__ import annotations

from typing import Any

from newton_mock.call import Call, Reply

_LIMIT = 20


def page(call: Call, name: str, entries: list[dict[str, Any]], **more: Any) -> Reply:
    """The page that was asked for; `name` is the field that holds its entries."""
    offset: int = call.query.get("offset", 0)
    limit: int = call.query.get("limit", _LIMIT)
    total = {"total": len(entries), "offset": offset, "limit": limit}
    return Reply({**more, **total, name: entries[offset : offset + limit]})
