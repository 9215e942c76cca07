"""The parts of 4 § lag (2023:196): found under a heading, or by what the text does."""

from dataclasses import replace

from kb.problems.statute import PARTS, check_statute, is_cause
from kb.text.sentences import split_sentences
from tests.kb.problems.paragraphs import read_paragraphs

WHOLE = """# Lägesbild

## Kartläggning

Anmälda inbrott ökade från 12 till 31 under året, de flesta i radhusen vid skolan och på vardagar före lunch.

## Annan information

I trygghetsmätningen svarade 61 procent att de känner sig trygga ute sent, mot 70 procent två år tidigare i kommunen.

## Analys

Inbrotten beror på att området är öppet mot skogen och att ingen är hemma på dagarna, vilket gör att tjuven är ostörd.
"""


def found(text: str) -> list[str]:
    return [part.part for part in check_statute(read_paragraphs(text)) if part.is_found]


def test_the_parts_are_told_in_the_order_of_the_statute() -> None:
    assert [part.part for part in check_statute([])] == list(PARTS) == ["kartläggning", "annan information", "analys"]


def test_parts_under_their_own_headings_are_found_with_their_paragraphs() -> None:
    parts = check_statute(read_paragraphs(WHOLE))
    assert [part.is_found for part in parts] == [True, True, True]
    assert [part.paragraphs[0].heading for part in parts] == ["Kartläggning", "Annan information", "Analys"]


def test_a_part_is_found_under_another_name_by_what_its_text_does() -> None:
    renamed = WHOLE.replace("## Analys", "## Radhusen").replace(
        "tjuven är ostörd", "tjuven är ostörd. Det gynnas av mörkret"
    )
    assert "analys" in found(renamed)


def test_a_part_may_stand_in_sections_of_its_own() -> None:
    parted = WHOLE.replace("## Analys", "## Analys\n\n### Radhusen").replace("beror på", "kommer av")
    assert found(parted.replace("vilket gör att", "så att")) == list(PARTS)


def test_a_heading_above_that_names_two_parts_is_none_of_them() -> None:
    text = "# Rapport\n\n## Invånarnas bild och analys\n\n### Torget\n\n" + "Det var marknad på torget i lördags. " * 3
    assert found(text) == []


def test_one_sentence_with_a_cause_is_no_analysis() -> None:
    text = WHOLE.split("## Analys")[0] + "## Övrigt\n\nÖkningen beror på ett nytt sätt att räkna.\n"
    assert found(text) == ["kartläggning", "annan information"]


def test_a_heading_with_next_to_nothing_under_it_is_no_part() -> None:
    assert found("## Analys\n\nSe bilaga.\n") == []


def test_a_survey_that_is_only_named_among_the_sources_is_no_information() -> None:
    assert (
        found(
            "## Metod\n\nUnderlaget är en enkät med 400 svar, 61 procent av de tillfrågade, och polisens statistik.\n"
        )
        == []
    )


def test_a_cause_is_told_from_what_happens() -> None:
    paragraphs = read_paragraphs(WHOLE)
    assert [paragraph.heading for paragraph in paragraphs if is_cause(paragraph.text)] == ["Analys"]


def test_it_is_the_same_when_each_sentence_is_a_paragraph() -> None:
    whole = [replace(p, text=f"{p.text} Det hänger ihop med mörkret.") for p in read_paragraphs(WHOLE)]
    cut = [replace(p, text=sentence) for p in whole for sentence in split_sentences(p.text)]
    headless = [replace(p, position=i, heading="") for i, p in enumerate(cut)]
    assert [part.is_found for part in check_statute(cut)] == [True, True, True]
    assert [part.is_found for part in check_statute(headless)] == [False, True, True]
