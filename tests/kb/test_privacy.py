"""Personal data, found and masked before anything else reads the text."""

import pytest

from kb.privacy import mask_personal_data
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("guard.md"))
def test_personal_data_and_nothing_else_is_masked(text: str, expected: str) -> None:
    assert mask_personal_data(text).text == expected


def test_what_was_masked_is_told_by_kind_and_number_never_by_value() -> None:
    guarded = mask_personal_data("Ring 070-174 06 71 om 640823-3234 eller 701063-2391, eller skriv a@exempel.se.")
    assert guarded.counts == {"telefon": 1, "personnummer": 2, "e-post": 1}
    assert guarded.text == "Ring [telefon] om [personnummer] eller [personnummer], eller skriv [e-post]."


def test_a_text_without_personal_data_is_unchanged() -> None:
    guarded = mask_personal_data("Klotter på torget.\n\nBränder vid skolan.")
    assert (guarded.text, guarded.counts) == ("Klotter på torget.\n\nBränder vid skolan.", {})


def test_a_masked_text_holds_nothing_more_to_mask() -> None:
    once = mask_personal_data("640823-3234 070-174 06 71 a@exempel.se")
    again = mask_personal_data(once.text)
    assert (again.text, again.counts) == (once.text, {})
