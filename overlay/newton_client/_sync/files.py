"""Whole files: up, down, listed, and found by their `file_uid`."""

import builtins
import io
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import BinaryIO, overload

from newton_api.api import files
from newton_api.api.files import files_download
from newton_api.models import FileMetadata, FileMetadataPage, FileReceipt
from newton_api.types import File, FileId, FileUid

from .._files import write_all
from .._guards import is_file_uid
from .._parallel import Parallel
from .._reports import Compare, FileReport, check_names, files_of, is_corrupt
from .._sources import Source, Strategy, Upload, checked_name, open_source
from ..errors import GuardError, NewtonError, NotFoundError
from ..progress import Meter, ProgressCallback, one_at_a_time
from .caller import HTTPCaller
from .downloads import Download
from .uploads import DirectUpload, exists, find, forget

PAGE = 1000
"""Files that are asked for at a time: as many as the API gives."""


class Files(files.Files):
    """Operations on `files`. The plain ones that are replaced here are at `newton.raw.files`."""

    def __init__(self, caller: HTTPCaller) -> None:
        super().__init__(caller)
        self._http = caller

    def upload(  # type: ignore[override]
        self,
        source: Source,
        *,
        name: str | None = None,
        content_type: str | None = None,
        strategy: Strategy = "auto",
        size: int | None = None,
        overwrite: bool | None = None,
        resume: bool = True,
        abort: bool = False,
        concurrency: int = 4,
        part_retries: int = 5,
        progress: ProgressCallback | None = None,
    ) -> FileReceipt:
        """Upload a file of up to 250 GB.

        A small file goes in one request. A larger one goes to cloud storage in parts, and goes on
        where it was when the same call is made again after a failure, after Ctrl-C or in another
        process: only what is missing is sent. If the file has changed since, it begins anew.

        Docs: https://docs.archetypeai.app/api-reference/files/upload

        Args:
            source: A path, the content as bytes, a file open for reading in binary mode, which is sent
                from where it stands, or an iterator of bytes.
            name: The name to upload it under, which is its `file_id` from then on; by default the
                file's own.
            content_type: What to declare it as; by default what its extension says. JSON and JSON
                Lines are declared as text where they go in one request, which takes nothing else;
                batch jobs want JSON Lines by `strategy="direct"`.
            strategy: `simple` for one request, up to 512 MB; `direct` for parts; by default as the size
                and the name demand.
            size: Bytes in a source that does not know.
            overwrite: What becomes of a file of that name. True replaces it, False refuses; jobs queued
                on the old one fail when it is replaced, and a direct upload has to delete it first. By
                default it is as the API has it: a simple upload replaces, a direct one refuses.
            resume: False begins anew, whatever an earlier call has left.
            abort: Leave nothing for a later call when this one fails.
            concurrency: Parts that are sent at a time.
            part_retries: How often a part is sent again.
            progress: Called as it goes on, with a `newton_client.progress.Progress`.

        Raises:
            GuardError: It has no name, or is nothing that the API takes.
            ConflictError: There is a file of that name.
            UploadError: It could not be sent; says whether it can go on later.
            NewtonError: What went wrong; see its subclasses.
            OSError: The source cannot be read.
        """
        if concurrency < 1 or part_retries < 0:
            raise GuardError("concurrency is 1 or more, part_retries 0 or more.")
        name = checked_name(source, name)
        with Parallel.at_hand(source) as readable:
            upload = open_source(readable, name, content_type, strategy, size)
            try:
                meter = Meter(upload.name, upload.size, progress)
                if upload.way == "simple":
                    receipt = self._upload_simply(upload, meter, overwrite=overwrite)
                else:
                    direct = DirectUpload(
                        self._http, upload, meter, concurrency=concurrency, part_retries=part_retries
                    )
                    receipt = direct.run(resume=resume, overwrite=overwrite, abort=abort)
            finally:
                upload.close()
        meter.state("done")
        return receipt

    def _upload_simply(self, upload: Upload, meter: Meter, *, overwrite: bool | None) -> FileReceipt:
        if overwrite is False and (found := find(self, upload.name)):
            raise exists(found)
        if upload.content:
            Parallel.aside(upload.content.load, 0, upload.content.size)
        meter.start()
        content = upload.form_file(meter.at)
        return super().upload(file=File(content, upload.name, upload.content_type))

    def upload_many(
        self,
        sources: Iterable[str | os.PathLike[str]],
        *,
        overwrite: bool = False,
        compare: Compare = "size",
        concurrency: int = 4,
        progress: ProgressCallback | None = None,
    ) -> builtins.list[FileReport]:
        """Upload many files. A file that is there already is skipped, and one that fails stops no other.

        Args:
            sources: Paths.
            overwrite: Whether to replace files of the same name that differ; jobs queued on the old
                ones fail then. Without it they are reported as `conflict` and left alone.
            compare: What makes a file the same: its `size`, or its `content`, which is downloaded.
            concurrency: Files at a time.
            progress: Called as they go on, with a `newton_client.progress.Progress`.

        Returns:
            A report for each, in their order.

        Raises:
            GuardError: Two files have the same name.
        """
        if concurrency < 1:
            raise GuardError("concurrency is 1 or more.")
        paths = [Path(source) for source in sources]
        check_names(paths)
        progress = progress and one_at_a_time(progress)
        reports: dict[int, FileReport] = {}

        def put(numbered: tuple[int, Path]) -> None:
            number, path = numbered
            reports[number] = self._put(path, overwrite=overwrite, compare=compare, progress=progress)

        Parallel(concurrency).each(put, enumerate(paths))
        return [reports[number] for number in range(len(paths))]

    def sync(
        self,
        folder: str | os.PathLike[str],
        *,
        pattern: str = "*",
        overwrite: bool = False,
        compare: Compare = "size",
        concurrency: int = 4,
        progress: ProgressCallback | None = None,
    ) -> builtins.list[FileReport]:
        """Upload the files of a folder that are not there yet. Nothing is deleted.

        The API has no folders, so a file is known by its name alone; hidden files are left out.

        Args:
            folder: The folder.
            pattern: Which files: `*.csv`; `**/*.csv` for those of its folders, too.
            overwrite: Whether to replace files of the same name that differ; jobs queued on the old
                ones fail then. Without it they are reported as `conflict` and left alone.
            compare: What makes a file the same: its `size`, or its `content`, which is downloaded.
            concurrency: Files at a time.
            progress: Called as they go on, with a `newton_client.progress.Progress`.

        Returns:
            A report for each file, in the order of their paths.

        Raises:
            GuardError: Two files have the same name.
            OSError: There is no such folder.
        """
        return self.upload_many(
            files_of(Path(folder), pattern),
            overwrite=overwrite,
            compare=compare,
            concurrency=concurrency,
            progress=progress,
        )

    def _put(
        self, path: Path, *, overwrite: bool, compare: Compare, progress: ProgressCallback | None
    ) -> FileReport:
        """Upload a file if need be, and tell what came of it."""
        report = partial(FileReport, path, path.name)
        try:
            found = find(self, checked_name(path, None))
            if found and self._is_same(path, found, compare):
                forget(self._http, path.name)
                return report("skipped", found.file_uid)
            if found and not overwrite:
                return report("conflict", found.file_uid, exists(found))
            receipt = self.upload(path, overwrite=overwrite, progress=progress)
            return report("replaced" if found else "uploaded", receipt.file_uid)
        except (NewtonError, OSError) as error:
            return report("failed", None, error)

    def _is_same(self, path: Path, found: FileMetadata, compare: Compare) -> bool:
        if path.stat().st_size != found.num_bytes or is_corrupt(found):
            return False
        if compare == "size":
            return True
        with path.open("rb") as ours:
            with closing(self.stream(found.file_id)) as theirs:
                for chunk in theirs:
                    if chunk != Parallel.aside(ours.read, len(chunk)):
                        return False
            return not ours.read(1)

    @overload  # type: ignore[override]
    def download(
        self,
        file_id: FileId,
        to: str | os.PathLike[str] | None = None,
        *,
        resume: bool = True,
        progress: ProgressCallback | None = None,
    ) -> Path: ...
    @overload
    def download(
        self,
        file_id: FileId,
        to: BinaryIO,
        *,
        resume: bool = True,
        progress: ProgressCallback | None = None,
    ) -> None: ...
    def download(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        file_id: FileId,
        to: str | os.PathLike[str] | BinaryIO | None = None,
        *,
        resume: bool = True,
        progress: ProgressCallback | None = None,
    ) -> Path | None:
        """Download a file to disk. It appears under its name only when it is whole.

        Where a connection breaks it goes on from there, also in another process, if the server can
        do that and the file is still the same.

        Docs: https://docs.archetypeai.app/api-reference/files/download-file

        Args:
            file_id: The name it was uploaded under.
            to: Where to write it: a file, a folder that exists, or a file open for writing in binary
                mode; by default the current folder.
            resume: False begins anew, and leaves nothing for a later call.
            progress: Called as it goes on, with a `newton_client.progress.Progress`.

        Returns:
            Where it is, unless it was written to an open file.

        Raises:
            NewtonError: What went wrong; see its subclasses.
            OSError: It cannot be written.
        """
        if isinstance(to, io.TextIOBase):
            raise GuardError("The file is open for text; open it in binary mode ('wb').")
        download = self._download(file_id, progress)
        if to is None or isinstance(to, str | os.PathLike):
            return download.to_path(file_id, to, resume=resume)
        with closing(download.chunks()) as chunks:
            for chunk in chunks:
                Parallel.aside(write_all, to, chunk)
        return None

    def stream(self, file_id: FileId, *, progress: ProgressCallback | None = None) -> Generator[bytes]:
        """The content of a file as it comes; a connection that breaks is taken up again.

        Docs: https://docs.archetypeai.app/api-reference/files/download-file

        Args:
            file_id: The name it was uploaded under.
            progress: Called as it goes on, with a `newton_client.progress.Progress`.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        with closing(self._download(file_id, progress).chunks()) as chunks:
            for chunk in chunks:
                yield chunk

    def _download(self, file_id: FileId, progress: ProgressCallback | None) -> Download:
        def size() -> int | None:
            found = find(self, file_id)
            return found.num_bytes if found else None

        meter = Meter(file_id, None, progress)
        return Download(self._http, files_download._get_kwargs(file_id), meter, key=file_id, measure=size)

    def list(  # type: ignore[override]
        self, *, file_type: str | None = None
    ) -> Iterator[FileMetadata]:
        """Every file of the organization, page after page as you go.

        Docs: https://docs.archetypeai.app/api-reference/files/get-all-metadata

        Args:
            file_type: Only files of this type, such as `text/csv`.

        Raises:
            NewtonError: What went wrong; see its subclasses.
        """
        before: FileUid | None = None
        for shard in count():
            # An older deployment pages by shards and gives arrays; a newer one takes no notice of them.
            listing = super().list(shard_index=shard, max_items_per_shard=PAGE, file_type=file_type)
            if not isinstance(listing, builtins.list):
                for file in self._pages(listing, file_type):
                    yield file
                return
            if not listing or listing[0].file_uid == before:  # the latter from one that has no shards
                return
            before = listing[0].file_uid
            for file in listing:
                yield file

    def _pages(self, page: FileMetadataPage, file_type: str | None) -> Iterator[FileMetadata]:
        """The files of this page and of those after it."""
        while True:
            for file in page.data:
                yield file
            cursor = page.next_cursor
            if not page.has_more or not cursor:
                return
            listing = super().list(limit=PAGE, after=cursor, file_type=file_type)
            if isinstance(listing, builtins.list) or listing.next_cursor == cursor:
                return
            page = listing

    def resolve(self, file_uid: FileUid | str) -> FileId:
        """The `file_id` of a `file_uid`.

        Args:
            file_uid: `fil_...`, as an upload gave it.

        Raises:
            GuardError: It is no `file_uid`.
            NotFoundError: No file of the organization has it, or no longer.
        """
        if not is_file_uid(str(file_uid)):
            raise GuardError(f"{file_uid!r} is no file_uid (fil_...); nothing was sent.")
        for file in self.list():
            if file.file_uid == file_uid:
                return file.file_id
        raise NotFoundError(f"No file has the file_uid {file_uid!r} (any more).", status_code=404)
