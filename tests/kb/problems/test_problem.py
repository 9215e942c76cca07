"""A problem: how sure it is, what it is named by, and which other area may be meant."""

from dataclasses import replace

from kb.problems.problem import RIVAL_SHARE, SURE, Problem
from kb.problems.units import Unit
from kb.search.answer import AreaMatch

FIRE, DRUGS = AreaMatch("brand", "Eld", 0.8), AreaMatch("narkotika", "Knark", 0.8 * RIVAL_SHARE)
PROBLEM = Problem(title="Eld", areas=(FIRE, DRUGS), units=(Unit(position=0, heading="", text="Det brinner."),))


def test_a_problem_is_uncertain_below_a_stated_certainty() -> None:
    assert not replace(PROBLEM, certainty=SURE).is_uncertain
    assert replace(PROBLEM, certainty=SURE - 0.01).is_uncertain


def test_a_problem_is_named_by_its_likeliest_area_until_somebody_names_it() -> None:
    assert PROBLEM.is_named_by_area
    assert not replace(PROBLEM, title="Torget").is_named_by_area


def test_the_second_area_is_a_rival_when_it_is_nearly_as_likely() -> None:
    assert PROBLEM.rival == DRUGS
    assert replace(PROBLEM, areas=(FIRE, replace(DRUGS, relevance=0.4))).rival is None
    assert replace(PROBLEM, areas=(FIRE,)).rival is None
