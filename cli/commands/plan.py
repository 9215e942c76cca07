"""`kb plan`, `kb document` and `kb rematch`: a draft åtgärdsplan, a plan as a document, what has changed since."""

from datetime import date
from pathlib import Path

import click

from cli.given.described import MakeMatch, takes_match
from cli.given.document_options import document_options
from cli.given.problems_file import problems_option
from cli.given.request_options import DAY, lacks_option, request_options
from cli.given.told import open_told_searcher_at
from cli.settings import model_option, snapshots_option
from cli.shown.words import WORDS
from cli.today import read_today
from kb.errors import PlanDamaged, TemplateRejected
from kb.plans.document.written_plan import make_written_plan, present_draft
from kb.plans.draft import draft_plan
from kb.plans.formats import FORMATS, SAVED_FORMS, PlanFile, PlanForm, find_form_of, require_libraries, write_plan
from kb.plans.labels import PlanLanguage
from kb.plans.rematch import Change, rematch
from kb.plans.working.saved_work import read_working_plan
from kb.plans.working.working_plan import WorkingPlan

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
@document_options
@snapshots_option
@model_option
@takes_match
def plan_command(
    make_match: MakeMatch, follow_up: date | None, out: Path | None, template: Path | None, words: PlanLanguage
) -> int:
    """Draft an åtgärdsplan for the description in FILE (- for standard input)."""
    form, mould = _choose_form(out), _read_template(template)
    plan = draft_plan(make_match(), follow_up)
    file = write_plan(present_draft(plan), form, words, mould)
    if out is None:
        click.echo(file.content.decode(), nl=False)
        return 0
    _write(out, file)
    click.echo(f"{out}: {len(plan.problems)} problems, snapshot {plan.snapshot_id}", err=True)
    return 0


@click.command("document", epilog="Example: kb document plan.json --out plan.docx --template mall.docx")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="File to write: .docx, .pdf or .xlsx.",
)
@document_options
def document_command(file: Path, out: Path, template: Path | None, words: PlanLanguage) -> int:
    """Write the plan in FILE (.json, of `kb plan` or of a saved plan) as a document."""
    form = _choose_form(out)
    if form not in SAVED_FORMS:
        raise click.UsageError(f"--out {out.name}: the file must end in .docx, .pdf or .xlsx")
    plan = make_written_plan(_read_plan(file), read_today())
    _write(out, write_plan(plan, form, words, _read_template(template)))
    click.echo(f"{out}: {len(plan.read.chosen)} measures", err=True)
    return 0


def _choose_form(out: Path | None) -> PlanForm:
    if out is None:
        return "markdown"
    form = find_form_of(out.suffix)
    if form is None:
        raise click.UsageError(f"--out {out.name}: the file must end in {', '.join(SUFFIXES)}")
    require_libraries(form)
    return form


def _read_template(template: Path | None) -> bytes | None:
    if template is not None and not template.is_file():
        raise TemplateRejected(
            f"{template}: no such file; give a .docx or .dotx with the styles that the plan shall have"
        )
    return None if template is None else template.read_bytes()


def _write(out: Path, file: PlanFile) -> None:
    """The file, and to standard error which styles its template has not."""
    out.write_bytes(file.content)
    for style in file.missing:
        click.echo(f"template: no style {style.wanted}; {style.used or 'formatting without a style'} is used", err=True)


def _read_plan(file: Path) -> WorkingPlan:
    if not file.is_file():
        raise PlanDamaged(f"{file}: no such file; give the JSON that `kb plan --out plan.json` wrote")
    return read_working_plan(file.read_bytes())


@click.command("rematch", epilog="Example: kb rematch plan.json")
@click.argument("file", type=click.Path(path_type=Path))
@snapshots_option
@model_option
def rematch_command(file: Path, snapshots: Path, model: Path | None) -> int:
    """Tell what has changed since the plan in FILE (.json, of `kb plan` or of a saved plan) was drafted."""
    changes = rematch(_read_plan(file).draft, open_told_searcher_at(snapshots, model, "rematch"), read_today())
    for change in changes:
        click.echo(_line(change))
    if not changes:
        click.echo(WORDS["no_changes"])
    return 0


def _line(change: Change) -> str:
    what = f"{change.problem}: " if change.problem else ""
    slug = f" [{change.slug}]" if change.slug else ""
    return f"{what}{WORDS[f'change_{change.kind}']}{slug}. {change.before or '-'} -> {change.after or '-'}"
