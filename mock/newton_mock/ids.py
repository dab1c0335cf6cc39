"""Ids in the API's shapes, the same ones for the same seed."""

from __future__ import annotations

import random
import string
import threading
import uuid

_ALPHABET = string.digits + string.ascii_lowercase


class Ids:
    """Draws ids from a seeded source; threads may share it."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - ids, no secrets
        self._lock = threading.Lock()

    def _bits(self, count: int) -> int:
        with self._lock:
            return self._random.getrandbits(count)

    def typed(self, prefix: str) -> str:
        """Like `fil_58shkhqztj9tnbye4dmphzxa2r`."""
        with self._lock:
            return f"{prefix}_{''.join(self._random.choices(_ALPHABET, k=26))}"

    def error_uid(self) -> str:
        """Like `err-bfa600db-c703-4061-ad9c-c14628b3554c`."""
        return f"err-{uuid.UUID(int=self._bits(128), version=4)}"

    def hex(self, digits: int) -> str:
        """So many hexadecimal digits."""
        return f"{self._bits(4 * digits):0{digits}x}"
