"""The page for people, at `/`."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


async def page(_: Request) -> Response:
    """What is served, what was asked, what is kept; buttons for faults, clock and reset."""
    text, policy = _load()
    return HTMLResponse(text, headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"})


@cache
def _load() -> tuple[str, str]:
    """The page, and a policy that lets nothing run but its own style and script."""
    text = files("newton_mock").joinpath("page.html").read_text(encoding="utf-8")
    allowed = {kind: f"'sha256-{_digest(content)}'" for kind, content in _INLINE.findall(text)}
    policy = (
        f"default-src 'none'; style-src {allowed['style']}; script-src {allowed['script']}; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return text, policy


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
