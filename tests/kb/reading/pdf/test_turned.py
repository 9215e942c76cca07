"""Text that stands on its side or on its head."""

import pytest

from kb.reading.pdf.turned import find_turn, find_usual_turn, order_lines, place
from tests.kb.reading.make_lines import make_lines


@pytest.mark.parametrize(
    ("across", "up", "turn"), [(1, 0, 0), (0, 1, 1), (-1, 0, 2), (0, -1, 3), (1, 1, None), (11, 0.5, 0)]
)
def test_a_direction_is_quarters_of_a_turn_and_aslant_none(across: float, up: float, turn: int | None) -> None:
    assert find_turn(across, up) == turn


def test_a_page_is_turned_as_most_of_its_words_are() -> None:
    assert [find_usual_turn(turns) for turns in ([0, 1, 1, None], [None], [])] == [1, 0, 0]


@pytest.mark.parametrize(("turn", "placed"), [(0, (10, 20)), (1, (20, 90)), (2, (90, 180)), (3, (180, 10))])
def test_a_point_lies_where_an_upright_page_has_it(turn: int, placed: tuple[float, float]) -> None:
    assert place(10, 20, turn, 100, 200) == placed


def test_lines_from_below_are_read_from_above_and_others_stay() -> None:
    lines = make_lines("ett", "två", "tre")
    assert order_lines(lines[::-1]) == order_lines(lines) == lines
