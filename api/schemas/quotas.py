"""Quotas of an allocation, for the API and the file of cases."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kb.staffing.quotas import Quotas

MOST_CASES, MOST_HOURS = 1_000, 100_000

_Cases = Annotated[int | None, Field(ge=0, le=MOST_CASES)]
_Hours = Annotated[float | None, Field(ge=0, le=MOST_HOURS, allow_inf_nan=False)]


class QuotasIn(BaseModel):
    """At most, of all cases of the allocation together; null where there is no quota."""

    model_config = ConfigDict(extra="forbid")

    cases_per_expert: _Cases = None
    hours_per_expert: _Hours = None
    cases_per_county: Annotated[_Cases, Field(description="Så många av länets ärenden kan få stöd")] = None
    hours_per_county: _Hours = None


def quotas_of(quotas: QuotasIn) -> Quotas:
    """The quotas as a value of the core."""
    return Quotas(**quotas.model_dump())
