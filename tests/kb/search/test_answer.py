"""A page of hits, the facets, the warnings, or that nothing fits."""

from dataclasses import replace
from math import exp

import pytest

from kb.errors import FilterRejected
from kb.search.answer import LIST_FLOOR
from kb.search.filtered_out import FilteredOut
from kb.search.searcher import Searcher
from tests.kb.models_by_hand import make_models
from tests.kb.search.small_searcher import BY_BODY, SHIPPED_QUERIES, open_small, slugs_of


@pytest.fixture
def small() -> Searcher:
    return open_small()


def test_hits_are_the_documents_above_the_floor_best_first_ties_by_slug(small: Searcher) -> None:
    found = small.search_guidance("eld")
    assert slugs_of(found.hits) == ["a", "d", "b"]
    assert [hit.relevance for hit in found.hits] == pytest.approx(
        [1 / (1 + exp(6 - 12)), 1 / (1 + exp(6 - 12)), 1 / (1 + exp(6 - 12 * 0.5**0.5))]
    )
    assert 1 / (1 + exp(6 - 12 * 0)) < LIST_FLOOR  # which is why c is not listed
    assert (found.is_answered, found.n_hits, found.snapshot_id) == (True, 3, "small")


def test_what_is_advised_against_is_shown_with_its_warning_never_among_hits(small: Searcher) -> None:
    found = small.search_guidance("eld", n=100)
    assert "warned" not in slugs_of(found.hits)
    assert slugs_of(found.advised_against) == ["warned"]
    assert small.search_guidance("rån").advised_against == ()


def test_the_warning_does_not_hang_on_how_hits_are_sorted(small: Searcher) -> None:
    found = small.search_guidance("eld", sort="evidence")
    assert slugs_of(found.advised_against) == ["warned"]


def test_a_filter_asking_for_what_is_advised_against_lists_nothing_but_warns(small: Searcher) -> None:
    found = small.search_guidance("eld", {"recommendation": ["avråds"]})
    assert (found.hits, found.n_hits) == ((), 0)
    assert slugs_of(found.advised_against) == ["warned"]


def test_pages_are_pieces_of_one_list(small: Searcher) -> None:
    first, second = small.search_guidance("eld", n=2), small.search_guidance("eld", first=2, n=2)
    assert (slugs_of(first.hits), slugs_of(second.hits)) == (["a", "d"], ["b"])
    assert first.n_hits == second.n_hits == 3
    assert small.search_guidance("eld", first=3).hits == ()


def test_sorted_by_evidence_the_best_rated_of_what_fits_comes_first(small: Searcher) -> None:
    assert slugs_of(small.search_guidance("eld", sort="evidence").hits) == ["b", "a", "d"]


def test_sorted_by_evidence_a_weak_hit_stays_behind_the_good_ones() -> None:
    strict = open_small(make_models(guidance=replace(BY_BODY, intercept=BY_BODY.intercept - 6)))  # b has 0.03
    assert slugs_of(strict.search_guidance("eld", sort="evidence").hits) == ["a", "d", "b"]


def test_filters_are_alternatives_within_a_facet_and_joint_between_facets(small: Searcher) -> None:
    assert slugs_of(small.search_guidance("eld", {"setting": ["hem"]}).hits) == ["d", "b"]
    assert slugs_of(small.search_guidance("eld", {"rating": ["stark", "svag"]}).hits) == ["a", "b"]
    assert slugs_of(small.search_guidance("eld", {"setting": ["hem"], "rating": ["stark"]}).hits) == ["b"]


def test_filters_that_leave_nothing_are_told_with_what_there_would_be_without_each(small: Searcher) -> None:
    found = small.search_guidance("eld", {"setting": ["skola"], "rating": ["stark"]})
    assert (found.is_answered, found.n_hits) == (True, 0)
    assert found.filtered_out == FilteredOut(3, {"setting": 1, "rating": 2}, {"rating": 3 - 1, "setting": 3 - 2})
    assert small.search_guidance("eld", {"rating": ["stark"]}).n_hits == 1
    assert small.search_guidance("eld", {"setting": ["skola"]}).n_hits == 2


def test_filters_are_not_blamed_where_something_is_left(small: Searcher) -> None:
    assert small.search_guidance("eld", {"rating": ["stark"]}).filtered_out is None
    assert small.search_guidance("eld", {"rating": ["stark"]}, first=5).filtered_out is None
    assert small.search_guidance("eld").filtered_out is None


def test_facets_count_the_hits_with_the_facets_own_filter_lifted(small: Searcher) -> None:
    facets = small.search_guidance("eld", {"setting": ["hem"]}).facets
    assert facets["setting"] == {"hem": 2, "skola": 2}
    assert facets["rating"] == {"stark": 1}
    assert small.search_guidance("eld").facets["setting"] == {"hem": 2, "skola": 2}


def test_facets_never_count_what_is_advised_against(small: Searcher) -> None:
    assert small.search_guidance("eld").facets["recommendation"] == {"prövas": 3}
    assert small.search_guidance("eld", {"target_group": ["unga"]}).facets["recommendation"] == {"prövas": 3}


def test_a_query_that_nothing_answers_is_refused_with_the_nearest_topics(small: Searcher) -> None:
    found = small.search_guidance("cykel")  # no cosine, so that relevance is 1 / (1 + exp(6)) for all
    assert (found.is_answered, found.hits, found.n_hits, found.advised_against) == (False, (), 0, ())
    assert not any(found.facets.values())
    assert [topic.slug for topic in found.topics] == ["narkotika"]


def test_a_filter_that_does_not_exist_is_rejected(small: Searcher) -> None:
    with pytest.raises(FilterRejected, match="unknown filter 'county'"):
        small.search_guidance("eld", {"county": ["14"]})
    with pytest.raises(FilterRejected, match="no document has setting 'skolan'"):
        small.search_guidance("eld", {"setting": ["skolan"]})


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_shipped_pages_join_to_the_whole_list(searcher: Searcher, query: str) -> None:
    whole = searcher.search_guidance(query, n=1000)
    paged = [searcher.search_guidance(query, first=first, n=4) for first in range(0, whole.n_hits, 4)]
    assert [hit.document.slug for page in paged for hit in page.hits] == slugs_of(whole.hits)
    assert len(whole.hits) == whole.n_hits
    relevances = [hit.relevance for hit in whole.hits]
    assert relevances == sorted(relevances, reverse=True)


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_a_shipped_facet_count_is_what_its_filter_gives_unless_all_of_that_is_weak(
    searcher: Searcher, query: str
) -> None:
    for value, n in searcher.search_guidance(query).facets["setting"].items():
        filtered = searcher.search_guidance(query, {"setting": [value]}, n=1000)
        assert filtered.n_hits == (n if filtered.is_answered else 0)
        assert all(value in hit.document.settings for hit in filtered.hits)
