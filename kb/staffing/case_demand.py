"""Matched cases as numbers: what each asks for, what experts can give, and what is decided by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from kb.documents import Expert
from kb.matching.match import ProblemMatch
from kb.staffing.by_hand import ByHand
from kb.staffing.capacity import find_case_limits, find_hour_limits
from kb.staffing.demand import BoolArray, Demand
from kb.staffing.match_cases import MatchedCase
from kb.staffing.match_matrix import list_candidates, make_matrix
from kb.staffing.quotas import Quotas, find_county_limits, find_expert_cases, find_expert_hours


@dataclass(frozen=True, slots=True, eq=False)
class CaseDemand:
    """matched and experts name the positions of the demand, problems those of its problems."""

    matched: tuple[MatchedCase, ...]
    experts: tuple[Expert, ...]
    demand: Demand

    @property
    def problems(self) -> tuple[ProblemMatch, ...]:
        return tuple(problem for item in self.matched for problem in item.problems)

    @property
    def priorities(self) -> list[int]:
        return [item.case.priority for item in self.matched]

    @property
    def case_ids(self) -> list[str]:
        return [item.case.id for item in self.matched]

    @property
    def slugs(self) -> list[str]:
        return [expert.slug for expert in self.experts]


def make_case_demand(matched: Sequence[MatchedCase], today: date, quotas: Quotas) -> CaseDemand:
    """What the cases ask for of everyone that may be given any of their problems."""
    problems = [problem for item in matched for problem in item.problems]
    experts = list_candidates(problems)
    periods = [item.help_request.period for item in matched]
    sizes = [len(item.problems) for item in matched]
    towns = [item.help_request.municipality for item in matched]
    shape = len(experts), len(matched)
    demand = Demand(
        match=make_matrix(problems, experts),
        hours=np.repeat([item.case.hours for item in matched], sizes).astype(np.float64),
        case_of=np.repeat(np.arange(len(matched)), sizes),
        floors=np.array([item.case.floor for item in matched], np.float64),
        forbidden=_tabulate([[expert.slug in item.case.not_experts for item in matched] for expert in experts], shape),
        hour_limits=(*find_hour_limits(experts, periods, today), *find_expert_hours(quotas, *shape)),
        case_limits=(*find_case_limits(experts, periods), *find_expert_cases(quotas, *shape)),
        shared_limits=find_county_limits(quotas, [town.county_code if town else None for town in towns]),
    )
    return CaseDemand(tuple(matched), experts, demand)


def decide_by_hand(asked: CaseDemand, by_hand: ByHand) -> CaseDemand:
    """The same where what is decided by hand is ruled out, or wanted."""
    rows = {slug: row for row, slug in enumerate(asked.slugs)}
    cases = {case_id: place for place, case_id in enumerate(asked.case_ids)}
    closed = [[case_id in by_hand.nobody or slug in by_hand.out for case_id in cases] for slug in rows]
    given = [(rows[slug], cases[case_id]) for case_id, slug in by_hand.given.items() if slug in rows]
    forbidden = asked.demand.forbidden | _tabulate(closed, (len(rows), len(cases)))
    return replace(asked, demand=replace(asked.demand, forbidden=forbidden, wanted=tuple(given)))


def _tabulate(values: list[list[bool]], shape: tuple[int, int]) -> BoolArray:
    return np.array(values, np.bool_).reshape(shape)
