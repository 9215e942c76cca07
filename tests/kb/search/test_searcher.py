"""Search: exact on a few documents, whole on the shipped ones."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

import pytest

from kb.documents import Guidance, Phrasings
from kb.errors import FilterRejected, QueryRejected, SnapshotMismatch
from kb.models.models import Models
from kb.search.answer import LIST_FLOOR
from kb.search.describe import Hit
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from tests.builders import make_area, make_evidence, make_expert, make_guidance, make_section
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher, make_snapshot

EMBEDDER = AxisEmbedder("eld", "knark", "rån")


def slugs_of(hits: Sequence[Hit[Guidance]]) -> list[str]:
    return [hit.document.slug for hit in hits]


BY_BODY = weigh(intercept=-6, threshold=0.5, cosine_body=12)
BY_MEANING = make_models(guidance=BY_BODY, experts=BY_BODY)
"""Relevance follows the cosine of a document's body alone: 1 / (1 + exp(6 - 12 cosine))."""


def open_small(models: Models = BY_MEANING) -> Searcher:
    """For the query `eld`: a and d say that alone (cosine 1), b one thing more (0.71), c something else (0)."""
    return make_searcher(
        EMBEDDER,
        [
            make_guidance("a", text="eld", evidence=(make_evidence("svag"),), settings=("skola",)),
            make_guidance("b", text="eld, knark", evidence=(make_evidence("stark"),), settings=("hem",)),
            make_guidance("c", text="rån", evidence=(make_evidence("stark"),), settings=("skola", "hem")),
            make_guidance("d", text="eld", evidence=(), settings=("skola", "hem")),
            make_guidance("warned", text="eld", recommendation="avråds", evidence=()),
        ],
        models=models,
    )


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
    strict = open_small(make_models(guidance=replace(BY_BODY, threshold=0.95)))  # b has 0.92
    assert slugs_of(strict.search_guidance("eld", sort="evidence").hits) == ["a", "d", "b"]


def test_filters_are_alternatives_within_a_facet_and_joint_between_facets(small: Searcher) -> None:
    assert slugs_of(small.search_guidance("eld", {"setting": ["hem"]}).hits) == ["d", "b"]
    assert slugs_of(small.search_guidance("eld", {"rating": ["stark", "svag"]}).hits) == ["a", "b"]
    assert slugs_of(small.search_guidance("eld", {"setting": ["hem"], "rating": ["stark"]}).hits) == ["b"]


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


@pytest.mark.parametrize("text", ["", "?!"])
def test_a_query_without_a_word_is_rejected(small: Searcher, text: str) -> None:
    with pytest.raises(QueryRejected):
        small.search_guidance(text)


def test_a_filter_that_does_not_exist_is_rejected(small: Searcher) -> None:
    with pytest.raises(FilterRejected, match="unknown filter 'county'"):
        small.search_guidance("eld", {"county": ["14"]})
    with pytest.raises(FilterRejected, match="no document has setting 'skolan'"):
        small.search_guidance("eld", {"setting": ["skolan"]})


def test_a_hit_carries_its_three_best_passages_marked_and_none_of_its_phrasings() -> None:
    sections = (
        make_section("Evidens", "Om rån."),
        make_section("I korthet", "Om eld."),
        make_section("Så gör ni", "Eld och knark."),
        make_section("Följ upp", "Om knark."),
    )
    document = make_guidance("a", "Brand", sections=sections, asked_as=Phrasings(("eld",), ()))
    (hit,) = make_searcher(EMBEDDER, [document], models=BY_MEANING).search_guidance("eld").hits
    assert [passage.heading for passage in hit.passages][:2] == ["I korthet", "Så gör ni"]
    assert len(hit.passages) == 3
    best = hit.passages[0]
    assert (best.anchor, best.text, best.highlights) == ("i-korthet", "Om eld.", ((3, 6),))


def test_an_area_counts_by_its_rating_and_a_secondary_one_half() -> None:
    every_area_08 = weigh(intercept=log(0.8 / 0.2))
    searcher = make_searcher(
        EMBEDDER,
        [
            make_guidance("a", primary_areas=(), secondary_areas=("narkotika",)),
            make_guidance("b", primary_areas=("narkotika",)),
            make_guidance("c", primary_areas=()),
        ],
        models=make_models(problem_areas=every_area_08, guidance=weigh(areas=1.0)),
    )
    hits = searcher.search_guidance("eld").hits
    assert slugs_of(hits) == ["b", "a", "c"]
    assert [hit.parts["areas"] for hit in hits] == pytest.approx([0.8, 0.8 / 2, 0.0])


def test_topics_are_the_three_best_rated_areas() -> None:
    models = make_models(problem_areas=weigh(cosine_title=4, intercept=-2))
    areas = [make_area("bränder", "Eld"), make_area("droger", "Knark"), make_area("övrigt"), make_area("rån", "Rån")]
    searcher = make_searcher(EMBEDDER, [make_guidance("a", primary_areas=())], areas=areas, models=models)
    topics = searcher.search_guidance("knark").topics
    assert [topic.slug for topic in topics] == ["droger", "bränder", "övrigt"]
    assert topics[0].title == "Knark"
    assert topics[0].relevance == pytest.approx(1 / (1 + exp(2 - 4)))


def test_experts_are_found_by_their_profile_and_filtered() -> None:
    experts = [
        make_expert("a", sections=(make_section("Kan hjälpa till med", "eld"),), counties=("14",)),
        make_expert("b", sections=(make_section("Kan hjälpa till med", "eld"),)),
        make_expert("c", sections=(make_section("Kan hjälpa till med", "rån"),)),
    ]
    searcher = make_searcher(EMBEDDER, experts=experts, models=BY_MEANING)
    found = searcher.search_experts("eld")
    assert [hit.document.slug for hit in found.hits] == ["a", "b"]
    assert found.facets["county"] == {"14": 1, "hela landet": 1}
    assert [hit.document.slug for hit in searcher.search_experts("eld", {"county": ["14"]}).hits] == ["a"]


def test_experts_are_listed_by_organisation_and_name() -> None:
    experts = [
        make_expert("a", organisation="Polisen", name="B"),
        make_expert("b", organisation="Brå", name="C", formats=("på plats",)),
        make_expert("c", organisation="Brå", name="A"),
    ]
    searcher = make_searcher(EMBEDDER, experts=experts)
    assert [expert.slug for expert in searcher.list_experts({})] == ["c", "b", "a"]
    assert [expert.slug for expert in searcher.list_experts({"format": ["digitalt"]})] == ["c", "a"]


def test_a_collection_without_documents_answers_nothing() -> None:
    searcher = make_searcher(EMBEDDER, [make_guidance("a")])
    found = searcher.search_experts("eld")
    assert (found.is_answered, found.hits) == (False, ())
    assert searcher.list_experts({}) == []


def test_a_snapshot_of_another_model_is_refused() -> None:
    with pytest.raises(SnapshotMismatch, match="built with model axes@eld-knark-rån, the configured one is axes@eld;"):
        open_searcher(make_snapshot(EMBEDDER), AxisEmbedder("eld"), BY_MEANING)


def test_a_word_is_telling_when_few_guidance_passages_hold_it() -> None:
    documents = [make_guidance(f"d{i}", "Kommun", "kommun") for i in range(20)]
    searcher = make_searcher(EMBEDDER, [*documents, make_guidance("e", "Kommun", "snatteri")])
    assert searcher.is_telling("snatteri")
    assert not searcher.is_telling("kommun")


SHIPPED_QUERIES = [
    "ungar som kör epa på torget",
    "öppen narkotikaförsäljning vid stationen",
    "äldre luras i telefon",
    "fängelsebesök för att skrämma unga",
]


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_shipped_pages_join_to_the_whole_list(searcher: Searcher, query: str) -> None:
    whole = searcher.search_guidance(query, n=1000)
    paged = [searcher.search_guidance(query, first=first, n=4) for first in range(0, whole.n_hits, 4)]
    assert [hit.document.slug for page in paged for hit in page.hits] == slugs_of(whole.hits)
    assert len(whole.hits) == whole.n_hits
    relevances = [hit.relevance for hit in whole.hits]
    assert relevances == sorted(relevances, reverse=True)


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_shipped_parts_add_up_to_the_log_odds_of_relevance(searcher: Searcher, query: str) -> None:
    for hit in searcher.search_guidance(query).hits:
        log_odds = log(hit.relevance / (1 - hit.relevance))
        assert sum(hit.parts.values()) + searcher.models.guidance.intercept == pytest.approx(log_odds, abs=1e-6)


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_a_shipped_facet_count_is_what_its_filter_gives_unless_all_of_that_is_weak(
    searcher: Searcher, query: str
) -> None:
    for value, n in searcher.search_guidance(query).facets["setting"].items():
        filtered = searcher.search_guidance(query, {"setting": [value]}, n=1000)
        assert filtered.n_hits == (n if filtered.is_answered else 0)
        assert all(value in hit.document.settings for hit in filtered.hits)


def test_the_shipped_scare_programme_is_warned_of_however_it_is_asked_for(searcher: Searcher) -> None:
    for sort in ("relevance", "evidence"):
        found = searcher.search_guidance("skrämselprogram med besök i fängelse för unga", n=1000, sort=sort)
        assert slugs_of(found.advised_against) == ["skramselprogram-avrads"]
        assert all(not hit.document.is_advised_against for hit in found.hits)


@pytest.mark.parametrize("query", ["sophämtning tider", "asdfgh qwerty"])
def test_the_shipped_search_refuses_what_is_none_of_its_business(searcher: Searcher, query: str) -> None:
    found = searcher.search_guidance(query)
    assert (found.is_answered, found.hits) == (False, ())
    assert len(found.topics) == 3


def test_shipped_marks_point_at_letters_of_their_passage(searcher: Searcher) -> None:
    (hit, *_) = searcher.search_guidance("klotter på skolor").hits
    marked = [passage.text[first:last].lower() for passage in hit.passages for first, last in passage.highlights]
    assert any("klott" in part for part in marked)
    assert all(part.startswith(("klott", "skol", "på")) for part in marked)
