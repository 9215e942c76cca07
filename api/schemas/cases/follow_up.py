"""Follow-ups of a case, and what they say of the help as numbers, in the API."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.cases.advice.answer_follow_up import MAX_TEXT_CHARS
from api.schemas.schema import Schema
from api.store.cases.follow_ups import Answer
from api.store.cases.tables import Used
from api.store.quality.figures import Figures, PlaceFigures

Points = Annotated[int, Field(ge=1, le=5)]


class FollowUpIn(BaseModel):
    """used: whether the advice was; helped, quality: 1 (not at all) to 5 (very much)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"used": "partly", "helped": 4, "quality": 5, "text": "Gruppen är i gång."}]},
    )

    used: Used
    helped: Points
    quality: Points
    text: Annotated[str, Field(max_length=MAX_TEXT_CHARS)] = ""


class AnsweredOut(BaseModel):
    """When the follow-up was answered."""

    months: int
    answered: datetime | None


class FollowUpOut(Schema):
    """due: the day from which it can be answered; sent: null until its link was.

    The points are shown to the municipality that gave them, the text to its advisors too.
    """

    months: int
    due: date
    sent: datetime | None
    answered: datetime | None
    used: Used | None = None
    helped: int | None = None
    quality: int | None = None
    text: str | None = None


class FigureOut(Schema):
    """spread: the standard deviation."""

    mean: float
    spread: float


class FiguresOut(Schema):
    """n: answers. used: yes is 1, partly a half, no 0; helped, quality: 1 to 5."""

    n: int
    used: FigureOut
    helped: FigureOut
    quality: FigureOut


class MyQualityOut(BaseModel):
    """why_not: why there are no figures: the organisation has not agreed to it, or there are too few answers."""

    figures: FiguresOut | None
    why_not: Literal["no_consent", "too_few"] | None


class PlaceFiguresOut(BaseModel):
    """county: empty for all counties together; area: null for all areas together, empty for those too rare to stand
    alone."""

    county: str
    area: str | None
    figures: FiguresOut


class QualityOut(BaseModel):
    """What has fewer than five answers of three municipalities is not there, alone or by taking one from another."""

    places: list[PlaceFiguresOut]


def answer_in(body: FollowUpIn) -> Answer:
    return Answer(body.used, body.helped, body.quality, body.text)


def my_quality_out(figures: Figures | None, *, has_consent: bool) -> MyQualityOut:
    why_not: Literal["no_consent", "too_few"] = "too_few" if has_consent else "no_consent"
    if figures is None:
        return MyQualityOut(figures=None, why_not=why_not)
    return MyQualityOut(figures=FiguresOut.model_validate(figures), why_not=None)


def quality_out(places: list[PlaceFigures]) -> QualityOut:
    told = [
        PlaceFiguresOut(county=one.county, area=one.area, figures=FiguresOut.model_validate(one.figures))
        for one in places
    ]
    return QualityOut(places=told)
