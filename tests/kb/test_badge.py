"""The evidence of a method for a problem: what the content says speaks for it, the same wherever it is shown."""

from kb.badge import find_badge, rate_for_area
from tests.builders import make_evidence, make_guidance

THEFT = make_evidence("god", outcome="Brott", year=2022, for_areas=("stold-inbrott",))
VIOLENCE = make_evidence("svag", outcome="Våld", for_areas=())
FEAR = make_evidence("begränsad", outcome="Otrygghet", for_areas=("otrygghet",))
LIGHTING = make_guidance("belysning", evidence=(VIOLENCE, THEFT, FEAR))


def test_the_outcome_that_speaks_for_the_area_counts_and_the_others_stand_beside() -> None:
    badge = find_badge(LIGHTING, "stold-inbrott")
    assert badge
    assert (badge.outcome, badge.rating, badge.effect, badge.certainty, badge.year) == (
        "Brott",
        "god",
        "minskar",
        "måttlig",
        2022,
    )
    assert badge.is_about_problem
    assert badge.others == (VIOLENCE, FEAR)
    assert rate_for_area(LIGHTING, "otrygghet") == "begränsad"


def test_without_one_the_method_is_not_assessed_for_it_and_its_main_outcome_is_named() -> None:
    badge = find_badge(LIGHTING, "narkotika")
    assert badge
    assert (badge.outcome, badge.rating, badge.problem_rating) == ("Brott", "god", None)
    assert not badge.is_about_problem
    assert rate_for_area(LIGHTING, "narkotika") is None


def test_where_no_problem_is_told_the_main_outcome_counts() -> None:
    badge = find_badge(LIGHTING, None)
    assert badge
    assert (badge.outcome, badge.is_about_problem) == ("Brott", True)
    assert rate_for_area(LIGHTING, None) == LIGHTING.rating == "god"


def test_what_is_not_assessed_has_no_badge() -> None:
    assert find_badge(make_guidance("a", evidence=()), "narkotika") is None
    assert rate_for_area(make_guidance("a", evidence=()), None) is None
