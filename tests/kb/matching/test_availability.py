"""When an expert is free within a period."""

from datetime import date

import pytest

from kb.documents import Period
from kb.matching.availability import find_availability
from tests.builders import make_expert

TODAY = date(2026, 5, 1)


def may(first: int, last: int) -> Period:
    return Period(date(2026, 5, first), date(2026, 5, last))


@pytest.mark.parametrize(
    ("unavailable", "free", "back"),
    [
        ((), [(10, 20)], None),
        ([(1, 9), (21, 25)], [(10, 20)], None),  # before and after it
        ([(12, 14)], [(10, 11), (15, 20)], 15),
        ([(5, 10)], [(11, 20)], 11),  # the first day alone
        ([(20, 28)], [(10, 19)], 29),  # the last day alone
        ([(17, 18), (12, 13)], [(10, 11), (14, 16), (19, 20)], 19),  # told in any order
        ([(12, 16), (14, 15)], [(10, 11), (17, 20)], 17),  # one within the other
        ([(10, 14), (15, 20)], [], 21),  # day by day
        ([(1, 31)], [], 32),
        ([(10, 20), (21, 25)], [], 26),  # back from one absence into the next
        ([(10, 20), (22, 25)], [], 21),  # a day between them
    ],
)
def test_free_is_what_no_absence_covers(
    unavailable: list[tuple[int, int]], free: list[tuple[int, int]], back: int | None
) -> None:
    expert = make_expert("x", unavailable=tuple(may(*days) for days in unavailable))
    found = find_availability(expert, may(10, 20), TODAY)
    assert list(found.free) == [may(*days) for days in free]
    assert found.is_free is bool(free)
    assert found.back == (None if back is None else date.fromordinal(date(2026, 5, 1).toordinal() + back - 1))


def test_days_that_are_gone_are_unknown() -> None:
    found = find_availability(make_expert("x"), may(10, 20), date(2026, 5, 15))
    assert (found.free, found.unknown) == ((may(15, 20),), (may(10, 14),))
    gone = find_availability(make_expert("x"), may(10, 20), date(2026, 5, 21))
    assert (gone.free, gone.unknown, gone.is_busy) == ((), (may(10, 20),), False)


def test_days_after_the_profile_is_to_be_read_again_are_unknown() -> None:
    expert = make_expert("x", review_by=date(2026, 5, 12), unavailable=(may(11, 30),))
    found = find_availability(expert, may(10, 20), TODAY)
    assert (found.free, found.unknown) == ((may(10, 10),), (may(13, 20),))
    in_ten_years = Period(date(2036, 1, 1), date(2036, 12, 31))
    assert find_availability(make_expert("x"), in_ten_years, TODAY).unknown == (in_ten_years,)


def test_busy_is_only_what_is_known() -> None:
    assert find_availability(make_expert("x", unavailable=(may(1, 31),)), may(10, 20), TODAY).is_busy
    partly_known = make_expert("x", unavailable=(may(1, 31),), review_by=date(2026, 5, 15))
    assert not find_availability(partly_known, may(10, 20), TODAY).is_busy


def test_where_the_organisation_has_said_nothing_all_days_are_unknown() -> None:
    found = find_availability(make_expert("x", availability=None), may(10, 20), TODAY)
    assert (found.free, found.back, found.unknown) == ((), None, (may(10, 20),))
    assert not found.is_free
    assert not found.is_busy
