"""Patterns of words, found by one walk through a trie."""

from collections.abc import Mapping

import pytest

from kb.text.tokens import read_tokens
from kb.text.word_patterns import make_patterns

LISTS = {"to": ["och", "-"], "hour": ["#", "# . #"]}


@pytest.mark.parametrize(
    ("pattern", "text", "n_tokens"),
    [
        ("på grund av", "på grund av mörker", 3),
        ("på grund av", "på grund", 0),
        ("*torget", "Busstorget", 1),
        ("otrygg*", "otryggheten", 1),
        ("i *", "i ,", 0),
        ("sedan ####", "sedan 2024", 2),
        ("sedan ####", "sedan 24", 0),
        ("#* svar", "v34 svar", 2),
        ("mellan? # <to> # år", "mellan 13-15 år", 5),
        ("mellan? # <to> # år", "13 och 15 år", 4),
        ("kl .? <hour>", "kl. 22.30", 5),
        ("i|på mörker", "på mörker", 2),
        ("ett två", "ett\ntvå", 0),
    ],
)
def test_a_pattern_is_found_from_its_first_token(pattern: str, text: str, n_tokens: int) -> None:
    found = make_patterns({"label": [pattern]}, LISTS).find(read_tokens(text), 0)
    assert found.get("label", 0) == n_tokens


def test_of_one_label_the_longest_counts_and_each_label_has_its_own() -> None:
    patterns: Mapping[str, list[str]] = {"time": ["i mars", "i mars till maj"], "place": ["i mars"]}
    assert make_patterns(patterns).find(read_tokens("i mars till maj"), 0) == {"time": 4, "place": 2}
