"""How long a method takes to start: in the document's words, never worked out."""

import pytest

from kb.overview.time_to_start import list_start_times
from tests.builders import make_guidance, make_section


@pytest.mark.parametrize(
    "told",
    [
        "Erbjud start inom några veckor efter att skydd har ordnats.",
        "Ge all personal en halv dags utbildning och ledarna tre dagar.",
        "Det tar ett halvår innan gruppen är igång.",
    ],
)
def test_a_sentence_with_a_span_of_time_before_the_start_is_told(told: str) -> None:
    section = make_section("Så gör ni", f"Skriv en överenskommelse. {told}")
    assert list_start_times(make_guidance("metod", sections=(section,))) == (told,)


@pytest.mark.parametrize(
    "told",
    [
        "Mät vid start och efter sex månader.",
        "En vakt ska ha fyllt 20 år och ha utbildning.",
        "Starta med en grupp.",
        "Träffas var tredje vecka.",
    ],
)
def test_following_up_ages_and_how_often_are_no_time_to_start(told: str) -> None:
    assert list_start_times(make_guidance("metod", sections=(make_section("Så gör ni", told),))) == ()


def test_what_it_takes_is_read_before_how_to_do_it_and_nothing_twice() -> None:
    sections = tuple(
        make_section(heading, text)
        for heading, text in [
            ("Så gör ni", "Utbilda alla i två dagar. Starta efter en månad."),
            ("Vad krävs", "Utbilda alla i två dagar."),
            ("Exempel", "Trosa startade efter tre veckor."),
        ]
    )
    document = make_guidance("metod", sections=sections)
    assert list_start_times(document) == ("Utbilda alla i två dagar.", "Starta efter en månad.")
