"""What came of many uploads."""

from collections import Counter
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

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
    """The files of a folder, hidden ones left out.

    Raises:
        GuardError: Two have the same name.
        OSError: There is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{str(folder)!r} is no folder.")
    paths = sorted(path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))
    if twice := [name for name, times in Counter(path.name for path in paths).items() if times > 1]:
        raise GuardError(
            f"The API knows files by name alone, and more than one is called {twice[0]!r}; nothing was sent."
        )
    return paths
