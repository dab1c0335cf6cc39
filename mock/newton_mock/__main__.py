"""`python -m newton_mock`."""

from newton_mock.cli import main

main(prog_name="newton-mock")
