"""`kb check`: every fault in the content, or what is to be read again."""

from datetime import date
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
@click.option(
    "--due",
    is_flag=False,
    flag_value="today",
    metavar="[DATE]",
    help="List instead what is to be reviewed by DATE, today when left out, the longest waiting first.",
)
def check_command(content: Path, no_warnings: bool, strict: bool, due: str | None) -> int:
    """Check the content; exit 1 if it has faults.

    Each line is PATH:LINE: FAULT; VALUE; WAY OUT. With --due: DATE PATH; who read it last; when law was checked.
    """
    if due is not None:
        return _list_due(content, _read_day(due))
    from indexer.check import check_content, errors_among
    from indexer.checks import CHECKS, STRICT_CHECKS
    from indexer.content.read_content import read_content

    read = read_content(content, read_today(), with_demo=True)
    faults = check_content(read, (*CHECKS, *STRICT_CHECKS) if strict else CHECKS)
    for fault in faults:
        if not (no_warnings and fault.is_warning):
            click.echo(fault)
    n_errors = len(errors_among(faults))
    click.echo(f"{len(read.entries)} documents, {n_errors} faults, {len(faults) - n_errors} warnings", err=True)
    return 1 if n_errors else 0


def _list_due(content: Path, day: date) -> int:
    from indexer.content.due import list_due
    from indexer.content.read_content import read_content

    found = list_due(read_content(content, read_today()), day)
    for due in found:
        click.echo(due)
    click.echo(f"{len(found)} documents to review by {day}", err=True)
    return 0


def _read_day(text: str) -> date:
    if text == "today":
        return read_today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date; write it as 2027-05-31", param_hint="--due") from error
