"""Agreements to be asked, in the API."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.exchange.contact import MAX_CONTACT_CHARS
from api.schemas.query import StrictQuery
from api.store.exchange.tables import Agreement, Purpose


class AgreementQuery(StrictQuery):
    """problem_area: a slug; left out, those of the municipality's own plans, for advisors all."""

    problem_area: str = Field(default="", max_length=100, examples=["narkotika"])


class AgreementIn(BaseModel):
    """contact: a mailbox or a telephone of the municipality, of no private person."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"problem_areas": ["narkotika"], "contact": "trygghet@alvdala.example.se"}]},
    )

    problem_areas: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=100)]
    contact: Annotated[str, Field(max_length=MAX_CONTACT_CHARS)]


class AgreementOut(BaseModel):
    """A municipality that has worked with the problem and may be asked."""

    municipality_code: str
    problem_area: str
    purpose: Purpose
    contact: str
    given: date


def agreement_out(row: Agreement) -> AgreementOut:
    return AgreementOut(
        municipality_code=row.municipality_code,
        problem_area=row.area,
        purpose=row.purpose,
        contact=row.contact,
        given=row.given,
    )
