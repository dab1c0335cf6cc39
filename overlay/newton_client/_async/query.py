"""Questions and answers."""

from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec

from newton_api.api import query
from newton_api.models import QueryResponse

from .._answer import Answer

P = ParamSpec("P")


def _answering(
    create: Callable[Concatenate[Any, P], Awaitable[QueryResponse]],
) -> Callable[Concatenate[Any, P], Awaitable[Answer]]:
    """A method with the arguments of the generated operation that gives an `Answer`."""

    async def ask(self: Any, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return Answer(await create(self, *args, **kwargs))

    ask.__doc__ = create.__doc__
    return ask


class AsyncQuery(query.AsyncQuery):
    """Operations on `query`. The object itself can be called: `newton.query(...)`."""

    __call__ = _answering(query.AsyncQuery.create)
