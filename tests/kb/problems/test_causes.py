"""A cause is quoted when it is told as one of this problem."""

from collections.abc import Sequence

import pytest

from kb.problems.causes import find_causes
from kb.problems.detail_patterns import mark
from tests.kb.problems.paragraphs import make_unit

LORRIES = "Vägen förbi skolan är farlig på grund av timmerbilar."


def causes(*texts: str, heading: str = "", about: Sequence[str] = ()) -> list[str]:
    told = [mark(make_unit(i, heading, text)) for i, text in enumerate(texts)]
    return [paragraph.text[first:last] for paragraph, (first, last) in find_causes(told, about)]


def test_what_makes_a_road_dangerous_is_no_cause_of_thefts() -> None:
    assert causes("Båtmotorer stjäls i hamnen.", LORRIES) == []


def test_what_makes_a_road_dangerous_is_a_cause_where_the_road_is_the_problem() -> None:
    assert causes("Barn blir påkörda på vägen.", LORRIES) == [LORRIES]
    assert causes("Barn blir påkörda.", LORRIES, heading="Vägen till skolan") == [LORRIES]
    assert causes("Barn blir påkörda.", LORRIES, about=["Farliga vägar"]) == [LORRIES]


def test_it_is_the_same_however_finely_the_problem_is_cut() -> None:
    assert causes("Båtmotorer stjäls i hamnen. " + LORRIES) == []
    assert causes("Barn blir påkörda på vägen. " + LORRIES) == [LORRIES]


def test_a_problem_of_one_sentence_has_no_other_that_it_could_be_about() -> None:
    assert causes(LORRIES) == [LORRIES]


@pytest.mark.parametrize(
    "text",
    [
        "Det beror på att hamnen är mörk.",
        "Orsaken är att hamnen är mörk.",
        "Tjuvarna gynnas av mörkret.",
        "Rådet bedömer att kajen lockar tjuvar eftersom den är mörk.",
        "De kommer hit eftersom kajen är mörk.",
    ],
)
def test_what_leads_to_a_cause_is_judged_or_refers_back_tells_one(text: str) -> None:
    assert causes("Båtmotorer stjäls.", text) == [text]


def test_a_word_of_the_problem_counts_inside_a_compound_too() -> None:
    told = "Stölderna ökar på grund av att båtarna är olåsta."
    assert causes("Båtmotorstölder har anmälts hela sommaren.", told) == [told]
