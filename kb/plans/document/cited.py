"""The sources of a plan, each once under its number."""

from collections.abc import Sequence

from kb.plans.plan import PlannedMeasure, PlannedSource
from kb.plans.working.action_plan import ActionPlan, PlanProblem


class Cited:
    """Sources in the order in which the plan first refers to them.

    Where two measures have the same address or, without one, the same title, it is one source.
    """

    def __init__(self, sources: Sequence[PlannedSource]) -> None:
        self._numbers: dict[str, int] = {}
        self.sources: list[PlannedSource] = []
        for source in sources:
            if _key(source) not in self._numbers:
                self.sources.append(source)
                self._numbers[_key(source)] = len(self.sources)

    def list_numbers(self, measure: PlannedMeasure) -> tuple[int, ...]:
        """Numbers of the measure's sources, lowest first."""
        return tuple(sorted({self._numbers[_key(source)] for source in measure.sources}))


def cite(plan: ActionPlan) -> Cited:
    """The sources of all that the document tells of a method."""
    return Cited([source for problem in plan.kept for m in list_told(problem) for source in m.sources])


def list_told(problem: PlanProblem) -> tuple[PlannedMeasure, ...]:
    """What of the draft's methods is told of: chosen ones, then what is advised against."""
    chosen = tuple(measure.planned for measure in problem.chosen if measure.planned)
    return *chosen, *(problem.planned.advised_against if problem.planned else ())


def _key(source: PlannedSource) -> str:
    return source.url or f"{source.publisher}: {source.title} {source.year}"
