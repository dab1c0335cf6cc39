"""The mock made wrong on purpose: what it answers, or what it is asked, is changed on the way."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Self

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newton_mock import MockServer

KEY = "sk_test"


@dataclass
class Answer:
    """An answer that can still be changed."""

    status: int
    headers: dict[str, str]
    body: bytes

    def edit(self, change: Callable[[Any], Any]) -> None:
        """Change what the JSON body says, in place or by giving a new value."""
        value = json.loads(self.body)
        changed = change(value)
        self.body = json.dumps(value if changed is None else changed).encode()


@dataclass
class Wrong:
    """An application in front of the mock, for one method and the paths that match.

    Attributes:
        answers: Changes an answer of the mock.
        asks: Changes what the mock is asked; None keeps it from being asked, so that `answers` gets an
            empty 200.
    """

    method: str
    path: str
    answers: Callable[[Answer], None] = lambda _: None
    asks: Callable[[Scope], Scope | None] = lambda scope: scope
    app: ASGIApp | None = None

    def before(self, app: ASGIApp) -> Self:
        """The same, in front of an application."""
        return replace(self, app=app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        path = scope.get("path", "")
        if scope.get("method") != self.method or not re.fullmatch(self.path, path.removeprefix("/v0.5")):
            await self.app(scope, receive, send)
            return
        answer = Answer(200, {"content-type": "application/json"}, b"{}")

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
                answer.body = b""
            else:
                answer.body += message.get("body", b"")

        if asked := self.asks(scope):
            await self.app(asked, receive, keep)
        self.answers(answer)
        answer.headers["content-length"] = str(len(answer.body))
        headers = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": answer.body})


class WrongServer(MockServer):
    """A mock on a socket that is wrong in some ways."""

    def __init__(self, *wrongs: Wrong) -> None:
        super().__init__(api_key=KEY)
        for wrong in wrongs:
            self._app: Any = wrong.before(self._app)


def success(change: Callable[[Any], Any]) -> Callable[[Answer], None]:
    """Changes the JSON of answers that are successes."""

    def answers(answer: Answer) -> None:
        if answer.status < 300:
            answer.edit(change)

    return answers


def let_in(scope: Scope) -> Scope:
    """The same request with the right key, whatever key it had."""
    headers = [header for header in scope["headers"] if header[0] != b"authorization"]
    return {**scope, "headers": [*headers, (b"authorization", f"Bearer {KEY}".encode())]}
