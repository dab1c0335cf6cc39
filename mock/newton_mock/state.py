"""All that the mock remembers."""

from __future__ import annotations

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newton_mock.clock import Clock
from newton_mock.ids import Ids
from newton_mock.jobs import Jobs
from newton_mock.records import DirectUpload, PartSlot, StoredFile, StoredObject

ORG_ID = "org_2wh4zfagp480wbt3nhm8tcqw6z"


class State:
    """One mock's memory. Whoever works on it holds `lock`."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.lock = threading.RLock()
        self._begin()

    def _begin(self) -> None:
        self.clock = Clock()
        self.ids = Ids(self.seed)
        self.secret = self.ids.hex(32)
        self.directory = TemporaryDirectory(prefix="newton-mock-", ignore_cleanup_errors=True)
        self.files: dict[str, StoredFile] = {}
        self.files_changed = self.clock.now()
        self.jobs = Jobs(self)
        self._sequence = 0
        self.objects: dict[str, StoredObject] = {}
        self.uploads: dict[str, DirectUpload] = {}
        self.parts: dict[str, PartSlot] = {}

    def blob(self) -> Path:
        """A path for new bytes on disk."""
        return Path(self.directory.name) / self.ids.typed("blob")

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
        self.remove(file_id)
        self._sequence += 1
        file = StoredFile(
            file_id,
            file_uid or self.ids.typed("fil"),
            file_type,
            path.stat().st_size,
            path,
            attributes,
            ingested,
            self._sequence,
        )
        self.files[file_id] = file
        self.objects[file.file_uid] = StoredObject(path, file_type)
        return file

    def remove(self, file_id: str) -> StoredFile | None:
        """Take a file away, if it is there."""
        self.files_changed = self.clock.now()
        file = self.files.pop(file_id, None)
        if file:
            del self.objects[file.file_uid]
            file.path.unlink(missing_ok=True)
        return file

    def reset(self) -> None:
        """Forget everything and start again from the seed."""
        with self.lock:
            self.close()
            self._begin()

    def close(self) -> None:
        """Stop all work and give the disk space back."""
        self.jobs.stop()
        self.directory.cleanup()
