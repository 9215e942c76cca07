"""`kb check`: every fault in the content."""

from pathlib import Path

import click

from cli.settings import content_option
from cli.today import read_today


@click.command("check", epilog="Example: kb check --content content --strict")
@content_option
@click.option("--no-warnings", is_flag=True, help="Leave out what an omission costs.")
@click.option(
    "--strict", is_flag=True, help="Hold it to the editorial rules as well: sources, wording, repetition, gaps."
)
def check_command(content: Path, no_warnings: bool, strict: bool) -> int:
    """Check the content; exit 1 if it has faults.

    Each line is PATH:LINE: FAULT; VALUE; WAY OUT.
    """
    from indexer.check import check_content, errors_among
    from indexer.checks import CHECKS, STRICT_CHECKS
    from indexer.content.read_content import read_content

    read = read_content(content, read_today())
    faults = check_content(read, (*CHECKS, *STRICT_CHECKS) if strict else CHECKS)
    for fault in faults:
        if not (no_warnings and fault.is_warning):
            click.echo(fault)
    n_errors = len(errors_among(faults))
    click.echo(f"{len(read.entries)} documents, {n_errors} faults, {len(faults) - n_errors} warnings", err=True)
    return 1 if n_errors else 0
