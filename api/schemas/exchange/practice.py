"""Accounts of practice in the API: published ones, and those that a municipality writes."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.query import StrictQuery
from api.schemas.schema import Schema
from api.store.exchange.practice import MAX_REASON_CHARS, Decision
from api.store.exchange.published import WantedPractice
from api.store.exchange.tables import Practice, PracticeState, PublishedPractice
from api.store.exchange.texts import MAX_TEXT_CHARS, MAX_TITLE_CHARS, load_texts

Text = Annotated[str, Field(max_length=MAX_TEXT_CHARS)]
EXAMPLE = {
    "title": "Nattvandring i centrum",
    "done": "Föreningarna gick tre kvällar i veckan.",
    "took": "En samordnare på 20 procent.",
    "figures": "Andel trygga: 41 (2026-01-15), 52 (2026-10-15).",
    "otherwise": "Vi hade frågat ungdomarna tidigare.",
}


class PracticeQuery(StrictQuery):
    """q: words; method, problem_area: slugs; county: its two digits; page: from 1, 20 a page."""

    q: str = Field(default="", max_length=200, examples=["nattvandringar"])
    method: str = Field(default="", max_length=100, examples=["nattvandring"])
    problem_area: str = Field(default="", max_length=100, examples=["narkotika"])
    county: str = Field(default="", max_length=2, examples=["14"])
    page: int = Field(default=1, ge=1, le=10_000, examples=[1])


class PublishedPracticeOut(Schema):
    """A municipality's own account, no research. done: what was done; took: what it took; figures: what they say."""

    id: str
    municipality_code: str
    method: str
    problem_area: str
    title: str
    done: str
    took: str
    figures: str
    otherwise: str
    published: date


class PublishedListOut(BaseModel):
    """n: how many there are in all."""

    n: int
    accounts: list[PublishedPracticeOut]


class PracticeBeginIn(BaseModel):
    """measure: path of a measure of the plan that has been followed up."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"measure": "problems/1/measures/nattvandring"}]}
    )

    measure: Annotated[str, Field(max_length=200)]


class PracticeTextsIn(BaseModel):
    """version: the one that was read, left out not to ask; mask: personal data in the texts may be masked."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{**EXAMPLE, "version": 1}]})

    title: Annotated[str, Field(max_length=MAX_TITLE_CHARS)]
    done: Text
    took: Text
    figures: Text
    otherwise: Text
    version: int | None = None
    mask: bool = False


class PracticeOut(Schema):
    """reason: the editor's, of one that was sent back or declined; reviewed: null until an editor has decided."""

    id: str
    plan_id: str
    municipality_code: str
    measure: str
    method: str
    problem_area: str
    state: PracticeState
    version: int
    title: str
    done: str
    took: str
    figures: str
    otherwise: str
    reason: str | None
    changed: datetime
    reviewed: datetime | None


class PracticeReviewIn(BaseModel):
    """version: the one that the editor read; reason: needed where it is sent back or declined."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"decision": "published", "version": 1, "reason": ""}]}
    )

    decision: Decision
    version: int
    reason: Annotated[str, Field(max_length=MAX_REASON_CHARS)] = ""


def wanted_in(asked: PracticeQuery) -> WantedPractice:
    return WantedPractice(words=asked.q, method=asked.method, area=asked.problem_area, county=asked.county)


def published_out(row: PublishedPractice) -> PublishedPracticeOut:
    return PublishedPracticeOut(
        id=row.id,
        municipality_code=row.municipality_code,
        method=row.method,
        problem_area=row.area,
        title=row.title,
        done=row.done,
        took=row.took,
        figures=row.figures,
        otherwise=row.otherwise,
        published=row.published,
    )


def practice_out(row: Practice) -> PracticeOut:
    texts = load_texts(row.texts)
    return PracticeOut(
        id=row.id,
        plan_id=row.plan_id,
        municipality_code=row.municipality_code,
        measure=row.measure,
        method=row.method,
        problem_area=row.area,
        state=row.state,
        version=row.version,
        title=texts.title,
        done=texts.done,
        took=texts.took,
        figures=texts.figures,
        otherwise=texts.otherwise,
        reason=row.reason,
        changed=row.changed,
        reviewed=row.reviewed,
    )
