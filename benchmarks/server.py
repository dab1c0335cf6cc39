"""A server that costs next to nothing: fixed answers, written without looking at much of the request."""

import asyncio
import json

from .serving import serve

FILE = {
    "file_id": "pump.csv",
    "file_uid": "fil_58shkhqztj9tnbye4dmphzxa2r",
    "file_type": "text/csv",
    "num_bytes": 245760,
    "file_status": "FILE_STATUS_INGESTED",
    "is_valid": True,
    "file_attributes": {"num_rows": 4096, "num_columns": 4, "column_headers": ["t", "x", "y", "z"]},
    "ingested": True,
    "file_index": 0,
    "file_tags": {},
}
ANSWER = {
    "query_id": "qry_1a2b3c4d5e",
    "status": "completed",
    "inference_time_sec": 0.8,
    "response": {
        "model_version": "Newton::c2_4_7b_251215a172f6d7",
        "response": ["The pump runs within its limits; the vibration is steady."],
    },
    "file_ids": ["pump.csv"],
}


def _http(answer: object) -> bytes:
    body = json.dumps(answer).encode()
    return (
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
    ) + body


_GET, _POST = _http(FILE), _http(ANSWER)


class _Fixed(asyncio.Protocol):
    """Answers each GET with a file's metadata, each POST with an answer to a query."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, rest = self.buffer.partition(b"\r\n\r\n")
            _, found, length = head.lower().partition(b"content-length:")
            size = int(length.partition(b"\r\n")[0]) if found else 0
            if len(rest) < size:
                return
            self.buffer = rest[size:]
            self.transport.write(_GET if head.startswith(b"GET") else _POST)


if __name__ == "__main__":
    serve(_Fixed)
