"""Direct uploads: the parts go to storage, the API keeps the books."""

from __future__ import annotations

import base64
from typing import Any

from newton_mock.call import Call, Reply, empty
from newton_mock.clock import rfc3339
from newton_mock.crc32c import joined
from newton_mock.errors import ApiError
from newton_mock.handlers import handles
from newton_mock.presign import presign
from newton_mock.records import DirectUpload, PartSlot

_TYPES = (
    "image/jpeg",
    "image/png",
    "video/mp4",
    "text/csv",
    "text/plain",
    "application/json",
    "application/x-ndjson",
)
_MOST_PARTS = 1000
_URL_SEC = 3600


@handles("uploads_initiate")
def initiate(call: Call) -> Reply:
    """Plan the parts; go on with an upload that was begun, when that is asked for."""
    body: dict[str, Any] = call.body
    filename: str = body["filename"]
    num_bytes = int(body["num_bytes"])  # 5.0 is an integer in JSON
    if body["file_type"] not in _TYPES:
        raise ApiError(
            400,
            "invalid_file_type",
            f"Unsupported file type: {body['file_type']}",
            f"Supported types: {', '.join(_TYPES)}",
        )
    _refuse_existing(call, filename)
    begun = _begun(call, filename) if body.get("resume_if_started") else None
    if begun and (begun.file_type, begun.num_bytes) != (body["file_type"], num_bytes):
        message = f"The upload of '{filename}' was begun with another type or size."
        raise ApiError(409, "upload_mismatch", message)
    upload = begun or _begin(call, filename, body["file_type"], num_bytes)
    left = [number for number in upload.slots if number not in upload.tokens]
    expires = call.state.clock.now() + _URL_SEC
    return Reply(
        {
            "upload_id": upload.id,
            "file_uid": upload.file_uid,
            "file_name": upload.filename,
            "total_bytes": upload.num_bytes,
            "strategy": "simple" if len(upload.slots) == 1 else "multipart",
            "num_parts": len(upload.slots),
            "part_size": upload.part_size,
            "integrity_algorithm": "crc32c",
            "is_resume": begun is not None,
            "parts": [_part(call, upload, number, expires) for number in left],
            "expires_at": rfc3339(int(expires)),
        }
    )


def _refuse_existing(call: Call, filename: str) -> None:
    if filename in call.state.files:
        message = f"A file named '{filename}' already exists."
        raise ApiError(409, "file_already_exists", message, "Delete it first, or take another name.")


def _begun(call: Call, filename: str) -> DirectUpload | None:
    """The latest upload of that name that goes on."""
    uploads = reversed(call.state.uploads.values())
    return next((u for u in uploads if u.filename == filename and u.status == "open"), None)


def _begin(call: Call, filename: str, file_type: str, num_bytes: int) -> DirectUpload:
    state = call.state
    part_size = max(state.part_size, -(-num_bytes // _MOST_PARTS))
    part_size = min(part_size, num_bytes)
    offsets = range(0, num_bytes, part_size) if num_bytes else [0]
    path = state.blob()
    path.touch()
    upload = DirectUpload(
        id=state.ids.typed("upl"),
        file_uid=state.file_uid(),
        filename=filename,
        file_type=file_type,
        num_bytes=num_bytes,
        part_size=part_size,
        path=path,
        slots={
            number: PartSlot(path, offset, min(part_size, num_bytes - offset))
            for number, offset in enumerate(offsets, 1)
        },
    )
    state.uploads[upload.id] = upload
    state.parts |= {_key(upload, number): slot for number, slot in upload.slots.items()}
    return upload


def _key(upload: DirectUpload, number: int) -> str:
    return f"{upload.id}.{number}"


def _part(call: Call, upload: DirectUpload, number: int, expires: float) -> dict[str, Any]:
    slot = upload.slots[number]
    key = _key(upload, number)
    return {
        "part_number": number,
        "url": presign(call.origin, call.state.secret, "PUT", key, expires),
        "offset": slot.offset,
        "length": slot.length,
        "expires_at": rfc3339(int(expires)),
    }


@handles("uploads_part_urls", quick=True)
def part_urls(call: Call) -> Reply:
    """Sign URLs again."""
    upload = _open(call)
    numbers: list[int] = call.body["part_numbers"]
    _check_numbers(upload, numbers)
    expires = call.state.clock.now() + _URL_SEC
    return Reply({"parts": [_part(call, upload, number, expires) for number in numbers]})


@handles("uploads_checkpoint", quick=True)
def checkpoint(call: Call) -> Reply:
    """Keep tokens for a resumed upload; they are judged at completion."""
    upload = _open(call)
    tokens = _tokens(call)
    _check_numbers(upload, list(tokens))
    upload.tokens |= tokens
    return Reply({"num_checkpointed": len(call.body["parts"])})


@handles("uploads_complete")
def complete(call: Call) -> Reply:
    """Make one file of the parts."""
    upload = _open(call)
    _refuse_existing(call, upload.filename)
    tokens = upload.tokens | _tokens(call)
    _check_numbers(upload, list(tokens))
    for number, slot in upload.slots.items():
        if number not in tokens:
            raise _bad_parts(f"Part {number} is missing.")
        if not slot.etag or tokens[number] != slot.etag.strip('"'):
            raise _bad_parts(f"The token of part {number} is not that of a part in storage.")
    wanted = call.body.get("integrity_checksum")
    if wanted is not None and wanted != base64.b64encode(_checksum(upload)).decode():
        _end(call, upload, "corrupt")
        upload.path.unlink()
        raise ApiError(400, "integrity_check_failed", "The checksum does not match; file corrupt.")
    _end(call, upload, "completed")
    file = call.state.store(
        upload.filename,
        upload.file_type,
        upload.path,
        {"metadata_status": "not_extracted"},
        file_uid=upload.file_uid,
        ingested=False,
    )
    return Reply(
        {
            "file_uid": file.file_uid,
            "file_name": file.file_id,
            "num_bytes": file.num_bytes,
            "file_status": "Registered",
            "file_attributes": file.attributes,
        }
    )


@handles("uploads_abort")
def abort(call: Call) -> Reply:
    """Forget an upload."""
    upload = call.state.uploads.get(call.path["upload_id"])
    # Aborting twice is no mistake: the first answer may have been lost.
    if upload is None or upload.status != "aborted":
        upload = _open(call)
        _end(call, upload, "aborted")
        upload.path.unlink()
    return empty(204)


def _checksum(upload: DirectUpload) -> bytes:
    whole = b""
    for slot in upload.slots.values():
        whole = joined(whole, slot.checksum, slot.length)
    return whole


def _open(call: Call) -> DirectUpload:
    """The upload that was asked for, while it takes parts."""
    upload_id: str = call.path["upload_id"]
    upload = call.state.uploads.get(upload_id)
    if upload is None or upload.status == "aborted":
        raise ApiError(404, "upload_not_found", f"No upload '{upload_id}'.")
    if upload.status != "open":
        code = f"upload_already_{upload.status}"
        raise ApiError(409, code, f"Upload '{upload_id}' is already {upload.status}.")
    return upload


def _end(call: Call, upload: DirectUpload, status: str) -> None:
    """Let no more parts in."""
    upload.status = status
    upload.tokens.clear()
    for number in upload.slots:
        del call.state.parts[_key(upload, number)]


def _tokens(call: Call) -> dict[int, str]:
    """The tokens of a request; they come with quotes or without."""
    parts: list[dict[str, Any]] = call.body["parts"]
    return {part["part_number"]: part["part_token"].strip('"') for part in parts}


def _check_numbers(upload: DirectUpload, numbers: list[int]) -> None:
    for number in numbers:
        if number not in upload.slots:
            raise _bad_parts(f"Part {number} is not among 1 to {len(upload.slots)}.")


def _bad_parts(message: str) -> ApiError:
    return ApiError(400, "invalid_upload_parts", message)
