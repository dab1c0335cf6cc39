"""CRC-32C of a file, or of a part of it, many bytes at a time.

A checksum reads its bytes one after another. Here a block is cut into lanes that are read side by
side, each from zero, and the lanes are then joined two by two: the checksum of `a + b` is that of
`b` xor that of `a` moved on by `len(b)` zero bytes, which is a linear map of its 32 bits.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Words = NDArray[np.unsignedinteger[Any]]

_POLYNOMIAL = 0x82F63B78
_BLOCK = 1 << 22
_LANES = 1 << 12
_SMALLEST = 1 << 10  # fewer bytes are read one by one


def crc32c(path: Path, offset: int = 0, length: int = sys.maxsize) -> bytes:
    """The checksum of `length` bytes of a file: four bytes, the highest first."""
    checksum = 0xFFFFFFFF
    with path.open("rb") as content:
        content.seek(offset)
        while block := content.read(min(_BLOCK, length)):
            checksum = _update(checksum, block)
            length -= len(block)
    return (checksum ^ 0xFFFFFFFF).to_bytes(4, "big")


def joined(first: bytes, second: bytes, length: int) -> bytes:
    """The checksum of two pieces from theirs; `length` is that of the second."""
    import numpy as np

    sums: Words = np.array([int.from_bytes(first, "big")], dtype=np.uint32)
    for bit in range(length.bit_length()):
        if length >> bit & 1:
            sums = _moved_on(sums, 1 << bit)
    return (int(sums[0]) ^ int.from_bytes(second, "big")).to_bytes(4, "big")


def _update(checksum: int, block: bytes) -> int:
    start = 0
    while len(block) - start >= _SMALLEST:
        size = 1 << ((len(block) - start).bit_length() - 1)
        checksum = _side_by_side(checksum, block[start : start + size])
        start += size
    table = _table()
    for byte in block[start:]:
        checksum = int(table[(checksum ^ byte) & 0xFF]) ^ (checksum >> 8)
    return checksum


def _side_by_side(checksum: int, block: bytes) -> int:
    """The checksum after a block whose size is a power of two."""
    import numpy as np

    table = _table_of_pairs()
    count = min(_LANES, len(block) // 16)
    lanes = np.frombuffer(block, dtype="<u2").reshape(count, -1).T.astype(np.uint32, order="C")
    sums: Words = np.zeros(count, dtype=np.uint32)
    sums[0] = checksum
    for column in lanes:
        sums = table[(sums ^ column) & np.uint32(0xFFFF)] ^ (sums >> np.uint32(16))
    length = len(block) // count
    while len(sums) > 1:
        sums = _moved_on(sums[::2], length) ^ sums[1::2]
        length *= 2
    return int(sums[0])


@cache
def _table() -> Words:
    """The checksum of each byte."""
    import numpy as np

    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(_POLYNOMIAL), table >> 1)
    return table


@cache
def _table_of_pairs() -> Words:
    """The checksum of each two bytes."""
    import numpy as np

    table = _table()
    sums: Words = np.arange(1 << 16, dtype=np.uint32)
    for _ in range(2):
        sums = table[sums & np.uint32(0xFF)] ^ (sums >> np.uint32(8))
    return sums


@cache
def _map(length: int) -> Words:
    """What `length` zero bytes, a power of two, make of each of the 32 bits."""
    import numpy as np

    if length > 1:
        return _moved_on(_map(length // 2), length // 2)
    bits = np.uint32(1) << np.arange(32, dtype=np.uint32)
    image: Words = _table()[bits & np.uint32(0xFF)] ^ (bits >> np.uint32(8))
    return image


def _moved_on(sums: Words, length: int) -> Words:
    """Checksums after `length` more zero bytes."""
    import numpy as np

    moved = np.zeros_like(sums)
    for bit, image in enumerate(_map(length)):
        moved ^= np.where((sums >> np.uint32(bit)) & 1, image, np.uint32(0))
    return moved
