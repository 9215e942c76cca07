"""Whether a description tells of somebody in danger, by the shipped content."""

import pytest

from kb.problems.read_problems import read_problems
from kb.search.searcher import Searcher


def _find_numbers(text: str, searcher: Searcher) -> list[str]:
    return [line.number for line in read_problems(text, searcher).urgent]


def test_a_cry_for_help_among_an_offices_sentences_is_told_with_112_first(searcher: Searcher) -> None:
    text = "Det klottras vid stationen. Min man slår mig och jag är rädd för honom. Cyklar stjäls vid badet."
    first, *others = _find_numbers(text, searcher)
    assert first == "112"
    assert "020-50 50 50" in others


@pytest.mark.parametrize(
    "text",
    [
        "Det klottras vid stationen och cyklar stjäls vid badet.",
        "Anmälningarna om våld i nära relation var 112 under året, mot 98 året innan.",
        "Socialtjänsten och kvinnojouren har en rutin för skyddat boende.",
    ],
)
def test_an_offices_text_is_taken_for_no_cry_for_help(searcher: Searcher, text: str) -> None:
    assert _find_numbers(text, searcher) == []
