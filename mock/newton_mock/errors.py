"""Errors in the API's own envelopes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Envelope = Literal["errors", "detail"]


@dataclass(frozen=True, slots=True)
class Detail:
    """One entry of the `errors` array, as yet without its `error_uid`."""

    code: str
    message: str
    suggestion: str | None = None


class ApiError(Exception):
    """Ends a call with an error answer.

    `envelope` is "errors" for `{"errors": [...]}`, which may hold several details, or "detail"
    for the older `{"detail": "<message>"}`.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        suggestion: str | None = None,
        envelope: Envelope = "errors",
    ) -> None:
        super().__init__(message)
        self.status = status
        self.details: Sequence[Detail] = (Detail(code, message, suggestion),)
        self.envelope = envelope
        self.headers: dict[str, str] = {}

    @classmethod
    def several(cls, status: int, details: Sequence[Detail]) -> ApiError:
        """One answer for several errors; `details` is not empty."""
        first = details[0]
        error = cls(status, first.code, first.message, first.suggestion)
        error.details = details
        return error

    def body(self, error_uids: Sequence[str]) -> dict[str, Any]:
        """The JSON body; one `error_uid` for each detail."""
        if self.envelope == "detail":
            return {"detail": str(self)}
        return {
            "errors": [
                {"code": detail.code, "message": detail.message}
                | ({"suggestion": detail.suggestion} if detail.suggestion else {})
                | {"error_uid": uid}
                for detail, uid in zip(self.details, error_uids, strict=True)
            ]
        }


def unauthorized(envelope: Envelope = "errors") -> ApiError:
    """The key is not good."""
    message = "The API key is missing or not valid."
    suggestion = "Send the header `Authorization: Bearer <API key>`."
    error = ApiError(401, "unauthorized_request", message, suggestion, envelope)
    error.headers["WWW-Authenticate"] = "Bearer"
    return error
