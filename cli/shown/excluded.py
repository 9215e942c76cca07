"""`--excluded`: who may not be asked and why, for advisors."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.shown.tables import Table, table_as_text
from cli.shown.words import WORDS, within
from kb.matching.constraints import Exclusion

if TYPE_CHECKING:
    from api.schemas.matching.excluded import ExcludedOut

Command = TypeVar("Command", bound=Callable[..., Any])


def excluded_option(command: Command) -> Command:
    """--excluded, as `with_excluded`."""
    option = click.option(
        "--excluded", "with_excluded", is_flag=True, help="Also list who may not be asked, and why; for advisors."
    )
    return option(command)


def excluded_lines(excluded: Sequence[Exclusion]) -> list[str]:
    """A table after an empty line."""
    if not excluded:
        return ["", "Alla experter får frågas."]
    from api.schemas.matching.excluded import excluded_out

    rows = tuple((item.why, _name(item)) for item in excluded_out(excluded, "sv"))
    title = WORDS["excluded_summary"].format(n=len(rows))
    header = (within("excluded_why"), within("expert"))
    return ["", table_as_text(Table(title, WORDS["excluded_lead"], header, rows))]


def _name(item: "ExcludedOut") -> str:
    demo = f" ({WORDS['demo_mark']})" if item.demo else ""
    return f"{item.name}, {item.organisation}{demo}"
