"""The day that the command takes for today: the calendar's, or the one that KB_TODAY names."""

import os
from datetime import date

import click


def read_today() -> date:
    """Today; raises UsageError when KB_TODAY is no day."""
    given = os.environ.get("KB_TODAY", "")
    try:
        return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011  the command's one look at the clock
    except ValueError as error:
        raise click.UsageError(f"KB_TODAY: {given!r} is not a day; write it as 2027-03-31, or unset it") from error
