"""Where the API is and who asks: from arguments, else from the environment."""

import os
from urllib.parse import SplitResult, urlsplit

from attrs import field, frozen

from newton_api.operations import SERVER

from .errors import ConfigurationError

KEY_VARIABLE = "ATAI_API_KEY"
ENDPOINT_VARIABLE = "ATAI_API_ENDPOINT"


@frozen
class Config:
    """How to reach the API.

    Attributes:
        base_url: The API's URL with its version, without a slash at the end.
        api_key: The bearer token. Not in the repr.
    """

    base_url: str
    api_key: str = field(repr=False)

    @classmethod
    def resolve(cls, api_key: str | None, base_url: str | None) -> "Config":
        """The configuration of these arguments, completed from the environment.

        Raises:
            ConfigurationError: There is no key, or the endpoint is no URL.
        """
        url = base_url or os.environ.get(ENDPOINT_VARIABLE) or SERVER
        key = (api_key if api_key is not None else os.environ.get(KEY_VARIABLE, "")).strip()
        if not key:
            raise ConfigurationError(
                f"No API key: set the environment variable {KEY_VARIABLE}, or pass api_key=. "
                "Keys are made in the Newton Console."
            )
        if not key.isascii() or not key.isprintable() or " " in key:
            raise ConfigurationError(
                "The API key contains a space or a character that no HTTP header can carry; "
                "was it copied whole, and without the word Bearer?"
            )
        return cls(base_url=normalize_url(url), api_key=key)


def normalize_url(url: str) -> str:
    """The URL with the API's version, whether or not it was given with it.

    Raises:
        ConfigurationError: It is no http or https URL.
    """
    parts = _split(url)
    if parts is None:
        raise ConfigurationError(
            f"{_without_credentials(url)!r} is no endpoint: give a URL such as {SERVER} "
            f"(base_url= or {ENDPOINT_VARIABLE})."
        )
    path = parts.path.rstrip("/") or urlsplit(SERVER).path
    return f"{parts.scheme}://{parts.netloc}{path}"


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port: what a browser would call the origin."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _split(url: str) -> SplitResult | None:
    """The parts of a URL that can serve as an endpoint."""
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        usable = usable and not any(character.isspace() for character in parts.geturl())
    except ValueError:
        return None
    return (
        parts if usable and not (parts.query or parts.fragment or parts.username or parts.password) else None
    )


def _without_credentials(url: str) -> str:
    """As much of it as may be shown: a query string can be a signature, what stands before @ a password."""
    return "..." if "@" in url else url.partition("?")[0].partition("#")[0]
