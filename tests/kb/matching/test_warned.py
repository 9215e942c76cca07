"""What a description plans that is advised against."""

import pytest

from kb.matching.matcher import Matcher
from kb.search.searcher import Searcher
from tests.builders import TODAY
from tests.kb.matching.two_areas import ANYBODY


@pytest.mark.parametrize(
    "text",
    [
        "Vi vill skrämma unga från brott genom besök i fängelse där de får möta interner.",
        "Rutor krossas på skolan varje helg. Kommunen planerar fängelsebesök för att skrämma eleverna.",
    ],
)
def test_a_harmful_measure_is_warned_of_though_it_is_no_problem(text: str, searcher: Searcher) -> None:
    match = Matcher(searcher, ANYBODY, TODAY).match(text)
    assert [hit.document.slug for hit in match.warned] == ["skramselprogram-avrads"]


def test_other_measures_are_not_warned_of(searcher: Searcher) -> None:
    text = "Kommunen avser att starta nattvandring. Fältarna besöker skolan varje vecka."
    assert Matcher(searcher, ANYBODY, TODAY).match(text).warned == ()
