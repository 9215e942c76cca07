"""The fewest experts that cover the problems of one request within their hours, exactly.

The goals in their order: as many problems as possible are covered, in the main field of who takes them where there is
such a one, by as few experts as possible, with the largest total match; what is equal then goes to those who are
preferred. Each is proved before the next is looked at, so that no goal is traded for a later one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kb.staffing.assignment import NOBODY, POINTS, Choices, Uncovered, find_choices, tell_uncovered
from kb.staffing.demand import CaseLimit, Demand, HourLimit, IntArray
from kb.staffing.greedy import assign_greedily
from kb.staffing.integer_program import Goal, Stage, make_program, solve_in_order

TIME_LIMIT_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who takes which problem of a request. Experts and problems are named by their positions in the match matrix.

    expert_of : one entry per problem, None where nobody has it
    uncovered : problem -> why nobody has it
    alternates : per problem, who could replace its expert while the others keep theirs, best match first
    hours : expert -> hours of the problems that it takes; its keys are the team
    stages : `problems covered`, `main fields` where these are told, `experts`, `total match` and, where some are
        preferred and some not, `known time`, each with the bound that was proved
    """

    expert_of: tuple[int | None, ...]
    uncovered: Mapping[int, Uncovered]
    alternates: tuple[tuple[int, ...], ...]
    hours: Mapping[int, float]
    stages: tuple[Stage, ...]

    @property
    def is_proved(self) -> bool:
        """Whether no better team exists; False when time ran out, then the stages tell how far off it may be."""
        return all(stage.is_proved for stage in self.stages)


def find_team(
    match: ArrayLike,
    hours_needed: ArrayLike,
    hours_available: ArrayLike,
    parallel_cases: ArrayLike,
    *,
    min_match: float,
    main_field: ArrayLike | None = None,
    preferred: ArrayLike | None = None,
    time_limit_s: float = TIME_LIMIT_S,
) -> Team:
    """The team for one request. An expert takes a problem whole, with all its hours.

    Parameters
    ----------
    match : (n_experts, n_problems) in [0, 1], 0 for who may not be asked; counted in whole ten-thousandths
    hours_needed : (n_problems,), at least 0; counted in whole minutes, rounded up
    hours_available : (n_experts,), at least 0: in the period of the request; whole minutes, rounded down
    parallel_cases : (n_experts,), whole numbers at least 0: how many more cases each can take; this request is one
    min_match : in [0, 1], what covers a problem; a match of 0 never does
    main_field : (n_experts, n_problems), 1 where the problem is in the expert's main field, else 0
    preferred : (n_experts,), 1 for whom to take of those who are equally good, as it is known that they have the time
    time_limit_s : for all goals together

    Raises
    ------
    ValueError : shapes that disagree, NaN, or a number out of its range

    >>> find_team([[0.9, 0.8], [1.0, 0.0]], [4, 4], [8, 8], [1, 1], min_match=0.5).expert_of
    (0, 0)
    """
    demand = _make_demand(match, hours_needed, hours_available, parallel_cases, min_match=min_match)
    choices = find_choices(demand)
    program = make_program(choices.rows, np.ones(choices.n_columns, np.int64))
    start = choices.write_columns(assign_greedily(choices, choices.match_points))
    solution = solve_in_order(program, _list_goals(choices, main_field, preferred), start, time_limit_s)
    return _make_team(choices, choices.read_columns(solution.x), solution.stages)


def _make_demand(
    match: ArrayLike,
    hours_needed: ArrayLike,
    hours_available: ArrayLike,
    parallel_cases: ArrayLike,
    *,
    min_match: float,
) -> Demand:
    matrix, hours, available = (np.asarray(values, np.float64) for values in (match, hours_needed, hours_available))
    if not matrix.size:
        matrix = matrix.reshape(len(available), len(hours))  # no experts or no problems: [] is enough
    return Demand(
        match=matrix,
        hours=hours,
        case_of=np.zeros(len(hours), np.int64),
        floors=np.array([min_match], np.float64),
        forbidden=np.zeros((len(matrix), 1), np.bool_),
        hour_limits=(HourLimit((0,), available),),
        case_limits=(CaseLimit((0,), np.asarray(parallel_cases)),),
    )


def _list_goals(choices: Choices, main_field: ArrayLike | None, preferred: ArrayLike | None) -> tuple[Goal, ...]:
    points, n_engagements = choices.match_points, len(choices.engagements)
    fields = None if main_field is None else np.asarray(main_field, np.int64)
    known = np.zeros(choices.demand.n_experts) if preferred is None else np.asarray(preferred, np.int64)
    at_hand = np.array([known[expert] for expert, _ in choices.pairs], np.int64)
    mains = np.zeros_like(points) if fields is None else np.array([fields[pair] for pair in choices.pairs], np.int64)
    return (
        Goal("problems covered", _weigh(np.ones_like(points), n_engagements, 0)),
        *([Goal("main fields", _weigh(mains, n_engagements, 0))] if mains.any() else []),
        Goal("experts", _weigh(np.zeros_like(points), n_engagements, -1), scale=-1),
        Goal("total match", _weigh(points, n_engagements, 0), scale=POINTS),
        *([Goal("known time", _weigh(at_hand, n_engagements, 0))] if 0 < at_hand.sum() < len(at_hand) else []),
    )


def _weigh(pairs: IntArray, n_engagements: int, engagement: int) -> IntArray:
    return np.concatenate([pairs, np.full(n_engagements, engagement, np.int64)])


def _make_team(choices: Choices, expert_of: IntArray, stages: tuple[Stage, ...]) -> Team:
    demand = choices.demand
    given = {int(e): float(demand.hours[expert_of == e].sum()) for e in np.unique(expert_of[expert_of != NOBODY])}
    return Team(
        expert_of=tuple(None if expert == NOBODY else int(expert) for expert in expert_of),
        uncovered=tell_uncovered(demand, expert_of),
        alternates=tuple(_find_alternates(choices, expert_of, problem) for problem in range(demand.n_problems)),
        hours=given,
        stages=stages,
    )


def _find_alternates(choices: Choices, expert_of: IntArray, problem: int) -> tuple[int, ...]:
    """Those that could have the problem instead, all else as it is; best match first, ties by position."""
    if expert_of[problem] == NOBODY:
        return ()
    program = make_program(choices.rows, np.ones(choices.n_columns, np.int64))
    found = []
    for expert in (e for e, p in choices.pairs if p == problem and e != expert_of[problem]):
        changed = expert_of.copy()
        changed[problem] = expert
        if program.allows(choices.write_columns(changed)):
            found.append(expert)
    return tuple(sorted(found, key=lambda expert: (-choices.demand.match[expert, problem], expert)))
