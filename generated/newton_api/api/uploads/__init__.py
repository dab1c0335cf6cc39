"""The operations tagged `uploads`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.direct_upload import DirectUpload
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.upload_checkpoint import UploadCheckpoint
from ...models.upload_checkpoint_request import UploadCheckpointRequest
from ...models.upload_complete_request import UploadCompleteRequest
from ...models.upload_initiate_request import UploadInitiateRequest
from ...models.upload_part_list import UploadPartList
from ...models.upload_part_token import UploadPartToken
from ...models.upload_part_urls_request import UploadPartUrlsRequest
from ...models.uploaded_file import UploadedFile
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    uploads_abort,
    uploads_checkpoint,
    uploads_complete,
    uploads_initiate,
    uploads_part_urls,
)


class Uploads:
    """Operations on `uploads`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def initiate(
        self,
        *,
        filename: str,
        file_type: str,
        num_bytes: int,
        resume_if_started: bool | None = None,
    ) -> DirectUpload:
        """Start a direct upload

        Plans an upload of up to 250 GB that goes straight to cloud storage, in parts. Then:

        1. PUT the `length` bytes at `offset` of each part to its `url`, without the `Authorization` header;
           parts may go in parallel. The `ETag` of each answer is the part's token.
        2. Where a URL has expired (403, or 400 with `TokenExpired`), ask for new ones at `parts/urls`.
        3. Record finished parts at `parts/checkpoint`, so that an interrupted upload can go on later.
        4. Finish at `complete`, or give up at `abort`.

        409 answers a name under which a finished file exists, and a resume whose type or size differs from
        the
        upload begun. Lenses read files of up to 512 MB only. JSON Lines for batch jobs must be declared as
        `application/x-ndjson`.

        Docs: https://docs.archetypeai.app/api-reference/files/initiate-upload

        Args:
            filename: Becomes the `file_id`, so keep the extension.
            file_type: MIME type; kept with the file, and what later jobs go by.
            num_bytes: Size of the whole file in bytes, up to 250 GB.
            resume_if_started: Whether to go on with an unfinished upload of this name, type and size,
                if there is one; only the
                parts that are not checkpointed come back then. The server's default is false.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            uploads_initiate._get_kwargs(
                body={
                    "filename": filename,
                    "file_type": file_type,
                    "num_bytes": num_bytes,
                    "resume_if_started": given(resume_if_started),
                },
            ),
            uploads_initiate._parse_response,
        )

    def part_urls(
        self,
        upload_id: str,
        *,
        part_numbers: Sequence[int],
    ) -> UploadPartList:
        """Get new URLs for parts

        Signs URLs again, for parts whose URL has expired. The answer keeps the order of the request; a
        number
        asked for twice comes back twice with one URL. A URL that is good for a while yet may come back as
        it
        was.

        Docs: https://docs.archetypeai.app/api-reference/files/generate-part-urls

        Args:
            upload_id: The upload, as `initiate` named it.
            part_numbers: The parts to sign URLs for.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            uploads_part_urls._get_kwargs(
                upload_id,
                body={
                    "part_numbers": part_numbers,
                },
            ),
            uploads_part_urls._parse_response,
        )

    def checkpoint(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
    ) -> UploadCheckpoint:
        """Record finished parts

        Keeps the tokens of parts that are in storage. A later `initiate` with `resume_if_started` leaves
        these
        parts out, and `complete` need not name them again.

        Docs: https://docs.archetypeai.app/api-reference/files/checkpoint-parts

        Args:
            upload_id: The upload, as `initiate` named it.
            parts: The parts that are in storage.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            uploads_checkpoint._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                },
            ),
            uploads_checkpoint._parse_response,
        )

    def complete(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
        integrity_checksum: str | None = None,
    ) -> UploadedFile:
        """Finish a direct upload

        Makes one file of the parts. Name the parts that were not checkpointed; an empty list where all
        were.
        The `file_name` of the answer is the `file_id` of later calls. 409: the upload is already completed.

        A checksum that does not match marks the file corrupt and is answered with an error, and so is a
        checksum where `initiate` gave `integrity_algorithm: none`.

        Docs: https://docs.archetypeai.app/api-reference/files/complete-upload

        Args:
            upload_id: The upload, as `initiate` named it.
            parts: The parts not checkpointed; empty where all are.
            integrity_checksum: Checksum of the whole file by the upload's `integrity_algorithm`, in
                base64. CRC-32C is 4 bytes,
                so 8 characters with the padding.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            uploads_complete._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                    "integrity_checksum": given(integrity_checksum),
                },
            ),
            uploads_complete._parse_response,
        )

    def abort(
        self,
        upload_id: str,
    ) -> None:
        """Give up a direct upload

        Ends the upload, frees what it had reserved and forgets its recorded parts. 409: it is already
        completed; delete the file instead.

        Docs: https://docs.archetypeai.app/api-reference/files/abort-upload

        Args:
            upload_id: The upload, as `initiate` named it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            uploads_abort._get_kwargs(
                upload_id,
            ),
            uploads_abort._parse_response,
        )


class AsyncUploads:
    """Operations on `uploads`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def initiate(
        self,
        *,
        filename: str,
        file_type: str,
        num_bytes: int,
        resume_if_started: bool | None = None,
    ) -> DirectUpload:
        """Start a direct upload

        Plans an upload of up to 250 GB that goes straight to cloud storage, in parts. Then:

        1. PUT the `length` bytes at `offset` of each part to its `url`, without the `Authorization` header;
           parts may go in parallel. The `ETag` of each answer is the part's token.
        2. Where a URL has expired (403, or 400 with `TokenExpired`), ask for new ones at `parts/urls`.
        3. Record finished parts at `parts/checkpoint`, so that an interrupted upload can go on later.
        4. Finish at `complete`, or give up at `abort`.

        409 answers a name under which a finished file exists, and a resume whose type or size differs from
        the
        upload begun. Lenses read files of up to 512 MB only. JSON Lines for batch jobs must be declared as
        `application/x-ndjson`.

        Docs: https://docs.archetypeai.app/api-reference/files/initiate-upload

        Args:
            filename: Becomes the `file_id`, so keep the extension.
            file_type: MIME type; kept with the file, and what later jobs go by.
            num_bytes: Size of the whole file in bytes, up to 250 GB.
            resume_if_started: Whether to go on with an unfinished upload of this name, type and size,
                if there is one; only the
                parts that are not checkpointed come back then. The server's default is false.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            uploads_initiate._get_kwargs(
                body={
                    "filename": filename,
                    "file_type": file_type,
                    "num_bytes": num_bytes,
                    "resume_if_started": given(resume_if_started),
                },
            ),
            uploads_initiate._parse_response,
        )

    async def part_urls(
        self,
        upload_id: str,
        *,
        part_numbers: Sequence[int],
    ) -> UploadPartList:
        """Get new URLs for parts

        Signs URLs again, for parts whose URL has expired. The answer keeps the order of the request; a
        number
        asked for twice comes back twice with one URL. A URL that is good for a while yet may come back as
        it
        was.

        Docs: https://docs.archetypeai.app/api-reference/files/generate-part-urls

        Args:
            upload_id: The upload, as `initiate` named it.
            part_numbers: The parts to sign URLs for.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            uploads_part_urls._get_kwargs(
                upload_id,
                body={
                    "part_numbers": part_numbers,
                },
            ),
            uploads_part_urls._parse_response,
        )

    async def checkpoint(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
    ) -> UploadCheckpoint:
        """Record finished parts

        Keeps the tokens of parts that are in storage. A later `initiate` with `resume_if_started` leaves
        these
        parts out, and `complete` need not name them again.

        Docs: https://docs.archetypeai.app/api-reference/files/checkpoint-parts

        Args:
            upload_id: The upload, as `initiate` named it.
            parts: The parts that are in storage.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            uploads_checkpoint._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                },
            ),
            uploads_checkpoint._parse_response,
        )

    async def complete(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
        integrity_checksum: str | None = None,
    ) -> UploadedFile:
        """Finish a direct upload

        Makes one file of the parts. Name the parts that were not checkpointed; an empty list where all
        were.
        The `file_name` of the answer is the `file_id` of later calls. 409: the upload is already completed.

        A checksum that does not match marks the file corrupt and is answered with an error, and so is a
        checksum where `initiate` gave `integrity_algorithm: none`.

        Docs: https://docs.archetypeai.app/api-reference/files/complete-upload

        Args:
            upload_id: The upload, as `initiate` named it.
            parts: The parts not checkpointed; empty where all are.
            integrity_checksum: Checksum of the whole file by the upload's `integrity_algorithm`, in
                base64. CRC-32C is 4 bytes,
                so 8 characters with the padding.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            uploads_complete._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                    "integrity_checksum": given(integrity_checksum),
                },
            ),
            uploads_complete._parse_response,
        )

    async def abort(
        self,
        upload_id: str,
    ) -> None:
        """Give up a direct upload

        Ends the upload, frees what it had reserved and forgets its recorded parts. 409: it is already
        completed; delete the file instead.

        Docs: https://docs.archetypeai.app/api-reference/files/abort-upload

        Args:
            upload_id: The upload, as `initiate` named it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            uploads_abort._get_kwargs(
                upload_id,
            ),
            uploads_abort._parse_response,
        )


class RawUploads:
    """Operations on `uploads`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def initiate(
        self,
        *,
        filename: str,
        file_type: str,
        num_bytes: int,
        resume_if_started: bool | None = None,
    ) -> Response[DirectUpload]:
        """Start a direct upload"""
        return self._caller.call_raw(
            uploads_initiate._get_kwargs(
                body={
                    "filename": filename,
                    "file_type": file_type,
                    "num_bytes": num_bytes,
                    "resume_if_started": given(resume_if_started),
                },
            ),
            uploads_initiate._parse_response,
        )

    def part_urls(
        self,
        upload_id: str,
        *,
        part_numbers: Sequence[int],
    ) -> Response[UploadPartList]:
        """Get new URLs for parts"""
        return self._caller.call_raw(
            uploads_part_urls._get_kwargs(
                upload_id,
                body={
                    "part_numbers": part_numbers,
                },
            ),
            uploads_part_urls._parse_response,
        )

    def checkpoint(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
    ) -> Response[UploadCheckpoint]:
        """Record finished parts"""
        return self._caller.call_raw(
            uploads_checkpoint._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                },
            ),
            uploads_checkpoint._parse_response,
        )

    def complete(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
        integrity_checksum: str | None = None,
    ) -> Response[UploadedFile]:
        """Finish a direct upload"""
        return self._caller.call_raw(
            uploads_complete._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                    "integrity_checksum": given(integrity_checksum),
                },
            ),
            uploads_complete._parse_response,
        )

    def abort(
        self,
        upload_id: str,
    ) -> Response[None]:
        """Give up a direct upload"""
        return self._caller.call_raw(
            uploads_abort._get_kwargs(
                upload_id,
            ),
            uploads_abort._parse_response,
        )


class AsyncRawUploads:
    """Operations on `uploads`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def initiate(
        self,
        *,
        filename: str,
        file_type: str,
        num_bytes: int,
        resume_if_started: bool | None = None,
    ) -> Response[DirectUpload]:
        """Start a direct upload"""
        return await self._caller.call_raw(
            uploads_initiate._get_kwargs(
                body={
                    "filename": filename,
                    "file_type": file_type,
                    "num_bytes": num_bytes,
                    "resume_if_started": given(resume_if_started),
                },
            ),
            uploads_initiate._parse_response,
        )

    async def part_urls(
        self,
        upload_id: str,
        *,
        part_numbers: Sequence[int],
    ) -> Response[UploadPartList]:
        """Get new URLs for parts"""
        return await self._caller.call_raw(
            uploads_part_urls._get_kwargs(
                upload_id,
                body={
                    "part_numbers": part_numbers,
                },
            ),
            uploads_part_urls._parse_response,
        )

    async def checkpoint(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
    ) -> Response[UploadCheckpoint]:
        """Record finished parts"""
        return await self._caller.call_raw(
            uploads_checkpoint._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                },
            ),
            uploads_checkpoint._parse_response,
        )

    async def complete(
        self,
        upload_id: str,
        *,
        parts: Sequence[UploadPartToken | Mapping[str, Any]],
        integrity_checksum: str | None = None,
    ) -> Response[UploadedFile]:
        """Finish a direct upload"""
        return await self._caller.call_raw(
            uploads_complete._get_kwargs(
                upload_id,
                body={
                    "parts": parts,
                    "integrity_checksum": given(integrity_checksum),
                },
            ),
            uploads_complete._parse_response,
        )

    async def abort(
        self,
        upload_id: str,
    ) -> Response[None]:
        """Give up a direct upload"""
        return await self._caller.call_raw(
            uploads_abort._get_kwargs(
                upload_id,
            ),
            uploads_abort._parse_response,
        )
