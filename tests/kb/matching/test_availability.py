"""When an expert is free within a period."""

from datetime import date

import pytest

from kb.documents import Period
from kb.matching.availability import find_availability
from tests.builders import make_expert


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
    found = find_availability(expert, may(10, 20))
    assert list(found.free) == [may(*days) for days in free]
    assert found.is_free is bool(free)
    assert found.back == (None if back is None else date.fromordinal(date(2026, 5, 1).toordinal() + back - 1))
