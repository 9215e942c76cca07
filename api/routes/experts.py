"""Experts, by declared fields, and when they are free; a description finds them by /v1/match."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CurrentSearcher, Today
from api.routes.answers import REJECTED
from api.schemas.experts import ExpertsOut, experts_out
from api.schemas.experts_query import ExpertsQuery
from kb.matching.expert_list import ListedExpert, list_experts_for
from kb.matching.help_request import HelpRequest, make_help_request
from kb.matching.matcher import Matcher
from kb.search.filtered_out import find_filtered_out
from kb.search.searcher import Searcher

router = APIRouter(prefix="/v1", tags=["experter"])


@router.get("/experts", summary="Experter, med filter och lediga dagar", responses=REJECTED)
def list_experts(searcher: CurrentSearcher, today: Today, asked: Annotated[ExpertsQuery, Query()]) -> ExpertsOut:
    period = _make_request(asked, searcher, today).period
    experts = _list(asked, searcher, today)
    filtered_out = (
        None
        if experts
        else find_filtered_out(asked.in_force, lambda kept: len(_list(asked.keeping(kept), searcher, today)))
    )
    return experts_out(experts[asked.first : asked.first + asked.n], len(experts), period, filtered_out)


def _list(asked: ExpertsQuery, searcher: Searcher, today: date) -> list[ListedExpert]:
    matcher = Matcher(searcher, _make_request(asked, searcher, today), today)
    listed = list_experts_for("", asked.filters, matcher).listed
    return [item for item in listed if not asked.state or item.state in asked.state]


def _make_request(asked: ExpertsQuery, searcher: Searcher, today: date) -> HelpRequest:
    registers = searcher.snapshot.registers
    return make_help_request(asked.municipality, registers, today, first=asked.begin, last=asked.end)
