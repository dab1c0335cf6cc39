"""What a handler gets and what it gives back."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from newton_mock.contract import Contract, Operation
    from newton_mock.state import State


@dataclass(frozen=True, slots=True)
class Upload:
    """One file part of a multipart body, spooled to disk when it is large."""

    filename: str
    content_type: str | None
    size: int
    stream: BinaryIO


@dataclass(slots=True)
class Call:
    """A request, its parameters converted to the types the contract gives them.

    A handler sees it validated. A refiner (see `handlers`) sees it when validation failed.
    """

    contract: Contract
    operation: Operation
    state: State
    origin: str
    path: dict[str, Any] = field(default_factory=dict[str, Any])
    query: dict[str, Any] = field(default_factory=dict[str, Any])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    form: dict[str, str | Upload] = field(default_factory=dict[str, "str | Upload"])
    token: str = ""

    def close(self) -> None:
        """Give up the files of the body."""
        for part in self.form.values():
            if isinstance(part, Upload):
                part.stream.close()


@dataclass(slots=True)
class Reply:
    """An answer: JSON in `json`, or a file in `path`, or text in `text`, or no body at all.

    Or Server-Sent Events in `stream`: each is JSON, and has an id where a client may resume after it.
    """

    json: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    path: Path | None = None
    text: str | None = None
    stream: AsyncGenerator[tuple[int | None, dict[str, Any]]] | None = None
    media_type: str | None = "application/json"


def empty(status: int) -> Reply:
    """An answer without a body."""
    return Reply(status=status, media_type=None)
