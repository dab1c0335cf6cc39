"""What can be read from a file's content: the columns of a CSV, the size of an image."""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from typing import Any

_CHUNK = 1024 * 1024
_PNG_BANDS = {0: ["L"], 2: ["R", "G", "B"], 3: ["P"], 4: ["L", "A"], 6: ["R", "G", "B", "A"]}
_NO_SIZE = {0xC4, 0xC8, 0xCC}


def attributes_of(path: Path, file_type: str) -> dict[str, Any]:
    """The `file_attributes` of a file; empty where nothing is known of its type."""
    match file_type:
        case "text/csv":
            return _csv(path)
        case "image/png":
            return _png(path)
        case "image/jpeg":
            return _jpeg(path)
        case _:
            return {}


def _csv(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        try:
            headers = next(csv.reader(lines), list[str]())
        except csv.Error:
            return {}
    return {
        "num_rows": max(0, _count_lines(path) - 1),
        "num_columns": len(headers),
        "column_headers": headers,
    }


def _count_lines(path: Path) -> int:
    count, last = 0, b"\n"
    with path.open("rb") as content:
        while chunk := content.read(_CHUNK):
            count += chunk.count(b"\n")
            last = chunk[-1:]
    return count + (last != b"\n")


def _png(path: Path) -> dict[str, Any]:
    with path.open("rb") as content:
        head = content.read(26)
    if len(head) < 26 or not head.startswith(b"\x89PNG\r\n\x1a\n"):
        return {}
    width, height, _, colour = struct.unpack(">IIBB", head[16:26])
    return _image(width, height, _PNG_BANDS.get(colour, []))


def _jpeg(path: Path) -> dict[str, Any]:
    with path.open("rb") as content:
        if content.read(2) != b"\xff\xd8":
            return {}
        # Segments follow one another until the one that starts a frame gives the size.
        while len(head := content.read(4)) == 4:
            marker, length = struct.unpack(">xBH", head)
            if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
                frame = content.read(6)
                if len(frame) < 6:
                    break
                _, height, width, channels = struct.unpack(">BHHB", frame)
                return _image(width, height, ["L"] if channels == 1 else ["R", "G", "B"])
            content.seek(length - 2, 1)
    return {}


def _image(width: int, height: int, bands: list[str]) -> dict[str, Any]:
    return {"width": width, "height": height, "num_channels": len(bands), "channel_bands": bands}
