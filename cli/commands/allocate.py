"""`kb allocate`: experts allocated among many cases."""

from pathlib import Path

import click

from cli.given.told import open_told_searcher_at
from cli.settings import json_option, model_option, snapshots_option
from cli.shown.experts import name_expert
from cli.shown.progress import show_progress
from cli.shown.stages import hours_text, stage_lines, uncovered_text
from cli.shown.tables import Table, table_as_text
from cli.shown.text import masked_line, period_text, wrap
from cli.shown.words import WORDS, within
from cli.today import read_today
from kb.documents import Expert
from kb.errors import CasesRejected
from kb.staffing.allocate_cases import CaseProblem, CasesAllocation, CaseSupport, allocate_cases
from kb.staffing.allocation import TIME_LIMIT_S
from kb.staffing.capacity import ASSUMED_HOURS_PER_MONTH
from kb.staffing.outcome import Outcome


@click.command("allocate", epilog="Example: kb allocate docs/examples/cases.json --worst-first")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--worst-first", is_flag=True, help="Lift the case that is worst served before the total.")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, 600),
    default=TIME_LIMIT_S,
    show_default=True,
    help="Seconds to search for the best allocation; what is not proved by then is told.",
)
@snapshots_option
@model_option
@json_option
def allocate_command(
    file: Path, worst_first: bool, time_limit: float, snapshots: Path, model: Path | None, as_json: bool
) -> int:
    """Allocate the experts among the cases of FILE, beside what greedy would do.

    The goals in their order: as few cases as possible get nothing; those that must go without have the lowest
    priority; with --worst-first the worst served case is lifted; the total of match times priority is as large as
    possible.

    \b
    FILE is JSON: {"cases": [CASE, ...], "quotas": {}, "worst_first": false}. A CASE has
      id            required, letters, digits and . _ -; no personal data
      text          the municipality's own words; or else
      problems      slugs of problem areas: ["nyrekrytering", "oppna-drogscener"]
      municipality  name or code; leaves out who may not advise it or does not reach it
      from, to      2027-03-01; default today, and 90 days after from
      hours         what each problem takes; default 8
      priority      1, 2 or 3; 3 goes first, and its match counts three times; default 1
      form          på plats or digitalt; leaves out who cannot meet so
      language      sv or en; leaves out who does not speak it
      floor         the least match that the case may be given, 0.3 to 1; default 0.3
      not_experts   slugs of experts that it may not have
    \b
    quotas, at most in all: cases_per_expert, hours_per_expert, cases_per_county, hours_per_county
    """
    from api.given.cases_file import read_cases
    from api.schemas.allocation import allocation_out, case_of
    from api.schemas.quotas import quotas_of

    body = read_cases(_read(file), file.name)
    searcher = open_told_searcher_at(snapshots, model, "allocate")
    found = allocate_cases(
        [case_of(case) for case in body.cases],
        searcher,
        read_today(),
        quotas=quotas_of(body.quotas),
        worst_first=worst_first or body.worst_first,
        time_limit_s=time_limit,
        progress=show_progress,
    )
    if as_json:
        click.echo(allocation_out(found).model_dump_json(indent=2, by_alias=True))
    else:
        click.echo("\n".join(_tell(found)))
    return 0


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise CasesRejected(f"{file.name}: no such file; give a JSON file, as docs/examples/cases.json is")
    return file.read_bytes()


def _tell(found: CasesAllocation) -> list[str]:
    lines = [table_as_text(_compare(found)), "", *stage_lines(found.allocation.stages)]
    for support in found.cases:
        lines += ["", *_tell_case(support)]
    return [*lines, "", table_as_text(_list_loads(found))]


def _compare(found: CasesAllocation) -> Table:
    best, greedy = found.allocation.best, found.allocation.greedy
    n_cases, n_problems = len(found.cases), len(best.expert_of)
    return Table(
        f"{n_cases} ärenden, {n_problems} problem",
        "Bästa fördelningen enligt målen, bredvid den giriga som alltid tar det bästa par som är kvar.",
        ("", "bästa", "giriga"),
        (
            ("ärenden utan stöd", str(best.n_with_nothing), str(greedy.n_with_nothing)),
            ("problem med expert", str(best.n_covered), str(greedy.n_covered)),
            ("sämst ställda ärendet", _worst(best), _worst(greedy)),
            ("passar, summa gånger prioritet", f"{best.total:.2f}", f"{greedy.total:.2f}"),
        ),
    )


def _worst(outcome: Outcome) -> str:
    return "-" if outcome.worst is None else f"{outcome.worst:.2f}"


def _tell_case(support: CaseSupport) -> list[str]:
    case, town = support.case, support.help_request.municipality
    name = f"{case.id}, {town.name}" if town else case.id
    period, hours = period_text(support.help_request.period), hours_text(case.hours)
    head = f"prioritet {case.priority} · {period} · {hours} per problem · stödet passar {support.quality:.2f}"
    lines = [click.style(name, bold=True), f"  {head}"]
    if support.masked:
        lines.append(click.style(wrap(masked_line(support.masked), "  "), fg="yellow"))
    if not support.problems:
        lines.append("  inget i beskrivningen handlar om ett problemområde: säg vad som händer, var och varför")
    return [*lines, *(wrap(_tell_problem(problem), "  ") for problem in support.problems)]


def _tell_problem(found: CaseProblem) -> str:
    if found.expert is None:
        return f"– {found.match.problem.title}: {uncovered_text(found.uncovered)}" if found.uncovered else ""
    expert = name_expert(found.expert.hit.document)
    return f"• {found.match.problem.title}: {expert} ({found.expert.support.match:.2f})"


def _list_loads(found: CasesAllocation) -> Table:
    rows = [(hours_text(load.hours), ", ".join(load.case_ids), _tell_expert(load.expert)) for load in found.loads]
    return Table("Experter", _tell_loads(found), ("timmar", "ärenden", "expert"), tuple(rows))


def _tell_loads(found: CasesAllocation) -> str:
    """What the hours are, and what is assumed where organisations have said nothing."""
    told = "Timmar i alla ärenden tillsammans."
    if all(load.expert.availability for load in found.loads):
        return told
    return f"{told} {WORDS['assumed_note'].format(hours=ASSUMED_HOURS_PER_MONTH)}"


def _tell_expert(expert: Expert) -> str:
    return name_expert(expert) if expert.availability else f"{name_expert(expert)}, {within('ask_for_time')}"
