"""The operations tagged `files`."""

import builtins
import datetime
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Literal

from ...client import AsyncCaller, Caller
from ...models.error_list import ErrorList
from ...models.error_message import ErrorMessage
from ...models.file_metadata import FileMetadata
from ...models.file_metadata_page import FileMetadataPage
from ...models.file_receipt import FileReceipt
from ...models.file_upload_base_64_request import FileUploadBase64Request
from ...models.file_upload_request import FileUploadRequest
from ...models.files_info import FilesInfo
from ...types import UNSET, File, FileUid, Response, Unset, given
from . import (
    files_delete,
    files_download,
    files_get,
    files_info,
    files_list,
    files_upload,
    files_upload_base64,
)


class Files:
    """Operations on `files`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def upload(
        self,
        *,
        file: File,
    ) -> FileReceipt:
        """Upload a file

        Stores one file. The name of the part becomes its `file_id`, extension included, which is what every
        other call asks for. Names are shared by the whole organization.

        - A name that exists is replaced without a word: the `file_id` stays, the `file_uid` changes, and
        jobs
          already queued on the old content fail.
        - The declared content type of the part is checked, the bytes are not: JPEG, PNG, MP4, CSV and plain
          text pass. Send JSON and JSON Lines as `text/plain`, or use a direct upload.
        - Up to 512 MB (the quick reference says 1 GB, older pages say 255 MB). Above that, and up to 250
        GB,
          use a direct upload, `POST /files/uploads/initiate`.

        Docs: https://docs.archetypeai.app/api-reference/files/upload

        Args:
            file: The content. The name of the part becomes the `file_id`; its content type is checked.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_upload._get_kwargs(
                body=FileUploadRequest(
                    file=file,
                ),
            ),
            files_upload._parse_response,
        )

    def upload_base64(
        self,
        *,
        file: File,
    ) -> FileReceipt:
        """Upload a file as base64 text

        The same as `POST /files`, for content that is at hand as base64 text: the server decodes it as it
        reads. Give the part the name and the content type of the decoded file. The limit of 512 MB counts
        the encoded text. JSON Lines is not accepted.

        Docs: https://docs.archetypeai.app/api-reference/files/upload-base64

        Args:
            file: The content as base64 text, in a part with the decoded file's name and content type.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_upload_base64._get_kwargs(
                body=FileUploadBase64Request(
                    file=file,
                ),
            ),
            files_upload_base64._parse_response,
        )

    def delete(
        self,
        file_id: str,
    ) -> FileReceipt:
        """Delete a file

        Takes the file off the organization's list and schedules its content for deletion. Anyone in the
        organization can delete any of its files.

        Docs: https://docs.archetypeai.app/api-reference/files/delete-file

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_delete._get_kwargs(
                file_id,
            ),
            files_delete._parse_response,
        )

    def download(
        self,
        file_id: str,
    ) -> Iterator[bytes]:
        """Download a file

        Answers with the bytes as they were uploaded. Results of agent runs are read here too. A file that
        is
        still uploading, was deleted or is corrupt answers 400; a name that never was, 404.

        Docs: https://docs.archetypeai.app/api-reference/files/download-file

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.stream_bytes(
            files_download._get_kwargs(
                file_id,
            ),
        )

    def info(
        self,
    ) -> FilesInfo:
        """Count the organization's files and bytes

        Totals over all files of the organization.

        Docs: https://docs.archetypeai.app/api-reference/files/get-info

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_info._get_kwargs(),
            files_info._parse_response,
        )

    def list(
        self,
        *,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
        limit: int | None = None,
        after: str | None = None,
        before: str | None = None,
        file_type: str | None = None,
        file_uid: FileUid | str | None = None,
    ) -> FileMetadataPage | builtins.list[FileMetadata]:
        """List files

        The organization's files with their metadata. Two generations of paging exist, and the deployment
        decides which one answers:

        - shards (documented for v0.5): `shard_index` and `max_items_per_shard`; the answer is a bare array.
          Without them it is one array of at most 1000 files;
        - cursors (newer, the platform server): `limit`, and `after` or `before`; the answer is a page,
        newest
          files first, with the cursor of the next one.

        A deployment ignores the parameters of the other generation (INFERRED).

        Docs: https://docs.archetypeai.app/api-reference/files/get-all-metadata

        Args:
            shard_index: Which shard, from 0; -1, the server's default, is all files. Older paging.
            max_items_per_shard: Files per shard; -1, the server's default, is as many as it allows.
                Older paging.
            limit: Files per page; 100 where it is left out. Newer paging.
            after: The `next_cursor` of a page, to read on. Not together with `before`. Newer paging.
            before: The `prev_cursor` of a page, to go back. Not together with `after`. Newer paging.
            file_type: Only files of this type, such as `text/csv`.
            file_uid: Only the file with this `file_uid`. Undocumented, so do not rely on it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_list._get_kwargs(
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
                limit=given(limit),
                after=given(after),
                before=given(before),
                file_type=given(file_type),
                file_uid=given(file_uid),
            ),
            files_list._parse_response,
        )

    def get(
        self,
        file_id: str,
    ) -> FileMetadata:
        """Get a file's metadata

        Type, size, state and, once ingested, what was read from the content: the size of an image, the
        columns of a CSV. No times are given.

        Docs: https://docs.archetypeai.app/api-reference/files/get-metadata

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.call(
            files_get._get_kwargs(
                file_id,
            ),
            files_get._parse_response,
        )


class AsyncFiles:
    """Operations on `files`."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def upload(
        self,
        *,
        file: File,
    ) -> FileReceipt:
        """Upload a file

        Stores one file. The name of the part becomes its `file_id`, extension included, which is what every
        other call asks for. Names are shared by the whole organization.

        - A name that exists is replaced without a word: the `file_id` stays, the `file_uid` changes, and
        jobs
          already queued on the old content fail.
        - The declared content type of the part is checked, the bytes are not: JPEG, PNG, MP4, CSV and plain
          text pass. Send JSON and JSON Lines as `text/plain`, or use a direct upload.
        - Up to 512 MB (the quick reference says 1 GB, older pages say 255 MB). Above that, and up to 250
        GB,
          use a direct upload, `POST /files/uploads/initiate`.

        Docs: https://docs.archetypeai.app/api-reference/files/upload

        Args:
            file: The content. The name of the part becomes the `file_id`; its content type is checked.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_upload._get_kwargs(
                body=FileUploadRequest(
                    file=file,
                ),
            ),
            files_upload._parse_response,
        )

    async def upload_base64(
        self,
        *,
        file: File,
    ) -> FileReceipt:
        """Upload a file as base64 text

        The same as `POST /files`, for content that is at hand as base64 text: the server decodes it as it
        reads. Give the part the name and the content type of the decoded file. The limit of 512 MB counts
        the encoded text. JSON Lines is not accepted.

        Docs: https://docs.archetypeai.app/api-reference/files/upload-base64

        Args:
            file: The content as base64 text, in a part with the decoded file's name and content type.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_upload_base64._get_kwargs(
                body=FileUploadBase64Request(
                    file=file,
                ),
            ),
            files_upload_base64._parse_response,
        )

    async def delete(
        self,
        file_id: str,
    ) -> FileReceipt:
        """Delete a file

        Takes the file off the organization's list and schedules its content for deletion. Anyone in the
        organization can delete any of its files.

        Docs: https://docs.archetypeai.app/api-reference/files/delete-file

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_delete._get_kwargs(
                file_id,
            ),
            files_delete._parse_response,
        )

    def download(
        self,
        file_id: str,
    ) -> AsyncIterator[bytes]:
        """Download a file

        Answers with the bytes as they were uploaded. Results of agent runs are read here too. A file that
        is
        still uploading, was deleted or is corrupt answers 400; a name that never was, 404.

        Docs: https://docs.archetypeai.app/api-reference/files/download-file

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return self._caller.stream_bytes(
            files_download._get_kwargs(
                file_id,
            ),
        )

    async def info(
        self,
    ) -> FilesInfo:
        """Count the organization's files and bytes

        Totals over all files of the organization.

        Docs: https://docs.archetypeai.app/api-reference/files/get-info

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_info._get_kwargs(),
            files_info._parse_response,
        )

    async def list(
        self,
        *,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
        limit: int | None = None,
        after: str | None = None,
        before: str | None = None,
        file_type: str | None = None,
        file_uid: FileUid | str | None = None,
    ) -> FileMetadataPage | builtins.list[FileMetadata]:
        """List files

        The organization's files with their metadata. Two generations of paging exist, and the deployment
        decides which one answers:

        - shards (documented for v0.5): `shard_index` and `max_items_per_shard`; the answer is a bare array.
          Without them it is one array of at most 1000 files;
        - cursors (newer, the platform server): `limit`, and `after` or `before`; the answer is a page,
        newest
          files first, with the cursor of the next one.

        A deployment ignores the parameters of the other generation (INFERRED).

        Docs: https://docs.archetypeai.app/api-reference/files/get-all-metadata

        Args:
            shard_index: Which shard, from 0; -1, the server's default, is all files. Older paging.
            max_items_per_shard: Files per shard; -1, the server's default, is as many as it allows.
                Older paging.
            limit: Files per page; 100 where it is left out. Newer paging.
            after: The `next_cursor` of a page, to read on. Not together with `before`. Newer paging.
            before: The `prev_cursor` of a page, to go back. Not together with `after`. Newer paging.
            file_type: Only files of this type, such as `text/csv`.
            file_uid: Only the file with this `file_uid`. Undocumented, so do not rely on it.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_list._get_kwargs(
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
                limit=given(limit),
                after=given(after),
                before=given(before),
                file_type=given(file_type),
                file_uid=given(file_uid),
            ),
            files_list._parse_response,
        )

    async def get(
        self,
        file_id: str,
    ) -> FileMetadata:
        """Get a file's metadata

        Type, size, state and, once ingested, what was read from the content: the size of an image, the
        columns of a CSV. No times are given.

        Docs: https://docs.archetypeai.app/api-reference/files/get-metadata

        Args:
            file_id: The name the file was uploaded under, not its `file_uid`.

        Raises:
            newton_client.NewtonError: What went wrong; see its subclasses.
        """

        return await self._caller.call(
            files_get._get_kwargs(
                file_id,
            ),
            files_get._parse_response,
        )


class RawFiles:
    """Operations on `files`, with status and headers."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def upload(
        self,
        *,
        file: File,
    ) -> Response[FileReceipt]:
        """Upload a file"""
        return self._caller.call_raw(
            files_upload._get_kwargs(
                body=FileUploadRequest(
                    file=file,
                ),
            ),
            files_upload._parse_response,
        )

    def upload_base64(
        self,
        *,
        file: File,
    ) -> Response[FileReceipt]:
        """Upload a file as base64 text"""
        return self._caller.call_raw(
            files_upload_base64._get_kwargs(
                body=FileUploadBase64Request(
                    file=file,
                ),
            ),
            files_upload_base64._parse_response,
        )

    def delete(
        self,
        file_id: str,
    ) -> Response[FileReceipt]:
        """Delete a file"""
        return self._caller.call_raw(
            files_delete._get_kwargs(
                file_id,
            ),
            files_delete._parse_response,
        )

    def info(
        self,
    ) -> Response[FilesInfo]:
        """Count the organization's files and bytes"""
        return self._caller.call_raw(
            files_info._get_kwargs(),
            files_info._parse_response,
        )

    def list(
        self,
        *,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
        limit: int | None = None,
        after: str | None = None,
        before: str | None = None,
        file_type: str | None = None,
        file_uid: FileUid | str | None = None,
    ) -> Response[FileMetadataPage | builtins.list[FileMetadata]]:
        """List files"""
        return self._caller.call_raw(
            files_list._get_kwargs(
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
                limit=given(limit),
                after=given(after),
                before=given(before),
                file_type=given(file_type),
                file_uid=given(file_uid),
            ),
            files_list._parse_response,
        )

    def get(
        self,
        file_id: str,
    ) -> Response[FileMetadata]:
        """Get a file's metadata"""
        return self._caller.call_raw(
            files_get._get_kwargs(
                file_id,
            ),
            files_get._parse_response,
        )


class AsyncRawFiles:
    """Operations on `files`, with status and headers."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def upload(
        self,
        *,
        file: File,
    ) -> Response[FileReceipt]:
        """Upload a file"""
        return await self._caller.call_raw(
            files_upload._get_kwargs(
                body=FileUploadRequest(
                    file=file,
                ),
            ),
            files_upload._parse_response,
        )

    async def upload_base64(
        self,
        *,
        file: File,
    ) -> Response[FileReceipt]:
        """Upload a file as base64 text"""
        return await self._caller.call_raw(
            files_upload_base64._get_kwargs(
                body=FileUploadBase64Request(
                    file=file,
                ),
            ),
            files_upload_base64._parse_response,
        )

    async def delete(
        self,
        file_id: str,
    ) -> Response[FileReceipt]:
        """Delete a file"""
        return await self._caller.call_raw(
            files_delete._get_kwargs(
                file_id,
            ),
            files_delete._parse_response,
        )

    async def info(
        self,
    ) -> Response[FilesInfo]:
        """Count the organization's files and bytes"""
        return await self._caller.call_raw(
            files_info._get_kwargs(),
            files_info._parse_response,
        )

    async def list(
        self,
        *,
        shard_index: int | None = None,
        max_items_per_shard: int | None = None,
        limit: int | None = None,
        after: str | None = None,
        before: str | None = None,
        file_type: str | None = None,
        file_uid: FileUid | str | None = None,
    ) -> Response[FileMetadataPage | builtins.list[FileMetadata]]:
        """List files"""
        return await self._caller.call_raw(
            files_list._get_kwargs(
                shard_index=given(shard_index),
                max_items_per_shard=given(max_items_per_shard),
                limit=given(limit),
                after=given(after),
                before=given(before),
                file_type=given(file_type),
                file_uid=given(file_uid),
            ),
            files_list._parse_response,
        )

    async def get(
        self,
        file_id: str,
    ) -> Response[FileMetadata]:
        """Get a file's metadata"""
        return await self._caller.call_raw(
            files_get._get_kwargs(
                file_id,
            ),
            files_get._parse_response,
        )
