"""Request bodies that can be sent again, byte for byte from where they began, or not at all."""

import io
from typing import Any


class Replay:
    """Remembers where the files of a request begin.

    Attributes:
        possible: Whether the request can be sent a second time.
    """

    def __init__(self, request: dict[str, Any]) -> None:
        self._files: list[tuple[Any, int]] = []
        self.possible = True
        for _, (_, content, *_) in request.get("files", ()):
            if isinstance(content, bytes | str):
                continue
            try:
                self._files.append((content, content.tell()))
                self.possible = self.possible and content.seekable()
            except (AttributeError, OSError, io.UnsupportedOperation):
                self.possible = False

    def rewind(self) -> None:
        """Put every file back to where it began."""
        for content, start in self._files:
            content.seek(start)
