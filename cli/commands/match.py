"""`kb match`: methods and experts for a description."""

from datetime import date
from pathlib import Path

import click

from api.reasons import tell_parts, tell_support
from cli.given.description_file import read_description_file
from cli.given.problems_file import problems_option, read_problems_file
from cli.given.request_options import lacks_option, request_options
from cli.settings import json_option, model_option, open_searcher_at, snapshots_option
from cli.shown.excluded import excluded_lines, excluded_option, find_excluded_experts
from cli.shown.progress import show_progress
from cli.shown.reasons import quote, reason_lines
from cli.shown.text import advice_line, masked_line, period_text, question_lines, wrap
from cli.today import read_today
from kb.documents import Guidance, Period
from kb.matching.experts import ExpertMatch
from kb.matching.help_request import make_help_request
from kb.matching.match import Match, ProblemMatch, match_description
from kb.matching.requirements import Lack, Requirement
from kb.search.searcher import Hit
from kb.vocabulary import MeetingFormat, SupportLanguage


@click.command(
    "match", epilog="Example: kb match lagesbild.docx --municipality Borås --from 2027-03-01 --to 2027-03-31"
)
@click.argument("file")
@request_options
@problems_option
@lacks_option
@click.option("--explain", is_flag=True, help="Show what each signal adds to the score.")
@excluded_option
@snapshots_option
@model_option
@json_option
def match_command(
    file: str,
    municipality: str | None,
    first: date | None,
    last: date | None,
    form: MeetingFormat | None,
    language: SupportLanguage | None,
    problems: Path | None,
    lacks: tuple[Lack, ...],
    explain: bool,
    with_excluded: bool,
    snapshots: Path,
    model: Path | None,
    as_json: bool,
) -> int:
    """Match the description in FILE to methods and experts.

    FILE is .docx, .pdf, .md or .txt, of at most 50 MB, or - for standard input.
    """
    text = read_description_file(file)
    searcher = open_searcher_at(snapshots, model)
    today = read_today()
    request = make_help_request(
        municipality, first, last, today, searcher.snapshot.registers, lacks, form=form, language=language
    )
    match = match_description(text, request, today, searcher, read_problems_file(problems), show_progress)
    excluded = find_excluded_experts(with_excluded, request, today, searcher)
    if as_json:
        from api.schemas.matching.match import match_out

        click.echo(match_out(match, excluded=excluded).model_dump_json(indent=2, by_alias=True))
    else:
        _show(match, explain)
        click.echo("\n".join(excluded_lines(excluded)), nl=bool(excluded))
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
        _show_method("•", hit, match, explain)
    if not match.methods.suggested:
        click.echo("    Ingen metod i kunskapsbanken passar tillräckligt bra.")
    for hit in match.methods.gaps:
        _show_method("?", hit, match, explain)
    for hit in match.methods.advised_against:
        click.secho("    AVRÅDS, men texten liknar det:", fg="red")
        _show_method("!", hit, match, explain)
    click.echo(f"\n  Experter, lediga {period_text(period)}")
    for expert in match.experts.free:
        _show_expert(expert, match, period, explain)
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


def _show_method(mark: str, hit: Hit[Guidance], match: ProblemMatch, explain: bool) -> None:
    document = hit.document
    click.echo(f"    {mark} {click.style(document.title, bold=True)}  [{document.slug}]")
    rated = match.methods.ratings.get(document.slug)
    click.echo(wrap(f"relevans {hit.relevance:.2f} · {advice_line(document, rated)}", "      "))
    if match.requirements[document.slug]:
        click.echo(wrap(f"kräver: {'; '.join(map(_requirement, match.requirements[document.slug]))}", "      "))
    words = tell_parts(hit.parts, "sv")
    click.echo("\n".join(reason_lines(match.reasons[document.slug], words, "      ", explain)))


def _requirement(asked: Requirement) -> str:
    size = f" (kommunen har {asked.population} invånare, {asked.population_year})" if asked.population else ""
    return asked.text + size + (f" (ni saknar: {', '.join(asked.lacks)})" if asked.lacks else "")


def _show_expert(found: ExpertMatch, match: ProblemMatch, period: Period, explain: bool) -> None:
    expert, free = found.hit.document, found.availability.free
    days = "hela perioden" if free == (period,) else ", ".join(period_text(stretch) for stretch in free)
    invented = " (påhittat exempel)" if expert.availability_invented else ""
    click.echo(f"    • {click.style(f'{expert.name}, {expert.organisation}', bold=True)}")
    click.echo(f"      passar {found.support.match:.2f} · ledig {days}, {expert.hours_per_month} tim/månad{invented}")
    if found.support.methods:
        click.echo(wrap(f"kan metoderna: {', '.join(found.support.methods)}", "      "))
    titles = {hit.document.slug: hit.document.title for hit in match.methods.suggested}
    words = tell_support(found.support, titles, "sv")
    click.echo("\n".join(reason_lines(match.reasons[expert.slug], words, "      ", explain)))
