"""A problem sent back as it was found is as uncertain as before; the user may say which area it is about."""

import pytest

from kb.errors import AdjustmentRejected
from kb.problems.adjust import Adjustment
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from tests.kb.matching.two_areas import FIRE, open_two_areas


def adjust(**changed: object) -> Problem:
    (problem,) = read_problems(FIRE, open_two_areas(), [Adjustment(None, (0,), **changed)]).problems  # type: ignore[arg-type]
    return problem


def test_a_problem_of_the_users_is_sure_unless_it_is_sent_back_as_it_was_found() -> None:
    assert adjust().certainty == 1.0
    assert adjust(certainty=0.4).is_uncertain


def test_the_area_that_the_user_says_comes_first() -> None:
    assert adjust().areas[0].slug == "brand"
    assert (adjust(area="narkotika").areas[0].slug, adjust(area="narkotika").title) == ("narkotika", "Knark")


def test_a_cause_is_masked_and_kept() -> None:
    assert adjust(cause=" Ring 070-174 06 71. ").cause == "Ring [telefon]."


def test_an_area_that_does_not_exist_is_told() -> None:
    with pytest.raises(AdjustmentRejected, match=r"^problems\[0\]\.area: no problem area 'vatten'; send the slug"):
        adjust(area="vatten")
