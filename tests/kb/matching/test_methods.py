"""Methods for a problem: relevance, evidence, variety; never one that is advised against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pytest

from kb.documents import Guidance
from kb.matching.methods import Methods, find_methods
from kb.search.answer import Page, Question, SearchResult
from kb.search.describe import Hit
from kb.search.query import analyse_query
from kb.search.searcher import Searcher
from tests.builders import make_evidence, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

QUESTION = Question(
    query=analyse_query("Någon tänder eld.", AxisEmbedder("eld")),
    area_ratings=np.zeros(1),
    topics=(),
    snapshot_id="fixed",
)


@dataclass
class FixedSearcher:
    """A searcher that has found these already."""

    hits: Sequence[Hit[Guidance]]
    advised_against: Sequence[Hit[Guidance]] = ()

    def answer_guidance(self, question: Question, page: Page) -> SearchResult[Guidance]:
        assert question is QUESTION
        return SearchResult(
            is_answered=True,
            hits=tuple(self.hits[: page.n]),
            n_hits=len(self.hits),
            advised_against=tuple(self.advised_against),
            facets={},
            topics=(),
            snapshot_id="fixed",
        )


def hit(slug: str, relevance: float, **changed: Any) -> Hit[Guidance]:
    return Hit(make_guidance(slug, **changed), relevance, {}, ())


def find(*hits: Hit[Guidance], advised_against: Sequence[Hit[Guidance]] = ()) -> Methods:
    return find_methods(QUESTION, "narkotika", cast(Searcher, FixedSearcher(hits, advised_against)))


def slugs_of(hits: Sequence[Hit[Guidance]]) -> list[str]:
    return [hit.document.slug for hit in hits]


def test_methods_come_by_relevance() -> None:
    assert slugs_of(find(hit("a", 0.9), hit("b", 0.6)).suggested) == ["a", "b"]


def test_the_order_is_that_of_the_numbers_shown() -> None:
    weak, strong = (make_evidence("svag"),), (make_evidence("stark"),)
    found = find(hit("weak", 0.62, evidence=weak), hit("strong", 0.6, evidence=strong))
    assert slugs_of(found.suggested) == ["weak", "strong"]


def test_of_the_same_per_cent_the_best_evidence_for_the_area_comes_first() -> None:
    elsewhere = (make_evidence("stark", for_areas=("klotter",)),)
    found = find(
        hit("weak", 0.8049, evidence=(make_evidence("svag"),)),
        hit("elsewhere", 0.804, evidence=elsewhere, approach="båda"),
        hit("good", 0.8, evidence=(make_evidence("god"),)),
        hit("later", 0.79, evidence=(make_evidence("stark"),), approach="situationell"),
    )
    assert slugs_of(found.suggested) == ["good", "weak", "elsewhere", "later"]


def test_each_has_its_badge_for_the_area() -> None:
    found = find(hit("a", 0.9, evidence=(make_evidence("god"),)), hit("b", 0.8, evidence=()))
    assert {slug: badge.rating for slug, badge in found.badges.items()} == {"a": "god"}


def test_weak_hits_are_not_suggested() -> None:
    assert slugs_of(find(hit("a", 0.3), hit("b", 0.19)).suggested) == ["a"]
    # 0.22 is enough beside 0.8, a quarter of which is 0.2, but not beside 0.9
    assert slugs_of(find(hit("a", 0.8), hit("b", 0.22)).suggested) == ["a", "b"]
    assert slugs_of(find(hit("a", 0.9), hit("b", 0.22)).suggested) == ["a"]


def test_at_most_two_of_a_kind_stand_before_the_others() -> None:
    found = find(
        hit("a", 0.95),
        hit("b", 0.9),
        hit("c", 0.85),
        hit("d", 0.8, approach="situationell"),
        hit("e", 0.75, kind="samverkansmodell"),
        hit("f", 0.7, kind="arbetssätt"),
    )
    assert slugs_of(found.suggested) == ["a", "b", "d", "e", "f"]


def test_more_of_a_kind_fill_up_when_no_others_remain() -> None:
    found = find(*(hit(slug, 0.9 - 0.06 * i) for i, slug in enumerate("abcdefg")))
    assert slugs_of(found.suggested) == ["a", "b", "c", "d", "e"]


def test_those_that_fill_up_stand_where_their_numbers_do() -> None:
    found = find(hit("a", 0.9), hit("b", 0.85), hit("c", 0.8), hit("d", 0.5, approach="båda"))
    assert slugs_of(found.suggested) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("changed", [{"kind": "process"}, {"kind": "juridik"}, {"statutory": True}])
def test_a_duty_or_a_law_is_no_method_to_suggest(changed: dict[str, Any]) -> None:
    assert find(hit("a", 0.9, **changed)) == Methods((), (), (), {})


def test_a_gap_is_told_apart_from_methods() -> None:
    found = find(hit("a", 0.9), hit("gap", 0.8, kind="lucka"), hit("far", 0.1, kind="lucka"))
    assert slugs_of(found.suggested) == ["a"]
    assert slugs_of(found.gaps) == ["gap"]


def test_nothing_found_suggests_nothing() -> None:
    assert find() == Methods((), (), (), {})


def test_what_is_advised_against_is_shown_but_never_suggested() -> None:
    searcher = make_searcher(
        AxisEmbedder("eld", "knark"),
        [
            make_guidance("warned", text="eld", recommendation="avråds", evidence=(make_evidence("stark"),)),
            make_guidance("fits", text="eld"),
        ],
        models=make_models(guidance=weigh(intercept=-6, threshold=0.5, cosine_body=12)),
    )
    found = find_methods(searcher.ask("Någon tänder eld."), "narkotika", searcher)
    assert slugs_of(found.suggested) == ["fits"]
    assert slugs_of(found.advised_against) == ["warned"]


def test_the_shipped_scare_programme_is_never_suggested(searcher: Searcher) -> None:
    text = "Vi vill ta med unga som begår brott på besök i fängelse för att skrämma dem."
    found = find_methods(searcher.ask(text), "ungdomsbrott", searcher)
    assert "skramselprogram-avrads" in slugs_of(found.advised_against)
    assert not any(hit.document.is_advised_against for hit in found.suggested)
