import random
from pathlib import Path

import pytest

from newton_mock.crc32c import crc32c


def one_bit(word: int) -> int:
    return (word >> 1) ^ (0x82F63B78 if word & 1 else 0)


TABLE = list(range(256))
for _ in range(8):
    TABLE = [one_bit(word) for word in TABLE]


def byte_by_byte(content: bytes) -> bytes:
    checksum = 0xFFFFFFFF
    for byte in content:
        checksum = TABLE[(checksum ^ byte) & 0xFF] ^ (checksum >> 8)
    return (checksum ^ 0xFFFFFFFF).to_bytes(4, "big")


def test_the_check_value_of_the_standard_is_met(tmp_path: Path) -> None:
    path = tmp_path / "check"
    path.write_bytes(b"123456789")
    assert crc32c(path).hex() == "e3069283"


@pytest.mark.parametrize("size", [0, 1, 1023, 1024, 1025, 4096, 70_001, (1 << 22) + 5000])
def test_it_agrees_with_the_definition_at_any_size(tmp_path: Path, size: int) -> None:
    content = random.Random(size).randbytes(size)
    path = tmp_path / "content"
    path.write_bytes(content)
    assert crc32c(path) == byte_by_byte(content)
