"""Server-Sent Events, as the HTML standard has them.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import codecs

from attrs import frozen

_BOM = "\ufeff"


@frozen
class ServerEvent:
    """One event of a stream.

    Attributes:
        type: Its name; `message` where the server gives none.
        data: What it carries.
        id: The id that it was given; empty if none. The standard lets the last id stand for later events,
            too, which would make one without an id look like one that was there before.
    """

    type: str
    data: str
    id: str


class Decoder:
    """Makes events of bytes, however they are cut."""

    def __init__(self) -> None:
        self.retry: float | None = None
        """Seconds to wait before connecting again, where the server has said so."""
        self._bytes = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._begun = self._after_cr = False
        self._type = ""
        self._data: list[str] = []
        self._id = ""

    def feed(self, chunk: bytes) -> list[ServerEvent]:
        """The events that are whole with this."""
        text = self._bytes.decode(chunk)
        if not text:
            return []
        if not self._begun:
            self._begun = True
            text = text.removeprefix(_BOM)
        if self._after_cr:  # the line has ended with the first half of a CR LF
            text = text.removeprefix("\n")
        self._after_cr = text.endswith("\r")
        lines = (self._text + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._text = lines.pop()
        return [event for line in lines if (event := self._line(line)) is not None]

    def _line(self, line: str) -> ServerEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._type = value
        elif name == "data":
            self._data.append(value)
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry = int(value) / 1000
        return None

    def _dispatch(self) -> ServerEvent | None:
        """An event ends; one without data only sets the id of the next."""
        if not self._data:
            self._type = ""
            return None
        event = ServerEvent(self._type or "message", "\n".join(self._data), self._id)
        self._type, self._data, self._id = "", [], ""
        return event
