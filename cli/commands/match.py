"""`kb match`: methods and experts for a description."""

import click

from api.reasons import tell_parts, tell_support
from cli.given.described import MakeMatch, takes_match
from cli.given.problems_file import problems_option
from cli.given.request_options import lacks_option, request_options
from cli.settings import json_option, model_option, snapshots_option
from cli.shown.excluded import excluded_lines, excluded_option
from cli.shown.experts import name_expert, time_text, title_expert
from cli.shown.filtered_out import count_experts, filtered_out_lines
from cli.shown.reasons import quote, reason_lines
from cli.shown.text import advice_line, day_text, masked_line, period_text, question_lines, urgent_lines, wrap
from cli.shown.words import WORDS, label, within
from kb.documents import Guidance, Period
from kb.matching.experts import ExpertMatch
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match, ProblemMatch
from kb.matching.requirements import Requirement
from kb.plans.labels import SWEDISH
from kb.problems.problem import Problem
from kb.search.describe import Hit


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
@takes_match
def match_command(make_match: MakeMatch, explain: bool, with_excluded: bool, as_json: bool) -> int:
    """Match the description in FILE to methods and experts.

    FILE is .docx, .odt, .xlsx, .ods, .csv, .pdf, .md or .txt, of at most 50 MB, or - for standard input.
    """
    match = make_match()
    if as_json:
        from api.schemas.matching.match import match_out

        click.echo(match_out(match, with_excluded=with_excluded).model_dump_json(indent=2, by_alias=True))
        return 0
    _show(match, explain)
    if with_excluded:
        click.echo("\n".join(excluded_lines(match.excluded)))
    return 0


def _show(match: Match, explain: bool) -> None:
    for line in urgent_lines(match.reading.urgent):
        click.echo(line)
    if match.reading.masked:
        click.secho(masked_line(match.reading.masked), fg="yellow")
    for hit in match.warned:
        click.secho(wrap(f"{WORDS['warned_plan']} {hit.document.title}. {hit.document.summary}", ""), fg="red")
    if not match.problems:
        click.echo("\n".join(question_lines(match.topics)))
    for number, problem in enumerate(match.problems, 1):
        _show_problem(number, problem, match.help_request, explain)


def _show_problem(number: int, match: ProblemMatch, help_request: HelpRequest, explain: bool) -> None:
    problem, period = match.problem, help_request.period
    click.echo("\n" + click.style(f"Problem {number}: {problem.title}", bold=True, underline=True))
    if problem.is_uncertain:
        click.secho(wrap(f"{WORDS['uncertain_heading']} {_ask(problem)}", "  "), fg="yellow")
    click.echo(quote(problem.units[0].text, "  "))
    click.echo("\n".join(_detail_lines(match)))
    click.echo(f"\n  {WORDS['methods']}")
    for hit in match.methods.suggested:
        _show_method("•", hit, match, explain)
    if not match.methods.suggested:
        click.echo(f"    {WORDS['no_methods']}")
    for hit in match.methods.gaps:
        _show_method("?", hit, match, explain)
    for hit in match.methods.advised_against:
        click.secho(f"    {WORDS['advised_against_here']}", fg="red")
        _show_method("!", hit, match, explain)
    click.echo(f"\n  {WORDS['experts']}, {period_text(period)}")
    for expert in match.experts.suggested:
        _show_expert(expert, match, period, explain)
    if not match.experts.suggested:
        click.echo("\n".join([f"    {WORDS['no_experts']}", *_filtered_out_lines(match, help_request)]))
    for expert in match.experts.busy:
        back = expert.availability.back
        until = f", åter {day_text(back)}" if back else ""
        click.echo(wrap(f"Skulle passa men är upptagen{until}: {name_expert(expert.hit.document)}", "    "))


def _ask(problem: Problem) -> str:
    """What would make the reading sure."""
    if problem.rival:
        return WORDS["uncertain_which"].format(first=problem.areas[0].title, second=problem.rival.title)
    return WORDS["uncertain_is_it"].format(title=problem.title)


def _filtered_out_lines(match: ProblemMatch, help_request: HelpRequest) -> list[str]:
    town, period = help_request.municipality, help_request.period
    given = {
        "municipality": f"--municipality {town.name}" if town else "",
        "form": f"--form {help_request.form}" if help_request.form else "",
        "language": f"--language {help_request.language}" if help_request.language else "",
        "period": f"--from {period.first} --to {period.last}",
    }
    options = {name: option for name, option in given.items() if option}
    return filtered_out_lines(match.experts_filtered_out, "filtered_out_choices", options, count_experts, "    ")


def _detail_lines(match: ProblemMatch) -> list[str]:
    details = match.details
    told = {"told_place": details.place, "told_group": details.group, "told_time": details.time}
    lines = [wrap(f"{label(key)} {'; '.join(q.text for q in quotes)}", "  ") for key, quotes in told.items() if quotes]
    if match.problem.cause:
        return [*lines, wrap(f"{label('told_cause')} {match.problem.cause}", "  ")]
    if details.cause:
        return [*lines, quote(details.cause[0].text, f"  {label('told_cause')} ")]
    return [*lines, f"  {SWEDISH.no_cause}", *(wrap(q, "    - ") for q in match.questions)]


def _show_method(mark: str, hit: Hit[Guidance], match: ProblemMatch, explain: bool) -> None:
    document = hit.document
    click.echo(f"    {mark} {click.style(document.title, bold=True)}  [{document.slug}]")
    click.echo(
        wrap(
            f"{within('relevance')} {hit.relevance:.2f} · {advice_line(document, match.problem.areas[0].slug)}",
            "      ",
        )
    )
    if match.requirements[document.slug]:
        click.echo(
            wrap(f"{label('requires')} {'; '.join(map(_requirement, match.requirements[document.slug]))}", "      ")
        )
    words = tell_parts(hit.parts, "sv")
    click.echo("\n".join(reason_lines(match.reasons.give(hit), words, "      ", explain)))


def _requirement(asked: Requirement) -> str:
    size = f" (kommunen har {asked.population} invånare, {asked.population_year})" if asked.population else ""
    return asked.text + size + (f" ({label('you_lack')} {', '.join(asked.lacks)})" if asked.lacks else "")


def _show_expert(found: ExpertMatch, match: ProblemMatch, period: Period, explain: bool) -> None:
    expert = found.hit.document
    click.echo(f"    • {title_expert(expert)}")
    click.echo(f"      {within('fits')} {found.support.match:.2f} · {time_text(expert, found.availability, period)}")
    if found.support.methods:
        click.echo(wrap(f"{label('knows')} {', '.join(found.support.methods)}", "      "))
    words = tell_support(found.support, match.methods.titles, "sv")
    click.echo("\n".join(reason_lines(match.reasons.give(found.hit), words, "      ", explain)))
