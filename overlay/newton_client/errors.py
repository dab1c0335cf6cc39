"""What can go wrong, and what to do about it. Everything raised here is a `NewtonError`.

Docs: https://docs.archetypeai.app/api-reference/errors
"""

from typing import Any, Literal, Self

from attrs import frozen

BODY_LIMIT = 4096
"""Bytes of a response body that an error keeps."""


@frozen
class ErrorDetail:
    """One error of a response. A response may hold several.

    Attributes:
        code: Machine-readable, as sent: `invalid_file_type`, `NOT_FOUND`. See `same_code`.
        message: What happened.
        suggestion: What to do about it, where the server says so.
        error_uid: What support finds the server's log with.
    """

    code: str
    message: str
    suggestion: str | None = None
    error_uid: str | None = None


@frozen
class Attempt:
    """One try of a call.

    Attributes:
        number: 1 for the first.
        outcome: What came of it: a status (`"503"`) or the name of an error.
        delay: Seconds waited before the next try; None if there was none.
        maybe_applied: Whether the server may have acted on this try.
    """

    number: int
    outcome: str
    delay: float | None = None
    maybe_applied: bool = False


def same_code(one: str | None, other: str | None) -> bool:
    """Whether two error codes are the same: some endpoints write them in capitals."""
    return one is not None and other is not None and one.casefold() == other.casefold()


class NewtonError(Exception):
    """The root of all errors of this package. Instances can be pickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__.copy())

    @classmethod
    def _restored(cls, args: tuple[Any, ...], state: dict[str, Any]) -> Self:
        error = cls.__new__(cls)
        error.args = args
        error.__dict__.update(state)
        return error


def _restore(cls: type[NewtonError], args: tuple[Any, ...], state: dict[str, Any]) -> NewtonError:
    return cls._restored(args, state)


class ConfigurationError(NewtonError, ValueError):
    """The client cannot be made: no key, or an endpoint that is no URL."""


class ClientClosedError(NewtonError, RuntimeError):
    """The client was used after it was closed."""


class GuardError(NewtonError, ValueError):
    """The request is wrong, and was refused before anything was sent."""


class RequestError(NewtonError):
    """A request that did not end well.

    Attributes:
        operation: The operation's id, `files_get`.
        method: The HTTP method.
        url: Where it was sent, without the query string.
        attempts: Every try, the last one last.
        maybe_applied: Whether the server may have acted on the request all the same. Where this
            is true, look before you repeat it.
    """

    operation: str | None = None
    method: str = ""
    url: str = ""
    attempts: tuple[Attempt, ...] = ()
    maybe_applied: bool = False
    advice: str = ""

    def __str__(self) -> str:
        parts = [super().__str__(), f"{self.method} {self.url}".strip()]
        if len(self.attempts) > 1:
            parts.append(f"{len(self.attempts)} attempts")
        if self.advice:
            parts.append(self.advice)
        return " | ".join(filter(None, parts))


class TransportError(RequestError):
    """The network failed. See the two kinds."""


class RequestNotSentError(TransportError):
    """No connection: the server has seen nothing of the request."""


class ConnectTimeoutError(RequestNotSentError, TimeoutError):
    """No connection within the time allowed."""


class ResponseLostError(TransportError):
    """The request was sent, and its answer did not arrive, or not whole."""


class ResponseTimeoutError(ResponseLostError, TimeoutError):
    """The request was sent, and no answer came within the time allowed."""


class ResponseError(RequestError):
    """An answer arrived that is an error, or makes no sense.

    Attributes:
        status_code: The HTTP status.
        headers: The response headers; names in lower case.
        body: The beginning of the response body.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers or {}
        self.body = body[:BODY_LIMIT]


class ResponseValidationError(ResponseError):
    """The answer says that all went well, but it is not what the contract promises."""


class APIStatusError(ResponseError):
    """The API said no.

    Attributes:
        status_code: The HTTP status.
        errors: Every error of the body.
        envelope: The form of the body: `errors`, `detail` (older), or `unknown` (HTML, empty, ...).
        retry_after: Seconds the server asked to wait, where it did.
        headers: The response headers; names in lower case.
        body: The beginning of the response body.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        errors: tuple[ErrorDetail, ...] = (),
        envelope: Literal["errors", "detail", "unknown"] = "unknown",
        retry_after: float | None = None,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers, body=body)
        self.errors = errors
        self.envelope = envelope
        self.retry_after = retry_after

    @property
    def code(self) -> str | None:
        """The first error's code."""
        return self.errors[0].code or None if self.errors else None

    @property
    def error_uid(self) -> str | None:
        """The first id that support can use."""
        return next((error.error_uid for error in self.errors if error.error_uid), None)


class BadRequestError(APIStatusError):
    """400: a parameter or the body is wrong."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, wrong, or belongs to another deployment."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing, or no longer."""


class ConflictError(APIStatusError):
    """409: the thing is in another state than the request needs."""


class PayloadTooLargeError(APIStatusError):
    """413: the body is larger than the API takes."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class ServerError(APIStatusError):
    """5xx: the server failed."""


class InternalServerError(ServerError):
    """500: the server failed; quote `error_uid` to support."""


class BadGatewayError(ServerError):
    """502: a gateway failed."""


class ServiceUnavailableError(ServerError):
    """503: the server is at capacity."""


class GatewayTimeoutError(ServerError):
    """504: no result within the time allowed."""


class WaitTimeoutError(NewtonError, TimeoutError):
    """What was waited for did not come about in time. It goes on; wait again if you like."""


class JobFailedError(NewtonError):
    """A job ended in another way than it should.

    Attributes:
        job: The job as it was when it ended.
        events: The last events in which it reported errors, oldest first.
    """

    def __init__(self, message: str, *, job: Any = None, events: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.job = job
        self.events = events


class UploadError(NewtonError):
    """A file could not be uploaded. What stood in the way is the `__cause__`.

    Attributes:
        upload_id: The direct upload, if one was begun.
        resumable: Whether the parts in storage are kept: the same call sends the rest.
        num_stored: Bytes of them.
    """

    def __init__(
        self, message: str, *, upload_id: str | None = None, resumable: bool = False, num_stored: int = 0
    ) -> None:
        super().__init__(message)
        self.upload_id = upload_id
        self.resumable = resumable
        self.num_stored = num_stored


class SessionError(NewtonError):
    """A lens session did not do what it should.

    Attributes:
        code: The code that its WebSocket was closed with, if it was.
    """

    def __init__(self, message: str, *, code: int | None = None) -> None:
        super().__init__(message)
        self.code = code


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: PayloadTooLargeError,
    429: RateLimitError,
    500: InternalServerError,
    502: BadGatewayError,
    503: ServiceUnavailableError,
    504: GatewayTimeoutError,
}


def status_error_class(status_code: int) -> type[APIStatusError]:
    """The error class of an HTTP status."""
    return _BY_STATUS.get(status_code, ServerError if status_code >= 500 else APIStatusError)
