"""Two kinds of name that are easily confused, kept apart for type checkers."""

from typing import NewType

FileId = NewType("FileId", str)
"""What a file was uploaded under, extension included: `pump.csv`. What the API asks for."""

FileUid = NewType("FileUid", str)
"""One stored object: `fil_...`. What the API gives, and takes nowhere."""
