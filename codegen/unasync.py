"""Make synchronous source of asynchronous source, word by word."""

import re

WORDS = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "_async": "_sync",
    "aclose": "close",
    "aclosing": "closing",
    "aiter_bytes": "iter_bytes",
    "aiter_sse": "iter_sse",
    "asynccontextmanager": "contextmanager",
    "aread": "read",
    "asyncio": "time",
}


def unasync(source: str) -> str:
    """The same module without `async` and `await`, and with `Async` dropped from names."""
    source = re.sub(r"\basync (def|with|for)\b", r"\1", source)
    source = re.sub(r"\bawait ", "", source)
    source = re.sub(r"\bAwaitable\[([^][]+)\]", r"\1", source)
    source = re.sub(r"\b(_?)Async(?=[A-Z])", r"\1", source)
    source = re.sub(r"\b([Aa])n asynchronous\b", r"\1 synchronous", source)
    source = re.sub(r"\basynchronous(ly)?\b", r"synchronous\1", source)
    return re.sub(r"\b\w+\b", lambda word: WORDS.get(word[0], word[0]), source)
