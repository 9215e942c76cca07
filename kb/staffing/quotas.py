"""How much any one expert may take, and any one county be given, whatever room there is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kb.staffing.demand import CaseLimit, HourLimit, SharedLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotas:
    """In one allocation, at most; None where there is no quota. Hours at least 0, cases whole numbers at least 0."""

    cases_per_expert: int | None = None
    hours_per_expert: float | None = None
    cases_per_county: int | None = None
    hours_per_county: float | None = None


NO_QUOTAS = Quotas()


def find_expert_hours(quotas: Quotas, n_experts: int, n_cases: int) -> tuple[HourLimit, ...]:
    if quotas.hours_per_expert is None or not n_cases:
        return ()
    return (HourLimit(tuple(range(n_cases)), np.full(n_experts, quotas.hours_per_expert, np.float64)),)


def find_expert_cases(quotas: Quotas, n_experts: int, n_cases: int) -> tuple[CaseLimit, ...]:
    if quotas.cases_per_expert is None or not n_cases:
        return ()
    return (CaseLimit(tuple(range(n_cases)), np.full(n_experts, quotas.cases_per_expert, np.int64)),)


def find_county_limits(quotas: Quotas, counties: Sequence[str | None]) -> tuple[SharedLimit, ...]:
    """counties : code of each case's county, None for a case of no municipality, which no county's quota counts"""
    if quotas.cases_per_county is None and quotas.hours_per_county is None:
        return ()
    cases_of: dict[str, list[int]] = defaultdict(list)
    for case, county in enumerate(counties):
        if county is not None:
            cases_of[county].append(case)
    return tuple(
        SharedLimit(tuple(cases), quotas.hours_per_county, quotas.cases_per_county)
        for _, cases in sorted(cases_of.items())
    )
