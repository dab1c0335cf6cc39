"""Direct uploads: parts to storage, side by side, and on from where an earlier process was stopped."""

import logging
from contextlib import suppress
from functools import partial

from attrs import evolve

from newton_api.api import files, uploads
from newton_api.models import FileMetadata, FileReceipt

from .. import _journal
from .._journal import BusyError, Journal
from .._parallel import Parallel
from .._parts import (
    STORE_PART,
    Books,
    Part,
    PartBody,
    PartBudget,
    identity,
    is_damaged,
    is_same,
    url_expired,
)
from .._sources import Content, Upload
from ..errors import (
    BadRequestError,
    ConflictError,
    NewtonError,
    NotFoundError,
    PermissionDeniedError,
    RequestError,
    ResponseLostError,
    UploadError,
)
from ..progress import Meter
from .caller import HTTPCaller

logger = logging.getLogger("newton_client")

RENEWALS = 3
"""How often a part gets a new URL before the refusal is taken for what it says."""


class DirectUpload:
    """One file on its way up."""

    def __init__(
        self, http: HTTPCaller, upload: Upload, meter: Meter, *, concurrency: int, part_retries: int
    ) -> None:
        assert upload.content
        self._content: Content = upload.content
        self._name = upload.name
        self._type = upload.content_type
        self._meter = meter
        self._base_url = http.config.base_url
        self._uploads = uploads.Uploads(http)
        self._files = files.Files(http)
        self._storage = HTTPCaller(
            http.config,
            http.pool,
            PartBudget(),
            timeout=http.timeout,
            retry=evolve(http.retry, max_attempts=part_retries + 1, deadline=None),
            on_retry=http.on_retry,
        )
        self._tries = part_retries + 1
        self._parallel = Parallel(1 if self._content.sequential else concurrency)

    def run(self, *, resume: bool, overwrite: bool | None, abort: bool) -> FileReceipt:
        """Send what is not in storage yet, and make one file of it.

        Raises:
            UploadError: It did not work; `resumable` says whether the same call can go on later.
        """
        try:
            with _journal.opened("uploads", self._base_url, self._name) as journal:
                books = self._begin(journal, resume=resume, overwrite=overwrite)
                try:
                    return self._carry_out(books, journal)
                except BaseException as error:
                    failure = self._failure(error, books, journal, abort=abort)
                    if failure is None:
                        raise
                    raise failure from error
        except BusyError:
            raise UploadError(
                f"Another upload of {self._name!r} to this API is under way here; nothing was sent."
            ) from None

    def _begin(self, journal: Journal, *, resume: bool, overwrite: bool | None) -> Books:
        """The books of an earlier try, if it was one of the same content; else new ones."""
        now = self._parallel.aside(identity, self._content, self._type)
        if kept := Books.kept(journal):
            then, books = kept
            if not resume or self._content.sequential:
                logger.info("The earlier upload of %s is given up.", self._name)
            elif not self._parallel.aside(is_same, now, then, self._content, books):
                logger.warning("%s has changed since its upload was interrupted: starting anew.", self._name)
            elif self._goes_on(books):
                return books
            _abort(self._uploads, books)
            journal.clear()
        if overwrite is False and (found := find(self._files, self._name)):
            raise exists(found)
        start = partial(
            self._uploads.initiate, filename=self._name, file_type=self._type, num_bytes=self._content.size
        )
        try:
            started = start()
        except ConflictError as conflict:
            if not overwrite:
                conflict.advice = "overwrite=True deletes it first; jobs queued on it fail then"
                raise
            self._files.delete(self._name)
            started = start()
        return Books.begun(journal, now, started)

    def _goes_on(self, books: Books) -> bool:
        """Whether the API still knows of an upload. It gives new URLs then."""
        part = next(iter(books.left() or books.parts.values()))
        try:
            numbers = books.expire(part, "")
            books.keep_urls((self._uploads.part_urls(books.upload_id, part_numbers=numbers)).parts)
        except ConflictError:
            return self._is_complete(books)
        except (NotFoundError, BadRequestError, PermissionDeniedError):
            return False
        return True

    def _is_complete(self, books: Books) -> bool:
        """Whether an earlier try has come through whose answer was lost."""
        stored = find(self._files, self._name)
        return stored is not None and stored.file_uid == books.file_uid

    def _carry_out(self, books: Books, journal: Journal) -> FileReceipt:
        self._meter.start(books.done())
        self._parallel.each(partial(self._send, books), books.left())
        self._parallel.aside(self._content.verify)
        self._meter.state("finishing")
        receipt = self._complete(books)
        journal.remove()
        return receipt

    def _send(self, books: Books, part: Part) -> None:
        """Bring a part to storage."""
        self._parallel.aside(self._content.load, part.offset, part.length)
        left = self._tries
        while True:
            left -= 1
            body = PartBody(self._parallel, books, self._content, part, self._meter)
            url = books.url(part) or self._new_url(books, part, "")
            renew = _Renewal(self, books, part).renew
            headers = self._storage.store(STORE_PART, url, body, part.length, renew)
            stored = body.stored(headers.get("etag", ""))
            if not stored.token:
                raise UploadError(f"Storage took part {part.number} and gave no ETag for it.")
            if not self._parallel.aside(is_damaged, stored, headers, self._content, part):
                break
            if not left:
                raise UploadError(
                    f"Part {part.number} arrives damaged every time: its ETag in storage, {stored.token}, "
                    "is not its MD5."
                )
            logger.warning("Part %d of %s arrived damaged; it is sent again.", part.number, self._name)
        books.store(part, stored)
        self._meter.end_part(part.number)
        self._checkpoint(books)

    def _new_url(self, books: Books, part: Part, old: str) -> str:
        """A new URL for a part; others that are needed soon come along."""
        numbers = books.expire(part, old)
        renewed = self._uploads.part_urls(books.upload_id, part_numbers=numbers)
        books.keep_urls(renewed.parts)
        url = books.url(part)
        if url is None:
            raise UploadError(f"The API gives no URL for part {part.number} of upload {books.upload_id}.")
        return url

    def _checkpoint(self, books: Books) -> None:
        """Tell the API of parts in storage, now and then. It does no harm if that fails."""
        tokens = books.due()
        if not tokens:
            return
        try:
            self._uploads.checkpoint(books.upload_id, parts=tokens)
        except NewtonError as error:
            logger.info("A checkpoint of %s failed: %s", self._name, error)
            books.told(tokens, heard=False)
        else:
            books.told(tokens, heard=True)

    def _complete(self, books: Books) -> FileReceipt:
        try:
            done = self._uploads.complete(
                books.upload_id, parts=books.unrecorded(), integrity_checksum=books.checksum()
            )
        except ConflictError:
            if not self._is_complete(books):
                raise
            return FileReceipt(is_valid=True, file_id=self._name, file_uid=books.file_uid)
        if done.num_bytes != self._content.size or done.file_status == "Corrupt":
            raise UploadError(
                f"The API has made a file of {done.num_bytes} bytes in state {done.file_status} of the "
                f"{self._content.size} bytes of {self._name!r}."
            )
        return FileReceipt(is_valid=True, file_id=done.file_name, file_uid=done.file_uid)

    def _failure(
        self, error: BaseException, books: Books, journal: Journal, *, abort: bool
    ) -> UploadError | None:
        """What to raise in place of an error, if anything. What no later try can use is cleaned up."""
        senseless = isinstance(error, UploadError | BadRequestError | NotFoundError | ConflictError)
        resumable = journal.is_kept and not (abort or senseless or self._content.sequential)
        num_stored = books.done()
        if not resumable:
            journal.remove()
            _abort(self._uploads, books)
        if not isinstance(error, NewtonError | OSError):
            return None
        kept = (
            f"{num_stored} of {self._content.size} bytes are in storage; the same call sends the rest."
            if resumable
            else "Nothing is kept of it."
        )
        return UploadError(
            f"{self._name!r} could not be uploaded: {error} {kept}",
            upload_id=books.upload_id,
            resumable=resumable,
            num_stored=num_stored if resumable else 0,
        )


def forget(http: HTTPCaller, name: str) -> None:
    """Clean up after an upload that was interrupted, and is no longer needed."""
    if not _journal.is_left("uploads", http.config.base_url, name):
        return
    with suppress(BusyError), _journal.opened("uploads", http.config.base_url, name) as journal:
        if kept := Books.kept(journal):
            _abort(uploads.Uploads(http), kept[1])
        journal.remove()


def _abort(api: uploads.Uploads, books: Books) -> None:
    """Let the API free what it keeps of an upload."""
    try:
        api.abort(books.upload_id)
    except NewtonError as error:
        logger.info("Upload %s could not be aborted: %s", books.upload_id, error)


def find(api: files.Files, name: str) -> FileMetadata | None:
    """The file of a name, if there is one."""
    try:
        return api.get(name)
    except NotFoundError:
        return None


def exists(found: FileMetadata) -> ConflictError:
    """What to raise where a file must not be replaced."""
    return ConflictError(
        f"There is a file {found.file_id!r} ({found.num_bytes} bytes); overwrite=True replaces it.",
        status_code=409,
    )


class _Renewal:
    """New URLs for one part, so many times."""

    def __init__(self, upload: DirectUpload, books: Books, part: Part) -> None:
        self._upload = upload
        self._books = books
        self._part = part
        self._left = RENEWALS
        self._lost = 0

    def renew(self, failure: RequestError, url: str) -> str | None:
        """Another URL, where the one that failed has or may have expired."""
        # Storage that refuses a body it has not read resets the connection: the refusal can be lost.
        self._lost += isinstance(failure, ResponseLostError)
        suspect = self._lost > 1 or (self._lost == 1 and not self._books.is_fresh(self._part))
        if not self._left or not (suspect or url_expired(failure)):
            return None
        self._lost = 0
        self._left -= 1
        return self._upload._new_url(self._books, self._part, url)
