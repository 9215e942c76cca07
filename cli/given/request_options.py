"""The options that say who asks and for when, the same for every verb that reads a description."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from kb.matching.requirements import LACKS
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

Command = TypeVar("Command", bound=Callable[..., Any])


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2027-03-31", param, ctx)


DAY = _Day()


def lacks_option(command: Command) -> Command:
    return click.option(
        "--lacks",
        multiple=True,
        type=click.Choice(LACKS),
        help="What the municipality lacks of what methods require; may be given again.",
    )(command)


def request_options(command: Command) -> Command:
    """--municipality, --from, --to, --form and --language; from and to as `first` and `last`."""
    for option in (
        click.option(
            "--language", type=click.Choice(SUPPORT_LANGUAGES), help="Language of the support. [default: either]"
        ),
        click.option("--form", type=click.Choice(MEETING_FORMATS), help="How you want to meet. [default: either]"),
        click.option("--to", "last", type=DAY, help="Last day. [default: 90 days later]"),
        click.option("--from", "first", type=DAY, help="First day that help is needed. [default: today]"),
        click.option(
            "--municipality", help="Name or code; leaves out experts that may not advise it or do not reach it."
        ),
    ):
        command = option(command)
    return command
