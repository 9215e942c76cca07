"""Bookings of a case, in the API."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.cases.asks import EXPERT
from api.store.experts.bookings import MAX_HOURS, BookingStage, stage_of
from api.store.experts.tables import Booking
from kb.vocabulary import MeetingFormat

MAX_REASON_CHARS = 2_000


class BookingIn(BaseModel):
    """state: confirmed at once, or held for two days."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"expert": "tranemo-est", "from": "2026-12-01", "to": "2026-12-18", "hours": 8}]
        },
    )

    expert: Annotated[str, EXPERT]
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    hours: Annotated[float, Field(gt=0, le=MAX_HOURS)]
    state: Literal["held", "confirmed"] = "confirmed"


class BookingChangeIn(BaseModel):
    """What is left out stays as it is. reason: why it is cancelled, in the history of the case alone."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"from": "2027-01-11", "to": "2027-01-29", "hours": 6}]}
    )

    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    hours: Annotated[float | None, Field(gt=0, le=MAX_HOURS)] = None
    state: Literal["confirmed", "cancelled"] | None = None
    reason: Annotated[str, Field(max_length=MAX_REASON_CHARS)] = ""


class BookingOut(BaseModel):
    """state: held until held_until, run_out after it, confirmed or cancelled.

    n_changes: how often it was moved or cancelled; ask: id of the question that led to it
    """

    model_config = ConfigDict(populate_by_name=True)

    id: str
    expert: str
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    hours: float
    form: MeetingFormat | None
    state: BookingStage
    held_until: datetime | None
    n_changes: int
    created: datetime
    changed: datetime
    ask: str | None


def booking_out(row: Booking, now: datetime) -> BookingOut:
    """A booking as it is now."""
    return BookingOut(
        id=row.id,
        expert=row.expert_slug,
        first=row.first,
        last=row.last,
        hours=row.hours,
        form=row.form,
        state=stage_of(row, now),
        held_until=row.held_until,
        n_changes=row.n_changes,
        created=row.created,
        changed=row.changed,
        ask=row.ask_id,
    )
