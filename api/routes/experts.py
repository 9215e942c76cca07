"""Experts, by declared fields, and when they are free; a description finds them by /v1/match."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CurrentSearcher, Today
from api.routes.answers import REJECTED
from api.schemas.experts import ExpertsOut, experts_out
from api.schemas.experts_query import ExpertsQuery
from kb.matching.expert_list import list_experts_for
from kb.matching.help_request import make_help_request
from kb.matching.matcher import Matcher

router = APIRouter(prefix="/v1", tags=["experter"])


@router.get("/experts", summary="Experter, med filter och lediga dagar", responses=REJECTED)
def list_experts(searcher: CurrentSearcher, today: Today, asked: Annotated[ExpertsQuery, Query()]) -> ExpertsOut:
    registers = searcher.snapshot.registers
    help_request = make_help_request(asked.municipality, registers, today, first=asked.begin, last=asked.end)
    listed = list_experts_for("", asked.filters, Matcher(searcher, help_request, today)).listed
    experts = [item for item in listed if not asked.state or item.state in asked.state]
    return experts_out(experts[asked.first : asked.first + asked.n], len(experts), help_request.period)
