"""Municipalities' cases to an allocation of the snapshot's experts, with what each case and each expert got."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kb.documents import Expert
from kb.matching.experts import ExpertMatch
from kb.matching.help_request import HelpRequest
from kb.matching.match import ProblemMatch
from kb.progress import Progress, be_silent
from kb.search.searcher import Searcher
from kb.staffing.allocation import TIME_LIMIT_S, Allocation, allocate
from kb.staffing.assignment import Uncovered
from kb.staffing.case import Case
from kb.staffing.case_demand import CaseDemand, make_case_demand
from kb.staffing.match_cases import match_cases
from kb.staffing.quotas import NO_QUOTAS, Quotas
from kb.staffing.ruled_out import tell_ruled_out


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """A problem and who takes it; without an expert, `uncovered` says why nobody does."""

    match: ProblemMatch
    expert: ExpertMatch | None
    uncovered: Uncovered | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSupport:
    """What a case got. quality : as in Outcome; masked : kind of personal data -> how many were masked."""

    case: Case
    help_request: HelpRequest
    problems: tuple[CaseProblem, ...]
    quality: float
    masked: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Load:
    """What an expert was given: hours in all, and the ids of its cases."""

    expert: Expert
    case_ids: tuple[str, ...]
    hours: float


@dataclass(frozen=True, slots=True)
class CasesAllocation:
    """cases in their order; loads by slug, of those that were given something."""

    cases: tuple[CaseSupport, ...]
    loads: tuple[Load, ...]
    allocation: Allocation
    snapshot_id: str


def allocate_cases(
    cases: Sequence[Case],
    searcher: Searcher,
    today: date,
    *,
    quotas: Quotas = NO_QUOTAS,
    worst_first: bool = False,
    time_limit_s: float = TIME_LIMIT_S,
    progress: Progress = be_silent,
) -> CasesAllocation:
    """The allocation of the snapshot's experts among the cases; worst_first and time_limit_s as in `allocate`.

    progress : told of matching, by case, and of allocating

    Raises
    ------
    CasesRejected : as `match_cases`
    """
    asked = make_case_demand(match_cases(cases, searcher, today, progress), today, quotas)
    progress("allocating", 0, 1)
    allocation = allocate(asked.demand, asked.priorities, worst_first=worst_first, time_limit_s=time_limit_s)
    progress("allocating", 1, 1)
    return tell_allocation(asked, allocation, searcher.snapshot.manifest.id)


def tell_allocation(asked: CaseDemand, allocation: Allocation, snapshot_id: str) -> CasesAllocation:
    """What each case and each expert gets of an allocation."""
    return CasesAllocation(_list_supports(asked, allocation), _list_loads(asked, allocation), allocation, snapshot_id)


def _list_supports(asked: CaseDemand, allocation: Allocation) -> tuple[CaseSupport, ...]:
    problems = [_staff(position, problem, asked, allocation) for position, problem in enumerate(asked.problems)]
    return tuple(
        CaseSupport(
            case=item.case,
            help_request=item.help_request,
            problems=tuple(problems[position] for position in np.flatnonzero(asked.demand.case_of == case)),
            quality=allocation.best.quality[case],
            masked=item.masked,
        )
        for case, item in enumerate(asked.matched)
    )


def _staff(position: int, match: ProblemMatch, asked: CaseDemand, allocation: Allocation) -> CaseProblem:
    row = allocation.best.expert_of[position]
    expert = None if row is None else match.experts.find(asked.experts[row].slug)
    return CaseProblem(match, expert, tell_ruled_out(match, allocation.uncovered.get(position)))


def _list_loads(asked: CaseDemand, allocation: Allocation) -> tuple[Load, ...]:
    loads, case_ids = [], asked.case_ids
    for row, expert in enumerate(asked.experts):
        held = [position for position, taker in enumerate(allocation.best.expert_of) if taker == row]
        if held:
            ids = dict.fromkeys(case_ids[asked.demand.case_of[position]] for position in held)
            loads.append(Load(expert, tuple(ids), float(asked.demand.hours[held].sum())))
    return tuple(loads)
