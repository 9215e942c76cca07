"""What an expert can give within a period, and limits that hold exactly when the work fits into the days."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.documents import Booked, Expert, Period
from kb.staffing.capacity import (
    ASSUMED_HOURS_PER_MONTH,
    ASSUMED_PARALLEL_CASES,
    find_assumed_hours,
    find_case_limits,
    find_free_hours,
    find_hour_limits,
    find_hours,
    find_parallel_cases,
)
from tests.builders import TODAY, make_expert

MARCH = Period(date(2027, 3, 1), date(2027, 3, 31))
DAY = timedelta(days=1)
JANUARY = date(2027, 1, 1)


def test_a_whole_month_gives_the_hours_of_a_month_however_long_it_is() -> None:
    expert = make_expert("a", hours_per_month=10)
    assert find_free_hours(expert, MARCH, TODAY) == pytest.approx(10)
    assert find_free_hours(expert, Period(date(2027, 2, 1), date(2027, 2, 28)), TODAY) == pytest.approx(10)


def test_a_part_of_a_month_gives_its_share_of_the_days() -> None:
    expert = make_expert("a", hours_per_month=10)
    assert find_free_hours(expert, Period(date(2027, 4, 1), date(2027, 4, 15)), TODAY) == pytest.approx(10 * 15 / 30)
    over_two_months = Period(date(2027, 3, 31), date(2027, 4, 3))
    assert find_free_hours(expert, over_two_months, TODAY) == pytest.approx(10 * (1 / 31 + 3 / 30))
    assert find_free_hours(expert, Period(date(2026, 12, 1), date(2027, 2, 28)), TODAY) == pytest.approx(3 * 10)


def test_absence_is_taken_off_by_its_days() -> None:
    away = Period(date(2027, 3, 11), date(2027, 3, 20))
    assert find_free_hours(make_expert("a", hours_per_month=31, unavailable=(away,)), MARCH, TODAY) == pytest.approx(21)


def test_absences_that_overlap_count_once_and_what_is_outside_does_not_count() -> None:
    away = (
        Period(date(2027, 2, 1), date(2027, 3, 4)),
        Period(date(2027, 3, 3), date(2027, 3, 10)),
        Period(date(2027, 3, 30), date(2027, 4, 30)),
    )
    assert find_free_hours(make_expert("a", hours_per_month=31, unavailable=away), MARCH, TODAY) == pytest.approx(19)


def test_who_is_away_throughout_or_has_no_hours_gives_none() -> None:
    assert find_free_hours(make_expert("a", unavailable=(MARCH,)), MARCH, TODAY) == 0
    assert find_free_hours(make_expert("a", hours_per_month=0), MARCH, TODAY) == 0


def test_one_period_for_all_gives_one_limit_of_each_kind() -> None:
    experts = [make_expert("a", hours_per_month=10, parallel_cases=2), make_expert("b", hours_per_month=4)]
    (hours,), (cases,) = find_hour_limits(experts, [MARCH, MARCH], TODAY), find_case_limits(experts, [MARCH, MARCH])
    assert hours.cases == cases.cases == (0, 1)
    assert list(hours.hours) == pytest.approx([10, 4])
    assert list(cases.n_cases) == [2, 1]


def test_cases_after_each_other_have_a_limit_each_and_one_together() -> None:
    april = Period(date(2027, 4, 1), date(2027, 4, 30))
    limits = find_hour_limits([make_expert("a", hours_per_month=10)], [MARCH, april], TODAY)
    assert {limit.cases: limit.hours[0] for limit in limits} == pytest.approx({(0,): 10, (0, 1): 20, (1,): 10})
    assert [limit.cases for limit in find_case_limits([make_expert("a")], [MARCH, april])] == [(0,), (1,)]


def test_cases_that_share_a_day_are_under_way_at_the_same_time() -> None:
    late = Period(date(2027, 3, 31), date(2027, 4, 30))
    assert [limit.cases for limit in find_case_limits([make_expert("a")], [MARCH, late])] == [(0,), (0, 1)]


def test_without_cases_there_are_no_limits() -> None:
    assert find_hour_limits([make_expert("a")], [], TODAY) == ()
    assert find_case_limits([make_expert("a")], []) == ()


def _day(n: int) -> date:
    return JANUARY + n * DAY


PERIODS = st.tuples(st.integers(0, 50), st.integers(0, 40)).map(lambda n: Period(_day(n[0]), _day(n[0] + n[1])))


@settings(max_examples=300)
@given(
    st.lists(st.tuples(PERIODS, st.integers(1, 30)), min_size=1, max_size=5),
    st.lists(PERIODS, max_size=2),
    st.integers(5, 40),
)
def test_hours_within_the_limits_are_those_that_can_be_worked_day_by_day(
    work: list[tuple[Period, int]], away: list[Period], hours_per_month: int
) -> None:
    expert = make_expert("a", hours_per_month=hours_per_month, unavailable=tuple(away))
    periods, hours = [period for period, _ in work], [hours for _, hours in work]
    limits = find_hour_limits([expert], periods, TODAY)
    slack = min(limit.hours[0] - sum(hours[case] for case in limit.cases) for limit in limits)
    left = _work_day_by_day(expert, periods, hours)
    assert (slack >= -1e-6) == (left <= 1e-6)


@settings(max_examples=200)
@given(st.lists(PERIODS, min_size=1, max_size=6))
def test_the_most_cases_on_any_day_are_those_of_the_largest_limit(periods: list[Period]) -> None:
    limits = find_case_limits([make_expert("a")], periods)
    most = max(sum(p.first <= _day(n) <= p.last for p in periods) for n in range(100))
    assert max(len(limit.cases) for limit in limits) == most


def _work_day_by_day(expert: Expert, periods: Sequence[Period], hours: Sequence[int]) -> float:
    """The hours that are left undone when each free day goes to the case that ends first."""
    told, left = expert.availability, [float(value) for value in hours]
    if told is None:
        raise ValueError(f"{expert.slug} has told of no hours; give it some")
    for day in map(_day, range(100)):
        if any(away.first <= day <= away.last for away in told.unavailable):
            continue
        time = told.hours_per_month / monthrange(day.year, day.month)[1]
        open_cases = [case for case, period in enumerate(periods) if period.first <= day <= period.last]
        for case in sorted(open_cases, key=lambda case: periods[case].last):
            spent = min(time, left[case])
            left[case] -= spent
            time -= spent
    return sum(left)


def test_days_beyond_the_calendar_give_no_hours() -> None:
    expert = make_expert("a", hours_per_month=31, review_by=date(2027, 3, 10))
    assert find_free_hours(expert, MARCH, TODAY) == pytest.approx(10)
    assert find_free_hours(expert, MARCH, date(2027, 3, 6)) == pytest.approx(10 - 5)
    assert find_assumed_hours(expert, MARCH, TODAY) == pytest.approx(ASSUMED_HOURS_PER_MONTH * 21 / 31)
    assert find_hours(expert, MARCH, TODAY) == pytest.approx(10 + ASSUMED_HOURS_PER_MONTH * 21 / 31)


def test_who_has_said_nothing_is_counted_with_a_little_of_the_days_to_come() -> None:
    silent = make_expert("a", availability=None)
    assert find_free_hours(silent, MARCH, TODAY) == 0
    assert find_assumed_hours(silent, MARCH, TODAY) == pytest.approx(ASSUMED_HOURS_PER_MONTH)
    assert find_assumed_hours(silent, MARCH, date(2027, 3, 17)) == pytest.approx(ASSUMED_HOURS_PER_MONTH * 15 / 31)
    assert find_assumed_hours(silent, MARCH, date(2027, 4, 1)) == 0
    assert find_parallel_cases(silent) == ASSUMED_PARALLEL_CASES


def test_nothing_is_assumed_of_who_has_told_of_every_day() -> None:
    assert find_assumed_hours(make_expert("a"), MARCH, TODAY) == 0
    assert find_assumed_hours(make_expert("a", unavailable=(MARCH,)), MARCH, TODAY) == 0


APRIL = Period(date(2027, 4, 1), date(2027, 4, 30))


def _booked(first: int, last: int, hours: float, case: str = "a") -> Booked:
    return Booked(date(2027, 4, first), date(2027, 4, last), hours, case)


def test_booked_hours_are_taken_off_what_is_free_and_never_twice() -> None:
    expert = make_expert("a", hours_per_month=10, parallel_cases=9, booked=(_booked(20, 25, 4),))
    assert find_free_hours(expert, APRIL, TODAY) == pytest.approx(10 - 4)
    half = Period(date(2027, 4, 1), date(2027, 4, 15))
    assert find_free_hours(expert, half, TODAY) == pytest.approx(10 * 15 / 30)
    assert find_free_hours(expert, MARCH, TODAY) == pytest.approx(10)


def test_days_with_as_many_cases_as_it_takes_are_not_free() -> None:
    expert = make_expert("a", hours_per_month=10, parallel_cases=1, booked=(_booked(1, 15, 1),))
    assert find_free_hours(expert, APRIL, TODAY) == pytest.approx(10 * 15 / 30)
    assert find_parallel_cases(expert, APRIL) == 0
    assert find_parallel_cases(expert, MARCH) == 1


def test_booked_hours_are_taken_off_what_is_assumed() -> None:
    expert = make_expert("a", availability=None, booked=(_booked(1, 2, 3),))
    assert find_assumed_hours(expert, APRIL, TODAY) == pytest.approx(ASSUMED_HOURS_PER_MONTH - 3)
    assert find_assumed_hours(expert, MARCH, TODAY) == pytest.approx(ASSUMED_HOURS_PER_MONTH)


def test_a_booking_that_begins_within_a_case_is_a_limit_of_cases() -> None:
    expert = make_expert("a", parallel_cases=1, booked=(_booked(10, 20, 1),))
    limits = find_case_limits([expert], [APRIL])
    assert [(limit.cases, limit.n_cases.tolist()) for limit in limits] == [((0,), [1]), ((0,), [0])]


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9), st.integers(1, 8)), max_size=5), st.integers(0, 3))
def test_what_is_counted_with_is_never_more_than_before_anything_was_booked(
    wishes: list[tuple[int, int, int]], parallel_cases: int
) -> None:
    booked = tuple(_booked(first, min(first + days, 30), hours, f"{first}") for first, days, hours in wishes)
    plain = make_expert("a", parallel_cases=parallel_cases)
    taken = make_expert("a", parallel_cases=parallel_cases, booked=booked)
    spring = Period(date(2027, 3, 15), date(2027, 5, 15))
    assert 0 <= find_hours(taken, spring, TODAY) <= find_hours(plain, spring, TODAY) + 1e-9
