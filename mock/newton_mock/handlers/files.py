"""Files: upload, list, read, delete."""

from __future__ import annotations

import base64
import binascii
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from newton_mock.call import Call, Reply, Upload
from newton_mock.content import attributes_of
from newton_mock.errors import ApiError
from newton_mock.handlers import handles
from newton_mock.records import StoredFile
from newton_mock.state import State

# What the API names as supported when it refuses a type. It refuses JSON all the same.
_NAMED_TYPES = "image/jpeg, image/png, video/mp4, text/csv, text/plain, application/json"
_LONGEST_LIST = 1000
_PAGE = 100
_CHUNK = 4 * 256 * 1024


@handles("files_upload")
def upload(call: Call) -> Reply:
    """Store a file; a name that exists gets the new content and a new `file_uid`."""
    part, file_type = _part(call)
    path = call.state.blob()
    with path.open("wb") as out:
        shutil.copyfileobj(part.stream, out)
    return _store(call.state, part.filename, file_type, path)


@handles("files_upload_base64")
def upload_base64(call: Call) -> Reply:
    """The same, for base64 text."""
    part, file_type = _part(call)
    path = call.state.blob()
    try:
        with path.open("wb") as out:
            out.writelines(_decoded(part.stream))
    except binascii.Error as error:
        path.unlink()
        raise ApiError(400, "invalid_request", f"The part is not base64 text: {error}") from None
    return _store(call.state, part.filename, file_type, path)


def _part(call: Call) -> tuple[Upload, str]:
    """The file and its declared type, which is all that is looked at."""
    part = call.form["file"]
    if not isinstance(part, Upload) or not part.filename:
        message = "The part `file` has no file name, so the file would have no file_id."
        raise ApiError(400, "invalid_request", message)
    declared = (part.content_type or "application/octet-stream").partition(";")[0].strip().lower()
    if declared not in call.operation.part_types("file"):
        raise ApiError(
            400,
            "invalid_file_type",
            f"Unsupported file type: {declared}",
            f"Supported types: {_NAMED_TYPES}",
        )
    return part, declared


def _store(state: State, file_id: str, file_type: str, path: Path) -> Reply:
    return _receipt(state.store(file_id, file_type, path, attributes_of(path, file_type)))


def _decoded(text: BinaryIO) -> Iterator[bytes]:
    left = b""
    while chunk := text.read(_CHUNK):
        left += chunk.translate(None, b" \t\r\n")
        whole = len(left) - len(left) % 4
        yield base64.b64decode(left[:whole], validate=True)
        left = left[whole:]
    if left:
        raise binascii.Error("its length is not a multiple of 4")


def _receipt(file: StoredFile) -> Reply:
    return Reply({"is_valid": True, "file_id": file.file_id, "file_uid": file.file_uid})


@handles("files_delete")
def delete(call: Call) -> Reply:
    """Take a file away."""
    _find(call)
    removed = call.state.remove(call.path["file_id"])
    assert removed
    return _receipt(removed)


@handles("files_download")
def download(call: Call) -> Reply:
    """The bytes as they came."""
    return Reply(path=_find(call).path, media_type="application/octet-stream")


@handles("files_get", quick=True)
def get(call: Call) -> Reply:
    """One file's metadata."""
    file = _find(call)
    return Reply(_metadata(file, list(call.state.files).index(file.file_id)))


def _find(call: Call) -> StoredFile:
    file_id: str = call.path["file_id"]
    if file := call.state.files.get(file_id):
        return file
    raise file_not_found(file_id)


def file_not_found(file_id: str) -> ApiError:
    """No file of that name."""
    suggestion = "Upload the file first; a file_id is its name, not the file_uid (`fil_...`)."
    return ApiError(404, "file_not_found", f"No file named '{file_id}'.", suggestion)


@handles("files_info", quick=True)
def info(call: Call) -> Reply:
    """Totals over all files."""
    files = call.state.files.values()
    return Reply(
        {
            "num_files": len(files),
            "num_bytes": sum(file.num_bytes for file in files),
            "num_ingested": sum(file.ingested for file in files),
            "last_updated": round(call.state.files_changed, 3),
        }
    )


@handles("files_list", quick=True)
def list_files(call: Call) -> Reply:
    """Shards as an array; a page when cursor parameters are given."""
    wanted = call.query.get("file_type"), call.query.get("file_uid")
    listed = [
        (index, file)
        for index, file in enumerate(call.state.files.values())
        if wanted[0] in (None, file.file_type) and wanted[1] in (None, file.file_uid)
    ]
    if call.query.keys() & {"limit", "after", "before"}:
        return _cursor_page(call, listed)
    shard: int = call.query.get("shard_index", -1)
    size: int = call.query.get("max_items_per_shard", -1)
    size = size if size > 0 else _LONGEST_LIST
    start = shard * size if shard >= 0 else 0
    stop = start + size if shard >= 0 else _LONGEST_LIST
    return Reply([_metadata(file, index) for index, file in listed[start:stop]])


def _cursor_page(call: Call, listed: list[tuple[int, StoredFile]]) -> Reply:
    after, before = call.query.get("after"), call.query.get("before")
    if after and before:
        raise ApiError(400, "invalid_request", "`after` and `before` exclude each other.")
    limit: int = call.query.get("limit", _PAGE)
    newest_first = sorted(listed, key=lambda entry: -entry[1].sequence)
    if before:
        newer = [e for e in newest_first if e[1].sequence > _position(before)]
        page = newer[-limit:]
    else:
        start = _position(after) if after else None
        page = [e for e in newest_first if start is None or e[1].sequence < start][:limit]
    first = page[0][1].sequence if page else 0
    last = page[-1][1].sequence if page else 0
    has_more = bool(page) and newest_first[-1][1].sequence < last
    has_newer = bool(page) and newest_first[0][1].sequence > first
    return Reply(
        {
            "data": [_metadata(file, index) for index, file in page],
            "has_more": has_more,
            "next_cursor": _cursor(last) if has_more else None,
            "prev_cursor": _cursor(first) if has_newer else None,
        }
    )


def _cursor(sequence: int) -> str:
    return base64.urlsafe_b64encode(b"s%d" % sequence).decode().rstrip("=")


def _position(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return int(text.removeprefix(b"s"))
    except ValueError:
        raise ApiError(400, "invalid_request", "invalid cursor") from None


def _metadata(file: StoredFile, index: int) -> dict[str, Any]:
    return {
        "file_id": file.file_id,
        "file_uid": file.file_uid,
        "is_valid": True,
        "file_type": file.file_type,
        "num_bytes": file.num_bytes,
        "file_status": "FILE_STATUS_INGESTED" if file.ingested else "FILE_STATUS_REGISTERED",
        "file_attributes": file.attributes,
        "ingested": file.ingested,
        "file_index": index,
        "file_tags": {},
    }
