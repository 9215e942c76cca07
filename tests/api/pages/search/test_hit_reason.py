"""Why a hit was found, in words: what counted by weight, and the words that matched."""

from typing import Any

import pytest

from api.languages import load_strings
from api.pages.search.hit_reason import SIGNAL_WORDS, explain_hit
from api.schemas.search import GuidanceHit, PassageOut
from kb.search.signals import SIGNALS


def _hit(parts: dict[str, float], text: str = "", highlights: list[tuple[int, int]] = []) -> GuidanceHit:  # noqa: B006
    passage = PassageOut(heading="", anchor="", text=text, score=1.0, highlights=highlights)
    plain: dict[str, Any] = dict.fromkeys(("slug", "title", "summary", "kind"), "x")
    unrated: dict[str, Any] = dict.fromkeys(("rating", "evidence", "recommendation", "title_en", "summary_en"))
    return GuidanceHit(**plain, **unrated, statutory=False, relevance=0.5, parts=parts, passages=[passage])


def test_signals_stand_by_their_share_of_what_speaks_for_the_hit() -> None:
    reason = explain_hit(_hit({"areas": 1.0, "relative_lexical": 6.0, "feedback": 3.0}))
    assert [(s.signal, s.share) for s in reason.signals] == [
        ("signal_lexical", 6.0 / 10),
        ("signal_feedback", 3.0 / 10),
        ("signal_areas", 1.0 / 10),
    ]
    assert [s.strength for s in reason.signals] == ["strength_much", "strength_much", "strength_some"]


def test_two_signals_of_one_idea_are_told_as_one() -> None:
    (signal,) = explain_hit(_hit({"relative_lexical_phrasing": 1.0, "relative_cosine_phrasing": 2.0})).signals
    assert (signal.signal, signal.share) == ("signal_phrasing", 1.0)


def test_what_speaks_against_and_the_length_of_the_query_are_left_out() -> None:
    reason = explain_hit(_hit({"areas": -1.0, "query_length": 2.0, "relative_cosine_body": 1.0}))
    assert [s.signal for s in reason.signals] == ["signal_body"]


def test_the_marked_words_are_told_once_each() -> None:
    assert explain_hit(_hit({}, "Klotter, klotter och i ord", [(0, 7), (9, 16), (21, 22)])).words == ("klotter",)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_signal_of_the_fusion_has_words(language: Any) -> None:
    weighed = {name.removeprefix("relative_") for name in SIGNALS} - {"query_length"}
    assert {SIGNAL_WORDS[name] for name in weighed} <= set(load_strings(language))
