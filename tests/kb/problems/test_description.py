"""A description in Markdown read into paragraphs."""

import re

import pytest

from kb.problems.description import Paragraph, read_paragraphs
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("paragraphs.md"))
def test_a_description_is_read_into_paragraphs(text: str, expected: str) -> None:
    lines = [f"{p.heading or '-'} | {p.text}".replace("\n", " / ") for p in read_paragraphs(text)]
    lines = [re.sub(" +", " ", line) for line in lines]
    assert lines == expected.split("\n")


def test_paragraphs_are_numbered_as_they_stand() -> None:
    assert read_paragraphs("A.\n\n123\n\nB.") == [Paragraph(0, "", "A."), Paragraph(1, "", "B.")]


def test_windows_line_ends_are_line_ends() -> None:
    assert read_paragraphs("# Torget\r\nA\r\nB\r\n\r\nC") == [
        Paragraph(0, "Torget", "A B"),
        Paragraph(1, "Torget", "C"),
    ]


def test_a_paragraph_knows_the_headings_that_its_own_stands_under_without_the_title() -> None:
    text = "# Lägesbild\n\n## Analys\n\n### Torget\n\nA.\n\n### Skolan\n\nB.\n\n## Slut\n\nC."
    assert [(p.heading, p.above) for p in read_paragraphs(text)] == [
        ("Torget", ("Analys",)),
        ("Skolan", ("Analys",)),
        ("Slut", ()),
    ]


def test_a_first_heading_with_others_of_its_level_is_no_title() -> None:
    text = "# Analys\n\n## Torget\n\nA.\n\n# Slut\n\nB."
    assert [p.above for p in read_paragraphs(text)] == [("Analys",), ()]
