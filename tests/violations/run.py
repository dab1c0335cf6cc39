"""Lets each wrong client be tested in a process of its own: `python run.py [NAME ...]`.

Prints the name of each that its test has not caught, and exits with 1 if there is one.
"""

import os
import sys
import traceback
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

import pytest  # noqa: E402
from clients import WRONG_CLIENTS, WrongClient, load  # noqa: E402

# Nothing that takes time and says only how a test has failed.
OPTIONS = ["-x", "-q", "-n", "0", "--assert=plain", "-c", str(TESTS.parent / "pyproject.toml")]
WITHOUT = ["-p", "no:cacheprovider", "-p", "no:schemathesis", "-p", "no:anyio"]
PASSED, CAUGHT, BROKEN = 0, 10, 11


class Verdicts:
    """Notes whether a test failed: what breaks before it has begun proves nothing."""

    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed and report.when != "setup"


def verdict(wrong: WrongClient | None, test: str) -> int:
    """What becomes of a test in a copy of this process, with a wrong client or with the right one."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if wrong:
            wrong.spoil()
        verdicts = Verdicts()
        code = pytest.main([*OPTIONS, *WITHOUT, str(TESTS / test)], [verdicts])
        os._exit(CAUGHT if verdicts.failed else PASSED if code == pytest.ExitCode.OK else BROKEN)
    except BaseException:
        traceback.print_exc()
        os._exit(BROKEN)


def main(names: list[str]) -> int:
    """Print what is not caught."""
    load()  # once, before the processes part
    missed = [name for name in names if verdict(WRONG_CLIENTS[name], WRONG_CLIENTS[name].test) != CAUGHT]
    print("\n".join(missed))
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(WRONG_CLIENTS)))
