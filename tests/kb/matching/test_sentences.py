"""Sentences that may stand as a reason."""

import pytest

from kb.matching.sentences import is_denial, is_quotable, list_sentences


def test_sentences_and_list_items_come_as_they_stand() -> None:
    text = "Vi ser mer klotter. Skolan är utsatt.\n- Rutor krossas på helger.\n2. Bänkar bränns."
    assert list(list_sentences(text)) == [
        "Vi ser mer klotter.",
        "Skolan är utsatt.",
        "Rutor krossas på helger.",
        "Bänkar bränns.",
    ]


def test_a_lead_stays_with_what_it_leads_to() -> None:
    assert list(list_sentences("De säger en sak: våldet ska upphöra. Sedan går de.")) == [
        "De säger en sak: våldet ska upphöra.",
        "Sedan går de.",
    ]
    assert list(list_sentences("Följande gäller för skolan:\n- Rutor krossas.")) == [
        "Följande gäller för skolan:",
        "Rutor krossas.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lägesbild 2026",
        "Klotter och skadegörelse",
        "Narkotikabrott 2024: 31 anmälningar, 2025: 44 anmälningar.",
        "Brotten minskade med 23 procent i området.",
        "Omkring 40 % av eleverna är otrygga.",
        "Följande åtgärder har satts in:",
        "Vem äger platsen och vad gör den?",
    ],
)
def test_headings_leads_questions_and_statistics_are_no_reasons(text: str) -> None:
    assert not is_quotable(text)


def test_a_sentence_with_a_single_number_is_one() -> None:
    assert is_quotable("Handlaren fick sin ruta krossad 3 gånger.")


@pytest.mark.parametrize(
    "text",
    [
        "Någon svensk effekt är inte visad.",
        "Den är heller ingen metod mot nyrekrytering.",
        "Socialstyrelsen avråder från programmet.",
        "Metoden saknar effekt på våld.",
        "Den passar sämre när nätverken är lösa.",
    ],
)
def test_what_denies_may_speak_against_the_method(text: str) -> None:
    assert is_denial(text)


def test_what_tells_what_the_method_is_for_denies_nothing() -> None:
    assert not is_denial("Metoden är för orter med återkommande skjutningar.")
