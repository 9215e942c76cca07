"""A masked text that is sent again has the same units: positions in an answer hold for the next request."""

from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DescriptionRejected
from kb.privacy import mask_personal_data
from kb.problems.units import Unit, read_units
from kb.reading.plain_text import read_plain_text

PIECES = (
    *("\n", "\n\n", "\r\n", " ", "\t", "# ", "## ", "- ", "* ", "• ", "1. ", "12) ", "|", " | ", "---", "===", "-"),
    *("klotter", "Skade-", "görelse", "och", "A-", "torget.", "12", "*", "_", "`", "#", "[namn]", ":", "(", ")"),
    *("Nils Berg", "misstänkt", "070-174 06 71", "640823-3234", "a@exempel.se", "Storgatan 5", "ABC 123", "\u200b"),
)


def read(text: str) -> tuple[str, list[Unit]]:
    """The text as a match reads it, masked, and its units."""
    masked = mask_personal_data(read_plain_text(text.encode())).text
    return masked, read_units(masked)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40))
def test_what_was_read_and_masked_is_read_alike(text: str) -> None:
    try:
        masked, units = read(text)
        _, again = read(masked)
    except DescriptionRejected:  # no words, or none but personal data: there are no positions to send
        return
    assert [(unit.position, unit.text) for unit in again] == [(unit.position, unit.text) for unit in units]


def test_masks_headings_lists_and_tables_keep_their_places() -> None:
    masked, units = read("Läget\n===\nRing 070-174 06\n71.\n\n- klotter\n- Skade-\n  görelse\n\n| a | b |\n|---|---|")
    assert masked == "# Läget\n\nRing [telefon].\n\n- klotter\n- Skadegörelse\n\na; b"
    assert [(unit.position, unit.heading, unit.form) for unit in units] == [
        (0, "", "heading"),
        (1, "Läget", "sentence"),
        (2, "Läget", "item"),
        (3, "Läget", "item"),
        (4, "Läget", "item"),
    ]
    assert read(masked) == (masked, units)
