"""What a model answered."""

import json
import re
from typing import Any

from attrs import frozen

from newton_api.models import QueryResponse
from newton_api.types import Unset

from .errors import ResponseValidationError

_FENCE = re.compile(r"\A\s*```\w*\n(.*?)\n?```\s*\Z", re.DOTALL)


@frozen
class Answer:
    """The answer to a query.

    Docs: https://docs.archetypeai.app/api-reference/query

    Attributes:
        response: The whole response, with its timings.
    """

    response: QueryResponse

    @property
    def query_id(self) -> str | None:
        """What support can find the query with."""
        return self.response.query_id or None

    @property
    def text(self) -> str:
        """The answer of a text model; several parts are joined by line breaks."""
        return "\n".join(part for part in self._parts() if isinstance(part, str))

    def json(self) -> Any:
        """The answer parsed as JSON, where it was asked for; a Markdown fence around it is dropped.

        Raises:
            ResponseValidationError: It is not JSON.
        """
        fenced = _FENCE.match(self.text)
        try:
            return json.loads(fenced[1] if fenced else self.text)
        except ValueError as error:
            raise ResponseValidationError(
                f"The model's answer is not JSON ({error}); it begins: {self.text[:200]!r}. "
                "Ask for JSON alone in instruction_prompt, and allow enough max_new_tokens.",
                status_code=200,
                body=self.text.encode(),
            ) from None

    @property
    def embeddings(self) -> list[list[float]]:
        """The vectors of an Omega encoder: channels × 768."""
        parts = self._parts()
        if parts and {*map(type, parts)} <= {int, float}:  # one channel comes flat
            return [parts]
        return [part for part in parts if isinstance(part, list)]

    @property
    def warnings(self) -> list[str]:
        """What the model had to say about its input."""
        found = getattr(self.response.response, "warning_messages", None)
        return found if isinstance(found, list) else []

    def _parts(self) -> list[Any]:
        """The model's output, whichever of its shapes the server chose."""
        output = self.response.response
        output = getattr(output, "response", output)
        if isinstance(output, list):
            return output
        return [] if output is None or isinstance(output, Unset) else [output]


def embedding_request(window: Any, *, model: str, normalize: bool | None) -> dict[str, Any]:
    """The arguments of a query for the vectors of a window."""
    event = {"type": "data.numeric_array", "event_data": {"contents": window}}
    request: dict[str, Any] = {"model": model, "query": "", "events": [event]}
    return request if normalize is None else {**request, "normalize_input": normalize}


def same(answer: Answer) -> Answer:
    """The answer as it is."""
    return answer


def vectors(answer: Answer) -> list[list[float]]:
    """The vectors of an answer.

    Raises:
        ResponseValidationError: It has none.
    """
    if found := answer.embeddings:
        return found
    said = answer.text[:200]
    raise ResponseValidationError(
        f"The answer holds no vectors; is the model an encoder? It begins: {said!r}",
        status_code=200,
        body=said.encode(),
    )
