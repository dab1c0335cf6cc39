"""Files that appear under their name only when they are whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .errors import GuardError


def target_path(name: str, to: str | os.PathLike[str] | None) -> Path:
    """Where a file of this name goes: into a folder, or to the path given.

    Raises:
        GuardError: The name would lead out of the folder.
    """
    path = Path(to) if to is not None else Path()
    if not path.is_dir():
        return path
    if name in ("", ".", "..") or "/" in name or "\\" in name or "\0" in name:
        raise GuardError(
            f"{name!r} is no plain file name, so it cannot go into a folder; give the path to write to."
        )
    return path / name


@contextmanager
def partial_file(name: str, to: str | os.PathLike[str] | None) -> Iterator[tuple[Path, BinaryIO]]:
    """The path a file will have, and a file beside it to write to; moved there if all goes well."""
    target = target_path(name, to)
    descriptor, partial = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield target, out
        os.replace(partial, target)
    except BaseException:
        os.unlink(partial)
        raise
