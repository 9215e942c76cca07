"""What a saved plan says of the size of its problems."""

from kb.national.expected.interval import Interval
from kb.national.expected.plan_sizes import size_plan
from tests.kb.plans.working.small_work import MEASURE, PROBLEM, work_with


def test_a_goal_that_begins_from_a_number_is_a_size() -> None:
    (sized,) = size_plan("p", work_with({f"{PROBLEM}/baseline": "40,5", f"{PROBLEM}/goal_number": "Anmälda rån"}))
    size = sized.size
    assert (size.area, size.measure, size.values) == ("narkotika", "Anmälda rån", Interval(40.5, 40.5))
    assert (size.origin, size.plan_id, size.years) == ("plan", "p", None)


def test_without_words_for_what_is_counted_the_problem_names_it() -> None:
    (sized,) = size_plan("p", work_with({f"{PROBLEM}/baseline": "4"}))
    assert sized.size.measure == "Torget"


def test_no_number_one_below_zero_and_a_problem_that_is_dropped_are_no_size() -> None:
    assert size_plan("p", work_with({})) == []
    assert size_plan("p", work_with({f"{PROBLEM}/baseline": "-4"})) == []
    assert size_plan("p", work_with({f"{PROBLEM}/baseline": "4", f"{PROBLEM}/decision": "dropped"})) == []


def test_a_problem_of_the_municipalitys_own_is_of_no_known_area() -> None:
    assert size_plan("p", work_with({"problems/own-0001/title": "Båtar", "problems/own-0001/baseline": "4"})) == []


def test_what_a_chosen_method_costs_is_known() -> None:
    edits = {f"{PROBLEM}/baseline": "4", f"{MEASURE}/cost": "100000"}
    assert size_plan("p", work_with(edits))[0].kronor == {}
    (sized,) = size_plan("p", work_with({**edits, f"{MEASURE}/decision": "chosen"}))
    assert sized.kronor == {"nattvandring": 100_000}
