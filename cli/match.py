"""`kb match`: methods and experts for a description."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from cli.settings import json_option, model_option, open_searcher_at, snapshots_option
from cli.text import advice_line, period_text, question_lines, score_line, wrap
from kb.documents import Guidance, Period
from kb.errors import DescriptionRejected
from kb.matching.description import decode_description
from kb.matching.experts import ExpertMatch, Request
from kb.matching.match import Match, ProblemMatch, match_description
from kb.matching.period import choose_period
from kb.matching.reasons import Reason
from kb.retrieval.search import Hit

MAX_QUOTE = 200
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("match", epilog="Example: kb match lagesbild.md --municipality Borås --from 2027-03-01 --to 2027-03-31")
@click.argument("file")
@click.option("--municipality", help="Name or code; leaves out experts that may not advise it or do not reach it.")
@click.option("--from", "first", type=_DAY, help="First day that help is needed. [default: today]")
@click.option("--to", "last", type=_DAY, help="Last day. [default: 90 days later]")
@click.option("--explain", is_flag=True, help="Show what each signal adds to the score.")
@snapshots_option
@model_option
@json_option
def match_command(
    file: str,
    municipality: str | None,
    first: datetime | None,
    last: datetime | None,
    explain: bool,
    snapshots: Path,
    model: Path | None,
    as_json: bool,
) -> int:
    """Match the description in FILE (- for standard input) to methods and experts."""
    text = decode_description(_read(file))
    searcher = open_searcher_at(snapshots, model)
    town = searcher.snapshot.registers.find_municipality(municipality) if municipality else None
    match = match_description(text, Request(town, _period(first, last)), date.today(), searcher)
    if as_json:
        from api.schemas import match_out

        click.echo(match_out(match).model_dump_json(indent=2, by_alias=True))
    else:
        _show(match, explain)
    return 0


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    path = Path(file)
    if not path.is_file():
        raise DescriptionRejected(f"{file}: no such file; give a text or Markdown file, or - for standard input")
    return path.read_bytes()


def _period(first: datetime | None, last: datetime | None) -> Period:
    return choose_period(first.date() if first else None, last.date() if last else None, date.today())


def _show(match: Match, explain: bool) -> None:
    if match.masked:
        found = ", ".join(f"{count} {kind}" for kind, count in match.masked.items())
        click.secho(f"Personuppgifter har maskerats: {found}. Ta bort dem ur underlaget.", fg="yellow")
    if not match.problems:
        click.echo("\n".join(question_lines(match.topics)))
    for number, problem in enumerate(match.problems, 1):
        _show_problem(number, problem, match.request.period, explain)


def _show_problem(number: int, match: ProblemMatch, period: Period, explain: bool) -> None:
    problem = match.problem
    click.echo("\n" + click.style(f"Problem {number}: {problem.title}", bold=True, underline=True))
    click.echo(_quote(problem.paragraphs[0].text, "  "))
    click.echo("\n  Metoder")
    for hit in match.methods.suggested:
        _show_method("•", hit, match.reasons, explain)
    if not match.methods.suggested:
        click.echo("    Ingen metod i kunskapsbanken passar tillräckligt bra.")
    for hit in match.methods.gaps:
        _show_method("?", hit, match.reasons, explain)
    for hit in match.methods.advised_against:
        click.secho("    AVRÅDS, men texten liknar det:", fg="red")
        _show_method("!", hit, match.reasons, explain)
    click.echo(f"\n  Experter, lediga {period_text(period)}")
    for expert in match.experts.free:
        _show_expert(expert, match.reasons, period, explain)
    if not match.experts.free:
        click.echo("    Ingen ledig expert passar tillräckligt bra.")
    for expert in match.experts.busy:
        back = expert.availability.back
        until = f", åter {period_text(Period(back, back)).split('-')[0]}" if back else ""
        name = f"{expert.hit.document.name}, {expert.hit.document.organisation}"
        click.echo(wrap(f"Skulle passa men är upptagen{until}: {name}", "    "))


def _show_method(mark: str, hit: Hit[Guidance], reasons: Mapping[str, Reason], explain: bool) -> None:
    document = hit.document
    click.echo(f"    {mark} {click.style(document.title, bold=True)}  [{document.slug}]")
    click.echo(f"      relevans {hit.relevance:.2f} · {advice_line(document)}")
    _show_reason(reasons[document.slug], explain)


def _show_expert(match: ExpertMatch, reasons: Mapping[str, Reason], period: Period, explain: bool) -> None:
    expert = match.hit.document
    click.echo(f"    • {click.style(f'{expert.name}, {expert.organisation}', bold=True)}")
    free = "hela perioden" if match.availability.free == (period,) else ""
    free = free or ", ".join(period_text(stretch) for stretch in match.availability.free)
    invented = " (påhittat exempel)" if expert.availability_invented else ""
    click.echo(f"      passar {match.support.match:.2f} · ledig {free}, {expert.hours_per_month} tim/månad{invented}")
    if match.support.methods:
        click.echo(wrap(f"kan metoderna: {', '.join(match.support.methods)}", "      "))
    _show_reason(reasons[expert.slug], explain)


def _show_reason(reason: Reason, explain: bool) -> None:
    heading = f"{reason.document_passage.heading}: " if reason.document_passage.heading else ""
    click.echo(_quote(reason.description_passage, "      ni skriver: "))
    click.echo(_quote(heading + reason.document_passage.text, "      dokumentet: "))
    if reason.shared_terms:
        click.echo(wrap(f"gemensamt: {', '.join(reason.shared_terms)}", "      "))
    if explain:
        click.echo(f"      {score_line(reason.parts)}")


def _quote(text: str, indent: str) -> str:
    flat = " ".join(text.split())
    short = flat if len(flat) <= MAX_QUOTE else flat[: flat.rfind(" ", 0, MAX_QUOTE)] + " ..."
    return wrap(f"”{short}”", indent).replace("\n" + indent, "\n" + " " * len(indent))
