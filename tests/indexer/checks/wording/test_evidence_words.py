"""Wording that agrees with the rating and the recommendation."""

import pytest

from indexer.checks.wording.evidence_words import check_evidence_words, is_negated
from tests.content_folder import ContentFolder, told

NAME = "guidance/sanering.md"  # rated oklar, prövas
LIST = """\
words,not_with,why
bevisa*,stark god begränsad svag oklar,bevisa inte
fungerar,begränsad svag oklar,säg vad som mättes
rekommenderas,avråds prövas,fel råd
"""


def wording(folder: ContentFolder, name: str = NAME) -> list[str]:
    folder.add("editorial/evidence-words.csv", LIST)
    return told(list(check_evidence_words(folder.read())), folder.path / name)


def test_words_too_strong_for_the_rating_are_told_in_the_evidence_section(folder: ContentFolder) -> None:
    folder.change(NAME, "## Evidens\n\nIngen har mätt.", "## Evidens\n\nSanering fungerar bra.")
    line = folder.line_of(NAME, "Sanering fungerar")
    assert wording(folder) == [
        f"{line}: wording goes against 'oklar'; 'fungerar' in \"Sanering fungerar bra.\"; säg vad som mättes"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("finding: Ingen har mätt.", "finding: Den fungerar."),
        ("outcome: Antal anmälda brott", "outcome: Att den fungerar"),
        ("evidence_summary: Ingen har mätt om det hjälper.", "evidence_summary: Den fungerar."),
        ("prövas på platser", "fungerar på platser"),
    ],
)
def test_evidence_fields_and_summaries_are_held_to_it(folder: ContentFolder, old: str, new: str) -> None:
    folder.change(NAME, old, new)
    (found,) = wording(folder)
    assert found.startswith(f"{folder.line_of(NAME, new.split(':')[0].split(' ')[0])}: wording goes against 'oklar'")


def test_advice_on_how_to_work_is_not_held_to_it(folder: ContentFolder) -> None:
    folder.change(NAME, "Tid och en ansvarig.", "En rutin som fungerar.")
    assert wording(folder) == []


def test_an_outcome_is_held_to_its_own_rating_and_the_section_to_the_best(folder: ContentFolder) -> None:
    name = "guidance/faltarbete.md"  # rated god
    folder.change(name, "## Evidens\n\nIngen har mätt.", "## Evidens\n\nDen fungerar.")
    folder.change(
        name,
        "evidence_summary:",
        "  - outcome: Trygghet\n    effect: ingen skillnad\n    certainty: hög\n    finding: Den fungerar.\n"
        "    basis:\n      design: översikt\n      studies: 2\n      independence: oberoende\n"
        "    year: 2024\n    origin: svensk\n    sources:\n      - bra-2024\nevidence_summary:",
    )
    (found,) = wording(folder, name)
    assert "wording goes against 'svag'" in found


def test_a_word_may_be_too_strong_for_every_rating(folder: ContentFolder) -> None:
    name = "guidance/faltarbete.md"
    folder.change(name, "## Evidens\n\nIngen har mätt.", "## Evidens\n\nDet är bevisat.")
    assert len(wording(folder, name)) == 1


@pytest.mark.parametrize(
    ("sentence", "phrase", "negated"),
    [
        ("Effekten är inte bevisad.", "bevisad", True),
        ("Ingen studie visar att den fungerar.", "fungerar", True),
        ("Vi vet inte om den fungerar.", "fungerar", True),
        ("Hur den fungerar i små kommuner är okänt.", "fungerar", True),
        ("Den fungerar inte för alla.", "fungerar", True),
        ("Att den fungerar är inte visat.", "fungerar", True),
        ("Den fungerar, men inte för alla.", "fungerar", False),
        ("Den fungerar, och ingen klagar.", "fungerar", False),
        ("Inte alla var med, men den fungerar.", "fungerar", False),
        ("Den fungerar.", "fungerar", False),
        ("Ingen av de sju kommuner som var med från början sa att den fungerar.", "fungerar", False),
    ],
)
def test_what_is_denied_asked_or_made_a_condition_is_no_claim(sentence: str, phrase: str, negated: bool) -> None:
    first = sentence.index(phrase)
    assert is_negated(sentence, first, first + len(phrase)) is negated


def test_wording_against_the_recommendation_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "platser där problemet", "platser, rekommenderas där problemet")
    assert [line.split(";")[0].split(": ")[1] for line in wording(folder)] == ["wording goes against 'prövas'"]
    folder.change("guidance/skramsel.md", "ungdomar på fängelse. [", "ungdomar på fängelse. Det rekommenderas. [")
    (found,) = wording(folder, "guidance/skramsel.md")
    assert "wording goes against 'avråds'" in found


def test_recommending_what_no_outcome_supports_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "recommendation: prövas", "recommendation: rekommenderas")
    line = folder.line_of(NAME, "recommendation:")
    assert wording(folder) == [
        f"{line}: recommendation goes against the evidence; rekommenderas, best rating oklar; "
        "prövas, unless an outcome is rated stark or god"
    ]


def test_advising_against_what_helps_is_told(folder: ContentFolder) -> None:
    name = "guidance/faltarbete.md"
    folder.change(name, "effect: minskar", "effect: ökar")
    folder.change(name, "recommendation: prövas", "recommendation: avråds")
    assert wording(folder, name) == []
    folder.change(name, "effect: ökar", "effect: minskar")
    assert [line.split(";")[1] for line in wording(folder, name)] == [" avråds, best rating god"]


def test_a_rating_that_does_not_exist_is_a_fault_of_the_list(folder: ContentFolder) -> None:
    folder.add("editorial/evidence-words.csv", "words,not_with,why\nfungerar,oklart,skäl\n")
    path = folder.path / "editorial" / "evidence-words.csv"
    assert told(list(check_evidence_words(folder.read())), path) == [
        "2: not_with has an unknown value; oklart; did you mean 'oklar'?"
    ]
