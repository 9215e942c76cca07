"""`kb team`: the fewest experts for a description."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from api.reasons import tell_support
from cli.given.description_file import read_description_file
from cli.given.problems_file import problems_option, read_problems_file
from cli.given.request_options import request_options
from cli.settings import json_option, model_option, open_searcher_at, snapshots_option
from cli.shown.excluded import excluded_lines, excluded_option, find_excluded_experts
from cli.shown.progress import show_progress
from cli.shown.reasons import reason_lines
from cli.shown.stages import hours_text, stage_lines, uncovered_text
from cli.shown.text import masked_line, period_text, question_lines, wrap
from cli.today import read_today
from kb.matching.experts import MIN_MATCH, ExpertMatch
from kb.matching.help_request import make_help_request
from kb.staffing.form_team import HOURS_PER_PROBLEM, Member, TeamProblem, TeamProposal, form_team
from kb.staffing.team import TIME_LIMIT_S
from kb.vocabulary import MeetingFormat, SupportLanguage

N_ALTERNATES = 3


@click.command(
    "team", epilog="Example: kb team lagesbild.md --municipality Borås --from 2027-03-01 --to 2027-05-31 --hours 12"
)
@click.argument("file")
@request_options
@problems_option
@click.option(
    "--hours",
    type=click.FloatRange(0, 1000, min_open=True),
    default=HOURS_PER_PROBLEM,
    show_default=True,
    help="Hours that each problem takes.",
)
@click.option(
    "--min-match",
    type=click.FloatRange(MIN_MATCH, 1),
    default=MIN_MATCH,
    show_default=True,
    help="How well an expert must match to cover a problem.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, 600),
    default=TIME_LIMIT_S,
    show_default=True,
    help="Seconds to search for the best team; what is not proved by then is told.",
)
@excluded_option
@snapshots_option
@model_option
@json_option
def team_command(
    file: str,
    municipality: str | None,
    first: date | None,
    last: date | None,
    form: MeetingFormat | None,
    language: SupportLanguage | None,
    problems: Path | None,
    hours: float,
    min_match: float,
    time_limit: float,
    with_excluded: bool,
    snapshots: Path,
    model: Path | None,
    as_json: bool,
) -> int:
    """Form the smallest team for the description in FILE.

    As many of its problems as possible are covered, by as few experts as possible, with the best match. An expert
    takes a problem whole. FILE is .docx, .pdf, .md or .txt, or - for standard input.
    """
    text = read_description_file(file)
    searcher = open_searcher_at(snapshots, model)
    today = read_today()
    request = make_help_request(
        municipality, first, last, today, searcher.snapshot.registers, form=form, language=language
    )
    adjustments = read_problems_file(problems)
    team = form_team(
        text,
        request,
        today,
        searcher,
        adjustments,
        hours=hours,
        min_match=min_match,
        time_limit_s=time_limit,
        progress=show_progress,
    )
    excluded = find_excluded_experts(with_excluded, request, today, searcher)
    if as_json:
        from api.schemas.team import team_out

        click.echo(team_out(team, excluded=excluded).model_dump_json(indent=2, by_alias=True))
    else:
        click.echo("\n".join([*_tell(team), *excluded_lines(excluded)]))
    return 0


def _tell(team: TeamProposal) -> list[str]:
    masked = [click.style(masked_line(team.masked), fg="yellow")] if team.masked else []
    if not team.problems:
        return [*masked, *question_lines(team.topics)]
    n_covered = sum(problem.expert is not None for problem in team.problems)
    head = (
        f"{len(team.members)} {'expert' if len(team.members) == 1 else 'experter'} täcker {n_covered} av "
        f"{len(team.problems)} problem, {period_text(team.request.period)}, {hours_text(team.hours)} per problem"
    )
    lines = [*masked, click.style(head, bold=True), *stage_lines(team.stages)]
    for member in team.members:
        lines += ["", *_tell_member(member, team.problems)]
    uncovered = [problem for problem in team.problems if problem.uncovered]
    if uncovered:
        lines += ["", click.style("Utan expert", bold=True)]
        lines += [wrap(f"• {p.problem.title}: {uncovered_text(p.uncovered)}", "  ") for p in uncovered if p.uncovered]
    return lines


def _tell_member(member: Member, problems: Sequence[TeamProblem]) -> list[str]:
    expert = member.expert
    invented = " (påhittat exempel)" if expert.availability_invented else ""
    lines = [
        click.style(f"{expert.name}, {expert.organisation}", bold=True) + f"  [{expert.slug}]",
        f"  tar {hours_text(member.hours)}, har {hours_text(member.free_hours)} i perioden{invented}",
        f"  vägen in: {expert.way_in}",
    ]
    for position in member.problems:
        lines += _tell_problem(problems[position])
    return lines


def _tell_problem(found: TeamProblem) -> list[str]:
    lines = []
    if found.expert and found.reason:
        lines.append(f"  • {found.problem.title} (passar {found.expert.support.match:.2f})")
        if found.expert.support.methods:
            lines.append(wrap(f"kan metoderna: {', '.join(found.expert.support.methods)}", "    "))
        words = tell_support(found.expert.support, found.method_titles, "sv")
        lines += reason_lines(found.reason, words, "    ")
    alternates = "; ".join(_name(match) for match in found.alternates[:N_ALTERNATES])
    return [*lines, wrap(f"kan ersättas av: {alternates or 'ingen'}", "    ")]


def _name(match: ExpertMatch) -> str:
    expert = match.hit.document
    return f"{expert.name}, {expert.organisation} ({match.support.match:.2f})"
