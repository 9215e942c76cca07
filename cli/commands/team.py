"""`kb team`: the fewest experts for a description."""

from collections.abc import Sequence

import click

from api.reasons import tell_support
from cli.given.described import MakeMatch, takes_match
from cli.given.problems_file import problems_option
from cli.given.request_options import request_options
from cli.settings import json_option, model_option, snapshots_option
from cli.shown.excluded import excluded_lines, excluded_option
from cli.shown.experts import name_expert, title_expert, way_in_line
from cli.shown.reasons import reason_lines
from cli.shown.stages import hours_text, stage_lines, uncovered_text
from cli.shown.text import masked_line, period_text, question_lines, wrap
from cli.shown.words import label, within
from kb.matching.experts import MIN_MATCH, ExpertMatch
from kb.staffing.form_team import HOURS_PER_PROBLEM, Member, TeamProblem, TeamProposal, form_team
from kb.staffing.team import TIME_LIMIT_S

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
@takes_match
def team_command(
    make_match: MakeMatch, hours: float, min_match: float, time_limit: float, with_excluded: bool, as_json: bool
) -> int:
    """Form the smallest team for the description in FILE.

    As many of its problems as possible are covered, by as few experts as possible, with the best match. An expert
    takes a problem whole. FILE is .docx, .odt, .xlsx, .ods, .csv, .pdf, .md or .txt, or - for standard input.
    """
    match = make_match()
    team = form_team(match, hours=hours, min_match=min_match, time_limit_s=time_limit)
    if as_json:
        from api.schemas.team import team_out

        click.echo(team_out(team, with_excluded=with_excluded).model_dump_json(indent=2, by_alias=True))
    else:
        click.echo("\n".join([*_tell(team), *(excluded_lines(match.excluded) if with_excluded else ())]))
    return 0


def _tell(team: TeamProposal) -> list[str]:
    match = team.match
    masked = [click.style(masked_line(match.reading.masked), fg="yellow")] if match.reading.masked else []
    if not team.problems:
        return [*masked, *question_lines(match.topics)]
    n_covered = sum(problem.expert is not None for problem in team.problems)
    head = (
        f"{len(team.members)} {'expert' if len(team.members) == 1 else 'experter'} täcker {n_covered} av "
        f"{len(team.problems)} problem, {period_text(match.help_request.period)}, {hours_text(team.hours)} per problem"
    )
    lines = [*masked, click.style(head, bold=True), *stage_lines(team.stages)]
    for member in team.members:
        lines += ["", *_tell_member(member, team.problems)]
    uncovered = [problem for problem in team.problems if problem.uncovered]
    if uncovered:
        lines += ["", click.style("Utan expert", bold=True)]
        lines += [
            wrap(f"• {p.match.problem.title}: {uncovered_text(p.uncovered)}", "  ") for p in uncovered if p.uncovered
        ]
    return lines


def _tell_member(member: Member, problems: Sequence[TeamProblem]) -> list[str]:
    expert = member.expert
    lines = [
        f"{title_expert(expert)}  [{expert.slug}]",
        f"  tar {hours_text(member.hours)}, {_tell_time(member)}",
        f"  {way_in_line(expert)}",
    ]
    for position in member.problems:
        lines += _tell_problem(problems[position])
    return lines


def _tell_time(member: Member) -> str:
    known = f"har {hours_text(member.free_hours)} i perioden"
    assumed = f"{within('ask_for_time')}, räknat med {hours_text(member.assumed_hours)}"
    if not member.assumed_hours:
        return known
    return f"{known}; resten: {assumed}" if member.free_hours else assumed


def _tell_problem(found: TeamProblem) -> list[str]:
    lines, reason = [], found.reason
    if found.expert and reason:
        lines.append(f"  • {found.match.problem.title} ({within('fits')} {found.expert.support.match:.2f})")
        if found.expert.support.methods:
            lines.append(wrap(f"{label('knows')} {', '.join(found.expert.support.methods)}", "    "))
        words = tell_support(found.expert.support, found.match.methods.titles, "sv")
        lines += reason_lines(reason, words, "    ")
    alternates = "; ".join(_name(match) for match in found.alternates[:N_ALTERNATES])
    return [*lines, wrap(f"{label('alternates')} {alternates or 'ingen'}", "    ")]


def _name(match: ExpertMatch) -> str:
    return f"{name_expert(match.hit.document)} ({match.support.match:.2f})"
