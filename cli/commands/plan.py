"""`kb plan` and `kb rematch`: a draft åtgärdsplan, and what has changed since."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from cli.given.description_file import read_description_file
from cli.given.problems_file import problems_option, read_problems_file
from cli.given.request_options import DAY, lacks_option, request_options
from cli.settings import model_option, open_searcher_at, snapshots_option
from cli.shown.progress import show_progress
from cli.today import read_today
from kb.errors import PlanDamaged
from kb.matching.help_request import make_help_request
from kb.matching.match import match_description
from kb.matching.requirements import Lack
from kb.plans.docx import write_docx
from kb.plans.draft import draft_plan
from kb.plans.markdown import write_markdown
from kb.plans.plan import Plan
from kb.plans.rematch import Change, read_plan, rematch, write_json
from kb.vocabulary import MeetingFormat, SupportLanguage

WRITERS: Mapping[str, Callable[[Plan], bytes]] = {
    ".md": lambda plan: write_markdown(plan).encode(),
    ".docx": write_docx,
    ".json": write_json,
}
CHANGES = {
    "method withdrawn": "Metoden finns inte längre",
    "now advised against": "Metoden avråds numera",
    "new evidence": "Ny bedömning av evidensen",
    "reviewed again": "Granskad igen",
    "expert gone": "Experten finns inte längre",
    "new method": "Ny metod som passar",
    "follow-up overdue": "Uppföljningen skulle ha gjorts",
}


@click.command("plan", epilog="Example: kb plan lagesbild.docx --municipality Borås --out plan.docx")
@click.argument("file")
@request_options
@problems_option
@lacks_option
@click.option("--follow-up", type=DAY, help="Day of the follow-up, within two years. [default: in a year]")
@click.option(
    "--out", type=click.Path(path_type=Path), help="File to write: .md, .docx or .json. [default: Markdown to stdout]"
)
@snapshots_option
@model_option
def plan_command(
    file: str,
    municipality: str | None,
    first: date | None,
    last: date | None,
    form: MeetingFormat | None,
    language: SupportLanguage | None,
    problems: Path | None,
    lacks: tuple[Lack, ...],
    follow_up: date | None,
    out: Path | None,
    snapshots: Path,
    model: Path | None,
) -> int:
    """Draft an åtgärdsplan for the description in FILE (- for standard input)."""
    if out and out.suffix not in WRITERS:
        raise click.UsageError(f"--out {out.name}: the file must end in {', '.join(WRITERS)}")
    text = read_description_file(file)
    searcher = open_searcher_at(snapshots, model)
    today = read_today()
    request = make_help_request(
        municipality, first, last, today, searcher.snapshot.registers, lacks, form=form, language=language
    )
    match = match_description(text, request, today, searcher, read_problems_file(problems), show_progress)
    plan = draft_plan(match, today, follow_up)
    if out is None:
        click.echo(write_markdown(plan), nl=False)
        return 0
    out.write_bytes(WRITERS[out.suffix](plan))
    click.echo(f"{out}: {len(plan.problems)} problems, snapshot {plan.snapshot_id}", err=True)
    return 0


@click.command("rematch", epilog="Example: kb rematch plan.json")
@click.argument("file", type=click.Path(path_type=Path))
@snapshots_option
@model_option
def rematch_command(file: Path, snapshots: Path, model: Path | None) -> int:
    """Tell what has changed since the plan in FILE (.json, written by `kb plan`) was drafted."""
    if not file.is_file():
        raise PlanDamaged(f"{file}: no such file; give the JSON that `kb plan --out plan.json` wrote")
    plan = read_plan(file.read_bytes())
    searcher = open_searcher_at(snapshots, model)
    today = read_today()
    request = make_help_request(plan.municipality, None, None, today, searcher.snapshot.registers)
    changes = rematch(plan, searcher, request, today)
    for change in changes:
        click.echo(_line(change))
    if not changes:
        click.echo(f"Inget har ändrats sedan {plan.drafted}.")
    return 0


def _line(change: Change) -> str:
    what = f"{change.problem}: " if change.problem else ""
    slug = f" [{change.slug}]" if change.slug else ""
    return f"{what}{CHANGES[change.kind]}{slug}. {change.before or '-'} -> {change.after or '-'}"
