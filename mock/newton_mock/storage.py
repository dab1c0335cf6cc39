"""The object storage beside the API: presigned URLs, no API key, errors in XML."""

from __future__ import annotations

import hashlib
import hmac
from xml.sax.saxutils import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from newton_mock import answers
from newton_mock.crc32c import crc32c
from newton_mock.delivery import deliver
from newton_mock.errors import ApiError
from newton_mock.journal import Entry
from newton_mock.mock import Mock
from newton_mock.presign import EXPIRES, SIGNATURE, sign

_OPERATIONS = {"GET": "storage_get", "HEAD": "storage_get", "PUT": "storage_put"}


class Storage:
    """Serves job outputs and files to GET, takes the parts of uploads by PUT.

    For faults and in the journal its operations are `storage_get` and `storage_put`.
    """

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        entry = self._mock.journal.open(scope["method"], scope["path"])
        request = Request(scope, receive)
        entry.operation = _OPERATIONS.get(request.method)
        fault = self._mock.faults.take(entry.operation) if entry.operation else None
        try:
            instead = answers.failure(fault) if fault else None
            if isinstance(instead, ApiError):
                raise instead
            if fault and fault.kind == "reset_before":
                response = Response()
            else:
                response = instead or await self._act(request, entry)
        except ApiError as error:
            response = _xml(error)
        except ClientDisconnect:
            return
        await deliver(self._mock, entry, response, fault, connection=(scope, receive, send))

    async def _act(self, request: Request, entry: Entry) -> Response:
        key: str = request.path_params["key"]
        self._authorize(request, key)
        if request.method == "PUT":
            return await self._put(request, key, entry)
        stored = self._mock.state.objects.get(key)
        if stored is None:
            raise ApiError(404, "NoSuchKey", "The specified key does not exist.")
        entry.applied = True
        return FileResponse(stored.path, media_type=stored.media_type)

    def _authorize(self, request: Request, key: str) -> None:
        if "authorization" in request.headers:
            message = "Only one auth mechanism is allowed: drop the Authorization header."
            raise ApiError(400, "InvalidArgument", message)
        if request.method not in _OPERATIONS:
            raise ApiError(405, "MethodNotAllowed", "The method is not allowed on this resource.")
        moment = request.query_params.get(EXPIRES, "")
        given = request.query_params.get(SIGNATURE, "")
        method = "PUT" if request.method == "PUT" else "GET"
        wanted = sign(self._mock.state.secret, method, key, moment)
        if not hmac.compare_digest(given.encode(), wanted.encode()):
            raise ApiError(403, "SignatureDoesNotMatch", "The signature does not match.")
        if float(moment) < self._mock.state.clock.now():
            raise ApiError(403, "AccessDenied", "Request has expired")

    async def _put(self, request: Request, key: str, entry: Entry) -> Response:
        state = self._mock.state
        slot = state.parts.get(key)
        if slot is None:
            raise ApiError(404, "NoSuchUpload", "The specified upload does not exist.")
        digest = hashlib.md5(usedforsecurity=False)
        slot.etag = ""  # what came before is written over
        with slot.path.open("r+b") as out:
            out.seek(slot.offset)
            async for chunk in request.stream():
                entry.body_size += len(chunk)
                if entry.body_size > slot.length or key not in state.parts:
                    break
                out.write(chunk)
                digest.update(chunk)
        if entry.body_size != slot.length:
            raise ApiError(400, "IncompleteBody", f"The part has {slot.length} bytes.")
        slot.checksum = await run_in_threadpool(crc32c, slot.path, slot.offset, slot.length)
        slot.etag = f'"{digest.hexdigest()}"'
        entry.applied = True
        return Response(headers={"ETag": slot.etag})


def _xml(error: ApiError) -> Response:
    detail = error.details[0]
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{detail.code}</Code><Message>{escape(detail.message)}</Message></Error>"
    )
    return Response(body, error.status, error.headers, "application/xml")
