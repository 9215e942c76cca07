"""Experts, by declared fields; a description finds them by /v1/match."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.deps import CurrentSearcher, Today, refuse_unknown_parameters
from api.routes.answers import REJECTED
from api.schemas.documents import ExpertsOut, experts_out
from kb.retrieval.facets import NATIONWIDE

router = APIRouter(prefix="/v1", tags=["experter"], dependencies=[Depends(refuse_unknown_parameters)])


@router.get("/experts", summary="Experter, med filter", responses=REJECTED)
def list_experts(
    searcher: CurrentSearcher,
    today: Today,
    problem_area: Annotated[list[str], Query(examples=[["nyrekrytering"]])] = [],  # noqa: B006  FastAPI copies it
    method: Annotated[list[str], Query(examples=[["sspf"]])] = [],  # noqa: B006
    county: Annotated[str | None, Query(examples=["14"], description="Länskod; rikstäckande räknas med")] = None,
    support: Annotated[list[str], Query(examples=[["metodinförande"]])] = [],  # noqa: B006
    meeting_format: Annotated[list[str], Query(alias="format", examples=[["digitalt"]])] = [],  # noqa: B006
    first: Annotated[int, Query(ge=0)] = 0,
    n: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ExpertsOut:
    filters = {
        "problem_area": problem_area,
        "method": method,
        "county": [county, NATIONWIDE] if county else [],
        "support": support,
        "format": meeting_format,
    }
    experts = [expert for expert in searcher.list_experts(filters) if expert.is_published(today)]
    return experts_out(experts[first : first + n], len(experts))
