"""What a model answered, in whichever shape the server chose."""

from typing import Any

import pytest

from newton_api.models import QueryResponse
from newton_client import NewtonError
from newton_client._answer import Answer

VECTOR = [0.1, 0.2, 0.3]


def answer(response: Any = None, **more: Any) -> Answer:
    given = {} if response is None else {"response": response}
    return Answer(QueryResponse.from_dict({"query_id": "qry_1", "status": "completed", **given, **more}))


@pytest.mark.parametrize(
    ("response", "text"),
    [
        ({"response": ["A pump."]}, "A pump."),
        ({"response": ["A pump.", "It leaks."]}, "A pump.\nIt leaks."),
        ({"response": "A pump."}, "A pump."),
        (["A pump."], "A pump."),
        ("A pump.", "A pump."),
        ({"response": []}, ""),
        ({"response": VECTOR}, ""),
        (None, ""),
    ],
)
def test_the_text_is_found_in_every_shape(response: Any, text: str) -> None:
    assert answer(response).text == text


def test_a_response_that_is_null_has_no_text_and_no_embeddings() -> None:
    empty = Answer(QueryResponse.from_dict({"query_id": "q", "status": "completed", "response": None}))
    assert (empty.text, empty.embeddings, empty.warnings) == ("", [], [])


@pytest.mark.parametrize(
    ("response", "embeddings"),
    [
        ({"response": VECTOR}, [VECTOR]),
        ({"response": [VECTOR]}, [VECTOR]),
        ({"response": [VECTOR, VECTOR]}, [VECTOR, VECTOR]),
        (VECTOR, [VECTOR]),
        ([VECTOR, VECTOR], [VECTOR, VECTOR]),
        ({"response": [1, 2, 3]}, [[1, 2, 3]]),
        ({"response": ["A pump."]}, []),
        ({"response": []}, []),
        (None, []),
    ],
)
def test_embeddings_are_channels_by_numbers_in_every_shape(response: Any, embeddings: Any) -> None:
    assert answer(response).embeddings == embeddings


@pytest.mark.parametrize(
    "text",
    [
        '{"state": "ok"}',
        ' {"state": "ok"}\n',
        '```json\n{"state": "ok"}\n```',
        '```\n{"state": "ok"}\n```',
        '\n```json\n{\n  "state": "ok"\n}\n```\n',
        '```json\n{"state": "ok"}```',
    ],
)
def test_json_is_read_with_a_markdown_fence_and_without(text: str) -> None:
    assert answer({"response": [text]}).json() == {"state": "ok"}


def test_a_fence_inside_a_value_is_left_alone() -> None:
    assert answer({"response": ['{"code": "```x```"}']}).json() == {"code": "```x```"}


@pytest.mark.parametrize("text", ["", "The state is ok.", '{"state": "o', "```json\n```"])
def test_an_answer_that_is_not_json_says_how_it_begins_and_what_to_do(text: str) -> None:
    with pytest.raises(NewtonError, match="is not JSON") as caught:
        answer({"response": [text]}).json()
    assert repr(text[:200]) in str(caught.value)
    assert "instruction_prompt" in str(caught.value)


def test_warnings_are_those_of_the_worker() -> None:
    assert answer({"response": VECTOR, "warning_messages": ["padded"]}).warnings == ["padded"]
    assert answer({"response": VECTOR}).warnings == []
    assert answer("A pump.").warnings == []


def test_the_query_id_is_there_for_support() -> None:
    assert answer("A pump.").query_id == "qry_1"
    assert answer("A pump.", query_id="").query_id is None
