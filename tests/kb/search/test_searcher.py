"""Search: exact on a few documents, whole on the shipped ones."""

from math import exp

import pytest

from kb.errors import QueryRejected, QuerySaysNothing
from kb.search.searcher import Searcher
from tests.builders import make_area, make_expert, make_guidance, make_section
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.search.small_searcher import BY_MEANING, EMBEDDER, open_small, slugs_of
from tests.kb.small_snapshot import make_searcher


@pytest.fixture
def small() -> Searcher:
    return open_small()


@pytest.mark.parametrize("text", ["", "?!"])
def test_a_query_without_a_word_is_rejected(small: Searcher, text: str) -> None:
    with pytest.raises(QueryRejected):
        small.search_guidance(text)


@pytest.mark.parametrize("text", ["och", "hur", "vad är det", "i på för", "what is it"])
def test_a_query_of_small_words_alone_is_refused(small: Searcher, text: str) -> None:
    with pytest.raises(QuerySaysNothing):
        small.search_guidance(text)
    with pytest.raises(QuerySaysNothing):
        small.search_experts(text)


def test_what_a_document_is_named_by_is_an_answer_however_little_fits_it() -> None:
    documents = [make_guidance("a", "Trygghet på biblioteket", text="eld"), make_guidance("b", text="eld")]
    found = make_searcher(EMBEDDER, documents, models=BY_MEANING).search_guidance("bibliotek")
    assert found.is_answered
    assert slugs_of(found.hits) == ["a"]


def test_what_is_advised_against_and_named_is_told_of() -> None:
    documents = [make_guidance("warned", "Skräckbesök", text="eld", recommendation="avråds", evidence=())]
    found = make_searcher(EMBEDDER, documents, models=BY_MEANING).search_guidance("skräckbesöken")
    assert slugs_of(found.advised_against) == ["warned"]


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


def test_a_word_is_telling_when_few_guidance_passages_hold_it() -> None:
    documents = [make_guidance(f"d{i}", "Kommun", "kommun") for i in range(20)]
    searcher = make_searcher(EMBEDDER, [*documents, make_guidance("e", "Kommun", "snatteri")])
    assert searcher.is_telling("snatteri")
    assert not searcher.is_telling("kommun")


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
