"""The problems of a request, each with everyone that could take it."""

import numpy as np
import pytest

from kb.matching.help_request import HelpRequest
from kb.staffing.needs import Need, find_area_needs, find_needs, list_experts, make_matrix
from tests.builders import TODAY
from tests.kb.matching.two_areas import (
    ANYBODY,
    BORAS,
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


def slugs_of(need: Need) -> list[str]:
    return [match.hit.document.slug for match in need.experts]


def test_each_problem_has_all_that_match_it_free_or_busy() -> None:
    many = [fire_expert(f"f{n}") for n in range(5)]
    searcher = open_two_areas(*many, drugs_expert("d"), fire_expert("away", unavailable=(MARCH,)))
    fire, drugs = find_needs(f"{FIRE}\n\n{NOTHING}\n\n{DRUGS}", ANYBODY, TODAY, searcher).needs
    assert (fire.problem.title, drugs.problem.title) == ("Eld", "Knark")
    assert slugs_of(fire) == ["away", "f0", "f1", "f2", "f3", "f4"]
    assert slugs_of(drugs) == ["d"]
    assert fire.experts[0].support.match == pytest.approx(MATCH)


def test_who_may_not_be_asked_is_not_there() -> None:
    far, partial = fire_expert("far", counties=("25",)), fire_expert("own", conflict_municipalities=("1490",))
    searcher = open_two_areas(far, partial, fire_expert("near"))
    (need,) = find_needs(FIRE, HelpRequest(municipality=BORAS, period=MARCH), TODAY, searcher).needs
    assert slugs_of(need) == ["near"]


def test_a_description_about_nothing_has_no_needs() -> None:
    found = find_needs(NOTHING, ANYBODY, TODAY, open_two_areas(fire_expert("f")))
    assert (found.needs, found.text) == ((), NOTHING)


def test_personal_data_is_masked_before_anything_reads_the_text() -> None:
    found = find_needs(f"{FIRE} Ring 070-174 06 71.", ANYBODY, TODAY, open_two_areas())
    assert found.masked == {"telefon": 1}
    assert "174" not in repr(found)


def test_a_problem_area_is_a_need_in_its_own_words() -> None:
    searcher = open_two_areas(fire_expert("f"), drugs_expert("d"))
    drugs, fire = find_area_needs(["narkotika", "brand"], ANYBODY, TODAY, searcher)
    assert (drugs.problem.title, drugs.problem.areas[0].slug) == ("Knark", "narkotika")
    assert (slugs_of(drugs), slugs_of(fire)) == (["d"], ["f"])
    with pytest.raises(KeyError):
        find_area_needs(["snatteri"], ANYBODY, TODAY, searcher)


def test_the_matrix_has_a_row_per_expert_and_nothing_where_one_does_not_match() -> None:
    searcher = open_two_areas(fire_expert("f"), both_expert("b"), drugs_expert("d"))
    needs = find_area_needs(["brand", "narkotika"], ANYBODY, TODAY, searcher)
    slugs = list_experts(needs)
    assert slugs == ("b", "d", "f")
    assert make_matrix(needs, slugs) == pytest.approx(np.array([[MATCH, MATCH], [0, MATCH], [MATCH, 0]]))
    assert make_matrix((), ()).shape == (0, 0)


def test_an_expert_that_does_not_match_is_not_found() -> None:
    searcher = open_two_areas(fire_expert("f"))
    (need,) = find_area_needs(["brand"], ANYBODY, TODAY, searcher)
    assert need.find_expert("f").hit.document.slug == "f"
    with pytest.raises(KeyError):
        need.find_expert("d")
