"""Lines grouped by what belongs together."""

from collections.abc import Sequence

import pytest

from kb.reading.pdf.line_groups import Body, group_lines, measure_body
from kb.reading.pdf.pdf_lines import Line
from tests.kb.reading.make_lines import (
    BODY_TEXT,
    FULL,
    LEADING,
    LEFT,
    make_body,
    make_line,
    make_lines,
    make_pages,
)


def _group(*pages: Sequence[Line]) -> list[str]:
    """Each group's lines after each other, its cells apart by a bar."""
    made = make_pages(*pages)
    groups = group_lines(made, measure_body(made))
    return [" | ".join(" ".join(line.text for line in cell) for cell in group.cells) for group in groups]


def test_the_body_is_what_most_of_the_text_looks_like() -> None:
    pages = make_pages([make_line("Torget", 740, size=16, is_bold=True), *make_body()])
    assert measure_body(pages) == Body(11, False, LEADING, len(FULL) * 11 / 2)


def test_lines_close_to_each_other_are_a_paragraph() -> None:
    assert _group(make_body()) == [BODY_TEXT]


def test_a_wider_gap_parts_paragraphs() -> None:
    assert _group(make_body(700) + make_body(700 - 4 * LEADING - 6)) == [BODY_TEXT, BODY_TEXT]


def test_an_indented_line_after_a_sentence_begins_a_paragraph() -> None:
    sentence = FULL[:-2] + "u."
    indented = make_line(FULL, 700 - 2 * LEADING, LEFT + 20)
    lines = [*make_lines(FULL, sentence), indented, *make_lines("och vidare.", top=700 - 3 * LEADING)]
    assert _group(lines + make_body()) == [f"{FULL} {sentence}", f"{FULL} och vidare.", BODY_TEXT]


def test_a_short_line_before_a_capital_ends_a_paragraph_without_a_gap() -> None:
    lines = [*make_lines(FULL, "och så vidare", "Elever är oroliga."), *make_body()]
    assert _group(lines) == [f"{FULL} och så vidare", "Elever är oroliga.", BODY_TEXT]


def test_a_short_line_in_the_midst_of_a_sentence_ends_nothing() -> None:
    assert _group(make_lines(FULL, "och så", "vidare.") + make_body()) == [f"{FULL} och så vidare.", BODY_TEXT]


def test_a_sentence_goes_on_over_a_page() -> None:
    assert _group(make_lines(FULL, FULL), make_lines("fortsätter här.", top=780)) == [f"{FULL} {FULL} fortsätter här."]


def test_a_sentence_that_ended_does_not() -> None:
    assert _group(make_body(), make_lines("En ny sida.", top=780)) == [BODY_TEXT, "En ny sida."]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left, right = make_lines(FULL, FULL, "och mitt i"), make_lines("meningen går den vidare.", top=780, x=400)
    assert _group(left + right) == [f"{FULL} {FULL} och mitt i meningen går den vidare."]


def test_a_double_spaced_sentence_is_one_paragraph() -> None:
    texts = (FULL, "och " + FULL, "hela tiden.")
    apart = [make_line(text, 700 - 2 * LEADING * number) for number, text in enumerate(texts)]
    assert _group(apart + make_body()) == [f"{FULL} och {FULL} hela tiden.", BODY_TEXT]


def test_type_of_another_size_is_a_group_of_its_own() -> None:
    lines = [make_line("Torget", 314, size=14), *make_body()]
    assert _group(lines) == ["Torget", BODY_TEXT]


def test_type_that_wavers_a_little_is_not() -> None:
    lines = [make_line(FULL, 314, size=11.6), *make_body()]
    assert _group(lines) == [f"{FULL} {BODY_TEXT}"]


def test_a_short_bold_line_is_a_group_of_its_own() -> None:
    assert _group([make_line("Torget", 314, is_bold=True), *make_body()]) == ["Torget", BODY_TEXT]


def test_a_sentence_that_begins_in_bold_is_one_paragraph() -> None:
    lines = [make_line(FULL, 700, is_bold=True), *make_lines(FULL.lower(), "nu.", top=700 - LEADING), *make_body()]
    assert _group(lines) == [f"{FULL} {FULL.lower()} nu.", BODY_TEXT]


@pytest.mark.parametrize("mark", ["•", "–", "-", "1."])
def test_a_list_mark_begins_a_group(mark: str) -> None:
    lines = make_lines("Vi ser:", f"{mark} klotter", f"{mark} rån") + make_body()
    assert _group(lines) == ["Vi ser:", f"{mark} klotter", f"{mark} rån", BODY_TEXT]


def test_an_item_goes_on_below_its_text_and_ends_where_the_margin_is_back() -> None:
    hanging = FULL[:-3] + "nu."
    lines = [make_line("• " + FULL, 700), make_line(hanging, 686, LEFT + 11), *make_body(672)]
    assert _group(lines) == [f"• {FULL} {hanging}", BODY_TEXT]


def test_a_dash_in_the_midst_of_a_sentence_begins_nothing() -> None:
    texts = (FULL, "– inte bara på torget – och", FULL.lower())
    assert _group(make_lines(*texts) + make_body()) == [" ".join(texts), BODY_TEXT]


def test_lines_on_one_baseline_are_a_row() -> None:
    lines = [make_line("Stöld", 700), make_line("58", 700, 300), make_line("77", 700, 400), *make_body()]
    assert _group(lines) == ["Stöld | 58 | 77", BODY_TEXT]


def test_a_cell_may_have_several_lines() -> None:
    lines = [
        *make_lines("Narkotika på", "torget"),
        *make_lines("Platsen saknar", "ansvarig ägare", x=200),
        *make_lines("Tillsyn", x=350),
        *make_lines("Klotter", top=672),
        *make_lines("Ingen insyn", top=672, x=200),
        *make_body(),
    ]
    assert _group(lines) == [
        "Narkotika på torget | Platsen saknar ansvarig ägare | Tillsyn",
        "Klotter | Ingen insyn",
        BODY_TEXT,
    ]


def test_a_row_right_below_a_line_of_text_does_not_swallow_it() -> None:
    lines = [*make_lines("så här många", "stölder"), make_line("58", 686, 300), *make_body()]
    assert _group(lines) == ["så här många", "stölder | 58", BODY_TEXT]


def test_lines_level_on_two_pages_are_no_row() -> None:
    second = [*make_lines("och vidare", top=780), *make_lines("Nästa spalt.", x=420)]
    assert _group(make_lines(FULL, FULL), second) == [f"{FULL} {FULL} och vidare", "Nästa spalt."]


def test_no_lines_are_no_groups() -> None:
    assert _group() == []
    assert _group([]) == []
