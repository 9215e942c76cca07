"""The days of a desk are those that are asked for, else the year until today; a county is the advisor's own."""

from datetime import date

import pytest

from api.access.errors import RoleRefused
from api.access.scope import Scope
from api.cases.advice.desk_period import DeskPeriod, choose_period, narrow_county

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (None, None, (date(2026, 1, 1), TODAY)),
        (date(2025, 3, 1), None, (date(2025, 3, 1), TODAY)),
        (None, date(2025, 3, 1), (date(2025, 3, 1), date(2025, 3, 1))),
        (date(2027, 3, 1), None, (date(2027, 3, 1), date(2027, 3, 1))),
        (date(2026, 5, 1), date(2026, 4, 1), (date(2026, 4, 1), date(2026, 5, 1))),
    ],
)
def test_a_period(first: date | None, last: date | None, period: tuple[date, date]) -> None:
    assert choose_period(first, last, TODAY) == DeskPeriod(*period)


def test_a_county_is_the_advisors_own() -> None:
    assert [narrow_county(Scope("all"), county) for county in ("", "14")] == ["", "14"]
    assert [narrow_county(Scope("county", "14"), county) for county in ("", "14")] == ["14", "14"]
    with pytest.raises(RoleRefused):
        narrow_county(Scope("county", "14"), "01")
