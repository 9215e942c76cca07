"""What users say of answers, and words that had none, in the API."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.learning.take_feedback import MAX_ASKED_CHARS, MAX_REASON_CHARS
from api.schemas.query import StrictQuery
from api.schemas.schema import Schema
from api.store.learning.feedback import Said, Wanted
from api.store.learning.tables import Feedback, FeedbackAbout, FeedbackState

Verdict = Literal["right", "wrong"]


class FeedbackIn(BaseModel):
    """slug: of the guidance that was a hit, or of the problem area of a problem found.

    asked: the query, or the text of that problem; masked before it is stored, as the reason is.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "about": "hit",
                    "slug": "sspf",
                    "verdict": "right",
                    "asked": "unga i riskzonen på högstadiet",
                    "reason": "Det är så vi vill arbeta.",
                }
            ]
        },
    )

    about: FeedbackAbout
    slug: Annotated[str, Field(max_length=100)]
    verdict: Verdict
    asked: Annotated[str, Field(max_length=MAX_ASKED_CHARS)]
    reason: Annotated[str, Field(max_length=MAX_REASON_CHARS)] = ""


class FeedbackTakenOut(BaseModel):
    """What was sent has been stored, under this id, without a word of who sent it."""

    id: str


class FeedbackQuery(StrictQuery):
    """Which are told: all of them when nothing is asked for; page: from 1."""

    state: FeedbackState | None = Field(default=None, examples=["new"])
    about: FeedbackAbout | None = Field(default=None, examples=["hit"])
    verdict: Verdict | None = Field(default=None, examples=["wrong"])
    page: int = Field(default=1, ge=1, le=10_000, examples=[1])


class FeedbackOut(Schema):
    """reviewed: null until an editor has taken or dropped it."""

    id: str
    at: datetime
    about: FeedbackAbout
    slug: str
    verdict: Verdict
    asked: str
    reason: str | None
    state: FeedbackState
    reviewed: datetime | None


class FeedbackListOut(BaseModel):
    """n: how many there are in all; 50 a page, the last first."""

    n: int
    feedback: list[FeedbackOut]


class ReviewIn(BaseModel):
    """taken: it goes into `kb feedback export`; dropped: it does not."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"state": "taken"}]})

    state: Literal["taken", "dropped"]


class UnansweredWordOut(Schema):
    """word: its form in the dictionary; n_queries: how many without an answer have had it."""

    word: str
    n_queries: int


class UnansweredWordsOut(BaseModel):
    """n_towns: municipalities that must have asked for a word before it is told; counting: whether words are."""

    n_towns: int
    counting: bool
    words: list[UnansweredWordOut]


def said_in(body: FeedbackIn) -> Said:
    return Said(
        about=body.about, slug=body.slug, is_right=body.verdict == "right", asked=body.asked, reason=body.reason
    )


def wanted_in(asked: FeedbackQuery) -> Wanted:
    return Wanted(asked.state, asked.about, None if asked.verdict is None else asked.verdict == "right")


def feedback_out(row: Feedback) -> FeedbackOut:
    return FeedbackOut(
        id=row.id,
        at=row.at,
        about=row.about,
        slug=row.slug,
        verdict="right" if row.is_right else "wrong",
        asked=row.asked,
        reason=row.reason,
        state=row.state,
        reviewed=row.reviewed,
    )
