"""Broken lines mended into paragraphs."""

import pytest

from kb.reading.lines import has_list_mark, is_row, join_lines, run_together
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("broken-lines.md"))
def test_broken_lines_are_mended(text: str, expected: str) -> None:
    assert join_lines(text.split("\n")) == expected


def test_no_lines_are_no_text() -> None:
    assert join_lines([]) == ""


def test_lines_known_to_be_one_run_together_whatever_they_begin_with() -> None:
    assert run_together(["på torget", "– inte i parken", "12 | 34"]) == "på torget – inte i parken 12 | 34"


def test_a_mark_needs_a_space_and_a_number_at_most_two_digits() -> None:
    marked = [
        line for line in ("- a", "–  a", "12. a", "2) a", "-a", "1.1 a", "2023. a", "a - b") if has_list_mark(line)
    ]
    assert marked == ["- a", "–  a", "12. a", "2) a"]


def test_a_row_has_bars_or_names_of_columns() -> None:
    lines = ("|a", "a | b", "a|b", "a", "Plats: torget; Antal: 12", "Plats: torget", "Så är det; men inte här")
    assert [line for line in lines if is_row(line)] == ["|a", "a | b", "Plats: torget; Antal: 12"]
