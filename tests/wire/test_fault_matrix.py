"""Every operation under every fault, with both clients, ends as it must."""

from collections.abc import Iterator

import pytest
from fault_matrix import FAULTS, WAITS, Bench, bench, expected

from newton_api.operations import OPERATIONS
from support.clients import KINDS


@pytest.fixture(scope="module", params=KINDS)
def made(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with bench(request.param) as made:
        yield made


@pytest.mark.xdist_group("fault matrix")
@pytest.mark.parametrize("stays", [False, True], ids=["once", "stays"])
@pytest.mark.parametrize("fault", FAULTS)
def test_every_operation_ends_as_it_must(made: Bench, fault: str, stays: bool) -> None:
    seen = {op.id: made.see(op, fault, stays=stays) for op in OPERATIONS.values()}
    wanted = {op.id: expected(op, fault, stays=stays) for op in OPERATIONS.values()}
    assert {id: each.result for id, each in seen.items()} == wanted
    for id, each in seen.items():
        attempts = int(each.result.split()[0])
        assert each.waits == WAITS.get(fault, (0.5, 1.0, 2.0))[: attempts - 1]
        if fault in ("rst late", "cut body"):
            assert each.applied == attempts
        else:  # it was acted on in the end, unless a 409 said that it was so already
            assert each.applied == (each.result.endswith(" ok") and fault != "409")
        assert each.applied <= 1 or OPERATIONS[id].retry == "always"


def test_some_operations_must_not_run_twice_and_some_may() -> None:
    assert {operation.retry for operation in OPERATIONS.values()} == {"unsent", "always"}
