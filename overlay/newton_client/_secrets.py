"""Credentials that do not show."""

import hashlib
import os
from typing import Any, Self

from newton_api.operations import Operation

MASK = "***"


class Secret(str):
    """A credential in an answer. As a string it is `***`; `reveal()` gives it."""

    __slots__ = ("_value",)
    _value: str

    def __new__(cls, value: str) -> Self:
        secret = super().__new__(cls, MASK)
        secret._value = value
        return secret

    def reveal(self) -> str:
        """The credential itself."""
        return self._value

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (MASK,)


def mask_answer(operation: Operation, answer: Any) -> None:
    """Mask the credentials that the contract says this answer carries."""
    if not operation.secret:
        return
    for item in answer if isinstance(answer, list) else [answer]:
        more = getattr(item, "additional_properties", {})
        for name in operation.secret:
            if isinstance(getattr(item, name, None), str):
                setattr(item, name, Secret(getattr(item, name)))
            elif isinstance(more.get(name), str):
                more[name] = Secret(more[name])


def scramble(text: str) -> bytes:
    """The text so that no search through a pickle finds it. This hides it; it does not protect it."""
    salt = os.urandom(16)
    return salt + _xor(text.encode(), salt)


def unscramble(data: bytes) -> str:
    """What `scramble` was given."""
    return _xor(data[16:], data[:16]).decode()


def _xor(data: bytes, salt: bytes) -> bytes:
    stream = hashlib.shake_256(salt).digest(len(data))
    return bytes(a ^ b for a, b in zip(data, stream, strict=True))
