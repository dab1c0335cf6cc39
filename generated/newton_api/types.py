"""Types that requests and answers share."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Generic, Literal, NewType, Self, TypeVar

from attrs import define

T = TypeVar("T")


class Unset:
    """The value of a field that is not there. There is one instance, `UNSET`; it is false."""

    _instance: "Unset | None" = None

    def __new__(cls) -> "Unset":
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> str:
        return "UNSET"


UNSET = Unset()

FileId = str
"""What a file was uploaded under, extension included: `pump.csv`. What the API asks for."""

if TYPE_CHECKING:

    class FileUid:
        """One stored object: `fil_...`. What the API gives, and asks for nowhere.

        A plain string when the program runs. No `str` for a type checker, which therefore refuses it
        where a `file_id` belongs; `str(...)` of it is one.
        """

        def __init__(self, value: str) -> None: ...
        def __eq__(self, other: object) -> bool: ...
        def __hash__(self) -> int: ...

else:
    FileUid = NewType("FileUid", str)

FileContent = IO[bytes] | bytes | str
FileTypes = (
    tuple[str | None, FileContent, str | None] | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to upload.

    Attributes:
        payload: Its content, open for reading in binary mode.
        file_name: The name it is sent under.
        mime_type: The content type it is declared as.
    """

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """As `httpx` takes it for `files=`."""
        return self.file_name, self.payload, self.mime_type


@define
class Response(Generic[T]):
    """An answer with what HTTP says about it.

    Attributes:
        status_code: The HTTP status, a plain number: servers and proxies send some that have no name.
        headers: The response headers; names in lower case, repeated ones joined by commas.
        parsed: The body as the operation's plain method gives it.
    """

    status_code: int
    headers: Mapping[str, str]
    parsed: T


def given(value: T | None) -> T | Unset:
    """An argument left at None is not sent."""
    return UNSET if value is None else value


def to_json(value: Any) -> Any:
    """A model, a mapping or a sequence of them as plain JSON values, without what is not set."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items() if item is not UNSET}
    if hasattr(value, "to_dict"):
        return to_json(value.to_dict())
    if hasattr(value, "tolist"):  # an array of numbers
        return value.tolist()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        raise TypeError("bytes cannot be sent as JSON; encode them (base64) or decode them first")
    try:
        return [to_json(item) for item in value]
    except TypeError:
        raise TypeError(f"{type(value).__name__} cannot be sent as JSON") from None


__all__ = [
    "UNSET",
    "File",
    "FileId",
    "FileTypes",
    "FileUid",
    "RequestFiles",
    "Response",
    "Unset",
    "given",
    "to_json",
]
