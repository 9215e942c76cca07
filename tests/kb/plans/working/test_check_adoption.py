"""What lacks before a plan is adopted."""

from dataclasses import replace
from datetime import date

from kb.plans.working.check_adoption import list_lacks
from kb.plans.working.edit import write_fields
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import begin_plan
from tests.kb.plans.small_plan import MEASURE as PLANNED
from tests.kb.plans.small_plan import with_problem
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, PROBLEM, read_with

ADOPTED = date(2026, 12, 15)
WHOLE = {
    "statute/analys": "Bilaga 2",
    "statute/kartläggning": "Bilaga 1",
    f"{PROBLEM}/goal": "Färre köper narkotika på torget",
    f"{MEASURE}/decision": "chosen",
    f"{MEASURE}/responsible": "Fritidschefen",
    f"{MEASURE}/end": "2027-06-30",
    f"{MEASURE}/cost": "0",
    f"{INDICATOR}/decision": "chosen",
    f"{INDICATOR}/first": "2027-01-15",
}


def _keys(edits: dict[str, str]) -> list[str]:
    return [lack.key for lack in list_lacks(read_with(edits), ADOPTED)]


def test_a_whole_plan_lacks_nothing() -> None:
    assert _keys(WHOLE) == []


def test_a_plan_that_is_begun_lacks_what_the_law_asks_and_then_the_rest() -> None:
    lacks = list_lacks(read_with({}), ADOPTED)
    assert [(lack.key, lack.paragraph) for lack in lacks] == [
        ("part_of_description", "4 §"),
        ("part_of_description", "4 §"),
        ("no_measure", "5 §"),
        ("no_goal", ""),
        ("no_indicator", ""),
    ]
    assert lacks[2].path == f"{PROBLEM}/measures"
    assert lacks[2].about == "Torget"


def test_each_field_that_is_taken_out_of_a_whole_plan_is_told_with_its_place() -> None:
    for path in (f"{MEASURE}/responsible", f"{MEASURE}/end", f"{MEASURE}/cost", f"{INDICATOR}/first"):
        lacks = list_lacks(read_with({**WHOLE, path: ""}), ADOPTED)
        assert [lack.path for lack in lacks] == [path]


def test_a_follow_up_more_than_two_years_after_the_decision_is_too_late() -> None:
    assert _keys({**WHOLE, "follow_up": "2028-12-14"}) == []
    assert _keys({**WHOLE, "follow_up": "2028-12-15"}) == ["follow_up_late"]
    assert _keys({**WHOLE, "follow_up": "2026-12-15"}) == ["follow_up_past"]


def test_a_measure_that_ends_before_it_begins_is_told() -> None:
    assert _keys({**WHOLE, f"{MEASURE}/start": "2027-07-01"}) == ["end_before_start"]


def test_a_plan_of_which_everything_is_dropped_has_no_problem() -> None:
    assert _keys({**WHOLE, f"{PROBLEM}/decision": "dropped"}) == ["no_problem"]


def test_a_statutory_measure_that_is_dropped_is_told() -> None:
    draft = with_problem(measures=(PLANNED, replace(PLANNED, slug="lag", is_statutory=True)))
    plan = write_fields(begin_plan(draft), {**WHOLE, "problems/1/measures/lag/decision": "dropped"})
    assert [lack.key for lack in list_lacks(read_action_plan(plan), ADOPTED)] == ["statutory_dropped"]
