"""Where a file goes that is downloaded."""

from pathlib import Path

import pytest

from newton_client import GuardError
from newton_client._files import target_path


def test_a_file_goes_into_a_folder_or_to_the_path_given(tmp_path: Path) -> None:
    assert target_path("a.csv", tmp_path) == tmp_path / "a.csv"
    assert target_path("a.csv", tmp_path / "b.csv") == tmp_path / "b.csv"
    assert target_path("a.csv", None) == Path("a.csv")


@pytest.mark.parametrize("name", ["", ".", "..", "../a.csv", "/etc/passwd", "a\\b.csv", "a\0.csv"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(GuardError):
        target_path(name, tmp_path)


def test_such_a_name_may_be_written_where_the_caller_says(tmp_path: Path) -> None:
    assert target_path("runs/1/out.csv", tmp_path / "out.csv") == tmp_path / "out.csv"
