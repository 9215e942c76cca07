"""Saved plans listed, a plan saved, and the proofs of those that were erased."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access.current_account import database_of, now_of
from api.routes.answers import PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLANS, TAG, Coordinating, Once, Reading, Saving, tag
from api.saved_plans.opened import open_for
from api.schemas.saved.plan import DRAFT_EXAMPLE, ErasureOut, PlanHeadOut, PlansOut
from api.store.audit import record
from api.store.plans.erase import list_erasures
from api.store.plans.list_plans import PAGE, Wanted, list_plans
from api.store.once import make_once
from api.store.plans.save import add_plan
from api.store.plans.tables import PlanState
from kb.plans.working.saved_work import read_working_plan

_PLAN_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"type": "object", "examples": [DRAFT_EXAMPLE]}}},
    }
}

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get("", summary="Sparade planer")
def list_saved(
    request: Request,
    place: Reading,
    q: Annotated[str, Query(max_length=200, examples=["torget"])] = "",
    page: Annotated[int, Query(ge=1, le=10_000, examples=[1])] = 1,
    state: Annotated[PlanState | None, Query(examples=["adopted"])] = None,
    code: Annotated[str, Query(pattern=r"^\d{0,4}$", examples=["14"])] = "",
) -> PlansOut:
    """De som senast skrevs först. `code` är en kommuns eller ett läns kod, för den som når flera."""
    wanted = Wanted(place.narrow(code), for_advisors=place.for_advisors, words=q, state=state)
    with database_of(request).reading() as session:
        found = list_plans(session, wanted, page)
    plans = [PlanHeadOut.model_validate(plan) for plan in found.plans]
    return PlansOut(n=found.n, page=page, n_per_page=PAGE, plans=plans)


async def _read_body(request: Request) -> bytes:
    """As it was sent: it is read once, by what reads plans."""
    return await request.body()


@router.post("/saved", summary="Spara en plan", status_code=201, dependencies=CHECKED, openapi_extra=_PLAN_BODY)
def save_plan(
    request: Request,
    answer: Response,
    place: Saving,
    raw: Annotated[bytes, Depends(_read_body)],
    once: Once = "",
) -> PlanHeadOut:
    """En plan som JSON, från `POST /v1/plans` eller från `plan.json`; samma `Idempotency-Key` sparar den en gång."""
    plan, now = read_working_plan(raw), now_of(request)
    with database_of(request).session() as session:

        def make(made: str) -> None:
            add_plan(session, made, plan, place.code, place.id, now)
            record(session, now, place.id, "plan.saved", made)

        plan_id = make_once(session, f"{place.id} plan", once, now, make)
    row = open_for(request, plan_id).saved.row
    answer.headers["Location"] = f"{PLANS}/{plan_id}"
    tag(answer, row.version)
    return PlanHeadOut.model_validate(row)


@router.get("/erased", summary="Bevis på raderade planer")
def show_erased(request: Request, place: Coordinating) -> list[ErasureOut]:
    with database_of(request).reading() as session:
        return [ErasureOut.model_validate(proof) for proof in list_erasures(session, place.code)]
