"""Groups of lines told apart by their type and their marks."""

from collections.abc import Sequence

import pytest

from kb.reading.blocks import Block
from kb.reading.pdf.layout import arrange
from kb.reading.pdf.pdf_lines import Line
from tests.kb.reading.make_lines import BODY_TEXT, FULL, make_body, make_line, make_lines, make_pages

BODY = Block(BODY_TEXT)


def _arrange(*pages: Sequence[Line]) -> list[Block]:
    return arrange(make_pages(*pages))


def test_larger_type_is_a_heading_and_the_largest_the_first_level() -> None:
    lines = [make_line("Lägesbild", 780, size=20), make_line("Torget", 740, size=14), *make_body()]
    assert _arrange(lines) == [Block("Lägesbild", "heading", 1), Block("Torget", "heading", 2), BODY]


def test_bold_type_is_a_heading_below_the_larger_ones() -> None:
    lines = [make_line("Torget", 740, size=14, is_bold=True), make_line("Tider", 700, is_bold=True), *make_body()]
    assert _arrange(lines) == [Block("Torget", "heading", 1), Block("Tider", "heading", 2), BODY]


def test_a_heading_of_two_lines_is_one() -> None:
    lines = [make_line("Lägesbild över brott", 780, size=20), make_line("och otrygghet", 757, size=20), *make_body()]
    assert _arrange(lines) == [Block("Lägesbild över brott och otrygghet", "heading", 1), BODY]


def test_a_large_sentence_is_no_heading() -> None:
    assert _arrange([make_line("Här är det tryggt.", 740, size=14), *make_body()]) == [
        Block("Här är det tryggt."),
        BODY,
    ]


def test_in_a_document_all_in_bold_bold_is_no_heading() -> None:
    lines = [make_line(text, 700 - 40 * n, is_bold=True) for n, text in enumerate(("Torget", "Skolan"))]
    assert _arrange(lines) == [Block("Torget"), Block("Skolan")]


def test_a_number_set_apart_from_its_heading_is_part_of_it() -> None:
    lines = [make_line("1.2", 700, size=14), make_line("Torget", 700, 110, size=14), *make_body()]
    assert _arrange(lines) == [Block("1.2 Torget", "heading", 1), BODY]


def test_bold_rows_are_rows() -> None:
    lines = [make_line("Plats", 700, is_bold=True), make_line("Antal", 700, 200, is_bold=True), *make_body()]
    assert _arrange(lines) == [Block("Plats; Antal", "row"), BODY]


@pytest.mark.parametrize("mark", ["•", "–", "-"])
def test_items_lose_their_marks(mark: str) -> None:
    assert _arrange(make_lines(f"{mark} klotter", f"{mark} rån") + make_body()) == [
        Block("klotter", "item"),
        Block("rån", "item"),
        BODY,
    ]


def test_numbered_items_keep_their_numbers() -> None:
    assert _arrange(make_lines("1. klotter", "2. rån") + make_body()) == [
        Block("1. klotter", "item"),
        Block("2. rån", "item"),
        BODY,
    ]


def test_a_broken_word_is_whole_again_over_a_page() -> None:
    blocks = _arrange(make_lines(FULL, FULL, FULL + " skade-"), make_lines("görelse.", top=780))
    assert blocks == [Block(f"{FULL} {FULL} {FULL} skadegörelse.")]


def test_no_lines_are_no_blocks() -> None:
    assert _arrange([]) == []
    assert _arrange() == []
