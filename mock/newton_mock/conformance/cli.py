"""`newton-conformance`: hold a running deployment to the contract."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click


@click.command()
@click.argument("base_url")
@click.option(
    "--write",
    is_flag=True,
    help="Also make files, an upload, a lens, a session and a job, use them and remove them again.",
)
@click.option("--rate", default=5, show_default=True, help="The most requests to send in a second.")
@click.option(
    "--examples", default=5, show_default=True, help="Random requests for each operation and phase."
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the report; shown when left out.",
)
@click.option(
    "--contract",
    "document",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An openapi.yaml or .json in place of the one that comes with this package.",
)
def main(
    *, base_url: str, write: bool, rate: int, examples: int, report: Path | None, document: Path | None
) -> None:
    """Hold a deployment of the Newton API to its contract.

    BASE_URL is where it answers, with the version: https://api.u1.archetypeai.app/v0.5. The key is
    taken from ATAI_API_KEY. Without --write, only operations that read are asked.

    It ends with a report in Markdown: what breaks the contract, each with a request that shows it, and
    what the server sends that the contract does not know. The exit code is 1 if anything breaks it.
    """
    key = os.environ.get("ATAI_API_KEY", "")
    if not key:
        raise click.ClickException("Set ATAI_API_KEY to the key of the deployment.")
    try:
        from newton_mock.conformance.examination import examine, load
        from newton_mock.conformance.report import markdown
    except ModuleNotFoundError as error:
        message = f"{error.name} is missing: pip install 'newton-client[conformance]'"
        raise click.ClickException(message) from None
    contract = load(document)
    try:
        outcome, drift, left_out = examine(contract, base_url, key, write=write, rate=rate, examples=examples)
    except OSError as error:
        raise click.ClickException(f"{base_url} does not answer: {error}") from None
    version = str(contract.document["info"]["version"])
    text = markdown(base_url, version, outcome, drift, left_out).replace(key, "***")
    if report:
        report.write_text(text, encoding="utf-8")
        click.echo(f"{len(outcome.findings)} findings: {report}")
    else:
        click.echo(text, nl=False)
    sys.exit(bool(outcome.findings or outcome.errors))
