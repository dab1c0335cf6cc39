"""`python -m newton_mock.conformance` is `newton-conformance`."""

from newton_mock.conformance.cli import main

main()
