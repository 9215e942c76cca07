"""How far a command has come, on standard error."""

import sys
from collections.abc import Mapping

import click

BAR_WIDTH = 30
STEPS: Mapping[str, str] = {
    "reading": "läser",
    "masking": "maskerar",
    "splitting": "delar upp",
    "matching": "matchar",
    "allocating": "fördelar",
}
"""Steps of what coordinators and advisors run; those of `kb index` keep the names that its log has."""


def show_progress(step: str, done: int, total: int) -> None:
    """A bar on a terminal, nothing elsewhere: an answer that is piped or logged is the answer alone."""
    if _is_terminal():
        filled = BAR_WIDTH * done // max(1, total)
        end = "\n" if done == total else "\r"
        bar = f"[{'#' * filled:{BAR_WIDTH}}] {done}/{total}"
        click.echo(f"{STEPS.get(step, step):9} {bar}{end}", err=True, nl=False)


def log_progress(step: str, done: int, total: int) -> None:
    """A bar on a terminal, a line a finished step elsewhere."""
    if _is_terminal():
        show_progress(step, done, total)
    elif done == total:
        click.echo(f"{step}: {total}", err=True)


def _is_terminal() -> bool:
    return sys.stderr.isatty()
