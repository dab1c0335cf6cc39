"""schemathesis holds the mock to the contract: in process, over a socket, and along whole lives."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from lives import KEY, LIVES, along, guided, lived, naming_uploads
from starlette.applications import Starlette

from newton_mock import MockServer, create_app
from newton_mock.conformance.suite import Outcome, Suite

CONTRACT: dict[str, Any] = json.loads(files("newton_mock").joinpath("contract.json").read_bytes())
OPERATIONS = [
    operation["operationId"]
    for path in CONTRACT["paths"].values()
    for operation in path.values()
    if "operationId" in operation
]
TAGS = [tag["name"] for tag in CONTRACT["tags"]]
REPRODUCE = """
The same requests again:  python -m pytest -n 0 {test}
By hand:                  newton-mock --port 8642 --api-key sk_test
                          ATAI_API_KEY=sk_test; then the `curl` above, with its host as the mock prints it
"""


@pytest.fixture
def holds(request: pytest.FixtureRequest, record_property: Any) -> Any:
    """Asserts that nothing was found, and notes for the last lines of the run what was looked at."""

    def holds(outcome: Outcome) -> None:
        seen = {
            "covered": sorted(outcome.covered),
            "phases": dict(outcome.phases),
            "checks": dict(outcome.checks),
        }
        record_property("conformance", {"operations": len(OPERATIONS), **seen})
        found = [*map(str, outcome.findings), *outcome.errors]
        assert not found, "\n\n".join([*found, REPRODUCE.format(test=request.node.nodeid)])

    return holds


@pytest.fixture
def app() -> Iterator[Starlette]:
    app = create_app(api_key=KEY)
    yield app
    app.state.mock.state.close()


@pytest.mark.parametrize("tag", TAGS)
def test_each_answer_is_as_the_contract_says(tag: str, app: Starlette, holds: Any) -> None:
    suite = Suite(CONTRACT, "http://mock/v0.5", KEY, app=app)
    outcome = suite.only(phases=["examples", "coverage", "fuzzing"], tag=tag).run()
    holds(outcome)
    assert outcome.covered == outcome.operations


def test_answers_still_are_when_one_call_follows_another(app: Starlette, holds: Any) -> None:
    with naming_uploads():
        holds(Suite(CONTRACT, "http://mock/v0.5", KEY, app=app).only(phases=["stateful"]).run())


def test_a_socket_changes_nothing(holds: Any) -> None:
    with MockServer(api_key=KEY) as server, naming_uploads():
        outcome = Suite(CONTRACT, server.url, KEY).only(phases=["examples", "stateful"]).run()
    holds(outcome)
    assert outcome.covered == outcome.operations


ONWARD = {
    "generation": {"mode": "positive"},
    "phases": {"stateful": {"max-steps": 15, "inference": {"algorithms": []}}},
}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_links_lead_through_a_life(life: list[str], holds: Any) -> None:
    with MockServer(api_key=KEY) as server, guided(server):
        suite = Suite(along(life, CONTRACT), server.url, KEY, settings=ONWARD)
        suite.only(phases=["stateful"], operation_id=life)
        outcome = suite.run()
    holds(outcome)
    assert any(lived(life, scenario) for scenario in outcome.lives)
