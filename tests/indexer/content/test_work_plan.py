"""Steps, indicators and experiences are read out of lists that have their shape; the rest is kept as it is."""

import pytest

from indexer.content.read_markdown import Block
from indexer.content.work_plan import list_items, read_experiences, read_indicator, read_step
from kb.documents import Experience, Indicator, Step
from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"


def block(text: str, *citations: str) -> Block:
    return Block("", 1, text, citations, is_item=True)


def test_a_step_tells_who_when_what_it_takes_and_which_decision() -> None:
    text = "Kommunens samordnare, vecka 2–4: räknar händelser per plats. Tar: två dagar. Beslut: chefen ger uppdraget."
    assert read_step(block(text, "x")) == Step(
        who="Kommunens samordnare",
        when="vecka 2–4",
        what="räknar händelser per plats.",
        takes="två dagar",
        decision="chefen ger uppdraget",
        sources=("x",),
    )


@pytest.mark.parametrize(
    ("lead", "who", "when"),
    [
        (
            "Rektor, lärare och kommunpolis, varje månad",
            "Rektor, lärare och kommunpolis",
            "varje månad",
        ),
        ("Nämnden, före start", "Nämnden", "före start"),
        ("Samordnaren, månad 3, sedan varje år", "Samordnaren", "månad 3, sedan varje år"),
        ("Samordnaren, dag 1", "Samordnaren", "dag 1"),
    ],
)
def test_actor_and_time_are_parted_at_the_first_word_of_time(lead: str, who: str, when: str) -> None:
    step = read_step(block(f"{lead}: ringer polisen."))
    assert (step.who, step.when, step.what) == (who, when, "ringer polisen.")


@pytest.mark.parametrize("text", ["Fundera på motivet.", "Samordnaren: ringer.", "Räkna, sedan: handla."])
def test_without_the_shape_a_step_is_what_it_says(text: str) -> None:
    step = read_step(block(text))
    assert (step.who, step.when, step.what) == (None, None, text)


def test_an_indicator_tells_where_it_is_from_when_it_is_measured_its_target_and_who_owns_it() -> None:
    text = "Inbrott per månad. Källa: polisen. Första mätning: före start. Mål: färre. Ansvarig: samordnaren."
    assert read_indicator(block(text)) == Indicator(
        name="Inbrott per månad",
        source="polisen",
        first="före start",
        target="färre",
        owner="samordnaren",
    )


def test_what_an_indicator_does_not_tell_is_none() -> None:
    indicator = read_indicator(block("Antal inbrott"))
    assert indicator == Indicator(name="Antal inbrott", source=None, first=None, target=None, owner=None)


def test_an_experience_has_place_and_year_and_other_items_are_none(folder: ContentFolder) -> None:
    told = "- **Malmö, Rosengård, 2018–2020.** Skotten blev färre [@bra-2024]. Läs mer: rapporten.\n- Andra orter."
    told += "\n- **Borås, sedan 2019.** Pågår."
    folder.change(NAME, "Inga kända.", told)
    experience = Experience("Malmö, Rosengård", "2018–2020", "Skotten blev färre. Läs mer: rapporten.")
    assert read_experiences(folder.read_file(NAME)) == (experience, Experience("Borås", "sedan 2019", "Pågår."))


def test_only_the_outermost_items_of_the_section_are_read(folder: ContentFolder) -> None:
    folder.change(NAME, "2. Handla", "   - en punkt under steget\n\n2. Handla")
    texts = [item.text for item in list_items(folder.read_file(NAME), "Så gör ni")]
    assert texts == ["Räkna först.", "Handla sedan."]
