"""Municipalities are counted once, in the half-year in which they first told."""

from datetime import date

from kb.national.needs.figures import ANY, PARTS, Figure, Need, count_needs
from kb.national.needs.half_year import HalfYear, half_year_of, list_ended
from tests.kb.national.needs.towns import make_town

TOWNS = (make_town("1490", 115_000), make_town("1480", 600_000), make_town("0980", 61_000))
NEEDS = (
    Need("1490", "klotter", "h1"),
    Need("1490", "klotter", "h2"),
    Need("1480", "klotter", "h2"),
    Need("1480", "krogvald", "h2"),
    Need("9999", "klotter", "h1"),
    Need("0980", "nytt", "h1"),
)


def test_a_municipality_counts_once_in_each_figure() -> None:
    counted = count_needs(NEEDS, TOWNS, ["klotter", "krogvald"])
    assert counted.count(Figure("all", "klotter")) == 2
    assert counted.count(Figure("county", "klotter", "14")) == 2
    assert counted.count(Figure("county", "klotter", "09")) == 0
    assert counted.count(Figure("size", "klotter", "s100")) == 2
    assert counted.count(Figure("all", ANY)) == 2
    assert counted.count_towns(Figure("county", ANY, "09")) == 1


def test_it_counts_in_the_half_year_in_which_it_first_told() -> None:
    counted = count_needs(NEEDS, TOWNS, ["klotter"])
    assert counted.count(Figure("half", "klotter", "h1")) == 1
    assert counted.count(Figure("half", "klotter", "h2")) == 1


def test_figures_of_places_and_half_years_add_up() -> None:
    counted = count_needs(NEEDS, TOWNS, ["klotter", "krogvald"])
    for part in PARTS:
        parts = counted.list_parts("klotter", part)
        assert sum(map(counted.count, parts)) == counted.count(Figure("all", "klotter"))


def test_a_half_year_has_ended_on_the_day_after_its_last() -> None:
    assert half_year_of(date(2026, 6, 30)) == HalfYear(2026, "h1")
    assert list_ended(date(2026, 1, 1), date(2026, 6, 30)) == []
    assert list_ended(date(2026, 1, 1), date(2026, 7, 1)) == [HalfYear(2026, "h1")]
    assert list_ended(date(2025, 8, 1), date(2026, 7, 1)) == [HalfYear(2025, "h2"), HalfYear(2026, "h1")]
