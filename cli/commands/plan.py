"""`kb plan` and `kb rematch`: a draft åtgärdsplan, and what has changed since."""

from datetime import date
from pathlib import Path

import click

from cli.given.described import MakeMatch, takes_match
from cli.given.problems_file import problems_option
from cli.given.request_options import DAY, lacks_option, request_options
from cli.settings import model_option, open_searcher_at, snapshots_option
from cli.shown.words import WORDS
from cli.today import read_today
from kb.errors import PlanDamaged
from kb.extras import require_extra
from kb.plans.draft import draft_plan
from kb.plans.formats import FORMATS, PlanFormat, find_format_of
from kb.plans.rematch import Change, rematch
from kb.plans.saved_plan import read_plan

SUFFIXES = [plan_format.suffix for plan_format in FORMATS.values()]


@click.command("plan", epilog="Example: kb plan lagesbild.docx --municipality Borås --out plan.docx")
@click.argument("file")
@request_options
@problems_option
@lacks_option
@click.option("--follow-up", type=DAY, help="Day of the follow-up, within two years. [default: in a year]")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=f"File to write: {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}. [default: Markdown to stdout]",
)
@snapshots_option
@model_option
@takes_match
def plan_command(make_match: MakeMatch, follow_up: date | None, out: Path | None) -> int:
    """Draft an åtgärdsplan for the description in FILE (- for standard input)."""
    chosen = _choose_format(out)
    plan = draft_plan(make_match(), follow_up)
    written = chosen.write(plan)
    if out is None:
        click.echo(written.decode(), nl=False)
        return 0
    out.write_bytes(written)
    click.echo(f"{out}: {len(plan.problems)} problems, snapshot {plan.snapshot_id}", err=True)
    return 0


def _choose_format(out: Path | None) -> PlanFormat:
    if out is None:
        return FORMATS["markdown"]
    chosen = find_format_of(out.suffix)
    if chosen is None:
        raise click.UsageError(f"--out {out.name}: the file must end in {', '.join(SUFFIXES)}")
    if chosen is FORMATS["docx"]:
        require_extra("reading", "a plan in Word")
    return chosen


@click.command("rematch", epilog="Example: kb rematch plan.json")
@click.argument("file", type=click.Path(path_type=Path))
@snapshots_option
@model_option
def rematch_command(file: Path, snapshots: Path, model: Path | None) -> int:
    """Tell what has changed since the plan in FILE (.json, written by `kb plan`) was drafted."""
    if not file.is_file():
        raise PlanDamaged(f"{file}: no such file; give the JSON that `kb plan --out plan.json` wrote")
    plan = read_plan(file.read_bytes())
    changes = rematch(plan, open_searcher_at(snapshots, model), read_today())
    for change in changes:
        click.echo(_line(change))
    if not changes:
        click.echo(WORDS["no_changes"])
    return 0


def _line(change: Change) -> str:
    what = f"{change.problem}: " if change.problem else ""
    slug = f" [{change.slug}]" if change.slug else ""
    return f"{what}{WORDS[f'change_{change.kind}']}{slug}. {change.before or '-'} -> {change.after or '-'}"
