"""Experts listed for a municipality and a period: who may be asked, who is free, and what the counts say."""

from datetime import date
from typing import Any

import pytest

from kb.documents import Expert, Period
from kb.errors import FilterRejected, QueryRejected
from kb.matching.expert_list import ExpertList, ListedExpert, list_experts_for
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.search.facets import Filters
from tests.builders import TODAY
from tests.kb.matching.two_areas import (
    ANYBODY,
    BORAS,
    FIRE,
    MARCH,
    MATCH,
    NOTHING,
    both_expert,
    drugs_expert,
    fire_expert,
    open_two_areas,
)

AT_BORAS = HelpRequest(municipality=BORAS, period=MARCH)


@pytest.fixture
def listing() -> Any:
    def listing(
        *experts: Expert, text: str = "", help_request: HelpRequest = ANYBODY, filters: Filters | None = None
    ) -> ExpertList:
        matcher = Matcher(open_two_areas(*experts), help_request, TODAY)
        return list_experts_for(text, filters or {}, matcher)

    return listing


def slugs(listed: tuple[ListedExpert, ...]) -> list[str]:
    return [item.expert.slug for item in listed]


def test_without_a_text_all_are_listed_by_organisation_and_name(listing: Any) -> None:
    found = listing(fire_expert("a", organisation="Brå"), drugs_expert("b", organisation="Borås"))
    assert slugs(found.listed) == ["b", "a"]
    assert found.listed[0].support is None


def test_a_text_lists_those_that_match_it_with_their_reasons(listing: Any) -> None:
    found = listing(fire_expert("a"), drugs_expert("b"), both_expert("c"), text=FIRE)
    assert slugs(found.listed) == ["a", "c"]
    for item in found.listed:
        assert item.support.match == pytest.approx(MATCH)
        assert item.reason.description_passage == FIRE


def test_a_text_that_nobody_matches_lists_nobody(listing: Any) -> None:
    assert listing(fire_expert("a"), text=NOTHING).listed == ()


def test_a_text_without_a_word_is_refused(listing: Any) -> None:
    with pytest.raises(QueryRejected):
        listing(fire_expert("a"), text="?!")


def test_free_partly_free_and_busy_stand_apart_with_the_day_they_are_back(listing: Any) -> None:
    found = listing(
        fire_expert("busy", unavailable=(Period(date(2027, 2, 22), date(2027, 4, 4)),)),
        fire_expert("free", unavailable=(Period(date(2027, 4, 1), date(2027, 4, 4)),)),
        fire_expert("partly", unavailable=(Period(date(2027, 3, 1), date(2027, 3, 14)),)),
    )
    assert [slugs(found.in_state(state)) for state in ("free", "partly", "busy")] == [["free"], ["partly"], ["busy"]]
    assert found.in_state("busy")[0].availability.back == date(2027, 4, 5)
    assert found.in_state("partly")[0].availability.free == (Period(date(2027, 3, 15), date(2027, 3, 31)),)


def test_who_does_not_reach_the_municipality_or_has_a_conflict_with_it_is_not_listed(listing: Any) -> None:
    found = listing(
        fire_expert("here", counties=("14",)),
        fire_expert("country"),
        fire_expert("elsewhere", counties=("01",)),
        fire_expert("own", conflict_municipalities=("1490",)),
        help_request=AT_BORAS,
    )
    assert slugs(found.listed) == ["country", "here"]
    assert found.n_in_conflict == 1


def test_a_conflict_counts_only_for_whom_the_filters_let_through(listing: Any) -> None:
    own = fire_expert("own", conflict_municipalities=("1490",))
    found = listing(own, drugs_expert("x"), help_request=AT_BORAS, filters={"problem_area": ["narkotika"]})
    assert (slugs(found.listed), found.n_in_conflict) == (["x"], 0)


def test_a_profile_whose_publication_has_run_out_is_neither_listed_nor_counted(listing: Any) -> None:
    found = listing(fire_expert("a"), fire_expert("gone", publication_withdrawn=TODAY))
    assert slugs(found.listed) == ["a"]
    assert found.facets["problem_area"] == {"brand": 1}


def test_counts_tell_what_a_choice_would_give(listing: Any) -> None:
    experts = (fire_expert("a"), both_expert("b"), drugs_expert("c", formats=("på plats",)))
    found = listing(*experts, filters={"problem_area": ["brand"]})
    assert slugs(found.listed) == ["a", "b"]
    assert found.facets["problem_area"] == {"brand": 2, "narkotika": 2}  # its own filter is lifted
    assert found.facets["format"] == {"digitalt": 2}


def test_personal_data_in_the_text_is_masked_and_counted(listing: Any) -> None:
    found = listing(fire_expert("a"), text=f"{FIRE} Ring 070-174 06 71.")
    assert found.masked == {"telefon": 1}
    assert "070" not in found.listed[0].reason.description_passage


def test_a_filter_that_does_not_exist_is_refused(listing: Any) -> None:
    with pytest.raises(FilterRejected):
        listing(fire_expert("a"), filters={"shoe_size": ["43"]})
