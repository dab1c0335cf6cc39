import gc
from collections.abc import Iterator

import pytest
from echo import Echo


@pytest.fixture
def echo() -> Iterator[Echo]:
    with Echo() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_socket_is_forgotten() -> Iterator[None]:
    """An unclosed socket warns when it is collected, and warnings are errors."""
    yield
    gc.collect()
