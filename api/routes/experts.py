"""Experts, by declared fields, and when they are free; a description finds them by /v1/match."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.deps import CurrentSearcher, Today, refuse_unknown_parameters
from api.routes.answers import REJECTED
from api.schemas.experts import ExpertsOut, experts_out
from kb.matching.calendar import State
from kb.matching.expert_list import list_experts_for
from kb.matching.help_request import make_help_request
from kb.matching.matcher import Matcher
from kb.search.facets import NATIONWIDE

router = APIRouter(prefix="/v1", tags=["experter"], dependencies=[Depends(refuse_unknown_parameters)])


@router.get("/experts", summary="Experter, med filter och lediga dagar", responses=REJECTED)
def list_experts(
    searcher: CurrentSearcher,
    today: Today,
    problem_area: Annotated[list[str], Query(examples=[["nyrekrytering"]])] = [],  # noqa: B006  FastAPI copies it
    method: Annotated[list[str], Query(examples=[["sspf"]])] = [],  # noqa: B006
    county: Annotated[str | None, Query(examples=["14"], description="Länskod; rikstäckande räknas med")] = None,
    support: Annotated[list[str], Query(examples=[["metodinförande"]])] = [],  # noqa: B006
    meeting_format: Annotated[list[str], Query(alias="format", examples=[["digitalt"]])] = [],  # noqa: B006
    language: Annotated[list[str], Query(examples=[["en"]])] = [],  # noqa: B006
    municipality: Annotated[
        str | None, Query(examples=["Borås"], description="De som når dit och inte har jäv")
    ] = None,
    begin: Annotated[date | None, Query(alias="from", examples=["2027-03-01"])] = None,
    end: Annotated[date | None, Query(alias="to", examples=["2027-03-31"])] = None,
    state: Annotated[list[State], Query(examples=[["free", "partly"]], description="Ledighet under perioden")] = [],  # noqa: B006
    first: Annotated[int, Query(ge=0)] = 0,
    n: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ExpertsOut:
    filters = {
        "problem_area": problem_area,
        "method": method,
        "county": [county, NATIONWIDE] if county else [],
        "support": support,
        "format": meeting_format,
        "language": language,
    }
    help_request = make_help_request(municipality, searcher.snapshot.registers, today, first=begin, last=end)
    listed = list_experts_for("", filters, Matcher(searcher, help_request, today)).listed
    experts = [item for item in listed if not state or item.state in state]
    return experts_out(experts[first : first + n], len(experts), help_request.period)
