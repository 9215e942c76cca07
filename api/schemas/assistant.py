"""What an assistant sends with a tool; descriptions and plans are sent as to the API (MatchIn, PlanIn)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.facet_filters import FacetFilters
from api.schemas.search import MAX_QUERY_CHARS


class _Question(BaseModel):
    q: Annotated[
        str,
        Field(min_length=1, max_length=MAX_QUERY_CHARS, description="Frågan med vardagliga ord, utan personuppgifter"),
    ]


class SearchIn(FacetFilters, _Question):
    """A query and filters, named as those of GET /v1/search: OR within a filter, AND between filters."""

    model_config = ConfigDict(extra="forbid")

    sort: Literal["relevance", "evidence"] = "relevance"
    first: Annotated[int, Field(ge=0)] = 0
    n: Annotated[int, Field(ge=1, le=50)] = 10
