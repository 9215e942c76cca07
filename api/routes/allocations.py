"""Experts allocated among many cases."""

from fastapi import APIRouter

from api.deps import CurrentSearcher, Today
from api.routes.answers import BODY_REJECTED
from api.schemas.allocation import AllocationIn, AllocationOut, allocation_out, case_of
from api.schemas.quotas import quotas_of
from kb.staffing.allocate_cases import allocate_cases

router = APIRouter(prefix="/v1", tags=["matchning"])


@router.post("/allocations", summary="Experter fördelade mellan många ärenden", responses=BODY_REJECTED)
def allocate(searcher: CurrentSearcher, today: Today, body: AllocationIn) -> AllocationOut:
    cases = [case_of(case) for case in body.cases]
    quotas = quotas_of(body.quotas)
    return allocation_out(allocate_cases(cases, searcher, today, quotas=quotas, worst_first=body.worst_first))
