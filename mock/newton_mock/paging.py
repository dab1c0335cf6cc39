"""Pages: `offset` and `limit` of the batch API, shards of the lens API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from newton_mock.call import Call, Reply

_LIMIT = 20

_Entry = TypeVar("_Entry")


def page(call: Call, name: str, entries: list[dict[str, Any]], **more: Any) -> Reply:
    """The page that was asked for; `name` is the field that holds its entries."""
    offset: int = call.query.get("offset", 0)
    limit: int = call.query.get("limit", _LIMIT)
    total = {"total": len(entries), "offset": offset, "limit": limit}
    return Reply({**more, **total, name: entries[offset : offset + limit]})


def shard(call: Call, entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """The shard that was asked for; all entries where no shard or no size is named."""
    index: int = call.query.get("shard_index", -1)
    size: int = call.query.get("max_items_per_shard", -1)
    if index < 0:
        return entries
    size = size if size > 0 else max(1, len(entries))
    return entries[index * size : (index + 1) * size]
