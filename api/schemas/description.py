"""A description as it is sent in."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MAX_DESCRIPTION_CHARS = 200_000


class MatchIn(BaseModel):
    """A description to match, in the municipality's own words."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    "text": "Ungdomar kör epa på torget om kvällarna och boende störs av hög musik.",
                    "municipality": "Borås",
                    "from": "2027-03-01",
                    "to": "2027-03-31",
                }
            ]
        },
    )

    text: Annotated[str, Field(min_length=1, max_length=MAX_DESCRIPTION_CHARS)]
    municipality: str | None = None
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
