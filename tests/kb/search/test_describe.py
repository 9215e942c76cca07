"""A hit: what made it relevant, and the passages that show it."""

from math import log

import pytest

from kb.documents import Phrasings
from kb.search.searcher import Searcher
from tests.builders import make_guidance, make_section
from tests.kb.search.small_searcher import BY_MEANING, EMBEDDER, SHIPPED_QUERIES
from tests.kb.small_snapshot import make_searcher


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


@pytest.mark.parametrize("query", SHIPPED_QUERIES)
def test_shipped_parts_add_up_to_the_log_odds_of_relevance(searcher: Searcher, query: str) -> None:
    for hit in searcher.search_guidance(query).hits:
        log_odds = log(hit.relevance / (1 - hit.relevance))
        assert sum(hit.parts.values()) + searcher.models.guidance.intercept == pytest.approx(log_odds, abs=1e-6)


def test_shipped_marks_point_at_letters_of_their_passage(searcher: Searcher) -> None:
    (hit, *_) = searcher.search_guidance("klotter på skolor").hits
    marked = [passage.text[first:last].lower() for passage in hit.passages for first, last in passage.highlights]
    assert any("klott" in part for part in marked)
    assert all(part.startswith(("klott", "skol", "på")) for part in marked)
