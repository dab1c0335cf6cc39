"""What is kept of files and their bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class StoredFile:
    """A file of the organization; `path` is where its bytes are."""

    file_id: str
    file_uid: str
    file_type: str
    num_bytes: int
    path: Path
    attributes: dict[str, Any]
    ingested: bool
    sequence: int


@dataclass(slots=True)
class StoredObject:
    """Bytes that a presigned URL leads to."""

    path: Path
    media_type: str


@dataclass(slots=True)
class PartSlot:
    """Room for one part of an upload in the file at `path`; `etag` is empty until it has come."""

    path: Path
    offset: int
    length: int
    etag: str = ""
    checksum: bytes = b""


@dataclass(slots=True)
class DirectUpload:
    """A direct upload; `tokens` are those of checkpointed parts, without quotes."""

    id: str
    file_uid: str
    filename: str
    file_type: str
    num_bytes: int
    part_size: int
    path: Path
    slots: dict[int, PartSlot]
    tokens: dict[int, str] = field(default_factory=dict[int, str])
    status: str = "open"
