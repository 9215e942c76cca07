"""What a plan costs, as far as it has been told."""

from dataclasses import dataclass

from kb.plans.working.action_plan import PlanMeasure


@dataclass(frozen=True, slots=True)
class Budget:
    """total : kronor of the measures whose cost is told; n_untold : measures whose cost is not"""

    total: int
    n_untold: int


def sum_budget(measures: tuple[PlanMeasure, ...]) -> Budget:
    """The budget of the measures that are given; the caller gives those that are chosen."""
    told = [measure.cost for measure in measures if measure.cost is not None]
    return Budget(sum(told), len(measures) - len(told))
