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
        id: The last id that the stream has set so far; empty if none.
    """

    type: str
    data: str
    id: str


class Decoder:
    """Makes events of bytes, however they are cut."""

    def __init__(self, last_id: str = "") -> None:
        self.last_id = last_id
        """The id that the stream has set last: what to resume from."""
        self.retry: float | None = None
        """Seconds to wait before connecting again, where the server has said so."""
        self._bytes = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._begun = False
        self._type = ""
        self._data: list[str] = []
        self._id = last_id

    def feed(self, chunk: bytes) -> list[ServerEvent]:
        """The events that are whole with this."""
        text = self._text + self._bytes.decode(chunk)
        if text and not self._begun:
            self._begun = True
            text = text.removeprefix(_BOM)
        # A CR at the end may be half of a CR LF.
        held = "\r" if text.endswith("\r") else ""
        lines = text[: len(text) - len(held)].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._text = lines.pop() + held
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
        """An event ends; one without data only sets the id."""
        self.last_id = self._id
        type_, data = self._type or "message", self._data
        self._type, self._data = "", []
        return ServerEvent(type_, "\n".join(data), self.last_id) if data else None
