"""Questions and answers."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from newton_api.api import query
from newton_api.models import QueryResponse

from .._answer import Answer

P = ParamSpec("P")


def _answering(
    create: Callable[Concatenate[Any, P], QueryResponse],
) -> Callable[Concatenate[Any, P], Answer]:
    """A method with the arguments of the generated operation that gives an `Answer`."""

    def ask(self: Any, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return Answer(create(self, *args, **kwargs))

    ask.__doc__ = create.__doc__
    return ask


class Query(query.Query):
    """Operations on `query`. The object itself can be called: `newton.query(...)`."""

    __call__ = _answering(query.Query.create)
