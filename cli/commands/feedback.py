"""`kb feedback`: what users say of answers, on the database of the service, for whoever writes the content."""

from typing import TYPE_CHECKING

import click

from cli.given.store import open_database, read_now
from cli.shown.rows import write_rows

if TYPE_CHECKING:
    from api.store.learning.tables import Feedback

STATES, ABOUT, VERDICTS = ("new", "taken", "dropped"), ("hit", "problem"), ("right", "wrong")
"""As in api.store.learning.tables, which is imported when the verb is used: a test compares them."""


@click.group("feedback", epilog="Example: kb feedback export")
def feedback_command() -> None:
    """List what users say of answers, take out what editors have taken, list words without an answer."""


@feedback_command.command("list", epilog="Example: kb feedback list --verdict wrong")
@click.option("--state", type=click.Choice(STATES), default="new", show_default=True)
@click.option("--about", type=click.Choice(ABOUT), help="A search hit, or a problem found. [default: both]")
@click.option("--verdict", type=click.Choice(VERDICTS), help="[default: both]")
@click.option("--page", type=click.IntRange(1, 10_000), default=1, show_default=True, help="Of 50 each.")
def list_command(state: str, about: str | None, verdict: str | None, page: int) -> int:
    """List judgements, the last first: id, day, about, verdict, slug, what was asked, and why."""
    with open_database("feedback") as database, database.reading() as session:
        from api.store.learning.feedback import Wanted, list_feedback
        from api.store.learning.tables import FEEDBACK_ABOUT, FEEDBACK_STATES

        wanted = Wanted(
            next(word for word in FEEDBACK_STATES if word == state),
            next((word for word in FEEDBACK_ABOUT if word == about), None),
            None if verdict is None else verdict == "right",
        )
        listed = list_feedback(session, wanted, page)
    click.echo(write_rows([_row(row) for row in listed.rows]), nl=False)
    click.echo(f"{listed.n} in all", err=True)
    return 0


@feedback_command.command("export", epilog="Example: kb feedback export > content/examples/feedback.jsonl")
@click.option("--tasks", is_flag=True, help="The documents that were said to be wrong, the most often first, instead.")
def export_command(tasks: bool) -> int:
    """Print what editors have taken as judged queries, in JSON Lines as content/examples has them.

    Read each before it goes there: 2 is the grade of what a user found right, and what is under "unclear" some found
    right and others wrong. Queries of which nothing was right, descriptions and problems are in --tasks alone.
    """
    with open_database("feedback") as database, database.session() as session:
        from api.learning.export_feedback import judge_queries, list_tasks, write_examples, write_tasks
        from api.store.audit import BY_COMMAND, record
        from api.store.learning.feedback import list_taken

        taken = list_taken(session)
        for row in taken:
            record(session, read_now(), BY_COMMAND, "feedback.exported", row.id)
    click.echo(write_tasks(list_tasks(taken)) if tasks else write_examples(judge_queries(taken)), nl=False)
    click.echo(f"of {len(taken)} that editors have taken", err=True)
    return 0


@feedback_command.command("words", epilog="Example: kb feedback words")
def words_command() -> int:
    """List words of queries without an answer that five municipalities or more have asked for, and how often."""
    with open_database("feedback") as database, database.reading() as session:
        from api.store.learning.unanswered import list_words

        words = [[row.word or "", str(row.n_queries)] for row in list_words(session)]
    click.echo(write_rows(words), nl=False)
    return 0


def _row(row: "Feedback") -> list[str]:
    verdict = "right" if row.is_right else "wrong"
    asked, reason = " ".join(row.asked.split()), " ".join((row.reason or "").split())
    return [row.id, row.at.date().isoformat(), row.about, verdict, row.slug, asked, reason]
