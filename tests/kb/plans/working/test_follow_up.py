"""The follow-up, drafted from what has been measured."""

from datetime import date
from decimal import Decimal

import pytest

from kb.plans.working.follow_up import draft_follow_up, judge_goal
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, PROBLEM, problem_with, read_with

TODAY = date(2028, 11, 1)


@pytest.mark.parametrize(
    ("baseline", "target", "last", "outcome"),
    [
        ("40", "20", "20", "reached"),
        ("40", "20", "15", "reached"),
        ("40", "20", "30", "nearer"),
        ("40", "20", "40", "unchanged"),
        ("40", "20", "41", "farther"),
        ("60", "80", "70", "nearer"),
        ("60", "60", "60", "reached"),
        ("", "20", "20", "not_known"),
        ("40", "", "20", "not_known"),
        ("40", "20", "", "not_known"),
    ],
)
def test_a_goal_is_judged_by_its_last_value(baseline: str, target: str, last: str, outcome: str) -> None:
    written = {"baseline": baseline, "target": target, "value-2027-01-01": "99", "value-2028-01-01": last}
    if not last:
        del written["value-2027-01-01"]
    goal = problem_with({f"{PROBLEM}/{field}": text for field, text in written.items()}).goal
    assert judge_goal(goal) == outcome


def test_chosen_measures_are_counted_by_status_and_those_that_are_late_named() -> None:
    plan = read_with({f"{MEASURE}/decision": "chosen", f"{MEASURE}/end": "2027-06-30"})
    told = draft_follow_up(plan, TODAY)
    assert told.n_by_status == {"planned": 1, "begun": 0, "done": 0, "stopped": 0}
    assert [measure.title for measure in told.problems[0].late] == ["Nattvandring"]


def test_what_is_done_is_not_late() -> None:
    edits = {"decision": "chosen", "end": "2027-06-30", "status": "done"}
    told = draft_follow_up(read_with({f"{MEASURE}/{field}": text for field, text in edits.items()}), TODAY)
    assert told.problems[0].late == ()
    assert told.n_by_status["done"] == 1


def test_an_indicator_that_has_been_measured_twice_tells_its_change() -> None:
    edits = {"decision": "chosen", "value-2027-01-01": "12", "value-2028-01-01": "9,5"}
    told = draft_follow_up(read_with({f"{INDICATOR}/{field}": text for field, text in edits.items()}), TODAY)
    assert [course.change for course in told.problems[0].courses] == [Decimal("9.5") - Decimal(12)]
