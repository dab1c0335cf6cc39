"""Whole files: up, down, and found by their `file_uid`."""

import os
from pathlib import Path

from newton_api.api import files
from newton_api.models import FileMetadata, FileReceipt
from newton_api.types import File

from .._files import partial_file
from .._guards import is_file_uid
from .._sources import Source, open_source
from ..errors import GuardError, NotFoundError
from .caller import AsyncHTTPCaller


class AsyncFiles(files.AsyncFiles):
    """Operations on `files`."""

    def __init__(self, caller: AsyncHTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller

    # The plain operation stays at `newton.raw.files.upload`.
    async def upload(  # type: ignore[override]
        self, source: Source, *, name: str | None = None, content_type: str | None = None
    ) -> FileReceipt:
        """Upload a file.

        A file of the same name is replaced: its `file_id` stays, its `file_uid` changes, and queued
        jobs that were to read the old one fail.

        Docs: https://docs.archetypeai.app/api-reference/files/upload

        Args:
            source: A path, the content as bytes, or a file open for reading in binary mode; it is
                sent from where it stands.
            name: The name to upload it under, which is its `file_id` from then on; by default the
                file's own.
            content_type: What to declare it as; by default what its extension says.

        Raises:
            GuardError: It has no name, or is nothing that the API takes.
            NewtonError: What went wrong; see its subclasses.
        """
        upload = open_source(source, name, content_type)
        try:
            return await super().upload(file=File(upload.content, upload.name, upload.content_type))
        finally:
            upload.close()

    # The plain operation gives the bytes as they come: `stream`.
    async def download(  # type: ignore[override]
        self, file_id: str, to: str | os.PathLike[str] | None = None
    ) -> Path:
        """Download a file to disk. It appears under its name only when it is whole.

        Docs: https://docs.archetypeai.app/api-reference/files/download-file

        Args:
            file_id: The name it was uploaded under.
            to: Where to write it: a file, or a folder that exists; by default the current folder.

        Raises:
            NewtonError: What went wrong; see its subclasses.
            OSError: It cannot be written.
        """
        with partial_file(file_id, to) as (target, out):
            async for chunk in super().download(file_id):
                out.write(chunk)
        return target

    async def resolve(self, file_uid: str) -> str:
        """The `file_id` of a `file_uid`.

        Args:
            file_uid: `fil_...`, as an upload gave it.

        Raises:
            GuardError: It is no `file_uid`.
            NotFoundError: No file of the organization has it, or no longer.
        """
        if not is_file_uid(file_uid):
            raise GuardError(f"{file_uid!r} is no file_uid (fil_...); nothing was sent.")
        after: str | None = None
        while True:
            # The filter is not documented, so what comes is searched, and pages are turned.
            listing = await self.list(file_uid=file_uid, after=after)
            found: list[FileMetadata] = listing if isinstance(listing, list) else listing.data
            for file in found:
                if file.file_uid == file_uid:
                    return file.file_id
            after = None if isinstance(listing, list) or not listing.has_more else listing.next_cursor or None
            if after is None:
                raise NotFoundError(f"No file has the file_uid {file_uid!r} (any more).", status_code=404)
