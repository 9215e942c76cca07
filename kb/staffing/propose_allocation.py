"""A proposal over open cases: beside what is asked for today, with what is decided by hand and what that costs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from kb.documents import Expert
from kb.matching.constraints import Constraint, find_excluded
from kb.progress import Progress, be_silent
from kb.search.searcher import Searcher
from kb.staffing.allocate_cases import CasesAllocation, tell_allocation
from kb.staffing.allocation import TIME_LIMIT_S, Allocation, allocate
from kb.staffing.assignment import NOBODY, POINTS, Uncovered, find_choices
from kb.staffing.by_hand import NOTHING_BY_HAND, ByHand
from kb.staffing.case import Case
from kb.staffing.case_demand import CaseDemand, decide_by_hand, make_case_demand
from kb.staffing.demand import IntArray
from kb.staffing.match_cases import MatchedCase, match_cases
from kb.staffing.outcome import Outcome, measure_outcome
from kb.staffing.quotas import NO_QUOTAS, Quotas


@dataclass(frozen=True, slots=True)
class NotKept:
    """An expert that a case was to have and has not, and why."""

    case_id: str
    expert: Expert
    why: Uncovered | Constraint


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationProposal:
    """found : with what is decided by hand; without : where nothing had been, None where nothing is

    as_asked : what those that are asked or booked today are worth to the cases, by the same measure
    choices : id of a case -> the experts that it could be given, best match first
    matched : what the cases came to, for another proposal of the same cases
    """

    found: CasesAllocation
    without: Allocation | None
    as_asked: Outcome
    not_kept: tuple[NotKept, ...]
    choices: Mapping[str, tuple[Expert, ...]]
    matched: tuple[MatchedCase, ...]

    @property
    def cost(self) -> float:
        """What is decided by hand costs of the sum of match times priority; below 0 when it happens to be better."""
        return 0.0 if self.without is None else self.without.best.total - self.found.allocation.best.total

    def cost_of(self, case: int) -> float:
        """What it costs the case at that place, in quality: below 0 for one that it serves better."""
        before = self.found.allocation if self.without is None else self.without
        return before.best.quality[case] - self.found.allocation.best.quality[case]


def propose_allocation(
    cases: Sequence[Case],
    searcher: Searcher,
    today: date,
    *,
    asked_today: Mapping[str, Collection[str]],
    by_hand: ByHand = NOTHING_BY_HAND,
    quotas: Quotas = NO_QUOTAS,
    worst_first: bool = False,
    time_limit_s: float = TIME_LIMIT_S,
    known: Mapping[Case, MatchedCase] | None = None,
    progress: Progress = be_silent,
) -> AllocationProposal:
    """The proposal for the cases.

    Parameters
    ----------
    asked_today : id of a case -> slugs of those that are asked or booked
    by_hand : of cases and experts that there are
    time_limit_s : for the allocation, and that without what is decided by hand, together
    known : as in `match_cases`; progress : told of matching, by case, and of allocating

    Raises
    ------
    CasesRejected : as `match_cases`
    """
    plain = make_case_demand(match_cases(cases, searcher, today, progress, known), today, quotas)
    decided = decide_by_hand(plain, by_hand) if by_hand else plain
    n_runs = 2 if by_hand else 1
    progress("allocating", 0, n_runs)
    found = allocate(decided.demand, decided.priorities, worst_first=worst_first, time_limit_s=time_limit_s / n_runs)
    progress("allocating", 1, n_runs)
    without = None
    if by_hand:
        without = allocate(
            plain.demand,
            plain.priorities,
            worst_first=worst_first,
            time_limit_s=time_limit_s / n_runs,
            start=found.best.expert_of,
        )
        progress("allocating", 2, n_runs)
    priorities = np.array(plain.priorities, np.int64)
    return AllocationProposal(
        found=tell_allocation(decided, _mark_nobody(decided, found, by_hand), searcher.snapshot.manifest.id),
        without=without,
        as_asked=measure_outcome(plain.demand, priorities, _assign_asked(plain, asked_today)),
        not_kept=tuple(_list_not_kept(decided, found, by_hand, searcher, today)),
        choices=_list_choices(plain),
        matched=plain.matched,
    )


def _mark_nobody(decided: CaseDemand, found: Allocation, by_hand: ByHand) -> Allocation:
    """The allocation, where what nobody is to have says that this was decided."""
    ids = decided.case_ids
    uncovered = {
        problem: "by_hand" if ids[decided.demand.case_of[problem]] in by_hand.nobody else why
        for problem, why in found.uncovered.items()
    }
    return replace(found, uncovered=uncovered)


def _assign_asked(plain: CaseDemand, asked_today: Mapping[str, Collection[str]]) -> IntArray:
    """Each problem to the one that matches it best of those that its case has asked."""
    demand, rows = plain.demand, {slug: row for row, slug in enumerate(plain.slugs)}
    expert_of = np.full(demand.n_problems, NOBODY, np.int64)
    for problem in range(demand.n_problems):
        slugs = asked_today.get(plain.case_ids[demand.case_of[problem]], ())
        asked = sorted(rows[slug] for slug in slugs if slug in rows)
        if asked and demand.match[asked, problem].max() > 0:
            expert_of[problem] = asked[int(demand.match[asked, problem].argmax())]
    return expert_of


def _list_choices(plain: CaseDemand) -> dict[str, tuple[Expert, ...]]:
    best: dict[int, dict[int, float]] = {}
    for expert, problem in find_choices(plain.demand).pairs:
        own = best.setdefault(int(plain.demand.case_of[problem]), {})
        own[expert] = max(own.get(expert, 0.0), float(plain.demand.match[expert, problem]))

    def order(own: Mapping[int, float]) -> list[int]:
        return sorted(own, key=lambda row: (-own[row], row))

    return {
        case_id: tuple(plain.experts[row] for row in order(best.get(case, {})))
        for case, case_id in enumerate(plain.case_ids)
    }


def _list_not_kept(
    decided: CaseDemand, found: Allocation, by_hand: ByHand, searcher: Searcher, today: date
) -> Iterator[NotKept]:
    demand, ids = decided.demand, decided.case_ids
    made = {(row, ids[case]) for row, case in zip(found.best.expert_of, demand.case_of, strict=True)}
    rows = {slug: row for row, slug in enumerate(decided.slugs)}
    for case_id, slug in by_hand.given.items():
        if (rows.get(slug, NOBODY), case_id) not in made:
            expert = searcher.snapshot.experts[slug]
            yield NotKept(case_id, expert, _tell_not_kept(decided, expert, ids.index(case_id), rows.get(slug), today))


def _tell_not_kept(
    decided: CaseDemand, expert: Expert, case: int, row: int | None, today: date
) -> Uncovered | Constraint:
    demand, request = decided.demand, decided.matched[case].help_request
    if excluded := find_excluded([expert], request, today):
        return excluded[0].constraint
    problems = np.flatnonzero(demand.case_of == case)
    if row is None or not (demand.match[row, problems] >= max(demand.floors[case], 1 / POINTS)).any():
        return "no_match"
    if demand.forbidden[row, case]:
        return "barred"
    own = ((row, problem) for problem in problems)
    return "taken" if set(find_choices(demand).pairs) & set(own) else "no_capacity"
