"""What is left of an expert's time, and why a booking does not fit."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.booking.capacity import (
    Capacity,
    find_full,
    find_most_cases,
    find_refusal,
    list_left,
    share_hours,
)
from kb.documents import Booked, Period

DAY = timedelta(days=1)
APRIL = Period(date(2027, 4, 1), date(2027, 4, 30))
TEN_HOURS = Capacity(10, 2)


def _book(first: int, last: int, hours: float, case: str = "", month: int = 4) -> Booked:
    return Booked(date(2027, month, first), date(2027, month, last), hours, case)


def test_hours_lie_evenly_over_the_days() -> None:
    booked = Booked(date(2027, 4, 21), date(2027, 5, 10), 20)
    assert share_hours(booked, APRIL, ()) == pytest.approx(20 * 10 / 20)


def test_days_of_absence_have_no_hours() -> None:
    booked, away = Booked(date(2027, 4, 21), date(2027, 5, 10), 20), (Period(date(2027, 5, 1), date(2027, 5, 5)),)
    assert share_hours(booked, APRIL, away) == pytest.approx(20 * 10 / 15)


def test_an_absence_that_is_told_after_the_booking_gives_no_hours_back() -> None:
    away = (APRIL,)
    assert share_hours(_book(1, 10, 5), APRIL, away) == pytest.approx(5)


def test_what_is_left_of_a_month_is_its_share_of_days_there_less_what_is_booked() -> None:
    capacity = Capacity(10, 1, (Period(date(2027, 4, 16), date(2027, 4, 30)),))
    (month,) = list_left(capacity, (_book(1, 10, 3),), APRIL)
    assert month.hours == pytest.approx(10 * 15 / 30)
    assert month.left == pytest.approx(10 * 15 / 30 - 3)


def test_the_last_hour_can_be_booked_and_no_more() -> None:
    first = (_book(1, 30, 9, "a"),)
    assert find_refusal(TEN_HOURS, first, _book(5, 5, 1, "b")) is None
    refusal = find_refusal(TEN_HOURS, (*first, _book(5, 5, 1, "b")), _book(6, 6, 1, "b"))
    assert refusal is not None
    assert (refusal.why, refusal.days, refusal.asked) == ("hours", APRIL, 1)
    assert refusal.left == pytest.approx(0)
    assert refusal.cases == ("a", "b")


def test_no_more_cases_at_once_than_were_told_and_bookings_of_one_case_are_one() -> None:
    booked = (_book(1, 10, 1, "a"), _book(5, 20, 1, "b"))
    refusal = find_refusal(TEN_HOURS, booked, _book(10, 12, 1, "c"))
    assert refusal is not None
    assert (refusal.why, refusal.days.first, refusal.cases) == ("cases", date(2027, 4, 10), ("a", "b"))
    assert find_refusal(TEN_HOURS, booked, _book(10, 12, 1, "a")) is None
    assert find_refusal(TEN_HOURS, booked, _book(11, 12, 1, "c")) is None


def test_who_is_away_throughout_cannot_be_booked() -> None:
    refusal = find_refusal(Capacity(10, 1, (APRIL,)), (), _book(3, 4, 1))
    assert refusal is not None
    assert refusal.why == "away"


def test_a_spent_month_and_a_day_with_as_many_cases_as_are_taken_are_full() -> None:
    assert find_full(Capacity(10, 1), ()) == ()
    assert find_full(Capacity(10, 9), (_book(3, 4, 10),)) == (APRIL,)
    assert find_full(Capacity(10, 1), (_book(3, 4, 1),)) == (Period(date(2027, 4, 3), date(2027, 4, 4)),)


def test_the_most_cases_at_once_are_counted_within_the_period_alone() -> None:
    booked = (_book(1, 10, 1, "a"), _book(5, 20, 1, "b"), _book(10, 10, 1))
    assert find_most_cases(booked, APRIL) == 3
    assert find_most_cases(booked, Period(date(2027, 4, 11), date(2027, 4, 30))) == 1


@st.composite
def _bookings(draw: st.DrawFn) -> Booked:
    first = date(2027, 1, 1) + draw(st.integers(0, 90)) * DAY
    last = first + draw(st.integers(0, 45)) * DAY
    return Booked(first, last, draw(st.integers(1, 40)) / 2, draw(st.sampled_from(["", "a", "b", "c"])))


@st.composite
def _capacities(draw: st.DrawFn) -> Capacity:
    away = tuple(Period(one.first, one.last) for one in draw(st.lists(_bookings(), max_size=2)))
    return Capacity(draw(st.integers(0, 20)), draw(st.integers(0, 3)), away)


@given(_capacities(), st.lists(_bookings(), max_size=12))
def test_bookings_that_are_let_in_one_by_one_never_pass_what_was_told(
    capacity: Capacity, wishes: Sequence[Booked]
) -> None:
    """Counted day by day, by nothing that the rules themselves use."""
    booked: list[Booked] = []
    for wanted in wishes:
        if find_refusal(capacity, booked, wanted) is None:
            booked.append(wanted)
    _check_day_by_day(capacity, booked)


@given(_capacities(), st.lists(_bookings(), max_size=8))
def test_a_day_that_is_full_or_away_takes_no_new_case_and_every_other_has_room(
    capacity: Capacity, wishes: Sequence[Booked]
) -> None:
    booked: list[Booked] = []
    for wanted in wishes:
        if find_refusal(capacity, booked, wanted) is None:
            booked.append(wanted)
    full = find_full(capacity, booked)
    for day in (one.first for one in booked):
        is_full = any(period.first <= day <= period.last for period in (*full, *capacity.away))
        assert is_full == (find_refusal(capacity, booked, Booked(day, day, 1e-3, "new")) is not None)


def _check_day_by_day(capacity: Capacity, booked: Sequence[Booked]) -> None:
    hours: dict[tuple[int, int], float] = {}
    away = {day for gone in capacity.away for day in _list_days(gone.first, gone.last)}
    cases: dict[date, set[object]] = {}
    for one in booked:
        there = [day for day in _list_days(one.first, one.last) if day not in away]
        for day in there:
            hours[day.year, day.month] = hours.get((day.year, day.month), 0.0) + one.hours / len(there)
        for day in _list_days(one.first, one.last):
            cases.setdefault(day, set()).add(one.case or id(one))
    for (year, month), taken in hours.items():
        days = [day for day in _list_days(date(year, month, 1), date(year, month, 28) + 4 * DAY) if day.month == month]
        given_hours = capacity.hours_per_month * sum(day not in away for day in days) / len(days)
        assert taken <= given_hours + 1e-4
    assert all(len(at_once) <= capacity.parallel_cases for at_once in cases.values())


def _list_days(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]
