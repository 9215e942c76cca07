"""A calendar is read in a process of its own, within limits, and what is wrong there costs one answer."""

from datetime import date

import pytest

from api.expert_side.feed.read_apart import read_busy_days
from api.store.experts.errors import FeedRejected
from kb.documents import Period
from kb.reading.apart import Limits
from tests.api.expert_side.feed.calendars import calendar

FIRST, LAST = date(2026, 11, 22), date(2028, 11, 22)


def fault_of(raw: bytes, limits: Limits | None = None, worker: str = "api.expert_side.feed.worker") -> str:
    with pytest.raises(FeedRejected) as told:
        read_busy_days(raw, FIRST, LAST, limits or Limits(), worker)
    return told.value.key


def test_the_days_come_back() -> None:
    assert read_busy_days(calendar("DTSTART;VALUE=DATE:20261201"), FIRST, LAST) == [
        Period(date(2026, 12, 1), date(2026, 12, 1))
    ]


def test_what_is_no_calendar_is_told_as_there() -> None:
    assert fault_of(b"<html></html>") == "damaged"


def test_one_that_is_too_heavy_to_read_is_ended() -> None:
    never = "DTSTART:20000101T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    assert fault_of(calendar(*[never] * 4000), Limits(cpu_s=4)) == "many"


def test_a_reader_that_crashes_costs_one_answer() -> None:
    assert fault_of(calendar(), worker="tests.fakes.failing_worker") == "many"
