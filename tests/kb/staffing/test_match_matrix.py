"""Matched problems as the matrix that teams and allocations are worked out from."""

import numpy as np
import pytest

from kb.matching.matcher import Matcher
from kb.staffing.match_matrix import list_candidates, make_matrix
from tests.builders import TODAY
from tests.kb.matching.two_areas import (
    ANYBODY,
    DRUGS,
    FIRE,
    MARCH,
    MATCH,
    NOTHING,
    both_expert,
    drugs_expert,
    fire_expert,
    open_two_areas,
)


def test_the_matrix_has_a_row_per_expert_and_nothing_where_one_does_not_match() -> None:
    searcher = open_two_areas(fire_expert("f"), both_expert("b"), drugs_expert("d"))
    problems = Matcher(searcher, ANYBODY, TODAY).match(f"{FIRE}\n\n{NOTHING}\n\n{DRUGS}").problems
    experts = list_candidates(problems)
    assert [expert.slug for expert in experts] == ["b", "d", "f"]
    assert make_matrix(problems, experts) == pytest.approx(np.array([[MATCH, MATCH], [0, MATCH], [MATCH, 0]]))


def test_all_that_match_are_candidates_free_or_busy() -> None:
    many = [fire_expert(f"f{n}") for n in range(5)]
    searcher = open_two_areas(*many, fire_expert("away", unavailable=(MARCH,)))
    problems = Matcher(searcher, ANYBODY, TODAY).match(FIRE).problems
    assert [expert.slug for expert in list_candidates(problems)] == ["away", "f0", "f1", "f2", "f3", "f4"]


def test_no_problems_are_an_empty_matrix() -> None:
    assert list_candidates(()) == ()
    assert make_matrix((), ()).shape == (0, 0)
