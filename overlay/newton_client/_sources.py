"""What can be uploaded, under which name and as which type."""

import io
import os
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from .errors import GuardError

SIMPLE_LIMIT = 512 * 1024 * 1024
"""Bytes that `POST /files` takes."""

# The API goes by the declared type. It refuses application/json on this path, whatever its own
# error message suggests, so JSON goes as text.
CONTENT_TYPES = {
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".json": "text/plain",
    ".jsonl": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".mp4": "video/mp4",
}

Source = str | os.PathLike[str] | bytes | BinaryIO
"""A path, the content itself, or a file open for reading in binary mode."""


@frozen
class Upload:
    """A file ready to be sent."""

    name: str
    content_type: str
    content: BinaryIO
    size: int
    opened: bool

    def close(self) -> None:
        """Close the file, if it was opened here."""
        if self.opened:
            self.content.close()


def open_source(source: Source, name: str | None, content_type: str | None) -> Upload:
    """Open what is to be uploaded.

    Raises:
        GuardError: It has no name, a name that is none, a type that the API does not take, or is too large.
        OSError: It cannot be read.
    """
    path = Path(source) if isinstance(source, str | os.PathLike) else None
    name = name or (path.name if path else _name_of(source))
    if not name or name in (".", "..") or any(c in name for c in "/\\\0\r\n"):
        raise GuardError(
            f"{name!r} is no file name; give name=, the plain name that later calls use as file_id."
            if name
            else "Bytes and nameless files need name=, the plain name that later calls use as file_id."
        )
    content_type = content_type or CONTENT_TYPES.get(Path(name).suffix.lower())
    if content_type is None:
        raise GuardError(
            f"The API takes no {Path(name).suffix or 'files without extension'} by its name ({name!r}). "
            f"It takes {', '.join(CONTENT_TYPES)}; or say content_type= for what it is."
        )
    content: BinaryIO
    if path is not None:
        content = path.open("rb")
    else:
        content = io.BytesIO(source) if isinstance(source, bytes) else source  # type: ignore[assignment]
    upload = Upload(name, content_type, content, _size(content), opened=path is not None)
    if upload.size > SIMPLE_LIMIT:
        upload.close()
        raise GuardError(
            f"{name!r} has {upload.size / 2**20:.0f} MB; this way takes up to {SIMPLE_LIMIT >> 20} MB. "
            "Nothing was sent."
        )
    return upload


def _name_of(source: object) -> str | None:
    name = getattr(source, "name", None)
    return os.path.basename(name) if isinstance(name, str) else None


def _size(content: BinaryIO) -> int:
    """Bytes from here to the end."""
    if not content.seekable():
        return 0
    here = content.tell()
    size = content.seek(0, io.SEEK_END) - here
    content.seek(here)
    return size
