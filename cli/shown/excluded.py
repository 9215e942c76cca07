"""`--excluded`: who may not be asked and why, for advisors."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.shown.tables import Table, table_as_text
from cli.shown.words import WORDS, within
from kb.matching.help_request import HelpRequest
from kb.search.searcher import Searcher

if TYPE_CHECKING:
    from api.schemas.matching.excluded import ExcludedOut

Command = TypeVar("Command", bound=Callable[..., Any])


def excluded_option(command: Command) -> Command:
    """--excluded, as `with_excluded`."""
    option = click.option(
        "--excluded", "with_excluded", is_flag=True, help="Also list who may not be asked, and why; for advisors."
    )
    return option(command)


def find_excluded_experts(
    with_excluded: bool, request: HelpRequest, today: date, searcher: Searcher
) -> "list[ExcludedOut] | None":
    """Everyone that the request leaves out, where that is asked for; the shapes are imported only then."""
    if not with_excluded:
        return None
    from api.schemas.matching.excluded import list_excluded

    return list_excluded(request, today, searcher, "sv")


def excluded_lines(excluded: "Sequence[ExcludedOut] | None") -> list[str]:
    """A table after an empty line; nothing where it is not asked for."""
    if excluded is None:
        return []
    if not excluded:
        return ["", "Alla experter får frågas."]
    rows = tuple((item.why, f"{item.name}, {item.organisation}") for item in excluded)
    title = WORDS["excluded_summary"].format(n=len(rows))
    header = (within("excluded_why"), within("expert"))
    return ["", table_as_text(Table(title, WORDS["excluded_lead"], header, rows))]
