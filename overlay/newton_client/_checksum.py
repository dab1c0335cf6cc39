"""CRC-32C of a whole file from that of its parts, which can be sent in any order."""

import base64
from collections.abc import Callable, Iterable
from functools import cache

_POLYNOMIAL = 0x82F63B78

Matrix = tuple[int, ...]
"""What moving on by some zero bytes does to each of the 32 bits of a checksum."""


@cache
def extend() -> Callable[[int, bytes], int] | None:
    """What continues a checksum with more bytes; None where nothing quick is installed."""
    try:
        import google_crc32c
    except ImportError:
        return None
    return google_crc32c.extend if google_crc32c.implementation == "c" else None


def joined(parts: Iterable[tuple[int, int]]) -> int:
    """The checksum of parts in their order, each given by its checksum and its length."""
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
