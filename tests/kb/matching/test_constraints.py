"""Who may not be asked: the first constraint that an expert breaks."""

from typing import Any, get_args

import pytest

from kb.documents import Expert
from kb.matching.constraints import CONSTRAINTS, Constraint, find_excluded
from kb.matching.help_request import HelpRequest
from tests.builders import TODAY, make_expert
from tests.kb.matching.two_areas import ANYBODY, BORAS, MARCH

AT_BORAS = HelpRequest(municipality=BORAS, period=MARCH)
WITH_ALL = HelpRequest(municipality=BORAS, period=MARCH, form="digitalt", language="sv")


def exclude(*experts: Expert, help_request: HelpRequest = ANYBODY) -> list[tuple[str, Constraint]]:
    return [(e.expert.slug, e.constraint) for e in find_excluded(experts, help_request, TODAY)]


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"publication_review_by": TODAY.replace(day=TODAY.day - 1)}, "publication"),
        ({"publication_withdrawn": TODAY}, "publication"),
        ({"counties": ("01", "03")}, "reach"),
        ({"conflict_municipalities": ("1490",)}, "conflict"),
        ({"formats": ("på plats",)}, "form"),
        ({"languages": ("en",)}, "language"),
        ({"formats": ("på plats",), "languages": ("en",), "counties": ("01",)}, "reach"),
    ],
)
def test_who_may_not_be_asked_is_excluded_with_the_first_constraint(changed: dict[str, Any], constraint: str) -> None:
    assert exclude(make_expert("x", **changed), make_expert("y"), help_request=WITH_ALL) == [("x", constraint)]


def test_who_works_in_the_county_or_the_whole_country_may_be_asked() -> None:
    assert exclude(make_expert("a", counties=("14",)), make_expert("b"), help_request=AT_BORAS) == []


def test_without_a_municipality_reach_and_conflict_are_not_tested() -> None:
    assert exclude(make_expert("a", counties=("01",)), make_expert("b", conflict_municipalities=("1490",))) == []


def test_without_a_form_or_a_language_how_to_meet_is_not_tested() -> None:
    assert exclude(make_expert("a", formats=("på plats",)), make_expert("b", languages=("en",))) == []


def test_who_meets_in_both_forms_and_speaks_both_languages_may_be_asked() -> None:
    able = make_expert("a", formats=("på plats", "digitalt"), languages=("sv", "en"))
    assert (
        exclude(able, help_request=HelpRequest(municipality=None, period=MARCH, form="på plats", language="en")) == []
    )
    assert (
        exclude(able, help_request=HelpRequest(municipality=None, period=MARCH, form="digitalt", language="sv")) == []
    )


def test_every_constraint_has_its_line_in_the_table() -> None:
    assert tuple(CONSTRAINTS) == get_args(Constraint)
