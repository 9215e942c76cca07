"""What an assistant sends with a tool; descriptions and plans are sent as to the API (MatchIn, PlanIn)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.search import MAX_QUERY_CHARS

Values = Annotated[list[str], Field(default_factory=list, max_length=50)]


class SearchIn(BaseModel):
    """A query and filters, named as those of GET /v1/search: OR within a filter, AND between filters."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        str,
        Field(min_length=1, max_length=MAX_QUERY_CHARS, description="Frågan med vardagliga ord, utan personuppgifter"),
    ]
    problem_area: Values
    rating: Values
    recommendation: Values
    kind: Values
    approach: Values
    prevention_level: Values
    target_group: Values
    setting: Values
    run_by: Values
    sort: Literal["relevance", "evidence"] = "relevance"
    first: Annotated[int, Field(ge=0)] = 0
    n: Annotated[int, Field(ge=1, le=50)] = 10

    @property
    def filters(self) -> dict[str, list[str]]:
        return self.model_dump(exclude={"q", "sort", "first", "n"})
