"""A case in the API: what is asked, and where it stands."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.cases.rights import CaseRight
from api.schemas.schema import Schema
from api.store.cases.create_case import USUAL_HOURS
from api.store.cases.desk.weigh import MAX_HOURS
from api.store.cases.list_cases import Lying
from api.store.cases.tables import CaseState
from kb.vocabulary import MeetingFormat, SupportLanguage

WISH_EXAMPLE: dict[str, Any] = {
    "title": "Barn som rekryteras",
    "wish": "Någon som har startat SSPF, och kan hjälpa oss igång.",
    "from": "2026-12-01",
    "to": "2027-02-28",
    "form": "digitalt",
    "hours": 12,
}
_Mask = Annotated[bool, Field(description="Om personuppgifter får maskeras; annars avvisas en text som har några")]


class WishIn(BaseModel):
    """What help is wanted. why_urgent: empty where nothing is; not_experts: slugs of those not to ask."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, json_schema_extra={"examples": [WISH_EXAMPLE]})

    title: Annotated[str, Field(min_length=1, max_length=200)]
    wish: Annotated[str, Field(min_length=1, max_length=5_000)]
    first: Annotated[date | None, Field(alias="from", description="Utelämnad: i dag")] = None
    last: Annotated[date | None, Field(alias="to", description="Utelämnad: 90 dagar framåt")] = None
    form: MeetingFormat | None = None
    language: SupportLanguage | None = None
    hours: Annotated[float, Field(gt=0, le=MAX_HOURS)] = USUAL_HOURS
    why_urgent: Annotated[str, Field(max_length=1_000)] = ""
    not_experts: Annotated[list[str], Field(max_length=200)] = Field(default_factory=list)
    mask: _Mask = False


class CaseProblemIn(BaseModel):
    """area: a slug; words: the municipality's own."""

    model_config = ConfigDict(extra="forbid")

    area: Annotated[str, Field(max_length=100)]
    words: Annotated[str, Field(max_length=3_000)] = ""


class CaseIn(WishIn):
    """A help request. plan_id: of a saved plan of the municipality."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    **WISH_EXAMPLE,
                    "problems": [{"area": "nyrekrytering", "words": "Pojkar på tolv år bär väskor åt äldre."}],
                }
            ]
        },
    )

    problems: Annotated[list[CaseProblemIn], Field(min_length=1, max_length=20)]
    plan_id: Annotated[str | None, Field(max_length=32)] = None


class CaseHeadOut(Schema):
    """A case as it is listed. desk: the county that has it, empty for Brå; advisor_id: null until somebody takes it."""

    id: str
    code: str
    title: str
    municipality_code: str
    state: CaseState
    is_urgent: bool
    desk: str
    advisor_id: str | None
    answer_by: date
    merged_into: str | None
    created: datetime
    changed: datetime
    closed: datetime | None


class DeskCaseOut(CaseHeadOut):
    """lying: how it lies at the desk; an overdue one is new, waiting or running too."""

    lying: list[Lying]
    n_messages: int


class CasesOut(BaseModel):
    """counts: how many of those that are listed without `lying` lie in each way."""

    cases: list[DeskCaseOut]
    counts: dict[Lying, int]


class CaseProblemOut(Schema):
    number: int
    area: str
    words: str


class CaseOut(CaseHeadOut):
    """A case whole. An expert is not told who is not to be asked, nor what the case weighs (null)."""

    right: CaseRight
    plan_id: str | None
    wish: str
    why_urgent: str
    not_experts: list[str]
    problems: list[CaseProblemOut]
    first: Annotated[date, Field(serialization_alias="from")]
    last: Annotated[date, Field(serialization_alias="to")]
    form: MeetingFormat | None
    language: SupportLanguage | None
    hours: float
    priority: int | None
    floor: float | None


class CaseEventOut(Schema):
    """What was done, and by which account. note: the words that went with it."""

    at: datetime
    by: str
    what: str
    note: str | None
