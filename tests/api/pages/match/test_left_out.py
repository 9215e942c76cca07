"""What was read and not taken is grouped by why, what may be a problem after all first."""

from typing import get_args

from api.pages.match.left_out import ORDER, LeftOut, group_left_out
from kb.problems.not_taken import NotTaken, Why
from kb.problems.units import Unit


def left(position: int, why: Why, text: str = "Vi har en sjö.") -> NotTaken:
    return NotTaken(Unit(position=position, heading="", text=text), why)


def test_units_are_grouped_by_why_in_the_order_of_the_text() -> None:
    items = [left(0, "else"), left(1, "denied"), left(2, "unsure"), left(3, "else")]
    assert group_left_out(items) == [
        LeftOut("unsure", (items[2].unit,)),
        LeftOut("denied", (items[1].unit,)),
        LeftOut("else", (items[0].unit, items[3].unit)),
    ]


def test_what_has_no_word_to_match_by_is_not_offered() -> None:
    assert group_left_out([left(0, "number", "61 %"), left(1, "else", "[telefon]")]) == []


def test_every_reason_has_its_place() -> None:
    assert set(ORDER) == set(get_args(Why))
