"""CRC-32C of a whole file from that of its parts, which can be sent in any order."""

import base64
import zlib
from collections.abc import Callable, Iterable
from functools import cache

_POLYNOMIAL = 0x82F63B78

Matrix = tuple[int, ...]
"""What moving on by some zero bytes does to each of the 32 bits of a checksum."""


class Checksum:
    """The checksum of bytes that come piece by piece: CRC-32C where something quick is installed for it.

    Attributes:
        kind: Which one it is.
        value: What it is so far.
    """

    def __init__(self) -> None:
        self.kind, self._extend = _quickest()
        self.value = 0

    def update(self, chunk: bytes) -> None:
        """Go on with these bytes."""
        self.value = self._extend(self.value, chunk)


@cache
def _quickest() -> tuple[str, Callable[[int, bytes], int]]:
    try:
        import google_crc32c
    except ImportError:
        pass
    else:
        if google_crc32c.implementation == "c":
            return "crc32c", google_crc32c.extend
    return "crc32", lambda value, chunk: zlib.crc32(chunk, value)


def joined(parts: Iterable[tuple[int, int]]) -> int:
    """The CRC-32C of parts in their order, each given by its own and its length."""
    whole = 0
    for checksum, length in parts:
        whole = _moved(whole, length) ^ checksum
    return whole


def encoded(checksum: int) -> str:
    """As the API takes it: four bytes, the highest first, in base64."""
    return base64.b64encode(checksum.to_bytes(4, "big")).decode()


def _moved(checksum: int, length: int) -> int:
    """The checksum, moved on by so many zero bytes."""
    power = 0
    while length:
        if length & 1:
            checksum = _times(_by(power), checksum)
        length >>= 1
        power += 1
    return checksum


@cache
def _by(power: int) -> Matrix:
    """The matrix of 2 ** power zero bytes."""
    if power:
        half = _by(power - 1)
        return tuple(_times(half, row) for row in half)
    byte: Matrix = (_POLYNOMIAL, *(1 << bit for bit in range(31)))
    for _ in range(3):  # one bit, doubled three times, is a byte
        byte = tuple(_times(byte, row) for row in byte)
    return byte


def _times(matrix: Matrix, vector: int) -> int:
    product = 0
    for row in matrix:
        if vector & 1:
            product ^= row
        vector >>= 1
    return product
