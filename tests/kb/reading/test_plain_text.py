"""Plain text and Markdown, tidied."""

import pytest

from kb.errors import DescriptionRejected, DescriptionTooLarge
from kb.reading.plain_text import read_plain_text
from kb.reading.text_checks import MAX_CHARS


def test_text_is_read_as_utf_8_with_or_without_a_mark() -> None:
    assert read_plain_text("Bråk på torget".encode()) == "Bråk på torget"
    assert read_plain_text("Bråk på torget".encode("utf-8-sig")) == "Bråk på torget"


def test_broken_lines_are_joined_and_paragraphs_kept_apart() -> None:
    assert read_plain_text("Skade-\r\ngörelsen\r\nökar.\r\n \r\n\r\nElever är oroliga.".encode()) == (
        "Skadegörelsen ökar.\n\nElever är oroliga."
    )


def test_headings_stand_alone() -> None:
    assert read_plain_text("# Lägesbild\n## Torget\nDet säljs\nnarkotika.\n### Skolan\nKlotter.".encode()) == (
        "# Lägesbild\n\n## Torget\n\nDet säljs narkotika.\n\n### Skolan\n\nKlotter."
    )


def test_underlined_headings_are_headings() -> None:
    assert read_plain_text("Lägesbild\n=========\n\nTorget\n------\nDet säljs narkotika.".encode()) == (
        "# Lägesbild\n\n## Torget\n\nDet säljs narkotika."
    )


def test_a_rule_between_paragraphs_underlines_nothing() -> None:
    assert read_plain_text(b"Torget.\n\n---\n\nSkolan.") == "Torget.\n\n---\n\nSkolan."


def test_lists_keep_their_lines_and_tables_are_rows() -> None:
    markdown = "- klotter\n- rån\n\n| Plats | Antal |\n|---|---|\n| Torget | 12 |"
    assert read_plain_text(markdown.encode()) == "- klotter\n- rån\n\nPlats: Torget; Antal: 12"


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "no words; describe at least one problem"),
        ("12 § – 34!".encode(), "no words"),
        (b"ab", "no words"),
        (b"PK\x03\x04\x00\x00 word", "binary file; save it as"),
        ("Привет".encode("cp1251"), r"encoding is not known \(byte 0 is 0xcf\); save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_way_out(raw: bytes, fault: str) -> None:
    with pytest.raises(DescriptionRejected, match=fault):
        read_plain_text(raw)


def test_a_text_may_be_as_long_as_the_limit() -> None:
    assert len(read_plain_text(b"a" * MAX_CHARS)) == MAX_CHARS
    with pytest.raises(DescriptionTooLarge, match="has 1000001 characters; at most 1000000 are read"):
        read_plain_text(b"a" * (MAX_CHARS + 1))


def test_a_text_that_must_be_too_long_is_not_even_decoded() -> None:
    with pytest.raises(DescriptionTooLarge, match="has 4000001 bytes"):
        read_plain_text(b"\xff" * (4 * MAX_CHARS + 1))
