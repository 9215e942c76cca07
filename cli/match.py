"""`kb match`: methods and experts for a description."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from cli.description_file import read_description_file
from cli.problems_file import problems_option, read_problems_file
from cli.reasons import quote, reason_lines
from cli.request_options import request_options
from cli.settings import json_option, model_option, open_searcher_at, snapshots_option
from cli.text import advice_line, masked_line, period_text, question_lines, wrap
from kb.documents import Guidance, Period
from kb.matching.experts import ExpertMatch
from kb.matching.make_request import make_request
from kb.matching.match import Match, ProblemMatch, match_description
from kb.matching.reasons import Reason
from kb.retrieval.search import Hit


@click.command(
    "match", epilog="Example: kb match lagesbild.docx --municipality Borås --from 2027-03-01 --to 2027-03-31"
)
@click.argument("file")
@request_options
@problems_option
@click.option("--explain", is_flag=True, help="Show what each signal adds to the score.")
@snapshots_option
@model_option
@json_option
def match_command(
    file: str,
    municipality: str | None,
    first: date | None,
    last: date | None,
    problems: Path | None,
    explain: bool,
    snapshots: Path,
    model: Path | None,
    as_json: bool,
) -> int:
    """Match the description in FILE to methods and experts.

    FILE is .docx, .pdf, .md or .txt, of at most 50 MB, or - for standard input.
    """
    text = read_description_file(file)
    searcher = open_searcher_at(snapshots, model)
    today = date.today()
    request = make_request(municipality, first, last, today, searcher.snapshot.registers)
    match = match_description(text, request, today, searcher, read_problems_file(problems))
    if as_json:
        from api.schemas.match import match_out

        click.echo(match_out(match).model_dump_json(indent=2, by_alias=True))
    else:
        _show(match, explain)
    return 0


def _show(match: Match, explain: bool) -> None:
    if match.masked:
        click.secho(masked_line(match.masked), fg="yellow")
    if not match.problems:
        click.echo("\n".join(question_lines(match.topics)))
    for number, problem in enumerate(match.problems, 1):
        _show_problem(number, problem, match.request.period, explain)


def _show_problem(number: int, match: ProblemMatch, period: Period, explain: bool) -> None:
    problem = match.problem
    click.echo("\n" + click.style(f"Problem {number}: {problem.title}", bold=True, underline=True))
    click.echo(quote(problem.paragraphs[0].text, "  "))
    click.echo("\n".join(_detail_lines(match)))
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


def _detail_lines(match: ProblemMatch) -> list[str]:
    details = match.details
    told = {"plats": details.place, "grupp": details.group, "tid": details.time}
    lines = [wrap(f"{label}: {'; '.join(q.text for q in quotes)}", "  ") for label, quotes in told.items() if quotes]
    if details.cause:
        return [*lines, quote(details.cause[0].text, "  orsak: ")]
    return [*lines, "  orsak: framgår inte. Frågor att börja med:", *(wrap(q, "    - ") for q in match.questions)]


def _show_method(mark: str, hit: Hit[Guidance], reasons: Mapping[str, Reason], explain: bool) -> None:
    document = hit.document
    click.echo(f"    {mark} {click.style(document.title, bold=True)}  [{document.slug}]")
    click.echo(f"      relevans {hit.relevance:.2f} · {advice_line(document)}")
    click.echo("\n".join(reason_lines(reasons[document.slug], "      ", explain)))


def _show_expert(match: ExpertMatch, reasons: Mapping[str, Reason], period: Period, explain: bool) -> None:
    expert = match.hit.document
    click.echo(f"    • {click.style(f'{expert.name}, {expert.organisation}', bold=True)}")
    free = "hela perioden" if match.availability.free == (period,) else ""
    free = free or ", ".join(period_text(stretch) for stretch in match.availability.free)
    invented = " (påhittat exempel)" if expert.availability_invented else ""
    click.echo(f"      passar {match.support.match:.2f} · ledig {free}, {expert.hours_per_month} tim/månad{invented}")
    if match.support.methods:
        click.echo(wrap(f"kan metoderna: {', '.join(match.support.methods)}", "      "))
    click.echo("\n".join(reason_lines(reasons[expert.slug], "      ", explain)))
