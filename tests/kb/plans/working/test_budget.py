"""What a plan costs."""

from kb.plans.working.budget import Budget, sum_budget
from tests.kb.plans.working.small_work import MEASURE, OWN, problem_with


def test_the_budget_is_the_sum_of_what_is_told_and_tells_what_is_not() -> None:
    problem = problem_with({f"{MEASURE}/decision": "chosen", f"{MEASURE}/cost": "25000", f"{OWN}/title": "Egen"})
    assert sum_budget(problem.chosen) == Budget(total=25_000, n_untold=1)
