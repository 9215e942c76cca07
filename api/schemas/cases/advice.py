"""Advice that was given in a case, in the API."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.cases.advice.check_advice import MAX_GIVER_CHARS, MAX_HOURS, MAX_TEXT_CHARS
from api.cases.advice.sum_advice import AdviceTotals
from api.schemas.schema import Schema
from api.store.cases.advice import Given
from api.store.cases.tables import Advice
from kb.vocabulary import MeetingFormat

EXAMPLE: dict[str, Any] = {
    "day": "2026-11-20",
    "hours": 1.5,
    "form": "digitalt",
    "giver": "kommunstrateg",
    "area": "nyrekrytering",
    "offered": "Genomgång av hur SSPF startas.",
    "received": "Samordnaren och socialchefen var med.",
    "expected": "Beslut om en grupp.",
    "next_step": "Nytt möte i januari.",
}
Text = Annotated[str, Field(max_length=MAX_TEXT_CHARS)]
Giver = Annotated[str, Field(min_length=1, max_length=MAX_GIVER_CHARS)]
Hours = Annotated[float, Field(gt=0, le=MAX_HOURS)]
Slug = Annotated[str, Field(max_length=100)]


class AdviceIn(BaseModel):
    """giver: the role of who gave it, never the name; area: slug of a problem area or a support theme; expert_slug: one
    that is asked in the case, null where the advisor gave it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    day: date
    hours: Hours
    form: MeetingFormat
    giver: Giver
    area: Slug
    offered: Annotated[str, Field(min_length=1, max_length=MAX_TEXT_CHARS)]
    received: Text = ""
    expected: Text = ""
    achieved: Text = ""
    next_step: Text = ""
    expert_slug: Slug | None = None


class AdviceChangeIn(BaseModel):
    """Those of the fields that are to be changed; the others stay."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"achieved": "Gruppen är beslutad.", "next_step": "Första träffen i mars."}]},
    )

    day: date | None = None
    hours: Hours | None = None
    form: MeetingFormat | None = None
    giver: Giver | None = None
    area: Slug | None = None
    offered: Annotated[str, Field(min_length=1, max_length=MAX_TEXT_CHARS)] | None = None
    received: Text | None = None
    expected: Text | None = None
    achieved: Text | None = None
    next_step: Text | None = None
    expert_slug: Slug | None = None


class AdviceOut(Schema):
    """at: when it was last written, which `If-Match` of a change may tell; by: the account that first wrote it down."""

    id: str
    day: date
    hours: float
    form: MeetingFormat
    giver: str
    area: str
    offered: str
    received: str
    expected: str
    achieved: str
    next_step: str
    expert_slug: str | None
    at: datetime
    by: str


class WrittenAdviceOut(AdviceOut):
    """n_masked: how many names, numbers and addresses of persons were taken out before it was kept."""

    n_masked: int


class TotalsOut(Schema):
    """n: times; hours: of all together; n_by_form: times in each form."""

    n: int
    hours: float
    n_by_form: dict[MeetingFormat, int]


class CaseAdviceOut(BaseModel):
    """The advice of a case that the account may see, by day."""

    totals: TotalsOut
    advice: list[AdviceOut]


class ListedAdviceOut(BaseModel):
    """case: its code; expert: slug, null where an advisor gave it; the texts are there when `texts` asks for them."""

    day: date
    case: str
    municipality_code: str
    municipality: str
    county: str
    area: str
    form: MeetingFormat
    hours: float
    expert: str | None
    giver: str | None = None
    offered: str | None = None
    received: str | None = None
    expected: str | None = None
    achieved: str | None = None
    next_step: str | None = None


class DeskAdviceOut(BaseModel):
    """Advice of a period, by day, and its totals."""

    first: date
    last: date
    totals: TotalsOut
    advice: list[ListedAdviceOut]


def given_in(body: AdviceIn) -> Given:
    """The advice as it was sent."""
    return Given(**body.model_dump())


def changed_in(row: Advice, body: AdviceChangeIn) -> Given:
    """The advice with what was sent in place of what stood there; a null leaves a field as it is, but who gave it."""
    sent = body.model_dump(exclude_unset=True)
    kept = {name: value for name, value in sent.items() if value is not None or name == "expert_slug"}
    stood = {name: getattr(row, name) for name in Given.__slots__}
    return Given(**{**stood, **kept})


def written_out(row: Advice, n_masked: int) -> WrittenAdviceOut:
    return WrittenAdviceOut(**AdviceOut.model_validate(row).model_dump(), n_masked=n_masked)


def totals_out(totals: AdviceTotals) -> TotalsOut:
    return TotalsOut(n=totals.n, hours=totals.hours, n_by_form=dict(totals.n_by_form))
