"""Questions to experts in a case, in the API."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.period import PeriodOut, period_out
from api.store.cases.asks import MAX_ASK_HOURS, MAX_NOTE_CHARS, AnswerKind, AskStage, other_of, stage_of_ask
from api.store.cases.tables import CaseAsk
from api.store.experts.bookings import BookingStage

EXPERT = Field(max_length=100, examples=["tranemo-est"], description="Slug of an expert")


class AskIn(BaseModel):
    """address: where it is asked; left out, at the expert's account or else the mailbox of its profile.

    books_at_once: a yes is a booking; holds: the hours are held until there is an answer
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "expert": "tranemo-est",
                    "from": "2026-12-01",
                    "to": "2027-02-28",
                    "hours": 8,
                    "address": "est@alvdala.example.se",
                }
            ]
        },
    )

    expert: Annotated[str, EXPERT]
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    hours: Annotated[float, Field(gt=0, le=MAX_ASK_HOURS)]
    address: Annotated[str, Field(max_length=254)] = ""
    books_at_once: bool = False
    holds: bool = False


class NewAskOut(BaseModel):
    """link: null where a letter with it was sent; else send it yourself."""

    id: str
    expert: str
    link: str | None


class AskOut(BaseModel):
    """state: waiting, expired, yes, no, other (`other` has the days) or withdrawn; note: why, in its own words."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    expert: str
    state: AskStage
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]
    hours: float
    books_at_once: bool
    asked: datetime
    expires: datetime
    answered: datetime | None
    note: str | None
    other: PeriodOut | None


class AnswerIn(BaseModel):
    """answer: yes, no, or other with the days that are proposed."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"answer": "no", "note": "Vi har inte tid före mars."}]}
    )

    answer: AnswerKind
    note: Annotated[str, Field(max_length=MAX_NOTE_CHARS)] = ""
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class AnsweredOut(BaseModel):
    """booking: what a yes has led to; null for other answers, and where others were first to the hours."""

    answer: AnswerKind
    booking: BookingStage | None


def ask_out(row: CaseAsk, now: datetime) -> AskOut:
    """A question as it is now."""
    return AskOut(
        id=row.id,
        expert=row.expert_slug,
        state=stage_of_ask(row, now),
        first=row.first,
        last=row.last,
        hours=row.hours,
        books_at_once=row.books_at_once,
        asked=row.asked,
        expires=row.expires,
        answered=row.answered,
        note=row.note,
        other=period_out(other) if (other := other_of(row)) else None,
    )
