"""The time that an expert has, as its organisation tells it, in the API."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api.schemas.period import PeriodOut
from api.store.experts.absences import MOST_ABSENCES
from api.store.experts.calendars import MOST_CASES, MOST_HOURS

_EXAMPLE: dict[str, JsonValue] = {
    "hours_per_month": 20,
    "parallel_cases": 2,
    "absences": [{"from": "2027-07-01", "to": "2027-07-31"}],
    "feed_address": None,
}


class AbsenceIn(BaseModel):
    """Days from `from` to `to`, both included."""

    model_config = ConfigDict(extra="forbid")

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class CalendarIn(BaseModel):
    """feed_address: of an iCalendar to follow, by https; null for none. What is saved is confirmed as of today."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    hours_per_month: Annotated[int, Field(ge=1, le=MOST_HOURS)]
    parallel_cases: Annotated[int, Field(ge=1, le=MOST_CASES)]
    absences: Annotated[list[AbsenceIn], Field(max_length=MOST_ABSENCES)] = []
    feed_address: Annotated[str, Field(max_length=2000)] | None = None


class CalendarOut(BaseModel):
    """confirmed: null where nothing has been said yet, and the other fields are empty

    is_hidden: it was confirmed so long ago that nobody goes by it
    absences: as they were written; busy: days that the followed calendar has as busy
    feed_fault: why it was not read last, null if it was: address, private, redirects, slow, unreachable, status, kind,
        large, damaged or many
    """

    slug: str
    confirmed: date | None = None
    is_hidden: bool = False
    hours_per_month: int | None = None
    parallel_cases: int | None = None
    absences: list[PeriodOut] = []
    feed_address: str | None = None
    feed_read: datetime | None = None
    feed_fault: str | None = None
    busy: list[PeriodOut] = []
