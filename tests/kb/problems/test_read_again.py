"""A masked text that is sent again has the same paragraphs: positions in an answer hold for the next request."""

from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DescriptionRejected
from kb.privacy import mask_personal_data
from kb.problems.description import Paragraph, read_paragraphs
from kb.reading.plain_text import read_plain_text

PIECES = (
    *("\n", "\n\n", "\r\n", " ", "\t", "# ", "## ", "- ", "* ", "• ", "1. ", "12) ", "|", " | ", "---", "===", "-"),
    *("klotter", "Skade-", "görelse", "och", "A-", "torget.", "12", "*", "_", "`", "#", "[namn]", ":", "(", ")"),
    *("Nils Berg", "misstänkt", "070-174 06 71", "640823-3234", "a@exempel.se", "Storgatan 5", "ABC 123", "\u200b"),
)


def read(text: str) -> tuple[str, list[Paragraph]]:
    """The text as a match reads it, masked, and its paragraphs."""
    masked = mask_personal_data(read_plain_text(text.encode())).text
    return masked, read_paragraphs(masked)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40))
def test_what_was_read_and_masked_is_read_alike(text: str) -> None:
    try:
        masked, paragraphs = read(text)
        _, again = read(masked)
    except DescriptionRejected:  # no words, or none but personal data: there are no positions to send
        return
    assert again == paragraphs


def test_masks_headings_lists_and_tables_keep_their_places() -> None:
    masked, paragraphs = read(
        "Läget\n===\nRing 070-174 06\n71.\n\n- klotter\n- Skade-\n  görelse\n\n| a | b |\n|---|---|"
    )
    assert masked == "# Läget\n\nRing [telefon].\n\n- klotter\n- Skadegörelse\n\n| a | b |\n|---|---|"
    assert [(p.position, p.heading) for p in paragraphs] == [(0, "Läget"), (1, "Läget"), (2, "Läget")]
    assert read(masked) == (masked, paragraphs)
