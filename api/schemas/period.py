"""Days from one to another."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kb.documents import Period


class PeriodOut(BaseModel):
    """Days from `from` to `to`, both included."""

    model_config = ConfigDict(populate_by_name=True)

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


def period_out(period: Period) -> PeriodOut:
    """A period in the shape of the API."""
    return PeriodOut(first=period.first, last=period.last)
