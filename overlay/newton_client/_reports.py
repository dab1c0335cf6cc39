"""What came of many uploads."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from newton_api.models import FileMetadata

from .errors import GuardError

Outcome = Literal["uploaded", "replaced", "skipped", "conflict", "failed"]
Compare = Literal["size", "content"]


@frozen
class FileReport:
    """What came of one file.

    Attributes:
        path: The file.
        file_id: The name it has at the API.
        outcome: `uploaded`; `replaced` another file of that name; `skipped`, since it is there; in
            `conflict` with another file of that name; or `failed`.
        file_uid: The stored object that has the name now, where that is known.
        error: Why, of a conflict or a failure.
    """

    path: Path
    file_id: str
    outcome: Outcome
    file_uid: Any = None
    error: Exception | None = None

    @property
    def ok(self) -> bool:
        """Whether the API has this file now."""
        return self.error is None


def files_of(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder, hidden ones and those of hidden folders left out.

    Raises:
        OSError: There is no such folder, or it cannot be read.
    """
    os.scandir(folder).close()  # to `glob`, what cannot be read is empty
    return sorted(path for path in folder.glob(pattern) if path.is_file() and not _is_hidden(path, folder))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def check_names(paths: Iterable[Path]) -> None:
    """Make sure that no two files would be one at the API.

    Raises:
        GuardError: Two have the same name.
    """
    if twice := [name for name, times in Counter(path.name for path in paths).items() if times > 1]:
        raise GuardError(
            f"The API knows files by name alone, and more than one is called {twice[0]!r}; nothing was sent."
        )


def is_corrupt(found: FileMetadata) -> bool:
    """Whether the API says that it has the file, and not the bytes of it."""
    return found.file_status == "FILE_STATUS_CORRUPT" or found.is_valid is False
