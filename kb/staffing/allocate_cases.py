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
from kb.staffing.capacity import find_case_limits, find_hour_limits
from kb.staffing.case import Case
from kb.staffing.demand import Demand
from kb.staffing.match_cases import MatchedCase, match_cases
from kb.staffing.match_matrix import list_candidates, make_matrix


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
    matched = match_cases(cases, searcher, today, progress)
    experts = list_candidates([problem for item in matched for problem in item.problems])
    demand = _make_demand(matched, experts, today)
    priorities = [case.priority for case in cases]
    progress("allocating", 0, 1)
    allocation = allocate(demand, priorities, worst_first=worst_first, time_limit_s=time_limit_s)
    progress("allocating", 1, 1)
    return CasesAllocation(
        _list_supports(matched, demand, allocation, experts),
        _list_loads(cases, demand, allocation, experts),
        allocation,
        searcher.snapshot.manifest.id,
    )


def _make_demand(matched: Sequence[MatchedCase], experts: Sequence[Expert], today: date) -> Demand:
    periods = [item.help_request.period for item in matched]
    problems = [problem for item in matched for problem in item.problems]
    sizes = [len(item.problems) for item in matched]
    forbidden = [[expert.slug in item.case.not_experts for item in matched] for expert in experts]
    return Demand(
        match=make_matrix(problems, experts),
        hours=np.repeat([item.case.hours for item in matched], sizes).astype(np.float64),
        case_of=np.repeat(np.arange(len(matched)), sizes),
        floors=np.array([item.case.floor for item in matched], np.float64),
        forbidden=np.array(forbidden, np.bool_).reshape(len(experts), len(matched)),
        hour_limits=find_hour_limits(experts, periods, today),
        case_limits=find_case_limits(experts, periods),
    )


def _list_supports(
    matched: Sequence[MatchedCase], demand: Demand, allocation: Allocation, experts: Sequence[Expert]
) -> tuple[CaseSupport, ...]:
    every = [problem for item in matched for problem in item.problems]
    problems = [_staff(position, problem, allocation, experts) for position, problem in enumerate(every)]
    return tuple(
        CaseSupport(
            case=item.case,
            help_request=item.help_request,
            problems=tuple(problems[position] for position in np.flatnonzero(demand.case_of == case)),
            quality=allocation.best.quality[case],
            masked=item.masked,
        )
        for case, item in enumerate(matched)
    )


def _staff(position: int, match: ProblemMatch, allocation: Allocation, experts: Sequence[Expert]) -> CaseProblem:
    row = allocation.best.expert_of[position]
    expert = None if row is None else match.experts.find(experts[row].slug)
    return CaseProblem(match, expert, allocation.uncovered.get(position))


def _list_loads(
    cases: Sequence[Case], demand: Demand, allocation: Allocation, experts: Sequence[Expert]
) -> tuple[Load, ...]:
    loads = []
    for row, expert in enumerate(experts):
        held = [position for position, taker in enumerate(allocation.best.expert_of) if taker == row]
        if held:
            ids = dict.fromkeys(cases[demand.case_of[position]].id for position in held)
            loads.append(Load(expert, tuple(ids), float(demand.hours[held].sum())))
    return tuple(loads)
