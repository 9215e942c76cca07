"""What a program asks experts with: declared fields, a municipality and a period."""

from collections.abc import Collection
from datetime import date
from typing import Self

from pydantic import Field

from api.schemas.query import StrictQuery
from kb.matching.calendar import State
from kb.search.facets import NATIONWIDE, Filters

NARROWING = ("municipality", "county", "state", "problem_area", "method", "support", "format", "language")
"""Fields that leave experts out."""


class ExpertsQuery(StrictQuery):
    """n experts after the first ones, who are free as state says from begin to end."""

    problem_area: list[str] = Field(default=[], examples=[["nyrekrytering"]])
    method: list[str] = Field(default=[], examples=[["sspf"]])
    county: str | None = Field(default=None, examples=["14"], description="Länskod; rikstäckande räknas med")
    support: list[str] = Field(default=[], examples=[["metodinförande"]])
    format: list[str] = Field(default=[], examples=[["digitalt"]])
    language: list[str] = Field(default=[], examples=[["en"]])
    municipality: str | None = Field(default=None, examples=["Borås"], description="De som når dit och inte har jäv")
    begin: date | None = Field(default=None, alias="from", examples=["2027-03-01"])
    end: date | None = Field(default=None, alias="to", examples=["2027-03-31"])
    state: list[State] = Field(default=[], examples=[["unknown"]], description="Ledighet under perioden")
    first: int = Field(default=0, ge=0)
    n: int = Field(default=50, ge=1, le=200)

    @property
    def in_force(self) -> list[str]:
        """Names of the fields that narrow the list; a period alone says only what states and free days are for."""
        return [name for name in NARROWING if getattr(self, name)]

    def keeping(self, names: Collection[str]) -> Self:
        """The same with these of the narrowing fields alone."""
        return self.model_copy(update={n: type(self).model_fields[n].default for n in NARROWING if n not in names})

    @property
    def filters(self) -> Filters:
        """The declared fields that are asked for; who works in the whole country works in the county too."""
        county = [self.county, NATIONWIDE] if self.county else []
        fields = self.model_dump(include={"problem_area", "method", "support", "format", "language"})
        return {**fields, "county": county}
