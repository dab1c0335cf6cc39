"""A client of Archetype AI's Newton API.

    from newton_client import Newton

    with Newton() as newton:
        upload = newton.files.upload("pump.csv")
        print(newton.query(model="Newton::...", query="...", file_ids=[upload.file_id]).text)

Names are loaded when they are first used.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newton_api.types import FileId, FileUid

    from ._answer import Answer
    from ._async.client import AsyncNewton
    from ._fanout import FanOutProgress, ItemResult
    from ._guards import NewtonWarning
    from ._jobs import JobProgress
    from ._limits import RateLimit
    from ._plots import plot_metrics
    from ._reports import FileReport
    from ._retry import RetryBudget, RetryEvent, RetryPolicy
    from ._secrets import Secret
    from ._sessions import SessionEvent
    from ._sync.client import Newton
    from .errors import (
        APIStatusError,
        Attempt,
        AuthenticationError,
        BadGatewayError,
        BadRequestError,
        ClientClosedError,
        ConfigurationError,
        ConflictError,
        ConnectTimeoutError,
        ErrorDetail,
        GatewayTimeoutError,
        GuardError,
        InternalServerError,
        JobFailedError,
        NewtonError,
        NotFoundError,
        PayloadTooLargeError,
        PermissionDeniedError,
        RateLimitError,
        RequestError,
        RequestNotSentError,
        ResponseError,
        ResponseLostError,
        ResponseTimeoutError,
        ResponseValidationError,
        ServerError,
        ServiceUnavailableError,
        SessionError,
        TransportError,
        UploadError,
        WaitTimeoutError,
        same_code,
    )

_HOMES = {
    "Answer": "._answer",
    "AsyncNewton": "._async.client",
    "FileId": "newton_api.types",
    "FileReport": "._reports",
    "FileUid": "newton_api.types",
    "FanOutProgress": "._fanout",
    "ItemResult": "._fanout",
    "JobProgress": "._jobs",
    "Newton": "._sync.client",
    "NewtonWarning": "._guards",
    "Secret": "._secrets",
    "SessionEvent": "._sessions",
    "RateLimit": "._limits",
    "plot_metrics": "._plots",
    "RetryBudget": "._retry",
    "RetryEvent": "._retry",
    "RetryPolicy": "._retry",
}

__all__ = [
    "APIStatusError",
    "Answer",
    "AsyncNewton",
    "Attempt",
    "AuthenticationError",
    "BadGatewayError",
    "BadRequestError",
    "ClientClosedError",
    "ConfigurationError",
    "ConflictError",
    "ConnectTimeoutError",
    "ErrorDetail",
    "FanOutProgress",
    "FileId",
    "FileReport",
    "FileUid",
    "GatewayTimeoutError",
    "GuardError",
    "InternalServerError",
    "ItemResult",
    "JobFailedError",
    "JobProgress",
    "Newton",
    "NewtonError",
    "NewtonWarning",
    "NotFoundError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimit",
    "RateLimitError",
    "RequestError",
    "RequestNotSentError",
    "ResponseError",
    "ResponseLostError",
    "ResponseTimeoutError",
    "ResponseValidationError",
    "RetryBudget",
    "RetryEvent",
    "RetryPolicy",
    "Secret",
    "ServerError",
    "ServiceUnavailableError",
    "SessionError",
    "SessionEvent",
    "TransportError",
    "UploadError",
    "WaitTimeoutError",
    "plot_metrics",
    "same_code",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES.get(name, ".errors"), __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
