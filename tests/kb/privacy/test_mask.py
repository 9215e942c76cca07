"""The mask: what is left of a text, what is told of it, and that no text takes long."""

import unicodedata

import pytest

from kb.privacy import Guarded, drop_masks, mask_personal_data

LONG = 100_000


def test_every_kind_is_masked_and_counted() -> None:
    text = (
        "Eleven Kevin Larsson, 090814-9818, bor på Storgatan 12 och nås på 070-174 06 05, 070-174 06 06 eller "
        "kevin@example.se. Han åker i ABC 123."
    )
    assert mask_personal_data(text) == Guarded(
        "Eleven [namn], [personnummer], bor på [adress] och nås på [telefon], [telefon] eller [e-post]. Han åker i "
        "[registreringsnummer].",
        {"namn": 1, "personnummer": 1, "adress": 1, "telefon": 2, "e-post": 1, "registreringsnummer": 1},
    )


def test_a_text_without_personal_data_stays_as_it_is() -> None:
    text = "Anmälda brott 1 204 1 187 1 266 enligt lag (2023:196), Dnr KS 2024-00123, på Storgatan kl. 20–02."
    assert mask_personal_data(text) == Guarded(text, {})


def test_letters_in_two_parts_are_read_as_one() -> None:
    text = unicodedata.normalize("NFD", "Läraren Åsa Öberg")
    assert mask_personal_data(text).text == "Läraren [namn]"


def test_a_mask_is_no_word_to_search_with_but_other_brackets_are() -> None:
    assert drop_masks("Eleven [namn] nås på [telefon] [se bilaga]") == "Eleven nås på [se bilaga]"


@pytest.mark.parametrize(
    "text",
    [
        "1" * LONG,
        "0" * LONG,
        "070-" * (LONG // 4),
        "00 " * (LONG // 3),
        "05 12 11 " * (LONG // 9),
        "+46 " * (LONG // 4),
        "830412-" * (LONG // 7),
        "a" * LONG,
        "A-" * (LONG // 2),
        "a." * (LONG // 2),
        "a@" * (LONG // 2),
        "a (at) " * (LONG // 7),
        "a.b at c punkt " * (LONG // 15),
        "Storgatan " * (LONG // 10),
        "Anna " * (LONG // 5),
        "heter " * (LONG // 6),
        "och Kevin Larsson, " * (LONG // 19),
        "Anna Berg <a@b.se> " * (LONG // 19),
        "(" * LONG,
        " " * LONG,
        "\n" * LONG,
    ],
    ids=lambda text: repr(text[:15]),
)
def test_a_long_text_made_to_be_slow_is_masked(text: str) -> None:
    """Work that grew as the square of the length would take hours, and be stopped as every test that hangs is."""
    masked = mask_personal_data(text).text
    assert mask_personal_data(masked).counts == {}
