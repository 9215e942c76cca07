"""Demands small enough to try every assignment of, their limits checked from their meaning and not from the program."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from kb.staffing.assignment import NOBODY
from kb.staffing.demand import CaseLimit, Demand, HourLimit, SharedLimit

HALF_HOURS = st.integers(0, 8).map(lambda n: n / 2)
MATCHES = st.one_of(st.just(0.0), st.integers(1, 100).map(lambda n: n / 100))


def make_demand(match: ArrayLike, **changed: Any) -> Demand:
    """One case that takes an hour of each problem, of experts with hours and cases enough, floor 0.3."""
    matrix = np.array(match, np.float64)
    n_experts, n_problems = matrix.shape
    case_of = np.array(changed.get("case_of", [0] * n_problems), np.int64)
    n_cases = changed.get("n_cases", int(case_of.max(initial=0)) + 1)
    every = tuple(range(n_cases))
    return Demand(
        match=matrix,
        hours=np.array(changed.get("hours", [1] * n_problems), np.float64),
        case_of=case_of,
        floors=np.array(changed.get("floors", [0.3] * n_cases), np.float64),
        forbidden=np.array(changed.get("forbidden", [[False] * n_cases] * n_experts), np.bool_).reshape(
            n_experts, n_cases
        ),
        hour_limits=changed.get(
            "hour_limits", (HourLimit(every, np.array(changed.get("given", [100] * n_experts), np.float64)),)
        ),
        case_limits=changed.get(
            "case_limits", (CaseLimit(every, np.array(changed.get("parallel", [100] * n_experts), np.int64)),)
        ),
        shared_limits=changed.get("shared_limits", ()),
        wanted=changed.get("wanted", ()),
    )


@st.composite
def demands(draw: st.DrawFn, max_cases: int = 3) -> Demand:
    """At most 3 experts, 5 problems and max_cases cases; limits over all cases, and over a part of them, and what is
    wanted by hand, at most one expert a case."""
    n_experts, n_cases = draw(st.integers(0, 3)), draw(st.integers(1, max_cases))
    n_problems = draw(st.integers(0, 5 if n_experts < 3 else 4))

    def many(values: st.SearchStrategy[Any], n: int) -> list[Any]:
        return draw(st.lists(values, min_size=n, max_size=n))

    def part() -> tuple[int, ...]:
        return tuple(sorted(draw(st.sets(st.integers(0, n_cases - 1)))))

    every = tuple(range(n_cases))
    return Demand(
        match=np.array(many(MATCHES, n_experts * n_problems), np.float64).reshape(n_experts, n_problems),
        hours=np.array(many(HALF_HOURS, n_problems), np.float64),
        case_of=np.array(many(st.integers(0, n_cases - 1), n_problems), np.int64),
        floors=np.array(many(st.sampled_from([0.0, 0.3, 0.5]), n_cases), np.float64),
        forbidden=np.array(many(st.booleans(), n_experts * n_cases), np.bool_).reshape(n_experts, n_cases)
        & np.array(many(st.booleans(), n_experts * n_cases), np.bool_).reshape(n_experts, n_cases),
        hour_limits=tuple(
            HourLimit(cases, np.array(many(HALF_HOURS, n_experts), np.float64)) for cases in (every, part()) if cases
        ),
        case_limits=tuple(
            CaseLimit(cases, np.array(many(st.integers(0, 3), n_experts), np.int64))
            for cases in (every, part())
            if cases
        ),
        shared_limits=tuple(
            SharedLimit(part(), draw(st.none() | HALF_HOURS), draw(st.none() | st.integers(0, 2)))
            for _ in range(draw(st.integers(0, 2)))
        ),
        wanted=tuple(
            (draw(st.integers(0, n_experts - 1)), case) for case in part() if n_experts and draw(st.booleans())
        ),
    )


def is_feasible(demand: Demand, expert_of: Sequence[int]) -> bool:
    """Whether an assignment keeps floors, conflicts, hours, cases and quotas."""
    made = [(e, p, int(demand.case_of[p])) for p, e in enumerate(expert_of) if e != NOBODY]
    for expert, problem, case in made:
        match = demand.match[expert, problem]
        if match == 0 or match < demand.floors[case] or demand.forbidden[expert, case]:
            return False
    for expert in range(demand.n_experts):
        for hours in demand.hour_limits:
            if sum(demand.hours[p] for e, p, c in made if e == expert and c in hours.cases) > hours.hours[expert]:
                return False
        for cases in demand.case_limits:
            if len({c for e, _, c in made if e == expert and c in cases.cases}) > cases.n_cases[expert]:
                return False
    for shared in demand.shared_limits:
        inside = [(problem, case) for _, problem, case in made if case in shared.cases]
        if shared.hours is not None and sum(demand.hours[problem] for problem, _ in inside) > shared.hours:
            return False
        if shared.n_cases is not None and len({case for _, case in inside}) > shared.n_cases:
            return False
    return True


def every_assignment(demand: Demand) -> Iterator[tuple[int, ...]]:
    """All that are feasible, that of nobody to anything included."""
    for expert_of in product(range(NOBODY, demand.n_experts), repeat=demand.n_problems):
        if is_feasible(demand, expert_of):
            yield expert_of


def total_points(demand: Demand, expert_of: Sequence[int], priorities: Sequence[int]) -> int:
    """Ten-thousandths of match, each times the priority of its case."""
    return sum(
        round(demand.match[e, p] * 10_000) * priorities[int(demand.case_of[p])]
        for p, e in enumerate(expert_of)
        if e != NOBODY
    )
