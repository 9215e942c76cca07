"""A score's parts as few kinds of reason, each with how much it says."""

from kb.matching.reason_words import WeighedReason, weigh_parts, weigh_support
from kb.search.searcher import Searcher
from kb.search.signals import SIGNALS


def test_signals_of_a_kind_are_added_and_what_says_most_comes_first() -> None:
    parts = {"areas": 2.5, "feedback": 1.5, "relative_lexical": 1.0, "lexical_body": 0.5}
    assert weigh_parts(parts) == (  # words 1.5 of 1.2, area 4.0 of 4.0
        WeighedReason("words", "strong"),
        WeighedReason("area", "strong"),
    )


def test_less_than_much_is_some_and_next_to_nothing_is_no_reason() -> None:
    assert weigh_parts({"areas": 3.9}) == (WeighedReason("area", "some"),)
    assert weigh_parts({"areas": 1.0}) == (WeighedReason("area", "some"),)  # 0.25 of 4.0
    assert weigh_parts({"areas": 0.9, "query_length": -3.0}) == ()


def test_what_is_below_zero_speaks_against_and_comes_last() -> None:
    assert weigh_parts({"lexical_title": -0.2, "areas": 1.0}) == (
        WeighedReason("area", "some"),
        WeighedReason("title_words", "against"),
    )
    assert weigh_parts({"lexical_title": -0.1}) == ()


def test_an_experts_supports_are_its_reasons() -> None:
    assert weigh_support(0.4, 0.5, 0.05) == (WeighedReason("experience", "strong"), WeighedReason("profile", "strong"))
    assert weigh_support(0.0, 0.0, 0.1) == (WeighedReason("declared_area", "some"),)


def test_every_signal_but_the_querys_length_is_of_a_kind() -> None:
    told = [name for name in SIGNALS if weigh_parts({name: 9.0})]
    assert told == [name for name in SIGNALS if name != "query_length"]


def test_what_is_suggested_has_a_reason_in_words(searcher: Searcher) -> None:
    found = searcher.search_guidance("Någon tänder eld på papperskorgar vid skolan om kvällarna.")
    assert found.hits
    assert all(weigh_parts(hit.parts) for hit in found.hits[:5])
