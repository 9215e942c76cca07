"""A plan with only the methods and experts that are wanted in it."""

from collections.abc import Callable
from dataclasses import replace

from kb.plans.plan import Plan, PlannedProblem


def choose_suggestions(plan: Plan, is_wanted: Callable[[int, str], bool]) -> Plan:
    """The plan without the measures and experts that are not wanted; warnings and gaps stay.

    is_wanted : position of a problem from 0, slug of a method or expert -> whether it stays
    """
    problems = (_choose(position, problem, is_wanted) for position, problem in enumerate(plan.problems))
    return replace(plan, problems=tuple(problems))


def _choose(position: int, problem: PlannedProblem, is_wanted: Callable[[int, str], bool]) -> PlannedProblem:
    return replace(
        problem,
        measures=tuple(measure for measure in problem.measures if is_wanted(position, measure.slug)),
        experts=tuple(expert for expert in problem.experts if is_wanted(position, expert.slug)),
    )
