"""What the mock serves and what it remembers, at a glance."""

from __future__ import annotations

from collections import Counter
from typing import Any

from newton_mock.handlers import HANDLERS
from newton_mock.mock import Mock

_MOST = 20


def operations(mock: Mock) -> list[dict[str, Any]]:
    """The operations of the contract; `handled` says whether one is more than its example."""
    return [
        {
            "id": operation.id,
            "tag": (operation.node.value.get("tags") or [""])[0],
            "method": operation.method,
            "path": mock.contract.prefix + operation.path,
            "summary": operation.node.value.get("summary", ""),
            "handled": operation.id in HANDLERS,
        }
        for operation in mock.contract.operations.values()
    ]


def memory(mock: Mock) -> dict[str, Any]:
    """Counts of what is kept and the latest of it, newest first."""
    state = mock.state
    now = state.clock.now()
    files = list(state.files.values())
    jobs = [{"id": job.id, "name": job.name, "status": job.status} for job in state.jobs.list()]
    sessions = [{"id": s.id, "name": s.lens_name, "status": s.status} for s in state.sessions.list()]
    trainings = [{"id": t.id, "name": t.name, "status": t.status(now)} for t in state.trainings.list()]
    return {
        "prefix": mock.contract.prefix,
        "clock": {"now": now, "frozen": state.clock.frozen},
        "seed": state.seed,
        "files": {
            "total": len(files),
            "num_bytes": sum(file.num_bytes for file in files),
            "latest": [
                {"id": file.file_id, "name": file.file_type, "num_bytes": file.num_bytes}
                for file in files[: -_MOST - 1 : -1]
            ],
        },
        "uploads": {"total": sum(upload.status == "open" for upload in state.uploads.values())},
        "jobs": _kept(jobs[::-1]),
        "sessions": _kept(sessions[::-1]),
        "fine_tuning": _kept(trainings),
    }


def _kept(entries: list[dict[str, Any]]) -> dict[str, Any]:
    statuses = Counter(entry["status"] for entry in entries)
    return {"total": len(entries), "statuses": statuses, "latest": entries[:_MOST]}
