"""What lacks where many ask, and what there is."""

from datetime import date

import pytest

from kb.documents import Booked
from kb.national.needs.gaps import find_gaps, list_gaps
from kb.national.needs.heat import find_level
from kb.national.needs.supply import Supply, find_supply
from kb.vocabulary import RATINGS, Rating
from tests.builders import TODAY, make_expert, make_guidance

AREA = "narkotika"


def _supply(rating: Rating | None = "god", n_experts: int = 2, n_told: int = 2, free_hours: float = 8.0) -> Supply:
    methods = {one: int(one == rating) for one in RATINGS}
    return Supply(methods=methods, n_experts=n_experts, n_told=n_told, free_hours=free_hours)


def test_each_gap_is_told_by_what_lacks() -> None:
    assert find_gaps(_supply()) == ()
    assert find_gaps(_supply(None)) == ("no_methods",)
    assert find_gaps(_supply("svag")) == ("none_well_supported",)
    assert find_gaps(_supply(n_experts=0, n_told=0, free_hours=0)) == ("no_experts",)
    assert find_gaps(_supply(free_hours=0)) == ("nobody_free",)
    assert find_gaps(_supply(n_told=0, free_hours=0)) == ("time_untold",)


def test_gaps_are_sorted_by_who_asks_then_by_what_lacks_and_hidden_numbers_tell_nothing() -> None:
    supplies = {
        "a": _supply("svag"),
        "b": _supply(None),
        "c": _supply("svag"),
        "d": _supply("svag"),
        "e": _supply(),
    }
    listed = list_gaps({"a": 7, "b": 7, "c": None, "d": 12, "e": 40}, supplies)
    assert [(gap.area, gap.n_towns) for gap in listed] == [("d", 12), ("b", 7), ("a", 7), ("c", None)]


def test_a_method_counts_for_the_areas_it_is_meant_for_and_advice_against_is_none() -> None:
    documents = (
        make_guidance("en", primary_areas=(AREA,)),
        make_guidance("annan", secondary_areas=(AREA,), primary_areas=("klotter",)),
        make_guidance("avrads", primary_areas=(AREA,), recommendation="avråds"),
    )
    assert find_supply(AREA, documents, (), TODAY).n_methods == 1


def test_experts_count_where_they_come_and_their_hours_less_what_is_booked() -> None:
    everywhere = make_expert("a", hours_per_month=10)
    booked = make_expert("b", hours_per_month=10, booked=(Booked(date(2026, 12, 1), date(2026, 12, 31), 6.0),))
    elsewhere = make_expert("c", counties=("01",), availability=None)
    supply = find_supply(AREA, (), (everywhere, booked, elsewhere), date(2026, 12, 1), "14")
    assert (supply.n_experts, supply.n_told) == (2, 2)
    assert supply.free_hours == pytest.approx(3 * 10 + (3 * 10 - 6))
    assert find_supply(AREA, (), (everywhere, booked, elsewhere), date(2026, 12, 1)).n_experts == 3


def test_the_colour_is_the_share_of_the_municipalities() -> None:
    assert [find_level(n, 50) for n in (None, 4, 5, 12, 13, 25, 50)] == [0, 1, 2, 2, 3, 4, 4]
