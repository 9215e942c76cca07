"""Ticked units go where their problem's field says; a unit outside the problems has a button of its own."""

import pytest
from starlette.datastructures import FormData

from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.moves import group_new, read_moves, read_picked

SHOWN = (AdjustedProblem(positions=(0, 1, 2)), AdjustedProblem(positions=(5,)))


def read(*fields: tuple[str, str]) -> dict[int, str]:
    return read_moves(SHOWN, FormData(list(fields)))


def test_what_is_ticked_goes_where_its_problem_says() -> None:
    assert read(("pick", "0"), ("pick", "5"), ("to-1", "2"), ("to-2", "none")) == {0: "2", 5: "none"}


def test_without_a_place_to_go_nothing_moves() -> None:
    assert read(("pick", "0"), ("to-1", "")) == {}
    assert read(("pick", "0"), ("to-1", "7")) == {}


def test_a_unit_outside_the_problems_becomes_one_of_its_own_or_part_of_one() -> None:
    assert read(("take", "9"), ("take-to", "")) == {9: "each"}
    assert read(("take", "9"), ("take-to", "2")) == {9: "2"}


def test_a_unit_of_a_problem_is_not_taken_again() -> None:
    assert read(("take", "5")) == {}


@pytest.mark.parametrize("value", ["", "-1", "två", "²", "1.0"])
def test_what_is_no_position_is_passed_over(value: str) -> None:
    fields = FormData([("pick", value), ("take", value), ("to-1", "A")])
    assert read_moves(SHOWN, fields) == {}
    assert list(read_picked(fields)) == []


def test_new_problems_are_those_of_a_letter_and_one_for_each_that_stands_alone() -> None:
    assert group_new({7: "B", 3: "A", 1: "A", 4: "each", 2: "none", 6: "each", 8: "1"}) == [(1, 3), (7,), (4,), (6,)]
