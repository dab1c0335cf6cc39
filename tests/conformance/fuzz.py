"""Other requests each time, for as long as you like: `make fuzz MINUTES=30`, `make fuzz ONLY=jobs_create`.

Stops at the first finding, and says how to see it again.
"""

import argparse
import json
import random
import sys
import time
from importlib.resources import files

from lives import KEY, naming_uploads

from newton_mock import create_app
from newton_mock.conformance.suite import Outcome, Suite


def run(seed: int, seconds: float, examples: int, only: list[str]) -> Outcome:
    """One run of random requests against a mock of its own."""
    contract = json.loads(files("newton_mock").joinpath("contract.json").read_bytes())
    settings = {
        "seed": seed,
        "max-time": max(1, int(seconds)),
        "generation": {"deterministic": False, "max-examples": examples},
        "phases": {"stateful": {"generation": {"max-examples": examples}}},
    }
    app = create_app(api_key=KEY)
    suite = Suite(contract, "http://mock/v0.5", KEY, app=app, settings=settings)
    suite.only(phases=["fuzzing", "stateful"], **({"operation_id": only} if only else {}))
    try:
        with naming_uploads():
            return suite.run()
    finally:
        app.state.mock.state.close()


def main() -> int:
    """Run until the time is over, or something is found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--examples", type=int, default=50, help="requests for each operation in a run")
    parser.add_argument("--seed", type=int, help="run once, with the requests of this seed")
    parser.add_argument("--only", nargs="*", default=[], metavar="OPERATION")
    given = parser.parse_args()
    end = time.monotonic() + 60 * given.minutes
    while (left := end - time.monotonic()) > 0:
        seed = random.getrandbits(32) if given.seed is None else given.seed
        outcome = run(seed, left, given.examples, given.only)
        print(f"seed {seed}: {sum(outcome.phases.values())} requests, {len(outcome.findings)} findings")
        for finding in outcome.findings:
            only = f" ONLY='{' '.join(given.only)}'" if given.only else ""
            again = f"make fuzz SEED={seed} EXAMPLES={given.examples}{only}"
            print(f"\n{finding}\nThe same run again: {again}")
        for error in outcome.errors:
            print(f"\n{error}")
        if outcome.findings or outcome.errors or given.seed is not None:
            return bool(outcome.findings or outcome.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
