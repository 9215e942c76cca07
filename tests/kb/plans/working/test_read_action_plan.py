"""A plan that is worked on as it reads: everything is proposed, and nothing is chosen until somebody chooses it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.plans.working.edit import write_fields
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import begin_plan
from tests.kb.plans.small_plan import MEASURE as PLANNED
from tests.kb.plans.small_plan import with_problem
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, OWN, PROBLEM, problem_with, read_with

FIVE = tuple(replace(PLANNED, slug=slug) for slug in "abcde")


def test_a_plan_that_is_begun_has_nothing_chosen() -> None:
    problem = problem_with({})
    assert problem.chosen == ()
    assert [(item.decision, item.is_chosen) for item in problem.indicators] == [(None, False)] * 2
    assert [expert.is_chosen for expert in problem.experts] == [False]


def test_the_three_best_are_proposed() -> None:
    plan = read_action_plan(begin_plan(with_problem(measures=FIVE)))
    assert [measure.is_proposed for measure in plan.problems[0].measures] == [True, True, True, False, False]


def test_of_those_that_nothing_is_decided_of_the_three_best_are_proposed() -> None:
    edits = {"problems/1/measures/a/decision": "chosen", "problems/1/measures/b/decision": "dropped"}
    plan = read_action_plan(write_fields(begin_plan(with_problem(measures=FIVE)), edits))
    assert [measure.is_proposed for measure in plan.problems[0].measures] == [False, False, True, True, True]


def test_a_measure_has_what_is_written_of_it() -> None:
    edits = {"decision": "chosen", "responsible": "Fritidschefen", "end": "2027-06-30", "cost": "5000"}
    measure = problem_with({f"{MEASURE}/{field}": text for field, text in edits.items()}).chosen[0]
    assert (measure.title, measure.responsible) == ("Nattvandring", "Fritidschefen")
    assert (measure.end, measure.cost) == (date(2027, 6, 30), 5000)


def test_a_measure_of_the_municipalitys_own_is_chosen_until_it_is_dropped() -> None:
    written = {f"{OWN}/title": "Egen åtgärd"}
    assert [measure.title for measure in problem_with(written).chosen] == ["Egen åtgärd"]
    assert problem_with({**written, f"{OWN}/decision": "dropped"}).chosen == ()


def test_own_measures_stand_last_in_the_order_they_were_made() -> None:
    written = {f"{PROBLEM}/measures/own-000{n}/title": str(n) for n in (2, 1)}
    assert [measure.title for measure in problem_with(written).measures] == ["Nattvandring", "1", "2"]


def test_an_own_problem_has_its_own_measures() -> None:
    plan = read_with(
        {"problems/own-0001/title": "Buskörning", "problems/own-0001/measures/own-0002/title": "Farthinder"}
    )
    assert [problem.title for problem in plan.problems] == ["Torget", "Buskörning"]
    assert plan.problems[1].chosen[0].title == "Farthinder"


def test_the_cause_is_what_the_municipality_writes_else_the_words_of_its_description() -> None:
    assert problem_with({}).cause == "Ingen vuxen\när där."
    assert problem_with({f"{PROBLEM}/cause": "Mörkt"}).cause == "Mörkt"


def test_an_indicator_has_its_values_oldest_first() -> None:
    written = {f"{INDICATOR}/value-2028-01-01": "7", f"{INDICATOR}/value-2027-01-01": "12,5"}
    indicator = problem_with({**written, f"{INDICATOR}/remark-2027-06-01": "Ej mätt"}).indicators[0]
    assert indicator.values == ((date(2027, 1, 1), Decimal("12.5")), (date(2028, 1, 1), Decimal(7)))
    assert [told.remark for told in indicator.measurings] == ["", "Ej mätt", ""]


def test_a_dropped_problem_is_out_of_the_plan_with_its_measures() -> None:
    plan = read_with({f"{PROBLEM}/decision": "dropped", f"{MEASURE}/decision": "chosen"})
    assert plan.kept == ()
    assert plan.chosen == ()


def test_problems_stand_by_priority() -> None:
    plan = read_with({"problems/own-0001/title": "B", "problems/own-0001/priority": "1"})
    assert [problem.title for problem in plan.kept] == ["B", "Torget"]
