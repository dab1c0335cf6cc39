"""All that the mock remembers."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

from newton_mock.clock import Clock
from newton_mock.folder import Folder
from newton_mock.ids import Ids
from newton_mock.jobs import Jobs
from newton_mock.lenses import Lenses
from newton_mock.records import DirectUpload, PartSlot, StoredFile, StoredObject
from newton_mock.sessions import Sessions
from newton_mock.training import Trainings
from newton_mock.transitions import Transitions

PART_SIZE = 8 * 1024**2
"""Bytes of each part of a direct upload."""

ORG_ID = "org_2wh4zfagp480wbt3nhm8tcqw6z"


class State:
    """One mock's memory. Whoever works on it holds `lock`.

    With a folder that is kept, it begins with the files that are there.
    """

    files_changed: float
    """When a file last came or went; 0 when none did."""

    def __init__(self, seed: int, kept: Path | None = None, part_size: int = PART_SIZE) -> None:
        self.part_size = part_size
        self.lock = threading.RLock()
        self.folder = Folder(kept)
        self._begin(seed)
        for file in self.folder.files():
            self._know(file)
            self._sequence = file.sequence
            self.files_changed = max(self.files_changed, file.path.stat().st_mtime)

    def _begin(self, seed: int) -> None:
        self.seed = seed
        self.clock = Clock()
        self.transitions = Transitions()
        self.ids = Ids(seed)
        self.secret = self.ids.hex(32)
        self.files: dict[str, StoredFile] = {}
        self.files_changed = 0.0
        self.jobs = Jobs(self)
        self.lenses = Lenses(self.ids)
        self.sessions = Sessions(self)
        self.trainings = Trainings(self)
        self._sequence = 0
        self.objects: dict[str, StoredObject] = {}
        self.uploads: dict[str, DirectUpload] = {}
        self.parts: dict[str, PartSlot] = {}

    def blob(self) -> Path:
        """A path for new bytes on disk."""
        return self.folder.blob()

    def stamp(self, path: Path) -> None:
        """Give a file the mock's time; what HTTP says of its age and version follows from that."""
        now = self.clock.now()
        os.utime(path, (now, now))

    def file_uid(self) -> str:
        """A new `file_uid`; the seed may have given some of them to files of an earlier mock."""
        while (file_uid := self.ids.typed("fil")) in self.objects:
            pass
        return file_uid

    def store(
        self,
        file_id: str,
        file_type: str,
        path: Path,
        attributes: dict[str, Any],
        *,
        file_uid: str | None = None,
        ingested: bool = True,
    ) -> StoredFile:
        """Give a file its name; the content that had the name before is gone."""
        self._sequence += 1
        self.stamp(path)
        file = StoredFile(
            file_id,
            file_uid or self.file_uid(),
            file_type,
            path.stat().st_size,
            path,
            attributes,
            ingested,
            self._sequence,
        )
        self.folder.keep(file)
        self.remove(file_id)
        self._know(file)
        return file

    def _know(self, file: StoredFile) -> None:
        self.files[file.file_id] = file
        self.objects[file.file_uid] = StoredObject(file.path, file.file_type)

    def remove(self, file_id: str) -> StoredFile | None:
        """Take a file away, if it is there."""
        self.files_changed = self.clock.now()
        file = self.files.pop(file_id, None)
        if file:
            del self.objects[file.file_uid]
            self.folder.remove(file)
        return file

    def reset(self, seed: int) -> None:
        """Forget everything and start again from a seed."""
        with self.lock:
            self._stop()
            self.folder.clear()
            self._begin(seed)

    def close(self) -> None:
        """Stop all work and give the disk space back."""
        with self.lock:
            self._stop()
        self.folder.close()

    def _stop(self) -> None:
        self.jobs.stop()
        self.sessions.stop()
