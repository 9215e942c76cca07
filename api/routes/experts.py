"""Experts, by declared fields, and when they are free; a description finds them by /v1/match."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CurrentSearcher, Today
from api.routes.answers import REJECTED
from api.schemas.experts import ExpertsOut, experts_out
from api.schemas.experts_query import ExpertsQuery
from kb.matching.expert_list import list_experts_for
from kb.matching.help_request import make_help_request

router = APIRouter(prefix="/v1", tags=["experter"])


@router.get("/experts", summary="Experter, med filter och lediga dagar", responses=REJECTED)
def list_experts(searcher: CurrentSearcher, today: Today, asked: Annotated[ExpertsQuery, Query()]) -> ExpertsOut:
    registers = searcher.snapshot.registers
    request = make_help_request(asked.municipality, asked.begin, asked.end, today, registers)
    listed = list_experts_for("", asked.filters, request, today, searcher).listed
    experts = [item for item in listed if not asked.state or item.state in asked.state]
    return experts_out(experts[asked.first : asked.first + asked.n], len(experts), request.period)
