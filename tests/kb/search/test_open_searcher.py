"""A snapshot made ready for queries."""

from math import exp, log

import pytest

from kb.errors import SnapshotMismatch
from kb.search.open_searcher import open_searcher
from kb.search.options import SearchOptions
from tests.builders import make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.search.small_searcher import BY_MEANING, EMBEDDER, open_small, slugs_of
from tests.kb.small_snapshot import make_searcher, make_snapshot


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


def test_a_snapshot_of_another_model_is_refused() -> None:
    with pytest.raises(SnapshotMismatch, match="built with model axes@eld-knark-rån, the configured one is axes@eld;"):
        open_searcher(make_snapshot(EMBEDDER), AxisEmbedder("eld"), BY_MEANING)


def test_two_searchers_of_a_snapshot_each_have_their_own_models_and_options() -> None:
    sure, unsure = open_small(), open_small(make_models(guidance=weigh(intercept=-1)))
    stems = make_searcher(EMBEDDER, [make_guidance("a", text="elden")], options=SearchOptions(gram_weight=0.0))
    assert sure.search_guidance("eld").hits[0].relevance == pytest.approx(1 / (1 + exp(6 - 12)))
    assert unsure.search_guidance("eld").hits[0].relevance == pytest.approx(1 / (1 + exp(1)))
    assert stems.analyse("elden").features["elde"] == 0.0
    assert sure.analyse("elden").features["elde"] == 0.5


def test_the_words_of_a_passage_are_found_once_for_a_collection() -> None:
    searcher = open_small()
    find = searcher.guidance.find_shown_words
    assert [word.form for word in find("Någon tänder eld")] == ["någon", "tänder", "eld"]
    assert find("Någon tänder eld") is find("Någon tänder eld")
    assert searcher.experts.find_shown_words("Någon tänder eld") is not find("Någon tänder eld")
